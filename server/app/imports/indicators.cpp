#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {

using inspection::Indicator, inspection::IndicatorValue;

namespace {

constexpr std::int32_t counted_max = 1'000'000'000;  // more than a country has dossiers in a year

}  // namespace

void plan_indicators(ImportTask& task) {
  const ImportColumns columns{{"unit_code", "period", "indicator", "value", "source_paper"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.aids.indicators);
  std::vector<Stated<IndicatorValue>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    IndicatorValue stated;
    stated.unit_code = row.needed_code("unit_code");
    stated.period = row.period("period");
    const auto indicator = row.needed_word("indicator", indicator_words());
    stated.source_paper = row.needed_text("source_paper");
    if (row.cell("value").empty()) row.refuse_empty("value");
    if (!indicator) return;  // what a value may be depends on it
    stated.indicator = *indicator;
    stated.value =
        (is_rate(*indicator) ? row.percent_tenths("value") : row.number("value", 0, counted_max)).value_or(0);
    if (!row.good()) return;
    in_force.trust_unchanged(row, stated);
    const auto [first, last] = days_of(stated.period);
    known.unit_during(row, "unit_code", stated.unit_code, {first, last});
    file.push_back({std::move(stated), row.line()});
  });
  merge(task, task.aids.indicators, std::move(file));
}

}  // namespace badge::app
