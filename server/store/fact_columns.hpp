#pragma once
/// How values lie in columns. For each fact type F, FactTable<F> (fact_tables.hpp, fact_tables_papers.hpp,
/// fact_tables_lists.hpp) has
///   name            of the table
///   key             SQL list of the natural key: the values of key_of(fact) (fact_keys.hpp), in order
///   columns         SQL list of every column after (position, batch, withdrawn)
///   values_of(fact) the values of `columns`, in order
///   read(row)       the fact of a row of `columns`
/// Of the rows that agree in their natural key the one with the highest position counts: its fact is in
/// force, or, where it is `withdrawn`, none is.
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "server/store/fact_batch.hpp"
#include "server/store/fact_keys.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

template <class F>
struct FactTable;

namespace columns {

using Text = std::string_view;

using keys::day, keys::second, keys::count, keys::joined, keys::from_min;

inline attendance::Date date(std::int64_t day) { return attendance::Date(std::chrono::days(day)); }
inline attendance::DateSpan span(const Statement& row, int from, int to) {
  return {date(row.integer(from)), date(row.integer(to))};
}
inline attendance::LocalTime local_time(std::int64_t second) {
  return attendance::LocalTime(attendance::seconds(second));
}

inline std::int64_t to_min(const std::optional<attendance::ClockSpan>& time) {
  return time ? count(time->to) : keys::no_time;
}
inline std::optional<attendance::ClockSpan> clock_span(const Statement& row, int from, int to) {
  if (row.integer(from) == keys::no_time) return std::nullopt;
  return attendance::ClockSpan{attendance::minutes(row.integer(from)), attendance::minutes(row.integer(to))};
}

inline std::vector<std::string> split(Text all) {
  std::vector<std::string> names;
  while (!all.empty()) {
    const auto end = all.find('+');
    names.emplace_back(all.substr(0, end));
    all.remove_prefix(end == Text::npos ? all.size() : end + 1);
  }
  return names;
}

}  // namespace columns

}  // namespace badge::store
