#pragma once
#include <functional>
#include <mutex>

#include "server/store/fact_batch.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

/// Writes batches of facts, one at a time, in slices that let taps through. The rows of the running batch are
/// hidden (store_state.pending_batch) until its last slice shows them all.
class FactWriter {
 public:
  explicit FactWriter(Writer& writer, std::function<Instant()> now) : writer_(writer), now_(std::move(now)) {}

  [[nodiscard]] Applied apply(const FactBatch& batch);

 private:
  Writer& writer_;
  std::function<Instant()> now_;
  std::mutex one_at_a_time_;
};

/// Writes facts in the running transaction, visible with it. For writes that state a few facts beside
/// something else. A no-op where all are in force already.
void write_facts(Database& database, LogState& state, const FactBatch& batch, Instant at);

/// Takes back what a batch left behind when the program ended in the middle of it.
void erase_pending_batch(Database& database);

}  // namespace badge::store
