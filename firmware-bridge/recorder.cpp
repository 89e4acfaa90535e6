#include "firmware-bridge/recorder.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "firmware-bridge/journal_checks.hpp"

namespace badge::bridge {
namespace {

const char* name_of(Light light) {
  switch (light) {
    case Light::off:
      return "no light";
    case Light::green:
      return "green";
    case Light::amber:
      return "amber";
    case Light::red:
      return "red";
  }
  return "no light";
}

}  // namespace

Recorder::Recorder(const SiteConfig& site, Journal& journal, const Clock& clock, const RosterCache& roster)
    : site_(site),
      journal_(journal),
      clock_(clock),
      roster_(roster),
      watch_({site.clock_step_limit, site.clock_offset_limit, site.clock_trust}) {
  for (const auto& reader : site.readers) {
    readers_.emplace_back();
    readers_.back().memory.reader = reader.id;
  }
}

void Recorder::start() {
  std::vector<Record> rows;
  Memory closed;
  const auto left = journal_.memory();
  for (auto memory : left.readers) {
    // Readers that site.toml no longer names are ended too.
    if (memory.listening)
      rows.emplace_back(Deaf{memory.reader, memory.alive, "bridge stopped without a word"});
    memory.listening = false;
    closed.readers.push_back(memory);
    const auto mine =
        std::ranges::find(readers_, memory.reader, [](const auto& r) { return r.memory.reader; });
    if (mine != readers_.end()) mine->memory = memory;
  }
  if (!rows.empty()) {
    if (const auto written = journal_.append(rows, closed); !written) {
      spdlog::error("journal: cannot be written ({}); taps are NOT recorded", written.error());
      recording_ = false;
    }
  }
  recall_checks(left);
  if (left.clock) watch_.recall(*left.clock, clock_.boot());
  told_clock_ = watch_.state(observe());
}

/// A machine that was started anew has ended its checks.
void Recorder::recall_checks(const Memory& left) {
  for (const auto& memory : left.readers) {
    const auto mine =
        std::ranges::find(readers_, memory.reader, [](const auto& r) { return r.memory.reader; });
    if (mine == readers_.end() || !memory.check || memory.check_boot != clock_.boot()) continue;
    mine->check.recall(*memory.check);
    spdlog::info("reader {}: badge check goes on, check={}", memory.reader, memory.check->ref);
  }
}

Listening Recorder::listening(std::size_t reader, const ClockReading& now) const {
  const auto& config = site_.readers[reader];
  return {config.id, config.entrance, config.direction, now.wall, told_clock_};
}

bool Recorder::commit(std::span<const Record> records) {
  Memory memory;
  for (const auto& reader : readers_) {
    memory.readers.push_back(reader.memory);
    if (!reader.card_recorded) memory.readers.back().card.reset();
    memory.readers.back().check = reader.check.open();
    memory.readers.back().check_boot = clock_.boot();
  }
  memory.clock = watch_.memory(clock_.boot());
  const auto written = journal_.append(records, memory);
  if (!written && recording_) {
    spdlog::error("journal: cannot be written ({}); taps are NOT recorded, all readers count as deaf",
                  written.error());
  }
  recording_ = recording_ && written;
  return written.has_value();
}

/// The journal may be writable again: closes what was open when it failed, and opens it anew.
bool Recorder::resume() {
  if (recording_) return true;
  const auto now = clock_.read();
  const auto before = readers_;
  std::vector<Record> rows;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    auto& reader = readers_[i];
    if (reader.memory.listening)
      rows.emplace_back(Deaf{reader.memory.reader, reader.memory.alive, "journal full"});
    reader.memory.listening = reader.hears && !site_.readers[i].portable;
    if (!reader.memory.listening) continue;
    rows.emplace_back(listening(i, now));
    reader.memory.alive = now.wall;
  }
  if (!commit(rows)) {
    readers_ = before;
    return false;
  }
  recording_ = true;
  spdlog::info("journal: can be written again; taps are recorded");
  return true;
}

ClockReading Recorder::observe() {
  const auto now = clock_.read();
  const auto step = watch_.observe(now);
  if (!step) return now;
  spdlog::warn("clock: jumped by {:+.1f} s; unsure until the server confirms it",
               static_cast<double>(step->step_ms) / 1000);
  // What was open is ended by the old clock and begun again by the new one.
  std::vector<Record> rows;
  for (const auto& reader : readers_) {
    if (reader.memory.listening)
      rows.emplace_back(Deaf{reader.memory.reader, reader.memory.alive, "clock step"});
  }
  rows.emplace_back(*step);
  told_clock_ = watch_.state(now);
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (!readers_[i].memory.listening) continue;
    rows.emplace_back(listening(i, now));
    readers_[i].memory.alive = now.wall;
  }
  if (recording_) commit(rows);
  return now;
}

