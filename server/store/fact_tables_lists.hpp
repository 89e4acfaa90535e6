#pragma once
/// Tables of the facts of list_facts.hpp. What an entry holds: fact_columns.hpp.
#include "server/store/fact_columns.hpp"

namespace badge::store {

template <>
struct FactTable<attendance::ListRule> {
  static constexpr std::string_view name = "list_rule", key = "unit_code, valid_from",
                                    columns = "unit_code, valid_from, late_times, away_min, rule";
  static auto values_of(const attendance::ListRule& r) {
    const auto late = r.late_times ? std::optional<std::int64_t>(*r.late_times) : std::nullopt;
    const auto away = r.away_min ? std::optional<std::int64_t>(r.away_min->count()) : std::nullopt;
    return std::tuple(columns::Text(r.unit_code), columns::day(r.valid_from), late, away,
                      columns::Text(r.rule));
  }
  static attendance::ListRule read(const Statement& row) {
    attendance::ListRule rule{row.string(0), columns::date(row.integer(1)), {}, {}, row.string(4)};
    if (!row.is_null(2)) rule.late_times = row.as<std::int32_t>(2);
    if (!row.is_null(3)) rule.away_min = attendance::minutes(row.integer(3));
    return rule;
  }
};

template <>
struct FactTable<attendance::TripReport> {
  static constexpr std::string_view name = "trip_report", key = "staff_code, trip_from",
                                    columns = "staff_code, trip_from, reported_on, paper";
  static auto values_of(const attendance::TripReport& r) {
    return std::tuple(columns::Text(r.staff_code), columns::day(r.trip_from), columns::day(r.reported_on),
                      columns::Text(r.paper));
  }
  static attendance::TripReport read(const Statement& row) {
    return {row.string(0), columns::date(row.integer(1)), columns::date(row.integer(2)), row.string(3)};
  }
};

}  // namespace badge::store
