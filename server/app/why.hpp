#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/person_report.hpp"

namespace badge::app {

/// Everything that one person's day was judged from, and the verdict, in words.
struct Why {
  struct Schedule {
    std::string name, assigned_to, hours;  // assigned_to: the unit or person that the assignment names
  };
  struct TapLine {
    std::string at;  // "07:37:12"
    std::string reader, entrance, direction, uid_masked, use;
    bool temporary_card = false;  // lent for the day
    std::string ruled;            // by whose ruling `at` is not the stamped time; empty: it is
  };
  struct SilentSpan {
    std::string entrance;
    std::string from, to;  // "09:12"; empty: before the day began, after it ended
    std::string text;
  };
  PersonName person;
  attendance::Date date;
  attendance::DayKind kind = attendance::DayKind::unscheduled;
  std::optional<Schedule> schedule;
  std::string calendar;              // name of a day that the calendar names
  std::vector<std::string> letters;  // everything that the calendar says of the day, with whom it excepts
  std::vector<std::string> duties;
  std::vector<std::string> loans;  // temporary cards that the person was lent on this day
  std::vector<TapLine> taps;
  std::vector<std::string> papers;
  std::vector<std::string> corrections;  // explanations and decisions, of the person and of the unit
  std::vector<SilentSpan>
      silences;  // of the entrances that serve the unit, within the hours of the day's windows
  std::vector<SessionRow> sessions;
  std::vector<std::string> text;  // all of it as lines to read
};

/// Nothing: no such person, not in service on that day, or not within the scope.
[[nodiscard]] std::optional<Why> why(const Evidence& evidence, std::string_view staff, attendance::Date date,
                                     const Scope& scope, Language language);

}  // namespace badge::app
