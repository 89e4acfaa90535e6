#include "server/store/absence_requests.hpp"

#include <algorithm>

#include "server/store/fact_columns.hpp"
#include "server/store/fact_writer.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

constexpr std::string_view request_columns =
    "SELECT r.request_no, staff_code, kind, first_date, last_date, sessions, from_min, to_min, r.reason,"
    " asked_by, asked_at, outcome, decided_by, d.reason, d.at FROM absence_request r"
    " LEFT JOIN request_decision d ON d.request_no = r.request_no";

Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }

AbsenceRequest request_of(const Statement& row) {
  AbsenceRequest request;
  request.no = row.integer(0);
  request.wanted.staff_code = row.string(1);
  request.wanted.kind = row.as<attendance::AbsenceKind>(2);
  request.wanted.days = columns::span(row, 3, 4);
  request.wanted.sessions = columns::split(row.text(5));
  request.wanted.time = columns::clock_span(row, 6, 7);
  request.reason = row.string(8);
  request.asked_by = row.string(9);
  request.asked_at = instant(row.integer(10));
  if (row.is_null(11)) return request;
  request.outcome = row.as<RequestOutcome>(11);
  request.decided_by = row.string(12);
  request.decision_reason = row.string(13);
  request.decided_at = instant(row.integer(14));
  return request;
}

std::vector<AbsenceRequest> all_of(Rows rows) {
  std::vector<AbsenceRequest> requests;
  while (rows.next()) requests.push_back(request_of(*rows));
  return requests;
}

std::vector<AbsenceRequest> read_open_requests_of(Database& database, std::string_view staff_code) {
  return all_of(
      Rows(database.statement(std::string(request_columns) + " WHERE staff_code = ? AND outcome IS NULL"),
           staff_code));
}

std::optional<RequestRefused> objection(const std::vector<AbsenceRequest>& open,
                                        const attendance::Absence& wanted) {
  if (open.size() >= open_requests_max) return RequestRefused::too_many;
  const bool again = std::ranges::any_of(open, [&](const auto& other) { return other.wanted == wanted; });
  return again ? std::optional(RequestRefused::asked_already) : std::nullopt;
}

bool is_open(Database& database, std::int64_t no) {
  return database.number(
             "SELECT count(*) FROM absence_request WHERE request_no = ?1"
             " AND NOT EXISTS (SELECT 1 FROM request_decision WHERE request_no = ?1)",
             no) > 0;
}

}  // namespace

tl::expected<std::int64_t, RequestRefused> write_request(Writer& writer, const NewAbsenceRequest& request,
                                                         Instant at) {
  std::optional<RequestRefused> refused;
  std::int64_t no = 0;
  const auto& wanted = request.wanted;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    refused = objection(read_open_requests_of(database, wanted.staff_code), wanted);
    if (refused) return true;
    database
        .statement(
            "INSERT INTO absence_request (staff_code, kind, first_date, last_date, sessions, from_min, "
            "to_min,"
            " reason, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(wanted.staff_code, static_cast<int>(wanted.kind), columns::day(wanted.days.from),
             columns::day(wanted.days.to), columns::joined(wanted.sessions), columns::from_min(wanted.time),
             columns::to_min(wanted.time), request.reason, request.asked_by, at.time_since_epoch().count());
    no = sqlite3_last_insert_rowid(database.handle());
    return true;
  });
  if (refused) return tl::unexpected(*refused);
  return no;
}

bool write_decision(Writer& writer, const RequestDecision& decision, const FactBatch& facts, Instant at) {
  bool found = false;
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    found = is_open(database, decision.no);
    if (!found) return true;
    database.statement("INSERT INTO request_decision VALUES (?, ?, ?, ?, ?)")
        .run(decision.no, static_cast<int>(decision.outcome), decision.decided_by, decision.reason,
             at.time_since_epoch().count());
    if (!facts.facts.empty()) write_facts(database, state, facts, at);
    return true;
  });
  return found;
}

std::vector<AbsenceRequest> read_open_requests(Database& database) {
  return all_of(Rows(
      database.statement(std::string(request_columns) + " WHERE outcome IS NULL ORDER BY r.request_no")));
}

std::vector<AbsenceRequest> read_requests_of(Database& database, std::string_view staff_code) {
  return all_of(Rows(database.statement(std::string(request_columns) +
                                        " WHERE staff_code = ? ORDER BY r.request_no DESC LIMIT ?"),
                     staff_code, requests_of_person_max));
}

std::optional<AbsenceRequest> read_request(Database& database, std::int64_t no) {
  Rows row(database.statement(std::string(request_columns) + " WHERE r.request_no = ?"), no);
  return row.next() ? std::optional(request_of(*row)) : std::nullopt;
}

}  // namespace badge::store
