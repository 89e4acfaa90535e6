#pragma once
/// What single people are granted, asked or told on paper: absences, duties, regimes, corrections, and the
/// two ledgers of days. Plain values, like those of facts.hpp.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// From minute to minute of one day, both counted from its midnight; `to` after `from`.
struct ClockSpan {
  minutes from{0}, to{0};
  friend bool operator==(const ClockSpan&, const ClockSpan&) = default;
};

inline constexpr std::uint8_t every_weekday = 0x7F;  // bit 0 Monday … bit 6 Sunday

enum class AbsenceKind : std::uint8_t {
  annual_leave,
  sick,
  child_sick,
  maternity,
  accident,
  personal_paid,
  unpaid,
  compensatory,
  study,
  business_trip,
  permitted_work,     // out of the office for work, with permission
  permitted_private,  // … for a private matter
  field_work,         // a standing programme in the field: land, tax, forest officers
  dispatch,           // a driver's dispatch order
};

/// An approved paper: the person owed no presence then.
struct Absence {
  std::string staff_code;
  AbsenceKind kind = AbsenceKind::annual_leave;
  DateSpan days;
  std::vector<std::string> sessions;  // names; empty: all
  std::string paper;                  // its number; empty: none was named
  std::optional<LocalTime> reported_at;
  std::uint8_t weekdays = every_weekday;  // of `days`; a weekly programme names some
  /// A part of a day: since `from` on the first of the days until `to` on the last of them; of a weekly
  /// programme on each of its days. Never together with `sessions`.
  std::optional<ClockSpan> time = {};
  std::string approved_by = {};
  bool kept_despite_taps = false;  // HR looked at the taps inside it and lets it stand
  friend bool operator==(const Absence&, const Absence&) = default;
};

/// Why somebody may be away for some minutes of each day, for a time (*nghỉ theo chế độ*). Only HR sees
/// which.
enum class RegimeKind : std::uint8_t {
  nursing,       // a child under 12 months: 60 minutes a day (Labour Code 2019 art. 137)
  menstruation,  // 30 minutes a day, on her own notice (the same)
};
/// Against what the minutes are set off.
enum class RegimePlace : std::uint8_t {
  any,     // late and early of every session, in order of the day
  start,   // late in the day's first session
  end,     // early in the day's last
  split,   // one half each
  middle,  // early before noon and late after it
};
struct Regime {
  std::string staff_code;
  RegimeKind kind = RegimeKind::nursing;
  RegimePlace place = RegimePlace::any;
  minutes a_day{60};
  DateSpan days;
  std::string paper;
  friend bool operator==(const Regime&, const Regime&) = default;
};

/// One person's turn on a duty roster (*trực*): the sessions of `schedule` on that date, whatever the
/// calendar says; they take the place of ordinary sessions that they overlap. A night belongs to the date on
/// which it begins.
struct Duty {
  std::string staff_code;
  Date date;
  std::string schedule;
  std::string unit_code;  // whose slot it covers
  std::string paper;
  friend bool operator==(const Duty&, const Duty&) = default;
};

/// A duty slot that must be covered on these days, by at least so many people.
struct DutySlot {
  std::string unit_code, schedule;
  DateSpan days;
  std::uint8_t weekdays = every_weekday;
  std::int32_t people_min = 1;
  friend bool operator==(const DutySlot&, const DutySlot&) = default;
};

enum class CorrectionCause : std::uint8_t { forgot_badge, reader_fault, field_work, other };
enum class Decision : std::uint8_t { pending, approved, refused };
/// What an approved correction says of a session, in place of what the taps say.
enum class CorrectionEffect : std::uint8_t {
  present,  // in and out in time
  in_at,    // came at `at`
  out_at,   // left at `at`
  absent,   // was not there: a paper concludes what the data could not
};

/// A person's explanation and what became of it; or, of a whole unit, that its taps could not be read for a
/// time. Changes no tap: it stands beside them. Exactly one of `staff_code` and `unit_code` is set.
struct Correction {
  std::string staff_code;
  std::string unit_code;  // and all below it; always `present`, for the ends that fall into `outage`
  Date date;
  std::string session;  // its name; empty: every session of the day
  CorrectionEffect effect = CorrectionEffect::present;
  minutes at{0};                         // of in_at and out_at
  std::optional<ClockSpan> outage = {};  // of a unit: when the reader was down
  CorrectionCause cause = CorrectionCause::other;
  std::string explanation;
  Decision decision = Decision::pending;
  std::string decided_by, decision_reason;  // a refusal has a reason
  std::string paper;
  friend bool operator==(const Correction&, const Correction&) = default;
};

/// A person's annual leave of one year (Labour Code 2019 art. 113–114): what the year gives and what it took
/// over. Half days, because a session is half a day.
struct LeaveEntitlement {
  std::string staff_code;
  int year = 0;
  Date service_from;  // since when the person has served: a day more for every five full years
  std::int32_t base_half_days = 24;
  std::int32_t carried_half_days = 0;
  Date carried_until;  // the last day on which carried days may be taken
  std::string paper;
  friend bool operator==(const LeaveEntitlement&, const LeaveEntitlement&) = default;
};

enum class CreditKind : std::uint8_t { overtime, duty, saturday_desk };
/// Approved work beyond the hours that earns compensatory leave. Taps confirm it and never create it.
struct Credit {
  std::string staff_code;
  CreditKind kind = CreditKind::overtime;
  Date date;
  ClockSpan time;    // `to` may pass 24:00
  minutes earns{0};  // of compensatory leave
  Date expires;      // the last day on which it may be taken
  std::string paper, approved_by;
  friend bool operator==(const Credit&, const Credit&) = default;
};

}  // namespace badge::attendance
