#include <boost/json/array.hpp>

#include "server/http/inspection_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::IndicatorTable;

json::value value_or_null(const std::optional<std::int64_t>& value) {
  return value ? json::value(*value) : json::value(nullptr);
}

json::object figure_json(const IndicatorTable::Figure& figure) {
  return {{"now", value_or_null(figure.now)},
          {"before", value_or_null(figure.before)},
          {"difference", value_or_null(figure.difference())},
          {"paper", figure.paper},
          {"paper_before", figure.paper_before}};
}

json::object sum_json(const IndicatorTable::Sum& sum) {
  return {{"now", value_or_null(sum.now)},
          {"before", value_or_null(sum.before)},
          {"difference", value_or_null(sum.difference)},
          {"units", sum.units},
          {"units_before", sum.units_before}};
}

json::object unit_json(const IndicatorTable::Unit& unit) {
  json::object figures;
  for (const auto indicator : inspection::every<inspection::Indicator>()) {
    const auto& figure = unit.figures[static_cast<std::size_t>(indicator)];
    if (figure.now || figure.before) figures[to_string(indicator)] = figure_json(figure);
  }
  return {{"unit_code", unit.unit.code}, {"unit_name", unit.unit.name}, {"figures", std::move(figures)}};
}

}  // namespace

json::object to_json(const IndicatorTable& table) {
  json::array units;
  for (const auto& unit : table.units) units.push_back(unit_json(unit));
  json::object sums;
  for (const auto indicator : inspection::every<inspection::Indicator>()) {
    const auto& sum = table.sums[static_cast<std::size_t>(indicator)];
    if (sum.now || sum.before) sums[to_string(indicator)] = sum_json(sum);
  }
  return {{"unit_code", table.unit.code},      {"unit_name", table.unit.name},
          {"period", to_string(table.period)}, {"before", to_string(table.before)},
          {"units", std::move(units)},         {"sums", std::move(sums)}};
}

}  // namespace badge::http
