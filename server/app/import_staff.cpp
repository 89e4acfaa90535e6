#include <charconv>
#include <tuple>

#include "server/app/import_merge.hpp"
#include "server/app/import_unit_history.hpp"

namespace badge::app {
namespace {

using attendance::Posting;

/// The row's own number, else its place in the file.
std::int32_t list_order(ImportRow& row, std::size_t place, const ImportReport& report) {
  const auto text = row.cell("list_order");
  if (text.empty()) return static_cast<std::int32_t>(place);
  std::int32_t order = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, order);
  if (read.ec != std::errc() || read.ptr != end || order < 0) {
    row.refuse("list_order", report.say("không phải là số thứ tự; viết 1, 2, 3… hoặc để trống",
                                        "is not a place in a list; write 1, 2, 3… or leave it empty"));
  }
  return order;
}

}  // namespace

void plan_staff(ImportTask& task) {
  const ImportColumns columns{
      {"code", "full_name", "unit_code", "position", "category", "valid_from", "valid_to"}, {"list_order"}};
  const UnitHistory units(task.stored.units);
  std::vector<Stated<Posting>> file;
  std::size_t place = 0;
  read_rows(task, columns, [&](ImportRow& row) {
    Posting posting{row.needed_code("code"),
                    row.needed_text("full_name"),
                    row.needed_code("unit_code"),
                    row.text("position"),
                    std::string(row.word("category", category_words()).value_or("")),
                    row.span("valid_from", "valid_to"),
                    list_order(row, ++place, task.report)};
    if (!row.good()) return;
    if (auto objection = units.objection(posting.unit_code, posting.valid, task.report)) {
      row.refuse("unit_code", std::move(*objection));
    }
    file.push_back({std::move(posting), row.line()});  // its days still count against other rows
  });
  const auto all = merge(task, task.stored.postings, std::move(file), [](const Posting& posting) {
    return std::tuple(posting.staff_code, posting.valid.from);
  });
  refuse_overlaps(
      task.report, all, "valid_from",
      [](const Posting& posting) { return std::string_view(posting.staff_code); },
      [&](const Posting& posting, const Stated<Posting>& other) {
        return task.report.say("\"{}\" đã có đơn vị công tác trong thời gian đó: \"{}\" {} ({}){}",
                               "\"{}\" already has a posting on these days: \"{}\" {} ({}){}",
                               posting.staff_code, other.fact.unit_code, show_span(other.fact.valid),
                               place_of(other.line, task.report),
                               how_to_end_before(posting.valid, other.fact.valid, task.report));
      });
}

}  // namespace badge::app
