#include "server/store/schedule_seasons.hpp"

#include "server/store/fact_columns.hpp"

namespace badge::store {

using attendance::minutes;

std::vector<attendance::Season> read_seasons(Database& database, std::int64_t schedule) {
  std::vector<attendance::Season> seasons;
  for (Rows row(database.statement("SELECT valid_from, weekdays, flex_earlier_min, flex_later_min FROM season"
                                   " WHERE schedule = ? ORDER BY place"),
                schedule);
       row.next();) {
    seasons.push_back({columns::date(row->integer(0)),
                       row->as<std::uint8_t>(1),
                       {},
                       minutes(row->integer(2)),
                       minutes(row->integer(3))});
  }
  for (Rows row(
           database.statement("SELECT season, name, start_min, end_min, opens_before_min, closes_after_min,"
                              " late_grace_min, early_grace_min FROM session_rule WHERE schedule = ?"
                              " ORDER BY season, place"),
           schedule);
       row.next();) {
    const auto amount = [&row](int column) { return minutes(row->integer(column)); };
    seasons.at(row->as<std::size_t>(0))
        .sessions.push_back(
            {row->string(1), amount(2), amount(3), amount(4), amount(5), amount(6), amount(7)});
  }
  return seasons;
}

void insert_seasons(Database& database, std::uint64_t schedule,
                    const std::vector<attendance::Season>& seasons) {
  auto& insert_season = database.statement(
      "INSERT INTO season (schedule, place, valid_from, weekdays, flex_earlier_min, flex_later_min)"
      " VALUES (?, ?, ?, ?, ?, ?)");
  auto& insert_session = database.statement("INSERT INTO session_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < seasons.size(); ++i) {
    const auto& season = seasons[i];
    insert_season.run(schedule, i, columns::day(season.valid_from), std::uint32_t{season.weekdays},
                      columns::count(season.flex_earlier), columns::count(season.flex_later));
    for (std::size_t k = 0; k < season.sessions.size(); ++k) {
      const auto& session = season.sessions[k];
      insert_session.run(schedule, i, k, session.name, columns::count(session.start),
                         columns::count(session.end), columns::count(session.opens_before),
                         columns::count(session.closes_after), columns::count(session.late_grace),
                         columns::count(session.early_grace));
    }
  }
}

void erase_seasons(Database& database, std::int64_t batch) {
  for (const auto* table : {"session_rule", "season"}) {
    database
        .statement("DELETE FROM " + std::string(table) +
                   " WHERE schedule IN (SELECT position FROM schedule WHERE batch = ?)")
        .run(batch);
  }
}

}  // namespace badge::store
