#include "server/store/retention.hpp"

#include "server/store/audit_rows.hpp"
#include "server/store/inspections.hpp"
#include "server/store/retention_of_people.hpp"
#include "server/store/retention_of_taps.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

using attendance::Date;

constexpr int rows_at_once = 500;  // of the audit log or of requests: some tenths of a millisecond

std::int64_t ms_of(Date date) {
  return Instant(std::chrono::sys_days(date.time_since_epoch())).time_since_epoch().count();
}

/// How many; none: that was all.
std::uint64_t erase_requests(Database& database, Date before) {
  std::vector<std::int64_t> numbers;
  for (Rows row(database.statement("SELECT request_no FROM request_decision WHERE at < ? LIMIT ?"),
                ms_of(before), rows_at_once);
       row.next();) {
    numbers.push_back(row->integer(0));
  }
  for (const auto no : numbers) {
    database.statement("DELETE FROM request_decision WHERE request_no = ?").run(no);
    database.statement("DELETE FROM absence_request WHERE request_no = ?").run(no);
  }
  return numbers.size();
}

/// The chain goes on from the last row that is erased. Times grow with numbers, but where the clock was set
/// back: then a row stays until those before it may go.
std::uint64_t erase_audit(Database& database, Date before) {
  std::uint64_t erased = 0, last = 0;
  std::string digest;
  for (Rows row(database.statement("SELECT no, at, digest FROM audit ORDER BY no LIMIT ?"), rows_at_once);
       row.next() && row->integer(1) < ms_of(before);) {
    last = row->as<std::uint64_t>(0);
    digest = row->string(2);
    ++erased;
  }
  if (erased == 0) return 0;
  database
      .statement(
          "INSERT INTO audit_erased VALUES (1, ?1, ?2)"
          " ON CONFLICT DO UPDATE SET no = ?1, digest = ?2")
      .run(last, Blob{digest});
  database.statement("DELETE FROM audit WHERE no <= ?").run(last);
  return erased;
}

void note(Database& database, const Erasure& erasure) {
  database.statement("INSERT INTO erasure (kind, before, records, at) VALUES (?, ?, ?, ?)")
      .run(static_cast<int>(erasure.kind), erasure.before.time_since_epoch().count(), erasure.records,
           erasure.at.time_since_epoch().count());
  const std::chrono::year_month_day day(erasure.before);
  AuditEntry entry;
  entry.actor = "retention";
  entry.action = "ERASE " + std::string(to_string(erasure.kind));
  entry.target = "before=" + std::to_string(static_cast<int>(day.year())) + '-' +
                 std::to_string(static_cast<unsigned>(day.month())) + '-' +
                 std::to_string(static_cast<unsigned>(day.day())) +
                 " records=" + std::to_string(erasure.records);
  entry.status = 200;
  append_audit_row(database, std::move(entry), erasure.at);
}

}  // namespace

std::string_view to_string(RecordKind kind) {
  switch (kind) {
    case RecordKind::taps:
      return "taps";
    case RecordKind::people:
      return "people";
    case RecordKind::requests:
      return "requests";
    case RecordKind::inspections:
      return "inspections";
    case RecordKind::audit:
      break;
  }
  return "audit";
}

std::uint64_t records_before(Database& database, RecordKind kind, Date before) {
  switch (kind) {
    case RecordKind::taps:
      return taps_before(database, first_kept_month(before));
    case RecordKind::people:
      return people_before(database, before).size();
    case RecordKind::requests:
      return static_cast<std::uint64_t>(
          database.number("SELECT count(*) FROM request_decision WHERE at < ?", ms_of(before)));
    case RecordKind::inspections:
      return idle_files(database, before).size();
    case RecordKind::audit:
      break;
  }
  return static_cast<std::uint64_t>(
      database.number("SELECT count(*) FROM audit WHERE at < ?", ms_of(before)));
}

Erasure erase_records(Writer& writer, RecordKind kind, Date before, std::vector<std::string> names,
                      Instant now) {
  Erasure erasure{kind, before, 0, now};
  TapErasure taps(first_kept_month(before));
  writer.run([&](Database& database, LogState& state, const SliceClock& clock) {
    do {
      std::uint64_t erased = 0;
      bool more = false;
      switch (kind) {
        case RecordKind::taps:
          more = taps.step(database, state);
          erased = taps.take_erased();
          break;
        case RecordKind::people:
          if (!names.empty()) erased = erase_person(database, state, names.back(), before, now);
          if (!names.empty()) names.pop_back();
          more = !names.empty();
          break;
        case RecordKind::requests:
          erased = erase_requests(database, before);
          more = erased > 0;
          break;
        case RecordKind::audit:
          erased = erase_audit(database, before);
          more = erased > 0;
          break;
        case RecordKind::inspections:
          if (!names.empty()) erased = erase_idle_file(database, names.back(), before);
          if (!names.empty()) names.pop_back();
          more = !names.empty();
          break;
      }
      erasure.records += erased;
      if (more) continue;
      if (erasure.records > 0) note(database, erasure);
      return true;
    } while (!clock.spent());
    return false;
  });
  return erasure;
}

std::vector<Erasure> read_erasures(Database& database) {
  std::vector<Erasure> erasures;
  for (Rows row(database.statement(
                    "SELECT kind, before, records, at FROM erasure ORDER BY erasure_no DESC LIMIT ?"),
                erasures_listed_max);
       row.next();) {
    erasures.push_back({row->as<RecordKind>(0), Date(std::chrono::days(row->integer(1))),
                        row->as<std::uint64_t>(2), Instant(std::chrono::milliseconds(row->integer(3)))});
  }
  return erasures;
}

}  // namespace badge::store
