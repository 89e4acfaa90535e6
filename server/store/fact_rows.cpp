#include "server/store/fact_rows.hpp"

#include "server/store/fact_tables.hpp"
#include "server/store/schedule_seasons.hpp"

namespace badge::store {
namespace {

/// SQL text of a table, made once.
template <class F>
struct Sql {
  using Table = FactTable<F>;
  static std::string key_match() {
    std::string match = " WHERE (" + std::string(Table::key) + ") = (?2";
    for (std::size_t i = 1; i < std::tuple_size_v<decltype(Table::key_of(F{}))>; ++i) {
      match += ", ?" + std::to_string(i + 2);
    }
    return match + ")";
  }
  static const std::string& in_force() {
    static const std::string sql = "SELECT " + std::string(Table::columns) + ", position FROM " +
                                   std::string(Table::name) + key_match() +
                                   " AND batch <> ?1 ORDER BY position DESC LIMIT 1";
    return sql;
  }
  static const std::string& all_in_force() {
    static const std::string sql = "SELECT " + std::string(Table::columns) + ", max(position) FROM " +
                                   std::string(Table::name) + " WHERE batch <> ?1 GROUP BY " +
                                   std::string(Table::key) + " ORDER BY " + std::string(Table::key);
    return sql;
  }
  static const std::string& insert() {
    static const std::string sql = [] {
      std::string text = "INSERT INTO " + std::string(Table::name) + " (position, batch, " +
                         std::string(Table::columns) + ") VALUES (?, ?";
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

template <class F>
FactChange compare(Database& database, const F& fact, std::int64_t hidden_batch) {
  const auto key = FactTable<F>::key_of(fact);
  return std::apply(
      [&](const auto&... values) {
        Rows row(database.statement(Sql<F>::in_force()), hidden_batch, values...);
        if (!row.next()) return FactChange::added;
        return read_fact<F>(database, *row) == fact ? FactChange::unchanged : FactChange::changed;
      },
      key);
}

template <class F>
void insert(Database& database, std::uint64_t position, std::int64_t batch, const F& fact) {
  const auto all = FactTable<F>::values_of(fact);
  std::apply(
      [&](const auto&... values) { database.statement(Sql<F>::insert()).run(position, batch, values...); },
      all);
  if constexpr (std::is_same_v<F, attendance::Schedule>) insert_seasons(database, position, fact.seasons);
}

template <class F>
void load(Database& database, std::int64_t hidden_batch, std::vector<F>& facts) {
  for (Rows row(database.statement(Sql<F>::all_in_force()), hidden_batch); row.next();) {
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

void insert_fact(Database& database, std::uint64_t position, std::int64_t batch, const Fact& fact) {
  std::visit([&](const auto& value) { insert(database, position, batch, value); }, fact);
}

void erase_batch(Database& database, std::int64_t batch) {
  erase_from_all(database, batch, static_cast<const Fact*>(nullptr));
  database.statement("DELETE FROM fact_batch WHERE batch = ?").run(batch);
}

RosterFacts facts_in_force(Database& database) {
  const auto hidden = pending_batch(database);
  RosterFacts facts;
  load(database, hidden, facts.units);
  load(database, hidden, facts.postings);
  load(database, hidden, facts.badges);
  load(database, hidden, facts.entrances);
  load(database, hidden, facts.schedules);
  load(database, hidden, facts.assignments);
  load(database, hidden, facts.calendar);
  load(database, hidden, facts.absences);
  load(database, hidden, facts.completeness);
  return facts;
}

}  // namespace badge::store
