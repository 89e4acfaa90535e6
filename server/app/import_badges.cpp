#include <tuple>

#include "reader-config/tap/credential.hpp"
#include "server/app/import_known_staff.hpp"
#include "server/app/import_merge.hpp"

namespace badge::app {
namespace {

using attendance::Badge;
using attendance::BadgeState;

std::string uid(ImportRow& row, const ImportReport& report) {
  const auto text = row.cell("uid");
  if (text.empty()) {
    row.refuse_empty("uid");
    return {};
  }
  const auto credential = Credential::parse(text);
  if (!credential) {
    row.refuse("uid",
               report.say("không phải là số thẻ: cần 4, 7 hoặc 10 byte viết bằng số thập lục phân, ví dụ "
                          "04A1B2C3D4E5F6; nếu Excel đã đổi thành số, hãy định dạng cột là văn bản",
                          "is no card number: 4, 7 or 10 bytes in hexadecimal are needed, for example "
                          "04A1B2C3D4E5F6; if Excel made a number of it, format the column as text"));
    return {};
  }
  if (credential->is_random()) {
    row.refuse("uid",
               report.say("thẻ này đổi số mỗi lần quét (số bắt đầu bằng 08) nên không nhận ra được ai; cấp "
                          "thẻ khác",
                          "this card shows a new number at every tap (it begins with 08) and identifies "
                          "nobody; issue another card"));
  }
  return credential->hex();
}

}  // namespace

void plan_badges(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "uid", "valid_from", "valid_to", "state"}, {}};
  const KnownStaff staff(task.stored);
  std::vector<Stated<Badge>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Badge badge{row.needed_code("staff_code"), uid(row, task.report), row.span("valid_from", "valid_to"),
                row.word("state", badge_state_words()).value_or(BadgeState::active)};
    if (!row.good()) return;
    staff.require(row, "staff_code", badge.staff_code, task.report);
    file.push_back({std::move(badge), row.line()});
  });
  const auto all = merge(task, task.stored.badges, std::move(file),
                         [](const Badge& badge) { return std::tuple(badge.uid, badge.valid.from); });
  refuse_overlaps(
      task.report, all, "uid", [](const Badge& badge) { return std::string_view(badge.uid); },
      [&](const Badge& badge, const Stated<Badge>& other) {
        return task.report.say("thẻ này đã cấp cho \"{}\" trong thời gian {} ({}){}",
                               "this card is given to \"{}\" during {} ({}){}", other.fact.staff_code,
                               show_span(other.fact.valid), place_of(other.line, task.report),
                               how_to_end_before(badge.valid, other.fact.valid, task.report));
      });
}

}  // namespace badge::app
