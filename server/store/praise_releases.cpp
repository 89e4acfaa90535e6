#include "server/store/praise_releases.hpp"

#include "server/store/fact_columns.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

constexpr std::string_view releases =
    "SELECT release_no, unit_code, unit_name, first_date, last_date, period, rule, basis, released_by,"
    " praise_release.at, reason, withdrawn_by, praise_withdrawal.at"
    " FROM praise_release LEFT JOIN praise_withdrawal USING (release_no)";

Instant instant(std::int64_t milliseconds) { return Instant(std::chrono::milliseconds(milliseconds)); }

PraiseRelease release_of(const Statement& row) {
  PraiseRelease release;
  release.no = row.integer(0);
  release.unit_code = row.string(1);
  release.unit_name = row.string(2);
  release.days = columns::span(row, 3, 4);
  release.period = row.string(5);
  release.rule = row.string(6);
  release.basis = row.string(7);
  release.released_by = row.string(8);
  release.at = instant(row.integer(9));
  if (!row.is_null(12)) release.withdrawn = {row.string(10), row.string(11), instant(row.integer(12))};
  return release;
}

void write_rows(Database& database, std::int64_t no, const std::vector<PraisedRow>& rows) {
  std::int64_t place = 0;
  for (const auto& row : rows) {
    database.statement("INSERT INTO praise_listed VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(no, place++, row.staff_code, row.name, row.position, row.unit_name, row.reason);
  }
}

}  // namespace

std::optional<std::int64_t> write_praise_release(Writer& writer, const NewPraiseRelease& release,
                                                 Instant at) {
  std::optional<std::int64_t> no;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    const auto kept = database.number("SELECT count(*) FROM praise_release");
    if (kept >= static_cast<std::int64_t>(praise_releases_max)) return true;
    database
        .statement(
            "INSERT INTO praise_release (unit_code, unit_name, first_date, last_date, period, rule, basis,"
            " released_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(release.unit_code, release.unit_name, columns::day(release.days.from),
             columns::day(release.days.to), release.period, release.rule, release.basis, release.released_by,
             at.time_since_epoch().count());
    no = sqlite3_last_insert_rowid(database.handle());
    write_rows(database, *no, release.rows);
    return true;
  });
  return no;
}

bool write_praise_withdrawal(Writer& writer, std::int64_t no, const PraiseWithdrawal& withdrawal) {
  bool is_written = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement(
            "INSERT INTO praise_withdrawal SELECT release_no, ?, ?, ? FROM praise_release WHERE release_no = "
            "?"
            " ON CONFLICT DO NOTHING")
        .run(withdrawal.reason, withdrawal.withdrawn_by, withdrawal.at.time_since_epoch().count(), no);
    is_written = sqlite3_changes(database.handle()) > 0;
    return true;
  });
  return is_written;
}

std::vector<PraiseRelease> read_praise_releases(Database& database) {
  std::vector<PraiseRelease> found;
  for (Rows row(database.statement(std::string(releases) + " ORDER BY release_no DESC")); row.next();)
    found.push_back(release_of(*row));
  return found;
}

std::optional<PraiseRelease> read_praise_release(Database& database, std::int64_t no) {
  std::optional<PraiseRelease> release;
  {
    Rows row(database.statement(std::string(releases) + " WHERE release_no = ?"), no);
    if (!row.next()) return std::nullopt;
    release = release_of(*row);
  }
  for (Rows row(database.statement("SELECT staff_code, name, position, unit_name, reason FROM praise_listed"
                                   " WHERE release_no = ? ORDER BY place"),
                no);
       row.next();) {
    release->rows.push_back({row->string(0), row->string(1), row->string(2), row->string(3), row->string(4)});
  }
  return release;
}

}  // namespace badge::store
