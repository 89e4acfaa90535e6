#include "server/store/coverage_log.hpp"

#include <algorithm>

namespace badge::store {
namespace {

std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }

auto open_of(StreamState& stream, std::string_view reader) {
  return std::ranges::find(stream.open, reader, &OpenCoverage::reader);
}

}  // namespace

std::uint64_t CoverageLog::add_event(const StreamState& stream, std::uint64_t seq, const char* kind,
                                     std::string_view reader, Instant at, std::int64_t step_ms,
                                     std::string_view cause) {
  const auto position = state_.take_position();
  database_.statement("INSERT INTO reader_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .run(position, stream.no, seq, kind, reader, ms_of(at), step_ms, cause);
  return position;
}

void CoverageLog::close(StreamState& stream, const OpenCoverage& open, std::int64_t until_ms,
                        std::string_view cause) {
  const auto until = std::max(open.from_ms, until_ms);
  database_.statement("UPDATE coverage SET until_ms = ?, open = 0, cause = ? WHERE position = ?")
      .run(until, cause, open.position);
  state_.touch_months(std::min(until, open.until_ms), std::max(until, open.until_ms));
  stream.open.erase(stream.open.begin() + (&open - stream.open.data()));
}

void CoverageLog::store(StreamState& stream, std::uint64_t seq, const Listening& listening,
                        Instant received_at) {
  // Between the last sign of life and this row the reader may have slept: what was open ends where it was.
  if (const auto open = open_of(stream, listening.reader); open != stream.open.end()) {
    close(stream, *open, open->until_ms, "listening again");
  }
  const auto position = add_event(stream, seq, "listening", listening.reader, listening.at, 0, "");
  const auto from = ms_of(std::min(listening.at, received_at));
  database_.statement("INSERT INTO coverage VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, '')")
      .run(position, stream.no, listening.reader, listening.entrance, static_cast<int>(listening.direction),
           static_cast<int>(listening.clock), from, from);
  stream.open.push_back({listening.reader, static_cast<std::int64_t>(position), from, from});
  state_.touch_months(from, from);
}

void CoverageLog::store(StreamState& stream, std::uint64_t seq, const Deaf& deaf, Instant received_at) {
  add_event(stream, seq, "deaf", deaf.reader, deaf.at, 0, deaf.cause);
  if (const auto open = open_of(stream, deaf.reader); open != stream.open.end()) {
    close(stream, *open, ms_of(std::min(deaf.at, received_at)), deaf.cause);
  }
}

void CoverageLog::store(StreamState& stream, std::uint64_t seq, const ClockStep& step, Instant) {
  add_event(stream, seq, "step", "", step.at, step.step_ms, "");
  // What follows is told by another clock: only a new `listening` row says whether that one can be believed.
  end_all(stream, "clock step");
}

void CoverageLog::end_all(StreamState& stream, std::string_view cause) {
  while (!stream.open.empty()) close(stream, stream.open.back(), stream.open.back().until_ms, cause);
}

void CoverageLog::extend(StreamState& stream, const Alive& alive, Instant received_at) {
  for (const auto& reader : alive.readers) {
    const auto open = open_of(stream, reader.reader);
    if (open == stream.open.end()) continue;
    const auto until = ms_of(std::min(reader.until, received_at));
    if (until <= open->until_ms) continue;
    state_.touch_months(open->until_ms, until);
    open->until_ms = until;
    static_cast<void>(state_.take_position());  // it changed something: the month must look newer
    database_.statement("UPDATE coverage SET until_ms = ? WHERE position = ?").run(until, open->position);
  }
}

}  // namespace badge::store
