#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::TemporaryCard;

void refuse_badges(ImportTask& task, const std::vector<Stated<TemporaryCard>>& file) {
  for (const auto& [card, line] : file) {
    const auto badge = std::ranges::find_if(task.stored.badges, [&](const auto& other) {
      return other.uid == card.uid && other.valid.overlaps(card.valid);
    });
    if (badge == task.stored.badges.end()) continue;
    task.report.add(line, "uid", "",
                    task.report.say("thẻ này đã cấp cho \"{}\" trong thời gian {}; dùng thẻ khác",
                                    "this card is given to \"{}\" during {}; take another", badge->staff_code,
                                    show_span(badge->valid)));
  }
}

}  // namespace

void plan_temporary_cards(ImportTask& task) {
  const ImportColumns columns{{"label", "uid", "unit_code", "valid_from", "valid_to"}, {}};
  const Known known(task.stored, task.report);
  std::vector<Stated<TemporaryCard>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    TemporaryCard card{row.needed_code("label"), row.card("uid"), row.needed_code("unit_code"),
                       row.span("valid_from", "valid_to")};
    if (!row.good()) return;
    known.unit(row, "unit_code", card.unit_code, card.valid);
    file.push_back({std::move(card), row.line()});
  });
  refuse_badges(task, file);
  const auto all = merge(task, task.stored.temporary_cards, std::move(file));
  const auto is_another = [&](const TemporaryCard&, const Stated<TemporaryCard>& other) {
    return task.report.say("đã có thẻ tạm \"{}\" trong thời gian {} ({})",
                           "there is temporary card \"{}\" during {} ({})", other.fact.label,
                           show_span(other.fact.valid), place_of(other.line, task.report));
  };
  refuse_overlaps(
      task.report, all, "uid", [](const TemporaryCard& card) { return std::string_view(card.uid); },
      is_another);
  refuse_overlaps(
      task.report, all, "label", [](const TemporaryCard& card) { return std::string_view(card.label); },
      is_another);
}

}  // namespace badge::app
