#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
using attendance::Posting;

namespace {

constexpr std::int32_t list_order_max = 1'000'000;

/// Where the work is done, if not in the unit itself.
void check_work_place(ImportRow& row, const Posting& posting, const Known& known,
                      const ImportReport& report) {
  if (posting.works_at.empty()) return;
  if (posting.works_at == posting.unit_code) {
    row.refuse("works_at",
               report.say("trùng với unit_code; để trống nếu làm việc tại chính đơn vị",
                          "is the same as unit_code; leave it empty for work in the unit itself"));
  } else {
    known.unit(row, "works_at", posting.works_at, posting.valid);
  }
}

}  // namespace

void plan_staff(ImportTask& task) {
  const ImportColumns columns{
      {"code", "full_name", "unit_code", "position", "category", "valid_from", "valid_to"},
      {"list_order", "works_at", "entrances"}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.postings);
  std::vector<Stated<Posting>> file;
  std::size_t place = 0;  // in the file: the order of the list where it names none
  read_rows(task, columns, [&](ImportRow& row) {
    Posting posting{row.needed_code("code"),
                    row.needed_text("full_name"),
                    row.needed_code("unit_code"),
                    row.text("position"),
                    std::string(row.word("category", category_words()).value_or("")),
                    row.span("valid_from", "valid_to"),
                    0,
                    row.code("works_at"),
                    row.codes("entrances")};
    posting.list_order =
        row.number("list_order", 0, list_order_max).value_or(static_cast<std::int32_t>(++place));
    if (!row.good()) return;
    in_force.trust_unchanged(row, posting);
    known.unit(row, "unit_code", posting.unit_code, posting.valid);
    check_work_place(row, posting, known, task.report);
    for (const auto& entrance : posting.entrances) known.entrance(row, "entrances", entrance);
    file.push_back({std::move(posting), row.line()});  // its days still count against other rows
  });
  const auto all = merge(task, task.stored.postings, std::move(file));
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
