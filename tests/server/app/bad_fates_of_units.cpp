// Pay periods that cannot be.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {

std::vector<BadInput> bad_fates_of_units() {
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

}  // namespace badge::app::test
