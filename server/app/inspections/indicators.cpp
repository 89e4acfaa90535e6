#include "server/app/inspections/indicators.hpp"

#include <algorithm>
#include <unordered_map>

#include "server/app/inspections/unit_rows.hpp"

namespace badge::app {
namespace {

using attendance::Date, attendance::UnitNo, attendance::UnitTree;
using inspection::Indicator, inspection::IndicatorValue, inspection::Period;
using Figure = IndicatorTable::Figure;
using Sum = IndicatorTable::Sum;

void add(Sum& sum, const Figure& figure) {
  if (figure.now) {
    sum.now = sum.now.value_or(0) + *figure.now;
    ++sum.units;
  }
  if (figure.before) {
    sum.before = sum.before.value_or(0) + *figure.before;
    ++sum.units_before;
  }
}

Sum sum_of(std::span<const IndicatorTable::Unit> units, std::size_t indicator) {
  Sum sum;
  bool same_units = true;
  for (const auto& unit : units) {
    const auto& figure = unit.figures[indicator];
    add(sum, figure);
    same_units = same_units && figure.now.has_value() == figure.before.has_value();
  }
  if (same_units && sum.now && sum.before) sum.difference = *sum.now - *sum.before;
  return sum;
}

void put(Figure& figure, const IndicatorValue& value, const Period& period) {
  (value.period == period ? figure.now : figure.before) = value.value;
  (value.period == period ? figure.paper : figure.paper_before) = value.source_paper;
}

}  // namespace

std::optional<std::int64_t> Figure::difference() const {
  if (!now || !before) return std::nullopt;
  return *now - *before;
}

std::optional<IndicatorTable> indicator_table(std::span<const IndicatorValue> values, const Inspecting& asker,
                                              const UnitTree& units, std::string_view unit,
                                              const Period& period, Date today) {
  const auto day = std::min(days_of(period).second, today);
  const auto rows = unit_rows(asker, units, unit, day);
  if (!rows) return std::nullopt;
  IndicatorTable table;
  table.period = period;
  table.before = inspection::before(period);
  std::unordered_map<std::string_view, std::size_t> places;
  const auto add_row = [&](UnitNo no) {
    places.emplace(units.code(no), table.units.size());
    table.units.push_back({{units.code(no), units.full_name_on(no, day)}, {}});
  };
  for (const auto below : rows->below) add_row(below);
  if (rows->top) {
    add_row(*rows->top);
    table.unit = table.units.back().unit;
  }
  for (const auto& value : values) {
    const auto place = places.find(value.unit_code);
    if (place == places.end() || (value.period != period && value.period != table.before)) continue;
    put(table.units[place->second].figures[static_cast<std::size_t>(value.indicator)], value, period);
  }
  for (const auto indicator : inspection::every<Indicator>()) {
    const auto at = static_cast<std::size_t>(indicator);
    if (!is_rate(indicator)) table.sums[at] = sum_of(std::span(table.units).first(rows->below.size()), at);
  }
  return table;
}

std::optional<IndicatorTable> indicator_table(const Evidence& evidence, const Identity& who,
                                              std::string_view unit, const Period& period) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto today = std::chrono::floor<std::chrono::days>(evidence.now());
  return indicator_table(snapshot.indicators(), Inspecting(who, book->units(), today), book->units(), unit,
                         period, today);
}

}  // namespace badge::app
