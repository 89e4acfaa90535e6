#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/language.hpp"
#include "server/app/unit_report.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

struct PersonName {
  std::string code, full_name, position;
  UnitName unit;  // the last one of the span that was asked for
};

/// One session as a page shows it. Times are "07:37"; empty: no tap.
struct SessionRow {
  std::string name, start, end;
  attendance::SessionState state = attendance::SessionState::not_due;
  std::int64_t late_min = 0, early_min = 0;
  bool missing_in = false, missing_out = false;
  std::string in, out;
  std::vector<std::string_view> reasons;  // codes
  std::string text;                       // the same as sentences
};

struct DayRow {
  attendance::Date date;
  std::string weekday;
  attendance::DayKind kind = attendance::DayKind::unscheduled;
  std::string name;  // of a day that the calendar names
  std::string unit_code;
  std::vector<SessionRow> sessions;
  std::vector<std::string> taps;  // all of the calendar day's
};

struct PersonReport {
  PersonName person;
  attendance::DateSpan days_asked;
  attendance::Tally tally;
  std::vector<DayRow> days;
};

/// Whose verdicts: what the facts say now, or, of closed periods, what was signed.
enum class Verdicts : std::uint8_t { of_facts, as_signed };

/// A person's days, a year of them at most. Those on which the person was in a unit beyond `scope` are left
/// out. Nothing: no such person, or no day that the asker may see.
[[nodiscard]] std::optional<PersonReport> person_report(const Evidence& evidence, std::string_view staff,
                                                        const attendance::DateSpan& days, const Scope& scope,
                                                        Language language,
                                                        Verdicts verdicts = Verdicts::of_facts);

/// For who shows one day of it too.
[[nodiscard]] std::vector<SessionRow> session_rows(const attendance::JudgedDay& day,
                                                   const Evidence::PersonTaps& taps, Language language);
[[nodiscard]] PersonName person_name(const attendance::RuleBook& book, const attendance::RuleBook::Stay& stay,
                                     attendance::Date date);

}  // namespace badge::app
