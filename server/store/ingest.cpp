#include "server/store/ingest.hpp"

namespace badge::store {
namespace {

std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }

std::uint64_t last_seq_of(const Row& row) {
  struct Seq {
    std::uint64_t operator()(const Entry& entry) const { return entry.seq; }
    std::uint64_t operator()(const Lost& lost) const { return lost.last; }
    std::uint64_t operator()(const Unreadable& unreadable) const { return unreadable.seq; }
  };
  return std::visit(Seq{}, row);
}

}  // namespace

Ingest::Ingest(Database& database, LogState& state, std::vector<StoredTap>* stored)
    : database_(database),
      state_(state),
      coverage_(database, state),
      checks_(database, state),
      insert_tap_(database.statement(
          "INSERT INTO tap_log (position, source_no, credential_no, at, clock, offset_ms, seq,"
          " monotonic_ms, boot, check_ref) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      stored_(stored) {}

bool Ingest::continues(const Batch& batch, const Mark& mark) {
  if (batch.head.after.seq == mark.seq) return batch.head.after.digest == mark.digest;
  for (const auto& row : batch.rows) {
    const auto seq = last_seq_of(row.row);
    if (seq == mark.seq) return row.digest == mark.digest;
    if (seq > mark.seq) break;  // rows that the journal lost hide the mark: nothing left to compare
  }
  // The batch ends before the mark: a late repeat. Its bridge compares the mark that we answer with its own
  // row.
  return true;
}

BatchAnswer Ingest::store(const Batch& batch, Instant received_at) {
  auto* stream = state_.stream(database_, batch.head.stream, batch.bridge);
  if (stream == nullptr) {
    return StoreFault{"there are " + std::to_string(streams_max) + " streams already; " + batch.bridge +
                      " makes a new journal again and again"};
  }
  if (!continues(batch, stream->mark)) return Forked{stream->name, stream->mark};

  stream->last_heard_ms = ms_of(received_at);
  stream->clock_offset_ms = (received_at - batch.head.sent_at).count();
  stream->origin = batch.bridge;
  state_.touch(*stream);
  if (batch.head.after.seq <= stream->mark.seq) {
    last_tap_ = nullptr;
    for (const auto& row : batch.rows) {
      const auto seq = last_seq_of(row.row);
      if (seq <= stream->mark.seq) continue;
      store_row(*stream, row, batch.bridge, received_at);
      stream->mark = {seq, row.digest};
    }
  }
  stream->journal_seq = std::max(batch.head.last.value_or(0), stream->mark.seq);
  if (batch.head.alive && stream->mark.seq >= batch.head.alive->last_seq) {
    coverage_.extend(*stream, *batch.head.alive, received_at);
  }
  return Ack{stream->name, stream->mark, stream->backed_up, received_at};
}

void Ingest::store_row(StreamState& stream, const BatchRow& row, const std::string& bridge,
                       Instant received_at) {
  if (const auto* lost = std::get_if<Lost>(&row.row)) {
    store_lost(stream, *lost, received_at);
  } else if (const auto* unreadable = std::get_if<Unreadable>(&row.row)) {
    quarantine(stream, unreadable->seq, unreadable->why, row.raw, received_at);
  } else {
    const auto& entry = std::get<Entry>(row.row);
    if (const auto* tap = std::get_if<Tap>(&entry.record)) {
      store_tap(stream, entry.seq, *tap, bridge, received_at);
    } else if (const auto* listening = std::get_if<Listening>(&entry.record)) {
      coverage_.store(stream, entry.seq, *listening, received_at);
    } else if (const auto* deaf = std::get_if<Deaf>(&entry.record)) {
      coverage_.store(stream, entry.seq, *deaf, received_at);
    } else if (const auto* shown = std::get_if<BadgeShown>(&entry.record)) {
      checks_.store(stream, entry.seq, *shown);
    } else if (const auto* one = std::get_if<WithoutBadge>(&entry.record)) {
      checks_.store(stream, entry.seq, *one);
    } else {
      coverage_.store(stream, entry.seq, std::get<ClockStep>(entry.record), received_at);
    }
  }
}

void Ingest::store_tap(StreamState& stream, std::uint64_t seq, const Tap& tap, const std::string& bridge,
                       Instant received_at) {
  const bool same_source = last_tap_ != nullptr && last_tap_->reader == tap.reader &&
                           last_tap_->entrance == tap.entrance && last_tap_->direction == tap.direction;
  const auto source_no = same_source
                             ? last_source_no_
                             : state_.source(database_, stream, tap.reader, tap.entrance, tap.direction);
  if (source_no == 0) {
    quarantine(stream, seq, "this stream names more readers than one daemon can drive",
               encode(Entry{seq, tap}), received_at);
    return;
  }
  last_tap_ = &tap;
  last_source_no_ = source_no;

  const auto credential_no = state_.credential(database_, TapKey::card(tap.credential));
  const auto position = state_.take_position();
  const auto check_ref =
      tap.check_ref.empty() ? std::nullopt : std::optional<std::string_view>(tap.check_ref);
  insert_tap_.run(position, source_no, credential_no, ms_of(tap.at), static_cast<int>(tap.clock),
                  tap.offset_ms, seq, tap.monotonic_ms, tap.boot, check_ref);
  if (check_ref) checks_.store(stream, seq, tap, position, credential_no);
  state_.touch_month_of_tap(ms_of(tap.at));
  state_.add_unfolded(1);
  if (stored_ != nullptr) stored_->push_back({position, &tap, &bridge});
}

void Ingest::store_lost(StreamState& stream, const Lost& lost, Instant received_at) {
  const auto first = std::max(lost.first, stream.mark.seq + 1);  // the rows before it we hold
  database_.statement("INSERT INTO lost_rows VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(state_.take_position(), stream.no, first, lost.last, ms_of(lost.from), ms_of(lost.to),
           ms_of(received_at));
  // What was lost may have been a `deaf` row: nothing that was open is known to go on.
  coverage_.end_all(stream, "rows lost");
}

void Ingest::quarantine(StreamState& stream, std::uint64_t seq, std::string_view why, std::string_view raw,
                        Instant received_at) {
  database_.statement("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?)")
      .run(state_.take_position(), stream.no, seq, why, Blob{raw}, ms_of(received_at));
}

}  // namespace badge::store
