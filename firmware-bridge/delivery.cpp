#include "firmware-bridge/delivery.hpp"

#include <algorithm>

namespace badge::bridge {

Delivery::Batch Delivery::next(const StreamView& journal) const {
  const auto after = server_.value_or(journal.delivered());
  Batch batch{after, {}, false};
  if (after.seq < journal.last().seq) batch.lines = journal.lines_after(after.seq, batch_rows_max);
  const auto lines = static_cast<std::uint64_t>(batch.lines.size());
  const bool jumps = lines > 0 && after.seq < journal.pruned_to();  // one `lost` line for many rows
  const auto end = jumps ? journal.pruned_to() + lines - 1 : after.seq + lines;
  batch.reaches_end = end >= journal.last().seq;
  return batch;
}

bool Delivery::has_work(const StreamView& journal) const {
  return server_.value_or(journal.delivered()).seq < journal.last().seq;
}

Delivery::Effect Delivery::on_ack(const Batch& sent, const Ack& ack, const StreamView& journal) {
  Effect effect;
  if (ack.stream != journal.stream()) {
    effect.trouble = "the answer is about another stream";
    return effect;
  }
  if (ack.stored.seq > journal.last().seq) return on_forked(journal);
  // A pruned row has no digest any more: it was confirmed with its digest before it went.
  const auto own = journal.digest_at(ack.stored.seq);
  if (own && *own != ack.stored.digest) return on_forked(journal);
  if (!sent.lines.empty() && ack.stored.seq == sent.after.seq) {
    effect.trouble = "the server took none of the rows behind " + std::to_string(sent.after.seq);
    return effect;
  }
  server_ = ack.stored;
  effect.delivered = ack.stored;
  effect.moved_back = ack.stored.seq < sent.after.seq;
  const auto own_backup = journal.digest_at(ack.backed_up.seq);
  const bool backup_is_ours = !own_backup || *own_backup == ack.backed_up.digest;
  effect.backed_up_seq = backup_is_ours ? std::min(ack.backed_up.seq, ack.stored.seq) : 0;
  return effect;
}

Delivery::Effect Delivery::on_forked(const StreamView& journal) {
  server_.reset();
  Effect effect;
  effect.fork_behind = std::min(journal.delivered().seq, journal.last().seq);
  return effect;
}

}  // namespace badge::bridge
