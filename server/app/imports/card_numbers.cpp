#include "server/app/card_number.hpp"
#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {

using attendance::CardNumber;

void plan_card_numbers(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "number", "valid_from", "valid_to"}, {}};
  const Known known(task.stored, task.report);
  std::vector<Stated<CardNumber>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    const auto number = row.card_number("number");
    CardNumber stated{
        row.needed_code("staff_code"), {}, without_citizen_ids(number), row.span("valid_from", "valid_to")};
    if (!row.good()) return;
    (void)known.staff(row, "staff_code", stated.staff_code);
    stated.mark = task.aids.mark_number(number);
    file.push_back({std::move(stated), row.line()});
  });
  const auto all = merge(task, task.stored.card_numbers, std::move(file));
  refuse_overlaps(
      task.report, all, "number", [](const CardNumber& card) { return std::string_view(card.mark); },
      [&](const CardNumber&, const Stated<CardNumber>& other) {
        return task.report.say("số thẻ này là của \"{}\" trong thời gian {} ({})",
                               "this number is that of \"{}\" during {} ({})", other.fact.staff_code,
                               show_span(other.fact.valid), place_of(other.line, task.report));
      });
}

}  // namespace badge::app