/// A `listening` row says whether its clock can be believed: where that changes, coverage begins anew.
void Recorder::watch_clock_state(const ClockReading& now) {
  const auto state = watch_.state(now);
  if (state == told_clock_) return;
  told_clock_ = state;
  const auto offset = watch_.offset_ms();
  spdlog::info(
      "clock: {}{}", to_string(state),
      offset ? fmt::format(", server minus entrance {:+.3f} s", static_cast<double>(*offset) / 1000) : "");
  say_again(now, std::string("clock ") + std::string(to_string(state)));
}

void Recorder::say_again(const ClockReading& now, std::string cause) {
  std::vector<Record> rows;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    auto& memory = readers_[i].memory;
    if (!memory.listening) continue;
    rows.emplace_back(Deaf{memory.reader, now.wall, cause});
    rows.emplace_back(listening(i, now));
    memory.alive = now.wall;
  }
  if (!rows.empty() && recording_) commit(rows);
}

void Recorder::opened(std::size_t reader) {
  const auto now = observe();
  auto& state = readers_[reader];
  state.hears = true;
  state.was_deaf_for = std::chrono::abs(now.wall - state.memory.alive);
  if (!resume() || state.memory.listening || site_.readers[reader].portable) return;
  const auto before = state.memory;
  state.memory.listening = true;
  state.memory.alive = now.wall;
  const Record row = listening(reader, now);
  if (!commit({&row, 1})) state.memory = before;
}

void Recorder::alive(std::size_t reader) {
  const auto now = observe();  // first of all: a sign of life must not stretch over a step
  auto& memory = readers_[reader].memory;
  if (memory.listening && recording_) memory.alive = now.wall;
}

void Recorder::deaf(std::size_t reader, std::string cause) {
  observe();
  auto& state = readers_[reader];
  state.hears = false;
  state.check.card_gone();
  if (!state.memory.listening || !recording_) return;  // `resume` says it later
  state.memory.listening = false;
  const Record row = Deaf{state.memory.reader, state.memory.alive, std::move(cause)};
  if (!commit({&row, 1})) state.memory.listening = true;
}

bool Recorder::is_same_presentation(const ReaderState& reader, const CardSeen& seen) {
  const auto& lay_there = reader.memory.card;
  // A card that draws its number draws a new one when the reader's field comes back.
  const bool both_random = lay_there && lay_there->is_random() && seen.credential.is_random();
  return seen.first_after_open && (lay_there == seen.credential || both_random) &&
         reader.was_deaf_for <= same_presentation_max;
}

Record Recorder::row_of(std::size_t reader, const RecordedTap& shown, const ClockReading& now,
                        const std::string& check) const {
  const auto& config = site_.readers[reader];
  if (config.portable) {
    return BadgeShown{.reader = config.id,
                      .check_ref = check,
                      .credential = shown.credential,
                      .at = now.wall,
                      .monotonic_ms = now.boottime.count(),
                      .boot = clock_.boot(),
                      .clock = shown.clock,
                      .offset_ms = watch_.offset_ms()};
  }
  return Tap{.reader = config.id,
             .entrance = config.entrance,
             .direction = config.direction,
             .credential = shown.credential,
             .at = now.wall,
             .monotonic_ms = now.boottime.count(),
             .boot = clock_.boot(),
             .clock = shown.clock,
             .offset_ms = watch_.offset_ms(),
             .check_ref = check};
}

/// What is shown of a card that has its row.
Feedback Recorder::feedback_of(std::size_t reader, const RecordedTap& shown) const {
  const auto& check = readers_[reader].check.open();
  auto feedback =
      site_.readers[reader].portable ? badge_shown(shown, site_.display) : recorded(shown, site_.display);
  if (check) feedback.notice = check_notice(*check);
  return feedback;
}

/// Whose badge it is, and nothing is written.
Feedback Recorder::verified(std::size_t reader, const RecordedTap& shown) {
  auto& state = readers_[reader];
  state.memory.card = shown.credential;
  state.memory.card_at = shown.at;
  state.card_recorded = false;
  state.left.reset();
  state.check.card_gone();
  return badge_verified(shown, site_.display);
}

