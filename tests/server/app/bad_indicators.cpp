// Indicators of other systems that cannot be.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {

std::vector<BadInput> bad_indicators() {
  const std::string no_count = "must be a whole number from 0 to 1000000000";
  const std::string no_rate = "must be a percentage from 0 to 100 with at most one decimal";
  const std::string no_period = "is no period from 2000 to 2037; write 2026-Q3";
  const auto rate = [](std::string value) {
    return std::vector<Cells>{{{"indicator", "online_service_percent"}, {"value", std::move(value)}}};
  };
  return refused(
      ImportKind::indicators,
      {
          {"no unit", {{{"unit_code", ""}}}, 2, "unit_code", "is empty"},
          {"a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this code"},
          {"a unit that ended before", {{{"unit_code", "SGTVT"}}}, 2, "unit_code", "ended on 30/06/2025"},
          {"a unit that is not there yet",
           {{{"unit_code", "SXD"}, {"period", "2025-06"}}},
           2,
           "unit_code",
           "this unit begins only on 01/07/2025"},
          {"no period", {{{"period", ""}}}, 2, "period", "is empty"},
          {"a quarter in words", {{{"period", "quý III/2026"}}}, 2, "period", no_period},
          {"a fifth quarter", {{{"period", "2026-Q5"}}}, 2, "period", no_period},
          {"a quarter with a digit too many", {{{"period", "2026-Q31"}}}, 2, "period", no_period},
          {"a thirteenth month", {{{"period", "2026-13"}}}, 2, "period", no_period},
          {"a day", {{{"period", "2026-07-01"}}}, 2, "period", no_period},
          {"a year of another century", {{{"period", "1926"}}}, 2, "period", no_period},
          {"no indicator", {{{"indicator", ""}}}, 2, "indicator", "is empty"},
          {"an indicator that nobody knows",
           {{{"indicator", "hồ sơ đẹp"}}},
           2,
           "indicator",
           "is not known; use one of: tasks_in_time"},
          {"no value", {{{"value", ""}}}, 2, "value", "is empty"},
          {"less than none", {{{"value", "-1"}}}, 2, "value", no_count},
          {"half a dossier", {{{"value", "4,5"}}}, 2, "value", no_count},
          {"a count with points", {{{"value", "1.234"}}}, 2, "value", no_count},
          {"more dossiers than there can be", {{{"value", "1000000001"}}}, 2, "value", no_count},
          {"a rate with two decimals", rate("62,55"), 2, "value", no_rate},
          {"a rate above all", rate("100,1"), 2, "value", no_rate},
          {"a rate below nothing", rate("-0,5"), 2, "value", no_rate},
          {"a rate without its whole part", rate(",5"), 2, "value", no_rate},
          {"a rate that ends in its comma", rate("62,"), 2, "value", no_rate},
          {"a rate with a sign", rate("62,5%"), 2, "value", no_rate},
          {"no paper", {{{"source_paper", " "}}}, 2, "source_paper", "is empty"},
          {"one value twice", {{}, {{"value", "5"}}}, 3, "", "states again what line 2"},
          {"one value twice in two languages",
           {{}, {{"indicator", "Hồ sơ trễ hạn"}, {"period", "2026-q3"}}},
           3,
           "",
           "states again what line 2"},
      });
}

}  // namespace badge::app::test
