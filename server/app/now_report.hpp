#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/person_report.hpp"
#include "server/attendance/presence.hpp"

namespace badge::app {

inline constexpr std::size_t now_people_max = 500;  // a large department; each costs a look at their taps

/// Where one person is now.
struct NowRow {
  PersonName person;
  attendance::Presence presence = attendance::Presence::off;
  std::string session;      // its name; empty: nothing is asked today
  std::string since, last;  // "07:31": the first and the newest tap of the session; empty: none
  std::string text;         // on what paper; why it is not known
};

/// The people of a unit and of all below it, at this moment.
struct NowReport {
  UnitName unit;
  attendance::LocalTime now;
  std::size_t people = 0;    // of all of them
  std::vector<NowRow> rows;  // empty where there are more than now_people_max: ask for a smaller unit
};

/// Nothing: there is no such unit today, or not within `scope`.
[[nodiscard]] std::optional<NowReport> now_report(const Evidence& evidence, std::string_view unit,
                                                  const Scope& scope, Language language);

}  // namespace badge::app
