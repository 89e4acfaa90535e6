#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/inspections/book.hpp"
#include "server/app/inspections/named_units.hpp"
#include "server/app/inspections/standing.hpp"
#include "server/app/unit_name.hpp"
#include "server/inspection/duty.hpp"

namespace badge::app {

/// What the inspections of a span of days say of a unit and all below it.
struct InspectionResults {
  struct Unit {
    UnitName unit;
    int inspections = 0, own = 0;  // that looked at people of it or below; of them its own
    inspection::Wearing wearing;
    int findings = 0;
    inspection::Duties duties;
  };
  /// Findings of one kind, by what became of them.
  struct Kind {
    inspection::Checklist list = inspection::Checklist::badge;
    std::map<inspection::FindingState, int> states;
    int repeated = 0;  // units with findings of this kind in more than one inspection
  };
  /// Somebody seen without their own badge worn as it should be.
  struct Person {
    std::string staff_code, full_name, unit_name;
    std::vector<attendance::Date> days;  // one for each inspection
  };
  /// An inspection that has ended, and how long its report took.
  struct Report {
    std::string file, number, unit_name;
    attendance::Date ended;
    std::optional<attendance::Date> reported;  // nothing: not yet
  };

  UnitName unit;  // code empty: all that the asker may see
  attendance::DateSpan days;
  int inspections = 0, own = 0;
  inspection::Wearing total;
  std::vector<Unit> units;        // directly below, in the order of the tree, those too that nobody inspected
  std::vector<Kind> kinds;        // in the order of checklists; those with findings
  std::vector<Person> people;     // most days first, at most results_people_max
  std::vector<Report> reports;    // those without one first, then the slowest
  std::vector<UnitName> praised;  // candidates: see praise_inspections_min
  std::vector<NamedUnit> named;   // likewise: see named_units()
  std::vector<UnitName> without_own;  // of `units`: did not inspect themselves
};

inline constexpr std::size_t results_people_max = 500;  // a longer list is nobody's to act on
inline constexpr int praise_inspections_min = 2;        // once may be luck

/// Whether a unit may be proposed for praise: everybody who had to wear a badge wore it, whoever was not
/// there had a paper, in at least praise_inspections_min inspections, and nobody was left in doubt. The rule
/// is printed on the list; people decide.
[[nodiscard]] bool is_praise_candidate(const InspectionResults::Unit& unit);

/// `unit` empty: the highest units that the asker answers for or inspects; of a single one, as if it were
/// named. Nothing: there is no such unit, or
/// it is not theirs. Pure.
[[nodiscard]] std::optional<InspectionResults> inspection_results(
    const InspectionFiles& files, const Inspecting& asker, const attendance::UnitTree& units,
    std::string_view unit, const attendance::DateSpan& days, attendance::Date today);

/// A finding with where it was made.
struct FindingInFile {
  const KnownInspection* known = nullptr;
  const inspection::Finding* finding = nullptr;
  inspection::FindingState state = inspection::FindingState::open;
};

/// Findings that are not closed, and closed ones that some evaluation still lacks, of inspections that the
/// asker sees whole: overdue ones first, then by their day. They point into `files`.
[[nodiscard]] std::vector<FindingInFile> findings_to_follow(const InspectionFiles& files,
                                                            const Inspecting& asker, attendance::Date today);

}  // namespace badge::app
