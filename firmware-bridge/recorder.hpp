#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "firmware-bridge/badge_check.hpp"
#include "firmware-bridge/clock_watch.hpp"
#include "firmware-bridge/display.hpp"
#include "firmware-bridge/feedback.hpp"
#include "firmware-bridge/journal.hpp"
#include "firmware-bridge/roster_cache.hpp"
#include "reader-config/tap/tap_wire.hpp"

namespace badge::bridge {

/// Turns what readers say into rows of the journal, and rows into lights. Nothing is shown before its row is
/// durable. Readers are named by their place in SiteConfig::readers. One thread; reads no clock but `clock`.
///
/// A portable reader says whose badge it sees, and writes a row only in a check, and of an inspector's badge,
/// which may open one. It covers nothing.
///
/// Coverage: a reader is covered from its `listening` row to its `deaf` row or the last sign of life. Where
/// nothing can be written any more, every reader counts as deaf from then on, even while it still listens:
/// its sign of life is frozen until the journal can be written again.
class Recorder {
 public:
  /// A card's tap is taken for the one before if the reader was opened again under it within this time: the
  /// rules take a second tap within a minute for a repeat as well.
  static constexpr std::chrono::seconds same_presentation_max{60};

  /// All must outlive it.
  Recorder(const SiteConfig& site, Journal& journal, const Clock& clock, const RosterCache& roster);

  /// Ends, at its last sign of life, what a bridge that was killed left open.
  void start();

  // ---- what the readers say ----
  void opened(std::size_t reader);
  void alive(std::size_t reader);
  /// What is to be shown; nothing where the card is only seen again.
  std::optional<Feedback> card(std::size_t reader, const CardSeen& seen);
  void removed(std::size_t reader);
  /// It hears nothing from its last sign of life on. `cause` is for people.
  void deaf(std::size_t reader, std::string cause);

  // ---- time ----
  /// Every second. Returns the readers at which a check has begun or ended.
  std::vector<std::size_t> tick();
  /// Every `remember_every`, and before anything that may not come back: what a killed bridge must know.
  static constexpr std::chrono::seconds remember_every{15};
  void remember();
  // ---- what a person at the display does in a check; `check` names it, so that a slow press ends no other
  // ----
  Pressed end_check(std::size_t reader, std::string_view check);
  /// Somebody came in without a badge (1), or was counted by mistake (-1). On `done` the row is durable.
  Pressed count_without_badge(std::size_t reader, std::string_view check, int people);

  /// The server said its time between two readings of ours.
  void server_time(Instant server_now, const ClockReading& sent, const ClockReading& received);

  /// The journal's stream is a new one: says again who listens.
  void stream_forked();

  /// The bridge ends: every reader is deaf.
  void stop();

  // ---- for others ----
  [[nodiscard]] std::vector<Alive::Reader> alive_readers() const;
  [[nodiscard]] bool check_is_open(std::size_t reader) const {
    return readers_[reader].check.open().has_value();
  }
  [[nodiscard]] const BadgeCheck& check(std::size_t reader) const { return readers_[reader].check; }
  [[nodiscard]] bool hears(std::size_t reader) const { return readers_[reader].hears; }
  [[nodiscard]] bool recording() const { return recording_; }

 private:
  struct ReaderState {
    ReaderMemory memory;                        // `listening` means: a `listening` row is open in the stream
    bool hears = false;                         // as the reader itself says
    std::chrono::milliseconds was_deaf_for{0};  // before it was opened
    BadgeCheck check;
    bool card_recorded = true;       // memory.card has a row; else nobody may read of it here
    std::optional<Credential> left;  // the card that was taken away last
    std::chrono::milliseconds left_at{0};
  };

  [[nodiscard]] Listening listening(std::size_t reader, const ClockReading& now) const;
  ClockReading observe();
  void watch_clock_state(const ClockReading& now);
  void say_again(const ClockReading& now, std::string cause);
  bool commit(std::span<const Record> records);
  bool resume();
  [[nodiscard]] static bool is_same_presentation(const ReaderState& reader, const CardSeen& seen);
  /// The row of a card that is shown now.
  [[nodiscard]] Record row_of(std::size_t reader, const RecordedTap& shown, const ClockReading& now,
                              const std::string& check) const;
  Feedback verified(std::size_t reader, const RecordedTap& shown);
  [[nodiscard]] Feedback feedback_of(std::size_t reader, const RecordedTap& shown) const;
  void recall_checks(const Memory& left);

  const SiteConfig& site_;
  Journal& journal_;
  const Clock& clock_;
  const RosterCache& roster_;
  ClockWatch watch_;
  ClockState told_clock_ = ClockState::unsynchronised;  // as the open `listening` rows say
  std::vector<ReaderState> readers_;
  bool recording_ = true;
};

}  // namespace badge::bridge
