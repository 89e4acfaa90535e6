#pragma once
#include <optional>
#include <vector>

#include "server/store/batch.hpp"
#include "server/store/check_log.hpp"
#include "server/store/coverage_log.hpp"
#include "server/store/log_state.hpp"
#include "server/store/store.hpp"

namespace badge::store {

/// A tap of a batch that was stored, for whoever wants to see it after the commit; as valid as its batch.
struct StoredTap {
  std::uint64_t position = 0;
  const Tap* tap = nullptr;
  const std::string* bridge = nullptr;
};

/// Stores batches of bridges, inside the writer's transaction; its caller commits and only then answers.
class Ingest {
 public:
  /// `stored` collects the taps in their order where somebody wants them; may be null.
  Ingest(Database& database, LogState& state, std::vector<StoredTap>* stored);

  /// What of the batch lies behind the stream's mark is a repeat and is skipped; the rest is stored and moves
  /// the mark. A gap before the batch stores nothing and answers with the mark, so that the bridge sends
  /// again from there. The answer's `now` is left to the caller.
  [[nodiscard]] BatchAnswer store(const Batch& batch, Instant received_at);

 private:
  /// Whether what the batch says about rows up to the mark agrees with it, as far as it can be seen.
  [[nodiscard]] static bool continues(const Batch& batch, const Mark& mark);
  void store_row(StreamState& stream, const BatchRow& row, const std::string& bridge, Instant received_at);
  void store_tap(StreamState& stream, std::uint64_t seq, const Tap& tap, const std::string& bridge,
                 Instant received_at);
  void store_lost(StreamState& stream, const Lost& lost, Instant received_at);
  void quarantine(StreamState& stream, std::uint64_t seq, std::string_view why, std::string_view raw,
                  Instant received_at);

  Database& database_;
  LogState& state_;
  CoverageLog coverage_;
  CheckLog checks_;
  Statement& insert_tap_;
  std::vector<StoredTap>* stored_;
  const Tap* last_tap_ = nullptr;  // of the running batch: the next one mostly has the same source
  std::uint32_t last_source_no_ = 0;
};

}  // namespace badge::store
