#pragma once
#include <optional>
#include <string>
#include <vector>

#include "firmware-bridge/stream_view.hpp"
#include "reader-config/tap/tap_wire.hpp"

namespace badge::bridge {

/// What to send next, and what an answer means. Pure: no socket, no clock, no disk; Uplink carries it out.
///
/// In peace: send what is behind the server's mark, take over the mark that it answers with. A mark that
/// moved back is a server restored from a backup: it gets the rows again. A mark that is not ours, or lies
/// ahead of our last row, is another machine that continues this stream (a cloned card, a journal restored
/// from an image): what was not confirmed to us moves to a new stream. A server that is restored while two
/// machines continue one stream may get what both hold twice: neither can know which of it the other brought,
/// and nothing may be lost.
class Delivery {
 public:
  struct Batch {
    Mark after;
    std::vector<std::string> lines;
    bool reaches_end = false;  // nothing newer is in the journal: `alive` may go along
  };

  /// What is to be done to the journal, and said in the log.
  struct Effect {
    std::optional<Mark> delivered;             // confirmed with our own digest
    std::uint64_t backed_up_seq = 0;           // with `delivered`
    std::optional<std::uint64_t> fork_behind;  // begin a new stream behind this row
    bool moved_back = false;                   // the server asks again for rows that it had confirmed
    std::string trouble;  // not empty: the answer makes no sense; wait before the next try
  };

  [[nodiscard]] Batch next(const StreamView& journal) const;

  /// There are rows that the server has not confirmed.
  [[nodiscard]] bool has_work(const StreamView& journal) const;

  /// The answers to `sent`, the last batch from `next`.
  Effect on_ack(const Batch& sent, const Ack& ack, const StreamView& journal);
  Effect on_forked(const StreamView& journal);

 private:
  std::optional<Mark> server_;  // its mark, as last answered; nothing before the first answer
};

}  // namespace badge::bridge
