#pragma once
/// The facts that rules read, as people state them: units, people, hours, calendar. (What single people are
/// granted is in papers.hpp.) Plain values; the store keeps and returns them, imports
/// make them, nobody else changes them. Codes (`unit_code`, `staff_code`) are the office's own and never
/// re-used.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace badge::attendance {

using Date = std::chrono::local_days;          // a day of the office's calendar
using LocalTime = std::chrono::local_seconds;  // the office's wall clock
using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr minutes day_length{24 * 60};

/// Days from `from` to `to`, both included. Open-ended where `to` is `forever`.
struct DateSpan {
  static constexpr Date forever =
      Date(std::chrono::year(2037) / 12 / 31);  // the last day that zones are known for
  Date from;
  Date to = forever;
  [[nodiscard]] constexpr bool contains(Date date) const { return from <= date && date <= to; }
  [[nodiscard]] constexpr bool overlaps(const DateSpan& other) const {
    return from <= other.to && other.from <= to;
  }
  friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// A body or division as it was called and placed during `valid`. Units are ended, never deleted; one code
/// has several rows where name, kind or parent changed.
struct Unit {
  std::string code, name, kind;
  std::string parent_code;  // empty: a root
  DateSpan valid;
  friend bool operator==(const Unit&, const Unit&) = default;
};

/// Who answers for a unit during `valid`, in the words of the paper that says so.
enum class HeadRole : std::uint8_t {
  head,       // người đứng đầu
  acting,     // quyền (Q.)
  in_charge,  // phụ trách
  delegated,  // được ủy quyền điều hành: stands in while the head is away
};
struct Head {
  std::string unit_code, staff_code;
  HeadRole role = HeadRole::head;
  DateSpan valid;
  std::string paper;
  friend bool operator==(const Head&, const Head&) = default;
};

/// By this paper one unit took over another, or a part of it, on this day. Several with one `to_unit` and
/// date are a merger, several with one `from_unit` and date a division (unit_turns.hpp).
struct Succession {
  std::string from_unit, to_unit;
  Date date;
  std::string paper;
  friend bool operator==(const Succession&, const Succession&) = default;
};

/// From `valid_from` on, the pay periods of the unit and all below it begin on this day of the month, 1 to
/// 28; they are called by the month in which they end (pay_period.hpp).
struct PayPeriod {
  std::string unit_code;
  Date valid_from;
  int first_day = 1;
  friend bool operator==(const PayPeriod&, const PayPeriod&) = default;
};

/// Where a person belongs during `valid`. One person's rows never overlap.
struct Posting {
  std::string staff_code, full_name, unit_code, position, category;
  DateSpan valid;
  std::int32_t list_order = 0;  // papers list people in this order
  /// Another unit in which the work is done (secondment, one-stop office): its hours, entrances and head are
  /// this person's. The sheet and all totals stay with `unit_code`. Empty: the same unit.
  std::string works_at = {};
  std::vector<std::string> entrances = {};  // further ones at which this person taps, ascending
  friend bool operator==(const Posting&, const Posting&) = default;
};

enum class BadgeState : std::uint8_t { active, lost, damaged, returned, revoked };

/// Whose badge it is during `valid`. Only an `active` badge's taps count for its holder.
struct Badge {
  std::string staff_code;
  std::string uid;  // hexadecimal, as Credential::hex() writes it
  DateSpan valid;
  BadgeState state = BadgeState::active;
  bool temporary = false;  // lent for these days to somebody whose own is forgotten or not issued yet
  friend bool operator==(const Badge&, const Badge&) = default;
};

/// The number that is printed on somebody's badge. It may hold the citizen id (QĐ 838: agency, citizen id,
/// kind), so it is kept as a keyed hash, by which it is found, and as what may be shown of it.
struct CardNumber {
  std::string staff_code;
  std::string mark, shown;
  DateSpan valid;
  friend bool operator==(const CardNumber&, const CardNumber&) = default;
};

/// A card of the guard's box, to be lent for a day. Whose it is at a moment, loans say.
struct TemporaryCard {
  std::string label;      // printed on it: "TT-03"; that of one card in force only
  std::string uid;        // as in Badge
  std::string unit_code;  // in whose box it lies
  DateSpan valid;
  friend bool operator==(const TemporaryCard&, const TemporaryCard&) = default;
};

enum class LoanCause : std::uint8_t {
  forgotten,   // quên thẻ
  not_issued,  // chưa được cấp thẻ
};

/// A temporary card in somebody's hands. Its taps count for them, whatever other badge they hold, from the
/// minute `from` until the minute in which it was returned is over, but never past `until`. All three are
/// whole minutes.
struct CardLoan {
  std::string uid, staff_code;
  LocalTime from;
  LocalTime until;  // ends by itself then; `until` does not count any more
  LoanCause cause = LoanCause::forgotten;
  std::string label;                                 // as it was printed on the card then
  std::optional<LocalTime> returned = std::nullopt;  // nothing: it is still out, also after `until`
  [[nodiscard]] LocalTime end() const { return returned ? std::min(until, *returned + minutes(1)) : until; }
  friend bool operator==(const CardLoan&, const CardLoan&) = default;
};

/// During `valid` this entrance serves the unit, and all below it that have none of their own.
struct EntranceService {
  std::string entrance, unit_code;
  DateSpan valid;
  friend bool operator==(const EntranceService&, const EntranceService&) = default;
};

/// One buổi of a season. Times count from midnight of the attendance date; `end` may pass 24:00 (night duty).
struct SessionRule {
  std::string name;  // "sáng"
  minutes start{0}, end{0};
  minutes opens_before{0}, closes_after{0};  // a tap counts from start - opens_before to end + closes_after
  minutes late_grace{0};                     // on time while the in <= start + late_grace
  minutes early_grace{0};                    // not early while the out >= end - early_grace
  friend bool operator==(const SessionRule&, const SessionRule&) = default;
};

/// The hours from `valid_from` until the next season of the same schedule begins.
struct Season {
  Date valid_from;
  std::uint8_t weekdays = 0;          // bit 0 Monday … bit 6 Sunday
  std::vector<SessionRule> sessions;  // in order of start, not overlapping
  /// Flexible arrival: the in of the day's first session may lie this much before or after its start, and the
  /// end of the last session moves by as much as it does.
  minutes flex_earlier{0}, flex_later{0};
  friend bool operator==(const Season&, const Season&) = default;
};

/// Which taps a schedule demands.
enum class TapsDemanded : std::uint8_t {
  each_session,  // in and out of every session
  day_ends,      // in of the first and out of the last session of the day
  first_only,    // in of the first session of the day
  none,          // exempt
};

inline constexpr std::int32_t explanation_days_max = 30;  // later, nobody remembers

struct Schedule {
  std::string name;
  TapsDemanded taps = TapsDemanded::each_session;
  seconds repeat_quiet{60};    // a tap sooner after the last kept one is a repeat
  minutes stay_min{10};        // first and last tap closer than this are one event
  minutes lone_tap_reach{60};  // a lone tap farther than this from both ends has no direction
  bool noon_one_tap = false;   // one tap at noon closes the morning and opens the afternoon
  bool minutes_after_grace =
      false;                    // late and early minutes count from the end of grace, not from start and end
  std::vector<Season> seasons;  // in order of valid_from
  bool ignores_calendar = false;  // guards and duty: holidays, days off and closures are days like others
  /// Working days after a day on which its gaps may still be explained; until then nobody reads "without
  /// reason".
  std::int32_t explanation_days = 3;
  friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// Which schedule a unit (and all below it) or one person follows during `valid`. A person's own wins over a
/// unit's; of units the nearest ancestor wins. Exactly one of `unit_code` and `staff_code` is set.
struct Assignment {
  std::string schedule, unit_code, staff_code;
  DateSpan valid;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

enum class CalendarKind : std::uint8_t {
  holiday,
  off,
  working,
  closure,   // storm, flood, power cut: nobody owes presence from a time of the day on
  ordinary,  // as its weekday says: takes back what an earlier letter said of the day
};

/// A day that differs from its weekday (Labour Code 2019 art. 111–112, each year's decisions on swaps,
/// letters on storms and floods). Of several rows for one date, that of the nearest unit holds.
struct CalendarDay {
  Date date;
  CalendarKind kind = CalendarKind::holiday;
  std::string name;
  std::optional<std::chrono::weekday> works_like;  // of a `working` day
  std::string unit_code = {};                      // for this unit and all below it; empty: for everybody
  minutes from{0};                                 // of a closure: since this time of day
  /// Whom it does not concern, ascending: units with all below them, and people by name. For them holds what
  /// would hold without this row.
  std::vector<std::string> except_units = {}, except_staff = {};
  std::string paper = {};
  friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

/// Somebody states that an import holds every tap of this unit and all below it on these days.
struct Completeness {
  std::string unit_code;
  DateSpan days;
  std::string stated_by;
  friend bool operator==(const Completeness&, const Completeness&) = default;
};

/// A reader that is lost for good, by somebody's ruling: from `at` on nobody waits for it. What it left
/// uncovered before stays in doubt.
struct ReaderEnd {
  std::string entrance, reader;
  LocalTime at;
  std::string ruled_by, reason;
  friend bool operator==(const ReaderEnd&, const ReaderEnd&) = default;
};

/// What a person says about the clock of an entrance that could not be believed: the taps of rows `first_seq`
/// to `last_seq` of its stream were made `offset` later than it stamped them (negative: earlier). Taps among
/// them whose clock was confirmed keep their time. One stream's rulings never overlap.
struct ClockRuling {
  std::string stream;
  std::uint64_t first_seq = 0, last_seq = 0;
  seconds offset{0};
  std::string ruled_by, reason;
  friend bool operator==(const ClockRuling&, const ClockRuling&) = default;
};

}  // namespace badge::attendance
