#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::Badge;
using attendance::BadgeState;

std::string kind_of(const Badge& badge, const ImportReport& report) {
  return badge.temporary ? report.say("tạm", "temporary") : report.say("chính", "own");
}

/// A card of the guard's box is lent, and nobody's badge.
void refuse_temporary_cards(ImportTask& task, const std::vector<Stated<Badge>>& file) {
  for (const auto& [badge, line] : file) {
    const auto of_box = std::ranges::find_if(task.stored.temporary_cards, [&](const auto& card) {
      return card.uid == badge.uid && card.valid.overlaps(badge.valid);
    });
    if (of_box == task.stored.temporary_cards.end()) continue;
    task.report.add(
        line, "uid", "",
        task.report.say("đây là thẻ tạm \"{}\"; cho mượn ở trang Thẻ tạm, hoặc ngừng dùng làm thẻ tạm "
                        "trước",
                        "this is temporary card \"{}\"; lend it on the page of temporary cards, or "
                        "end it there first",
                        of_box->label));
  }
}

}  // namespace

void plan_badges(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "uid", "valid_from", "valid_to", "state"}, {"kind"}};
  const Known known(task.stored, task.report);
  std::vector<Stated<Badge>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Badge badge{row.needed_code("staff_code"), row.card("uid"), row.span("valid_from", "valid_to"),
                row.word("state", badge_state_words()).value_or(BadgeState::active),
                row.word("kind", badge_kind_words()).value_or(false)};
    if (!row.good()) return;
    (void)known.staff(row, "staff_code", badge.staff_code);
    file.push_back({std::move(badge), row.line()});
  });
  refuse_temporary_cards(task, file);
  const auto all = merge(task, task.stored.badges, std::move(file));
  refuse_overlaps(
      task.report, all, "uid", [](const Badge& badge) { return std::string_view(badge.uid); },
      [&](const Badge& badge, const Stated<Badge>& other) {
        if (badge.temporary != other.fact.temporary) {
          return task.report.say(
              "thẻ này là thẻ {} của \"{}\" trong thời gian {} ({}), nên không thể đồng thời là thẻ {}; cấp "
              "thẻ khác",
              "this card is the {} card of \"{}\" during {} ({}) and cannot be a {} card as well; issue "
              "another",
              kind_of(other.fact, task.report), other.fact.staff_code, show_span(other.fact.valid),
              place_of(other.line, task.report), kind_of(badge, task.report));
        }
        return task.report.say("thẻ này đã cấp cho \"{}\" trong thời gian {} ({}){}",
                               "this card is given to \"{}\" during {} ({}){}", other.fact.staff_code,
                               show_span(other.fact.valid), place_of(other.line, task.report),
                               how_to_end_before(badge.valid, other.fact.valid, task.report));
      });
}

}  // namespace badge::app