std::optional<Feedback> Recorder::card(std::size_t reader, const CardSeen& seen) {
  const auto now = observe();
  auto& state = readers_[reader];
  const auto& config = site_.readers[reader];
  const RecordedTap shown{seen.credential, roster_.look_up(seen.credential), now.wall, watch_.state(now)};
  if (is_same_presentation(state, seen)) {
    auto again = shown;
    again.at =
        state.memory.card_at;  // recorded by whoever was killed; the person may not have seen its light
    return state.card_recorded ? feedback_of(reader, again) : verified(reader, shown);
  }
  const bool flickered =
      state.left == seen.credential && now.boottime - state.left_at < config.same_card_quiet;
  if (flickered) {
    state.memory.card = seen.credential;
    state.left.reset();
    return std::nullopt;
  }

  const bool is_inspector = shown.badge.state == BadgeState::inspector;
  if (config.portable && !is_inspector && !state.check.open()) return verified(reader, shown);
  if (!resume()) {
    spdlog::error("reader {}: tap {} is NOT recorded, red", config.id, seen.credential.masked());
    return not_recorded();
  }
  const auto before = state;
  const auto own_ref = check_ref(journal_.stream(), journal_.last().seq + 1);
  const auto check = config.portable && !state.check.open() ? own_ref : state.check.ref();
  state.memory.card = seen.credential;
  state.memory.card_at = now.wall;
  state.memory.card_seq = journal_.last().seq + 1;
  state.card_recorded = true;
  state.left.reset();  // somebody else came between: whoever comes back now has come again
  state.check.card_gone();
  if (is_inspector) {
    state.check.inspector_came(own_ref, now.boottime);
  } else {
    state.check.badge_shown(seen.credential);
  }
  if (state.memory.listening) state.memory.alive = std::max(state.memory.alive, now.wall);
  const Record row = row_of(reader, shown, now, check);
  if (!commit({&row, 1})) {
    state = before;
    spdlog::error("reader {}: tap {} is NOT recorded, red", config.id, seen.credential.masked());
    return not_recorded();
  }
  auto feedback = feedback_of(reader, shown);
  spdlog::info("reader {}: tap {} seq={} {}{}", config.id, seen.credential.masked(), journal_.last().seq,
               name_of(feedback.light), check.empty() ? "" : " check=" + check);
  return feedback;
}

void Recorder::removed(std::size_t reader) {
  auto& state = readers_[reader];
  const auto now = observe();
  state.check.card_gone();
  state.left = std::exchange(state.memory.card, std::nullopt);
  state.left_at = now.boottime;
  // Within a minute of its tap it would only be a repeat; later a bridge that is killed now must not take the
  // next presentation for this one.
  const bool lay_long = now.wall - state.memory.card_at > same_presentation_max;
  if (lay_long && recording_) commit({});
}

std::vector<std::size_t> Recorder::tick() {
  const auto now = observe();
  watch_clock_state(now);
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (!readers_[i].check.tick(now.boottime)) continue;
    changed.push_back(i);
    spdlog::info("reader {}: badge check {}", site_.readers[i].id,
                 check_is_open(i) ? "begins, check=" + readers_[i].check.ref() : "ends");
  }
  if (!changed.empty() && recording_) commit({});  // a bridge that is killed now must know
  return changed;
}

Pressed Recorder::end_check(std::size_t reader, std::string_view check) {
  auto& state = readers_[reader];
  if (!state.check.open() || state.check.ref() != check) return Pressed::no_such_check;
  state.check.end();
  if (recording_) commit({});
  spdlog::info("reader {}: badge check ends, by the page", site_.readers[reader].id);
  return Pressed::done;
}

Pressed Recorder::count_without_badge(std::size_t reader, std::string_view check, int people) {
  const auto now = observe();
  auto& state = readers_[reader];
  if (!state.check.open() || state.check.ref() != check) return Pressed::no_such_check;
  if (!resume()) return Pressed::not_recorded;
  const auto before = state.check;
  if (!state.check.count_without_badge(people)) return Pressed::nothing_to_undo;
  const auto& config = site_.readers[reader];
  const Record row = WithoutBadge{config.id, config.entrance, std::string(check), now.wall, people};
  if (!commit({&row, 1})) {
    state.check = before;
    return Pressed::not_recorded;
  }
  spdlog::info("reader {}: {:+} without a badge, seq={} check={}", config.id, people, journal_.last().seq,
               check);
  return Pressed::done;
}

void Recorder::remember() {
  if (!recording_) {
    resume();
    return;
  }
  const bool somebody = std::ranges::any_of(readers_, [](const auto& r) { return r.memory.listening; });
  if (somebody) commit({});
}

void Recorder::server_time(Instant server_now, const ClockReading& sent, const ClockReading& received) {
  watch_.confirm(server_now, sent, received);
  watch_clock_state(received);
}

void Recorder::stream_forked() {
  // Rows that moved have new numbers, and checks are named after rows.
  for (auto& reader : readers_) reader.check.card_gone();
  recall_checks(journal_.memory());
  say_again(clock_.read(), "new stream");
}

void Recorder::stop() {
  observe();
  std::vector<Record> rows;
  for (auto& reader : readers_) {
    if (!reader.memory.listening) continue;
    rows.emplace_back(Deaf{reader.memory.reader, reader.memory.alive, "bridge stopped"});
    reader.memory.listening = false;
    reader.hears = false;
  }
  if (!rows.empty() && recording_) commit(rows);
}

std::vector<Alive::Reader> Recorder::alive_readers() const {
  std::vector<Alive::Reader> readers;
  for (const auto& reader : readers_) {
    if (reader.memory.listening) readers.push_back({reader.memory.reader, reader.memory.alive});
  }
  return readers;
}

}  // namespace badge::bridge
