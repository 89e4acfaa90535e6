#pragma once
/// What the roster does not say yet, without which somebody's days cannot be judged or a paper be filled in.
/// Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/plan.hpp"
#include "server/app/scope.hpp"
#include "server/app/unit_name.hpp"
#include "server/attendance/coverage.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

inline constexpr std::size_t gaps_listed_max = 500;  // of each kind; who mends so many uses a file

enum class RosterGap : std::uint8_t {
  no_unit,          // people: hold a badge, or come back, and have no posting today
  no_badge,         // people in service without an active badge
  no_schedule,      // people in service to whom no hours apply
  no_position,      // people in service without a position, or without a place in the list
  no_head,          // units that nobody answers for
  no_entrance,      // units with people, served by no entrance
  silent_entrance,  // units with people, served by an entrance that has never listened
};
[[nodiscard]] std::string_view to_string(RosterGap gap);  // the enumerator's name

struct GapItem {
  std::string code, name;  // of the person; of a unit, the unit's own
  UnitName unit;
  std::string entrance;                        // that has never listened
  std::optional<attendance::Posting> posting;  // of a person: today's, else the nearest in time
};

struct GapList {
  RosterGap gap = RosterGap::no_unit;
  std::size_t count = 0;
  std::vector<GapItem> listed;  // in the order of the tree, then of papers
};

/// One list for each kind, in the order of RosterGap, of who and what is within the scope today. `unit`: of
/// it and all below; empty: all of the scope.
[[nodiscard]] std::vector<GapList> roster_gaps(const attendance::RuleBook& book,
                                               const attendance::Coverage& coverage, const Scope& scope,
                                               std::string_view unit, attendance::Date today);

/// A file that mends a list once what it leaves empty is filled in. Nothing: no file does.
struct FileToFill {
  ImportKind kind = ImportKind::staff;
  std::vector<FormRow> rows;  // one for each listed item
};
[[nodiscard]] std::optional<FileToFill> file_to_fill(const GapList& list, attendance::Date today);

}  // namespace badge::app
