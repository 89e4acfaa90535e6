#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "server/store/badge_checks.hpp"
#include "server/store/coverage.hpp"
#include "server/store/fact_batch.hpp"
#include "server/store/logins.hpp"
#include "server/store/packed_tap.hpp"
#include "server/store/period_closes.hpp"
#include "server/store/period_signatures.hpp"
#include "server/store/status.hpp"

namespace badge::store {

class ReadLease;
struct UnsureStream;

/// One key's taps of a month. Valid during the call that it is handed to.
struct CredentialMonth {
  std::uint32_t credential_no;  // the store's number for the key; never changes
  const TapKey& key;
  std::span<const PackedTap> taps;  // in order of time
};

/// The store as it was at one instant, however much is written meanwhile: a read transaction. Keep it for one
/// question and close it before the first byte of the answer is sent: it holds one of few connections, and
/// the write-ahead log cannot shrink under it. Movable; used by one thread at a time. Throws SqliteError when
/// the disk fails.
///
/// Where a ruling on a clock is in force, its taps have the time that it gives them. What is read by position
/// (taps_since) has the stamped time.
///
/// A **month of taps** is the UTC month and `month_reach` more at both ends, so it contains the office's
/// month in every time zone and the nights that reach over its ends. Who reads it picks what belongs to a
/// day.
class Snapshot {
 public:
  explicit Snapshot(std::unique_ptr<ReadLease> lease);
  Snapshot(Snapshot&&) noexcept;
  Snapshot& operator=(Snapshot&&) noexcept;
  ~Snapshot();

  [[nodiscard]] DataVersion version() const;
  /// The last position that touches what a report on `month` reads: its taps, its coverage, any roster fact.
  [[nodiscard]] std::uint64_t month_version(std::chrono::year_month month) const;

  /// Days before this one are not judged any more: their taps are erased. Date::min(): none are.
  [[nodiscard]] attendance::Date judged_from() const;

  /// The facts in force; with a position, as they were when that was the last one (version().last_position).
  [[nodiscard]] RosterFacts roster_facts(std::optional<std::uint64_t> as_of = std::nullopt) const;
  [[nodiscard]] std::vector<attendance::CardNumber> card_numbers() const;    // in force
  [[nodiscard]] std::vector<inspection::IndicatorValue> indicators() const;  // in force
  /// In force; or those that were by what was visible at position `as_of`.
  [[nodiscard]] std::vector<attendance::TimesheetSymbol> timesheet_symbols(
      std::optional<std::uint64_t> as_of = std::nullopt) const;
  [[nodiscard]] std::vector<attendance::TimesheetForm> timesheet_forms(
      std::optional<std::uint64_t> as_of = std::nullopt) const;
  [[nodiscard]] std::vector<attendance::NamedPeriod> named_periods() const;  // in force
  [[nodiscard]] std::vector<attendance::ListRule> list_rules() const;        // in force
  [[nodiscard]] std::vector<attendance::TripReport> trip_reports() const;    // in force
  /// Whose badges open a check, whenever: each with the days of the grant.
  [[nodiscard]] std::vector<CheckOpener> check_openers() const;
  /// Newest first, at most `count`.
  [[nodiscard]] std::vector<FactLogEntry> fact_log(std::size_t count) const;
  /// What became visible after a position, oldest first.
  [[nodiscard]] std::vector<FactLogEntry> facts_since(std::uint64_t position) const;

  /// Taps that became visible after a position, of entrances and of imports, in order of position.
  [[nodiscard]] std::vector<std::pair<TapKey, PackedTap>> taps_since(std::uint64_t position) const;

  /// Closed periods that share days with these, in order of position, re-opened and superseded ones too.
  [[nodiscard]] std::vector<PeriodClose> period_closes(const attendance::DateSpan& days) const;
  /// The same without their sheets, which are most of them.
  [[nodiscard]] std::vector<PeriodClose> period_close_heads(const attendance::DateSpan& days) const;
  /// Signatures of sheets that share days with these, in order of position.
  [[nodiscard]] std::vector<PeriodSignature> period_signatures(const attendance::DateSpan& days) const;

  /// Calls `visit` once for each key with taps in the month, keys in the order of their first tap ever. What
  /// the log's tail holds and was not folded yet is merged in.
  void for_each_credential_month(std::chrono::year_month month,
                                 const std::function<void(const CredentialMonth&)>& visit) const;
  /// Every key that was ever shown, with its number, those after a number; ascending.
  void for_each_credential(std::uint32_t after,
                           const std::function<void(std::uint32_t no, const TapKey&)>& visit) const;
  /// The number of the newest; 0: none.
  [[nodiscard]] std::uint32_t last_credential() const;
  /// All taps of these keys with from <= at < to, in order of time, sources looked up. With a position: by
  /// the rulings on clocks that were in force when that was the last one; later taps are there all the same.
  [[nodiscard]] std::vector<TapDetail> taps_of(std::span<const TapKey> keys, Instant from, Instant to,
                                               std::optional<std::uint64_t> as_of = std::nullopt) const;
  /// The taps that rulings on clocks concern, in order.
  [[nodiscard]] std::vector<KeyedRuledTap> ruled_taps(
      std::optional<std::uint64_t> as_of = std::nullopt) const;
  [[nodiscard]] std::vector<attendance::ClockRuling> clock_rulings() const;  // in force
  /// Streams of bridges with the taps whose clock could not be believed, ruled or not.
  [[nodiscard]] std::vector<UnsureStream> unsure_streams() const;
  /// The number of a source is its place here (0 is unused).
  [[nodiscard]] std::vector<Source> sources() const;
  /// Months (UTC) that hold taps, ascending.
  [[nodiscard]] std::vector<std::chrono::year_month> months() const;

  /// What readers saw in check mode with from <= at < to, in order of check and time; at most
  /// checked_rows_max, the newest.
  [[nodiscard]] std::vector<CheckedRow> checked_rows(Instant from, Instant to) const;

  /// Intervals that touch [from, to), of these entrances, ordered by entrance, reader, from. Empty: all
  /// entrances. With a position: of listening rows until then; how far they reached is known as of now.
  [[nodiscard]] std::vector<CoverageInterval> coverage(
      std::span<const std::string> entrances, Instant from, Instant to,
      std::optional<std::uint64_t> as_of = std::nullopt) const;

  [[nodiscard]] std::vector<StreamStatus> streams() const;  // of bridges, ordered by bridge
  [[nodiscard]] std::vector<LostRows> lost_rows() const;    // oldest first
  [[nodiscard]] std::vector<QuarantinedRow> quarantine(std::size_t count) const;  // newest first
  [[nodiscard]] std::uint64_t quarantined_rows() const;
  /// Cards shown in `month` that are nobody's badge and no temporary card, most recent first.
  [[nodiscard]] std::vector<UnknownCredential> unknown_credentials(std::chrono::year_month month) const;

 private:
  std::unique_ptr<ReadLease> lease_;
};

inline constexpr std::chrono::hours month_reach{
    48};  // a zone's offset (≤ 14 h) and a night that runs on (≤ 34 h)

}  // namespace badge::store
