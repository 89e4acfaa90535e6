#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/language.hpp"
#include "server/app/scope.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::app {

inline constexpr std::size_t changes_told_max = 200;  // each costs a day judged again, in words

/// What kind of fact came since and touches the changed day.
enum class ChangeCause : std::uint8_t {
  taps,
  clock,  // a ruling on an entrance's clock
  paper,
  correction,
  regime,
  duty,
  posting,
  badge,
  hours,     // schedules, assignments, calendar; the units from which they are inherited
  coverage,  // none of these: readers reported later, or time went on
};
[[nodiscard]] std::string_view to_string(ChangeCause cause);
[[nodiscard]] std::string describe(ChangeCause cause, Language language);

struct Change {
  attendance::SheetChange change;
  std::vector<ChangeCause> causes;
  std::string text;  // why it is judged so now; of the first `changes_told_max`
};

/// What a unit's sheet says otherwise than before.
struct ChangeList {
  std::string unit_code;
  attendance::DateSpan days;
  std::uint64_t since = 0;    // the position of what it is compared with
  bool is_of_closed = false;  // compared with the sheet of a closed period; else with the facts of `since`
  bool is_erased = false;     // taps of these days are erased: there is nothing to compare with
  std::vector<Change> changes;
};

/// Compares with the close in force that has exactly these days, or, where `since` is given, with what was
/// known at that position. Nothing: no such unit within the scope, or neither was closed nor `since` given.
[[nodiscard]] std::optional<ChangeList> change_list(const Evidence& evidence, std::string_view unit_code,
                                                    const attendance::DateSpan& days,
                                                    std::optional<std::uint64_t> since, const Scope& scope,
                                                    Language language);

}  // namespace badge::app
