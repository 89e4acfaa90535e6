#pragma once
#include "reader-config/tap/tap_wire.hpp"
#include "server/store/log_state.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// Stores what streams say about when readers listened, inside the writer's transaction. What a bridge claims
/// about the future is cut to the time of arrival.
class CoverageLog {
 public:
  CoverageLog(Database& database, LogState& state) : database_(database), state_(state) {}

  void store(StreamState& stream, std::uint64_t seq, const Listening& listening, Instant received_at);
  void store(StreamState& stream, std::uint64_t seq, const Deaf& deaf, Instant received_at);
  void store(StreamState& stream, std::uint64_t seq, const ClockStep& step, Instant received_at);
  /// Draws open coverage on. For a mark that has reached `alive.last_seq`.
  void extend(StreamState& stream, const Alive& alive, Instant received_at);
  /// Ends all that is open in the stream where it is known to have reached.
  void end_all(StreamState& stream, std::string_view cause);

 private:
  std::uint64_t add_event(const StreamState& stream, std::uint64_t seq, const char* kind,
                          std::string_view reader, Instant at, std::int64_t step_ms, std::string_view cause);
  void close(StreamState& stream, const OpenCoverage& open, std::int64_t until_ms, std::string_view cause);

  Database& database_;
  LogState& state_;
};

}  // namespace badge::store
