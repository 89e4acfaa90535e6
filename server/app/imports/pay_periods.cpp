#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"
#include "server/attendance/pay_period.hpp"

namespace badge::app {

using attendance::PayPeriod;

void plan_pay_periods(ImportTask& task) {
  const ImportColumns columns{{"unit_code", "valid_from", "first_day"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.pay_periods);
  std::vector<Stated<PayPeriod>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    PayPeriod rule{row.needed_code("unit_code"), row.date("valid_from")};
    if (row.cell("first_day").empty()) row.refuse_empty("first_day");
    rule.first_day = row.number("first_day", 1, attendance::pay_first_day_max).value_or(1);
    if (!row.good()) return;
    in_force.trust_unchanged(row, rule);
    known.unit(row, "unit_code", rule.unit_code, {rule.valid_from, rule.valid_from});
    file.push_back({std::move(rule), row.line()});
  });
  merge(task, task.stored.pay_periods, std::move(file));
}

}  // namespace badge::app
