#pragma once
/// An invented office to judge in, and verdicts as text, so that a test reads like the rule.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/month.hpp"
#include "server/attendance/tap_use.hpp"

namespace badge::attendance::testing {

/// "2026-03-10", or "10" for that day of March 2026 (the 10th is a Tuesday).
[[nodiscard]] Date date(std::string_view text);
/// "07:30", "07:30:59"; "+1" behind it is the next day: "07:00+1".
[[nodiscard]] seconds time_of_day(std::string_view text);
/// A date and a time of day with a blank or 'T' between: "10T07:30:59".
[[nodiscard]] LocalTime at(std::string_view text);
[[nodiscard]] DateSpan span(std::string_view from, std::string_view to = "2037-12-31");
/// "07:30" as minutes from midnight, and "07:30-09:00" as a part of a day.
[[nodiscard]] minutes minute(std::string_view text);
[[nodiscard]] ClockSpan clock_span(std::string_view text);

/// Taps with blanks between: times of `day`, or with a date of their own ("11T00:20"). Behind a time, ">in"
/// and ">out" name a reader for one direction, "~" a clock that cannot be believed, "^" a lent card.
[[nodiscard]] std::vector<Tap> taps(std::string_view text, Date day);

/// "07:30-11:30/120/60/5/5": start, end, opens before, closes after, late and early grace in minutes. What is
/// left out at the end is 0. The session is called `name`.
[[nodiscard]] SessionRule session(std::string_view text, std::string name = "");
/// Sessions with ',' between, every day of the week, since 2020. Two are called "sáng" and "chiều".
[[nodiscard]] Schedule schedule(std::string name, std::string_view sessions);

/// Approved papers of "A".
[[nodiscard]] Absence leave(std::string_view from, std::string_view to,
                            std::vector<std::string> sessions = {});
/// … for a part of one day: "09:00-10:30".
[[nodiscard]] Absence leave_at(std::string_view day, std::string_view time);
/// A nursing mother's, since 2020.
[[nodiscard]] Regime regime(RegimePlace place, int minutes_a_day);
/// "A"'s turn on the duty roster.
[[nodiscard]] Duty duty(std::string_view day, std::string schedule);
/// Approved, of "A". `session` empty: all of them; `at`: of in_at and out_at.
[[nodiscard]] Correction correction(std::string_view day, CorrectionEffect effect, std::string session = "",
                                    std::string_view at = "");
/// The same explanation as "A" gave it, without effect yet.
[[nodiscard]] Correction explanation(std::string_view day, Decision decision, std::string session = "");
/// Approved, of a whole unit.
[[nodiscard]] Correction outage(std::string_view day, std::string_view time, std::string unit = "tinh");
/// Closed since that time of day.
[[nodiscard]] CalendarDay closure(std::string_view day, std::string_view since, std::string unit = "");

/// A day that was judged, with everything that it points into.
struct Judged {
  std::vector<Tap> taps;
  std::unique_ptr<RuleBook> book;
  std::unique_ptr<Coverage> coverage;
  std::unique_ptr<InForce> in_force;
  std::unique_ptr<PersonDays> days;  // a day with duty points into it
  bool in_service = false;
  JudgedDay day;

  /// Judges one day by `taps`.
  void judge(PersonNo person, Date date, LocalTime now);

  /// For each session "IN-OUT words", with ", " between: "07:37-11:31 late 7, ?-17:02 missing_in". Without
  /// taps the word alone: "absent". A day without sessions is its kind: "holiday"; nobody's is "nobody".
  [[nodiscard]] std::string text() const;
  /// The codes of the reasons of one session, with blanks between.
  [[nodiscard]] std::string reasons(std::size_t session) const;
  /// One of them.
  [[nodiscard]] const Reason& reason(std::size_t session, std::size_t no) const {
    return day.verdict.sessions[session].reasons[no];
  }
  [[nodiscard]] DayKind kind() const { return day.verdict.kind; }
  /// What became of each tap: "in out repeat …".
  [[nodiscard]] std::string uses() const;
};

/// tinh (served by the entrance cong-a, hours 07:30–11:30 and 13:30–17:00 with 5 minutes of grace, Monday to
/// Friday) > snv > vp. One person, "A", in snv, with a badge. Every reader was listening since 2020.
struct Office {
  Office();

  RuleFacts facts;
  std::vector<ListenedSpan> heard;
  LocalTime now;                 // long after
  Date kept_from = Date::min();  // taps of days before are erased

  [[nodiscard]] Schedule& hours() { return facts.schedules.front(); }
  [[nodiscard]] Posting& posting() { return facts.postings.front(); }

  /// The entrance listened only at these times of `day`: "05:00-11:00 11:10-23:00".
  void heard_only(std::string_view day, std::string_view spans);

  [[nodiscard]] Judged judge(std::string_view day, std::string_view taps, std::string_view staff = "A") const;
  /// judge().text()
  [[nodiscard]] std::string day(std::string_view day, std::string_view taps) const {
    return judge(day, taps).text();
  }
};

[[nodiscard]] std::string to_text(const SessionVerdict& session, std::span<const Tap> taps, Date day);

}  // namespace badge::attendance::testing
