#pragma once
/// What people ask for on a page: leave, trips, permissions to go out; and what became of it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/papers.hpp"
#include "server/store/fact_batch.hpp"

namespace badge::store {

class Database;
class Writer;

inline constexpr std::size_t open_requests_max = 50;        // of one person: nobody waits for more answers
inline constexpr std::size_t requests_of_person_max = 200;  // of one answer

enum class RequestOutcome : std::uint8_t { waiting, approved, refused, taken_back };

struct NewAbsenceRequest {
  attendance::Absence wanted;  // no paper, and nobody who approved it yet
  std::string reason;
  std::string asked_by;  // name of the login
};

struct AbsenceRequest : NewAbsenceRequest {
  std::int64_t no = 0;
  Instant asked_at;
  RequestOutcome outcome = RequestOutcome::waiting;
  std::string decided_by, decision_reason;
  std::optional<Instant> decided_at;
};

struct RequestDecision {
  std::int64_t no = 0;
  RequestOutcome outcome = RequestOutcome::approved;  // never waiting
  std::string decided_by, reason;
};

enum class RequestRefused : std::uint8_t {
  too_many,       // the person has open_requests_max open
  asked_already,  // an open one asks for the same
};

/// Its number.
[[nodiscard]] tl::expected<std::int64_t, RequestRefused> write_request(Writer& writer,
                                                                       const NewAbsenceRequest& request,
                                                                       Instant at);
/// The decision and the facts that it states, in one commit. False: there is no such open request; nothing is
/// written.
[[nodiscard]] bool write_decision(Writer& writer, const RequestDecision& decision, const FactBatch& facts,
                                  Instant at);

/// Those that nobody decided yet, in the order in which they were asked.
[[nodiscard]] std::vector<AbsenceRequest> read_open_requests(Database& database);
/// Newest first, at most requests_of_person_max.
[[nodiscard]] std::vector<AbsenceRequest> read_requests_of(Database& database, std::string_view staff_code);
[[nodiscard]] std::optional<AbsenceRequest> read_request(Database& database, std::int64_t no);

}  // namespace badge::store
