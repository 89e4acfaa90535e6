#include <algorithm>
#include <set>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {

using attendance::Succession;
using std::chrono::days;

namespace {

/// Whether, on the date, one leads to the other over any number of units.
bool leads_to(const std::vector<const Succession*>& known, const Succession& first, std::string_view end) {
  std::vector<std::string_view> open = {first.to_unit};
  std::set<std::string_view> seen;
  while (!open.empty()) {
    const auto unit = open.back();
    open.pop_back();
    if (unit == end) return true;
    if (!seen.insert(unit).second) continue;
    for (const auto* succession : known) {
      if (succession->date == first.date && succession->from_unit == unit)
        open.push_back(succession->to_unit);
    }
  }
  return false;
}

void refuse_circles(ImportTask& task, const std::vector<Stated<Succession>>& all) {
  std::vector<const Stated<Succession>*> order;
  for (const auto& stated : all) order.push_back(&stated);
  std::ranges::stable_sort(order, {}, &Stated<Succession>::line);  // the row that closes a circle is to blame
  std::vector<const Succession*> known;
  for (const auto* stated : order) {
    const auto& succession = stated->fact;
    if (stated->line != 0 && leads_to(known, succession, succession.from_unit)) {
      task.report.add(
          stated->line, "to_unit", succession.to_unit,
          task.report.say("cùng ngày đó đơn vị này lại chuyển về \"{}\"; kiểm tra lại chiều của dòng",
                          "goes back to \"{}\" on the same day; look at the direction of the row",
                          succession.from_unit));
    } else {
      known.push_back(&succession);
    }
  }
}

}  // namespace

void plan_successions(ImportTask& task) {
  const ImportColumns columns{{"from_unit", "to_unit", "date", "paper"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.successions);
  std::vector<Stated<Succession>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Succession succession{row.needed_code("from_unit"), row.needed_code("to_unit"), row.date("date"),
                          row.needed_text("paper")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, succession);
    if (succession.from_unit == succession.to_unit) {
      row.refuse("to_unit", task.report.say("một đơn vị không thể tiếp nhận chính mình; ghi đơn vị khác",
                                            "a unit cannot take over itself; name another one"));
      return;
    }
    const auto before = succession.date - days(1);
    known.unit(row, "from_unit", succession.from_unit, {before, before});
    known.unit(row, "to_unit", succession.to_unit, {succession.date, succession.date});
    if (row.good()) file.push_back({std::move(succession), row.line()});
  });
  refuse_circles(task, merge(task, task.stored.successions, std::move(file)));
}

}  // namespace badge::app
