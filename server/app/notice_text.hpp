#pragma once
/// What a mail says: counts, units and a way to the page; no names, no reasons, no card numbers. Pure.
#include <string>
#include <vector>

#include "server/app/language.hpp"
#include "server/app/waiting_list.hpp"

namespace badge::app {

inline constexpr std::size_t mail_rows_max = 60;  // a page; the list on the server has them all

struct NoticeText {
  std::string subject, text;
};

/// "Phòng CCVC, Sở Nội vụ: 3 giải trình chờ duyệt, sớm nhất của ngày 05/3/2026"
[[nodiscard]] std::string describe(const WaitingRow& row, Language language);

/// What waits, once a day. `rows` are not empty; `page`: the address of the pages, may be empty.
[[nodiscard]] NoticeText digest_text(const std::vector<WaitingRow>& rows, attendance::LocalTime now,
                                     const std::string& page, Language language);

/// What cannot wait, at once.
[[nodiscard]] NoticeText urgent_text(const std::vector<WaitingRow>& rows, attendance::LocalTime now,
                                     const std::string& page, Language language);

}  // namespace badge::app
