#pragma once
/// What holds for one person's day by the rule book, in words: each a line of the answer to "why".
#include <string>
#include <vector>

#include "server/app/language.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

struct DayInForce {
  const attendance::JudgedDay& day;
  const attendance::InForce& in_force;
  attendance::PersonNo person;
  Language language;
};

/// Null: nobody said what hours hold.
[[nodiscard]] const attendance::Assignment* assignment_of(const DayInForce& day);
/// "UBND tỉnh", "riêng cho người này"
[[nodiscard]] std::string whom_it_names(const attendance::Assignment& assignment, const DayInForce& day);

/// "Ngày làm việc, theo lịch hanh-chinh của UBND tỉnh: sáng 07:30–11:30, chiều 13:30–17:00."
[[nodiscard]] std::string tell_rules(const DayInForce& day);
/// Where the person works, if that is not where the sheet is kept; and a move within the month.
[[nodiscard]] std::vector<std::string> tell_postings(const DayInForce& day);
/// What the calendar says of the day, with whom it excepts: "ngừng làm việc từ 12:00: …; trừ Văn phòng"
[[nodiscard]] std::vector<std::string> tell_letters(const DayInForce& day);
/// Turns that begin on the day, and those of the night before that reach into it.
[[nodiscard]] std::vector<std::string> tell_duties(const DayInForce& day);
/// Of the person and of the unit.
[[nodiscard]] std::vector<std::string> tell_corrections(const DayInForce& day);

}  // namespace badge::app
