// Successions of units, and pay periods, that cannot be.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {

namespace {

std::vector<BadInput> bad_successions() {
  return refused(
      ImportKind::successions,
      {
          {"no unit that gives", {{{"from_unit", ""}}}, 2, "from_unit", "is empty"},
          {"no unit that takes", {{{"to_unit", ""}}}, 2, "to_unit", "is empty"},
          {"no date", {{{"date", ""}}}, 2, "date", "is empty"},
          {"no decision", {{{"paper", ""}}}, 2, "paper", "is empty"},
          {"from a unit that nobody knows",
           {{{"from_unit", "KHONG"}}},
           2,
           "from_unit",
           "no unit has this code"},
          {"to a unit that nobody knows", {{{"to_unit", "KHONG"}}}, 2, "to_unit", "no unit has this code"},
          {"a unit that is not there yet",
           {{{"date", "2025-06-30"}}},
           2,
           "to_unit",
           "this unit begins only on 01/07/2025"},
          {"from a unit that was not there the day before",
           {{{"from_unit", "PCC"}, {"to_unit", "SNV"}, {"date", "2024-01-01"}}},
           2,
           "from_unit",
           "this unit begins only on 01/01/2024"},
          {"from a unit that ended earlier",
           {{{"date", "2025-07-02"}}},
           2,
           "from_unit",
           "this unit ended on 30/06/2025"},
          {"to itself",
           {{{"from_unit", "SNV"}, {"to_unit", "SNV"}}},
           2,
           "to_unit",
           "a unit cannot take over itself"},
          {"there and back on one day",
           {{{"from_unit", "SNV"}, {"to_unit", "UBND"}}, {{"from_unit", "UBND"}, {"to_unit", "SNV"}}},
           3,
           "to_unit",
           "goes back to \"UBND\" on the same day"},
          {"round three units on one day",
           {{{"from_unit", "SNV"}, {"to_unit", "UBND"}},
            {{"from_unit", "UBND"}, {"to_unit", "PCC"}},
            {{"from_unit", "PCC"}, {"to_unit", "SNV"}}},
           4,
           "to_unit",
           "goes back to \"PCC\" on the same day"},
          {"one succession twice", {{}, {{"paper", "13/QĐ-UBND"}}}, 3, "", "states again what line 2"},
      });
}

std::vector<BadInput> bad_pay_periods() {
  return refused(
      ImportKind::pay_periods,
      {
          {"no unit", {{{"unit_code", ""}}}, 2, "unit_code", "is empty"},
          {"no date", {{{"valid_from", ""}}}, 2, "valid_from", "is empty"},
          {"no first day", {{{"first_day", ""}}}, 2, "first_day", "is empty"},
          {"a day that February lacks",
           {{{"first_day", "29"}}},
           2,
           "first_day",
           "must be a whole number from 1 to 28"},
          {"the day before the first",
           {{{"first_day", "0"}}},
           2,
           "first_day",
           "must be a whole number from 1 to 28"},
          {"a day in words",
           {{{"first_day", "ngày 26"}}},
           2,
           "first_day",
           "must be a whole number from 1 to 28"},
          {"a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this code"},
          {"a unit that ended", {{{"unit_code", "SGTVT"}}}, 2, "unit_code", "this unit ended on 30/06/2025"},
          {"a unit that is not there yet",
           {{{"unit_code", "SXD"}, {"valid_from", "2025-06-26"}}},
           2,
           "unit_code",
           "this unit begins only on 01/07/2025"},
          {"one day twice", {{}, {{"first_day", "1"}}}, 3, "", "states again what line 2"},
      });
}

}  // namespace

std::vector<BadInput> bad_fates_of_units() {
  auto all = bad_successions();
  const auto pay_periods = bad_pay_periods();
  all.insert(all.end(), pay_periods.begin(), pay_periods.end());
  return all;
}

}  // namespace badge::app::test
