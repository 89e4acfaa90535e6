// Rules of lists and reports on trips that must be refused.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {
namespace {

std::vector<BadInput> rules_that_cannot_be() {
  return refused(
      ImportKind::list_rules,
      {
          {"of a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this"},
          {"since no day", {{{"valid_from", ""}}}, 2, "valid_from", "is empty"},
          {"never late", {{{"late_times", "0"}}}, 2, "late_times", "must be a whole number from 1"},
          {"longer than a day", {{{"away_min", "1441"}}}, 2, "away_min", "must be a whole number from 1"},
          {"no number at all",
           {{{"late_times", ""}, {"away_min", ""}}},
           2,
           "late_times",
           "state how often late"},
          {"a ground that turns around",
           {{{"rule", "\u202ENội quy"}}},
           2,
           "rule",
           "holds a character that cannot be printed"},
          {"one unit twice on one day", {{}, {{"late_times", "4"}}}, 3, "", "states again what line 2"},
      });
}

std::vector<BadInput> reports_that_cannot_be() {
  return refused(
      ImportKind::trip_reports,
      {
          {"of nobody", {{{"staff_code", "KHONG"}}}, 2, "staff_code", "nobody has this code"},
          {"of a leave", {{{"trip_from", "2026-03-09"}}}, 2, "trip_from", "no business trip of this person"},
          {"of the second day", {{{"trip_from", "2026-06-16"}}}, 2, "trip_from", "no business trip"},
          {"before the trip", {{{"reported_on", "2026-06-14"}}}, 2, "reported_on", "is before the first day"},
          {"without a number", {{{"paper", " "}}}, 2, "paper", "is empty"},
          {"one trip twice", {{}, {{"paper", "BC 32"}}}, 3, "", "states again what line 2"},
      });
}

}  // namespace

std::vector<BadInput> bad_lists() {
  auto all = rules_that_cannot_be();
  const auto reports = reports_that_cannot_be();
  all.insert(all.end(), reports.begin(), reports.end());
  return all;
}

}  // namespace badge::app::test
