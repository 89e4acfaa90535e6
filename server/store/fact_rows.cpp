#include "server/store/fact_rows.hpp"

#include <algorithm>
#include <optional>

#include "server/store/fact_tables.hpp"
#include "server/store/fact_tables_lists.hpp"
#include "server/store/fact_tables_papers.hpp"
#include "server/store/retention.hpp"
#include "server/store/schedule_seasons.hpp"

namespace badge::store {
namespace {

/// SQL text of a table, made once.
template <class F>
struct Sql {
  using Table = FactTable<F>;
  static std::string key_match() {
    std::string match = " WHERE (" + std::string(Table::key) + ") = (?2";
    for (std::size_t i = 1; i < std::tuple_size_v<decltype(key_of(F{}))>; ++i) {
      match += ", ?" + std::to_string(i + 2);
    }
    return match + ")";
  }
  /// The last row of a key.
  static const std::string& last() {
    static const std::string sql = "SELECT " + std::string(Table::columns) + ", position, withdrawn FROM " +
                                   std::string(Table::name) + key_match() +
                                   " AND batch <> ?1 ORDER BY position DESC LIMIT 1";
    return sql;
  }
  /// Of a group SQLite takes all columns from the row that has the max.
  static const std::string& all_in_force() {
    static const std::string sql =
        "SELECT " + std::string(Table::columns) + ", max(position) FROM " + std::string(Table::name) +
        " WHERE batch <> ?1 AND batch NOT IN"
        " (SELECT batch FROM fact_batch WHERE position > ?2) GROUP BY " +
        std::string(Table::key) + " HAVING withdrawn = 0 ORDER BY " + std::string(Table::key);
    return sql;
  }
  static const std::string& insert() {
    static const std::string sql = [] {
      std::string text = "INSERT INTO " + std::string(Table::name) + " (position, batch, withdrawn, " +
                         std::string(Table::columns) + ") VALUES (?, ?, ?";
      for (std::size_t i = 0; i < std::tuple_size_v<decltype(Table::values_of(F{}))>; ++i) text += ", ?";
      return text + ")";
    }();
    return sql;
  }
  static constexpr int position_column = static_cast<int>(std::tuple_size_v<decltype(Table::values_of(F{}))>);
};

template <class F>
F read_fact(Database& database, const Statement& row) {
  F fact = FactTable<F>::read(row);
  if constexpr (std::is_same_v<F, attendance::Schedule>) {
    fact.seasons = read_seasons(database, row.integer(Sql<F>::position_column));
  }
  return fact;
}

/// The fact in force under the key of `fact`.
template <class F>
std::optional<F> find(Database& database, const F& fact, std::int64_t hidden_batch) {
  return std::apply(
      [&](const auto&... values) -> std::optional<F> {
        Rows row(database.statement(Sql<F>::last()), hidden_batch, values...);
        if (!row.next() || row->integer(Sql<F>::position_column + 1) != 0) return std::nullopt;
        return read_fact<F>(database, *row);
      },
      key_of(fact));
}

template <class F>
FactChange compare(Database& database, const F& fact, std::int64_t hidden_batch) {
  const auto in_force = find(database, fact, hidden_batch);
  if (!in_force) return FactChange::added;
  return *in_force == fact ? FactChange::unchanged : FactChange::changed;
}

template <class F>
void insert(Database& database, std::uint64_t position, std::int64_t batch, const F& fact, bool withdrawn) {
  const auto all = FactTable<F>::values_of(fact);
  std::apply(
      [&](const auto&... values) {
        database.statement(Sql<F>::insert()).run(position, batch, withdrawn, values...);
      },
      all);
  if constexpr (std::is_same_v<F, attendance::Schedule>) insert_seasons(database, position, fact.seasons);
}

template <class F>
void load(Database& database, std::int64_t hidden_batch, std::uint64_t as_of, std::vector<F>& facts) {
  for (Rows row(database.statement(Sql<F>::all_in_force()), hidden_batch, as_of); row.next();) {
    facts.push_back(read_fact<F>(database, *row));
  }
}

template <class F>
void erase(Database& database, std::int64_t batch) {
  if constexpr (std::is_same_v<F, attendance::Schedule>) erase_seasons(database, batch);
  database.statement("DELETE FROM " + std::string(FactTable<F>::name) + " WHERE batch = ?").run(batch);
}

template <class... F>
void erase_from_all(Database& database, std::int64_t batch, const std::variant<F...>*) {
  (erase<F>(database, batch), ...);
}

}  // namespace

std::int64_t pending_batch(Database& database) {
  return database.number("SELECT pending_batch FROM store_state");
}

FactChange compare_fact(Database& database, const Fact& fact, std::int64_t hidden_batch) {
  return std::visit([&](const auto& value) { return compare(database, value, hidden_batch); }, fact);
}

void insert_fact(Database& database, std::uint64_t position, std::int64_t batch, const Fact& fact,
                 bool withdrawn) {
  std::visit([&](const auto& value) { insert(database, position, batch, value, withdrawn); }, fact);
}

bool is_in_force(Database& database, const Fact& fact, std::int64_t hidden_batch) {
  return std::visit([&](const auto& value) { return find(database, value, hidden_batch).has_value(); }, fact);
}

void erase_batch(Database& database, std::int64_t batch) {
  erase_from_all(database, batch, static_cast<const Fact*>(nullptr));
  database.statement("DELETE FROM fact_batch WHERE batch = ?").run(batch);
}

// From the end of each table: it costs nothing but while a batch is being written there.
std::uint64_t read_entrance_version(Database& database) {
  const auto hidden = pending_batch(database);
  auto version = static_cast<std::uint64_t>(database.number("SELECT opener_version FROM store_state"));
  for (const auto* table : {"unit", "posting", "badge", "temporary_card", "card_loan", "entrance_service"}) {
    version = std::max(version, static_cast<std::uint64_t>(database.number(
                                    std::string("SELECT coalesce((SELECT position FROM ") + table +
                                        " WHERE batch <> ? ORDER BY position DESC LIMIT 1), 0)",
                                    hidden)));
  }
  return version;
}

namespace {

template <class Kind>
std::vector<Kind> in_force(Database& database, std::uint64_t as_of = latest_position) {
  std::vector<Kind> facts;
  load(database, pending_batch(database), as_of, facts);
  return facts;
}

}  // namespace

std::vector<attendance::ClockRuling> clock_rulings_in_force(Database& database, std::uint64_t as_of) {
  return in_force<attendance::ClockRuling>(database, as_of);
}
std::vector<attendance::CardNumber> card_numbers_in_force(Database& database) {
  return in_force<attendance::CardNumber>(database);
}
std::vector<inspection::IndicatorValue> indicators_in_force(Database& database) {
  return in_force<inspection::IndicatorValue>(database);
}
std::vector<attendance::TimesheetSymbol> timesheet_symbols_in_force(Database& database, std::uint64_t as_of) {
  return in_force<attendance::TimesheetSymbol>(database, as_of);
}
std::vector<attendance::TimesheetForm> timesheet_forms_in_force(Database& database, std::uint64_t as_of) {
  return in_force<attendance::TimesheetForm>(database, as_of);
}
std::vector<attendance::NamedPeriod> named_periods_in_force(Database& database) {
  return in_force<attendance::NamedPeriod>(database);
}
std::vector<attendance::ListRule> list_rules_in_force(Database& database) {
  return in_force<attendance::ListRule>(database);
}
std::vector<attendance::TripReport> trip_reports_in_force(Database& database) {
  return in_force<attendance::TripReport>(database);
}

RosterFacts facts_in_force(Database& database, std::uint64_t as_of) {
  RosterFacts facts;
  const auto hidden = pending_batch(database);
  const auto load_into = [&](auto&... lists) { (load(database, hidden, as_of, lists), ...); };
  load_into(facts.units, facts.heads, facts.successions, facts.pay_periods, facts.postings, facts.badges,
            facts.card_numbers, facts.temporary_cards, facts.loans, facts.entrances, facts.reader_ends,
            facts.clock_rulings, facts.schedules, facts.assignments, facts.calendar, facts.absences,
            facts.regimes, facts.duties, facts.duty_slots, facts.corrections, facts.entitlements,
            facts.credits, facts.completeness);
  // What was complete is erased: it proves nobody's absence.
  const auto judged = judged_from(read_first_month(database));
  for (auto& stated : facts.completeness) stated.days.from = std::max(stated.days.from, judged);
  std::erase_if(facts.completeness, [](const auto& stated) { return stated.days.from > stated.days.to; });
  return facts;
}

}  // namespace badge::store
