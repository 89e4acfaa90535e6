#pragma once
#include <cstdint>
#include <limits>

#include "server/store/fact_batch.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// Facts being written that readers must not see yet; 0: none.
[[nodiscard]] std::int64_t pending_batch(Database& database);

/// Whether the fact in force under the key of `fact` is new, another, or the very same. Rows of
/// `hidden_batch` count as not there.
enum class FactChange { added, changed, unchanged };
[[nodiscard]] FactChange compare_fact(Database& database, const Fact& fact, std::int64_t hidden_batch);

/// A row that states the fact or, as `withdrawn`, takes it back.
void insert_fact(Database& database, std::uint64_t position, std::int64_t batch, const Fact& fact,
                 bool withdrawn = false);

/// Whether a fact is in force under the key of `fact`.
[[nodiscard]] bool is_in_force(Database& database, const Fact& fact, std::int64_t hidden_batch);

/// Takes back what a batch wrote before it became visible.
void erase_batch(Database& database, std::int64_t batch);

/// The last position of a visible fact that entrances must know of: unit, posting, badge, entrance. 0: none.
[[nodiscard]] std::uint64_t read_entrance_version(Database& database);

inline constexpr std::uint64_t latest_position = std::numeric_limits<std::int64_t>::max();

[[nodiscard]] std::vector<attendance::ClockRuling> clock_rulings_in_force(
    Database& database, std::uint64_t as_of = latest_position);

[[nodiscard]] std::vector<attendance::CardNumber> card_numbers_in_force(Database& database);

[[nodiscard]] std::vector<inspection::IndicatorValue> indicators_in_force(Database& database);
[[nodiscard]] std::vector<attendance::TimesheetSymbol> timesheet_symbols_in_force(Database& database,
                                                                                  std::uint64_t as_of);
[[nodiscard]] std::vector<attendance::TimesheetForm> timesheet_forms_in_force(Database& database,
                                                                              std::uint64_t as_of);
[[nodiscard]] std::vector<attendance::NamedPeriod> named_periods_in_force(Database& database);
[[nodiscard]] std::vector<attendance::ListRule> list_rules_in_force(Database& database);
[[nodiscard]] std::vector<attendance::TripReport> trip_reports_in_force(Database& database);

/// All in force by what was visible at position `as_of`, but for the pending batch.
[[nodiscard]] RosterFacts facts_in_force(Database& database, std::uint64_t as_of = latest_position);

}  // namespace badge::store
