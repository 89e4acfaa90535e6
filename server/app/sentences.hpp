#pragma once
#include <functional>
#include <string>
#include <vector>

#include "server/app/language.hpp"
#include "server/attendance/month.hpp"
#include "server/attendance/tap_use.hpp"

namespace badge::app {

/// What a sentence names that the verdict does not know.
struct Names {
  std::function<std::string(const attendance::Tap&)> place_of_tap;  // "cong-a"; empty: not known
};

/// Why a session was judged as it was, in the words of the office; one sentence or a few. Never empty.
[[nodiscard]] std::string explain(const attendance::JudgedDay& day, std::size_t session, const Names& names,
                                  Language language);

/// What became of the tap at this place of the day's: "vào buổi sáng", "quét lặp lại, không tính", …
[[nodiscard]] std::string explain(const attendance::JudgedDay& day, std::size_t tap,
                                  const attendance::TapUse& use, Language language);

/// "nghỉ phép (GNP 12), buổi sáng ngày 09/3/2026"
[[nodiscard]] std::string describe(const attendance::Absence& paper, Language language);
/// The same of one that has no paper yet: "nghỉ phép, buổi sáng ngày 09/3/2026"
[[nodiscard]] std::string describe_wish(const attendance::Absence& paper, Language language);
/// The same with who approved it, when it was reported, and whether it stands in spite of taps.
[[nodiscard]] std::string describe_in_full(const attendance::Absence& paper, Language language);

/// "ghi nhận đến lúc 07:25"
[[nodiscard]] std::string describe_effect(const attendance::Correction& correction, Language language);
/// "quên thẻ (để thẻ ở nhà)"; empty: none was stated
[[nodiscard]] std::string describe_cause(const attendance::Correction& correction, Language language);
/// "Lê Văn B duyệt (GT 12)", "chờ duyệt", "Lê Văn B không duyệt (không có người xác nhận)"
[[nodiscard]] std::string describe_decision(const attendance::Correction& correction, Language language);
/// All of it, as a line of the day.
[[nodiscard]] std::string describe(const attendance::Correction& correction, Language language);

/// "Mượn thẻ tạm TT-03 từ 07:31 đến 17:05 (quên thẻ)": as a line of its day.
[[nodiscard]] std::string describe(const attendance::CardLoan& loan, Language language);

/// "đầu đọc thẻ cong-a-1 tại cong-a không gửi dữ liệu từ 06:00 đến 06:10"
[[nodiscard]] std::string describe(const attendance::Silence& silence, attendance::Date day,
                                   Language language);

/// "ngày làm việc", "ngày nghỉ lễ", …
[[nodiscard]] std::string describe(attendance::DayKind kind, Language language);

/// "07:30–11:30, 13:30–17:00"; without duties
[[nodiscard]] std::string describe_hours(const attendance::DayPlan& plan);

[[nodiscard]] std::string clock_text(std::chrono::minutes of_day);              // "07:37"; the next day's too
[[nodiscard]] std::string date_text(attendance::Date date, Language language);  // 09/3/2026; 9 Mar 2026
/// "06:00" on the day itself, else with its date.
[[nodiscard]] std::string time_text(attendance::LocalTime at, attendance::Date day, Language language);
[[nodiscard]] std::string weekday_text(attendance::Date date, Language language);  // thứ Hai; Monday

}  // namespace badge::app
