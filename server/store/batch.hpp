#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "reader-config/tap/tap_wire.hpp"

namespace badge::store {

/// One row of a batch, decoded, with the digest of the stream up to it.
struct BatchRow {
  Row row;
  Digest digest;
  std::string raw;  // the line as it came, only where it could not be read
};

/// A request of a bridge, ready for the writer.
struct Batch {
  std::string bridge;  // who the token says it is, never what the body says
  BatchHead head;
  std::vector<BatchRow> rows;
};

/// Decodes the body of one request (tap_wire.hpp) and chains its digests: all the work that needs no
/// database, so that it runs on the caller's thread. Fails with a sentence where the head is wrong, or there
/// are more than `batch_rows_max` rows; a row never fails, it becomes Unreadable.
[[nodiscard]] tl::expected<Batch, std::string> read_batch(std::string bridge, std::string_view body);

/// The server holds other rows than this journal at or before the batch's `after`, or at its own mark.
struct Forked {
  std::string stream;
  Mark known;
};

/// The disk is full or broken. Nothing of the batch was stored; the bridge keeps it and tries again.
struct StoreFault {
  std::string message;  // for the log
};

using BatchAnswer = std::variant<Ack, Forked, StoreFault>;

/// Called once, on the writer's thread, when the answer is durable. Must be quick and must not throw: post it
/// on.
using AnswerBatch = std::function<void(BatchAnswer)>;

}  // namespace badge::store
