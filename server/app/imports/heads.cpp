#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {

using attendance::Head;
using attendance::HeadRole;

void plan_heads(ImportTask& task) {
  const ImportColumns columns{{"unit_code", "staff_code", "role", "valid_from", "valid_to", "paper"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.heads);
  std::vector<Stated<Head>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Head head{row.needed_code("unit_code"), row.needed_code("staff_code"),
              row.needed_word("role", head_role_words()).value_or(HeadRole::head),
              row.span("valid_from", "valid_to"), row.text("paper")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, head);
    known.unit(row, "unit_code", head.unit_code, head.valid);
    known.in_service(row, head.staff_code, head.valid, "valid_from", "valid_to");
    file.push_back({std::move(head), row.line()});
  });
  auto all = merge(task, task.stored.heads, std::move(file));
  // Who stands in while the head is away is a second person, on purpose.
  std::erase_if(all, [](const Stated<Head>& stated) { return stated.fact.role == HeadRole::delegated; });
  refuse_overlaps(
      task.report, all, "valid_from", [](const Head& head) { return std::string_view(head.unit_code); },
      [&](const Head& head, const Stated<Head>& other) {
        return task.report.say("đơn vị này đã có người đứng đầu trong thời gian đó: \"{}\" {} ({}){}",
                               "this unit has a head on these days already: \"{}\" {} ({}){}",
                               other.fact.staff_code, show_span(other.fact.valid),
                               place_of(other.line, task.report),
                               how_to_end_before(head.valid, other.fact.valid, task.report));
      });
}

}  // namespace badge::app
