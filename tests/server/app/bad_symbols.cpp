// Symbols and forms of timesheets that cannot be.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {

namespace {

std::vector<BadInput> symbols_that_cannot_be() {
  const std::string no_symbol = "must have at most 4 letters, and no space, / or ?";
  const auto symbol = [](std::string value) { return std::vector<Cells>{{{"symbol", std::move(value)}}}; };
  return refused(
      ImportKind::symbols,
      {
          {"a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this code"},
          {"a unit that is not there yet",
           {{{"unit_code", "SXD"}, {"valid_from", "2025-06-01"}}},
           2,
           "unit_code",
           "this unit begins only on 01/07/2025"},
          {"no day", {{{"valid_from", ""}}}, 2, "valid_from", "is empty"},
          {"no meaning", {{{"meaning", ""}}}, 2, "meaning", "is empty"},
          {"a meaning that nobody knows",
           {{{"meaning", "đi chơi"}}},
           2,
           "meaning",
           "is not known; use one of: worked"},
          {"a symbol of five letters", symbol("Phép5"), 2, "symbol", no_symbol},
          {"a symbol with a fraction", symbol("P/2"), 2, "symbol", no_symbol},
          {"two symbols", symbol("P Ô"), 2, "symbol", no_symbol},
          {"the sign of what is missing", symbol("?"), 2, "symbol", no_symbol},
          {"no name", {{{"name", " "}}}, 2, "name", "is empty"},
          {"a heading longer than its column",
           {{{"column", std::string(121, 'x')}}},
           2,
           "column",
           "the heading has more than 120 bytes"},
          {"a third of a day", {{{"weight", "0,33"}}}, 2, "weight", "must be a number of days"},
          {"a day that counts four", {{{"weight", "4"}}}, 2, "weight", "a day counts at most 3 days"},
          {"one symbol twice in two languages",
           {{}, {{"meaning", "nghỉ phép"}, {"symbol", "F"}}},
           3,
           "",
           "states again what line 2"},
      });
}

std::vector<BadInput> forms_that_cannot_be() {
  return refused(
      ImportKind::timesheet_forms,
      {
          {"of a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this"},
          {"since no day", {{{"valid_from", ""}}}, 2, "valid_from", "is empty"},
          {"a method that nobody knows", {{{"method", "tuần"}}}, 2, "method", "use one of: day, hour"},
          {"halves of another kind", {{{"half_days", "gộp"}}}, 2, "half_days", "use one of: split, longer"},
          {"a title that turns around",
           {{{"approver", "\u202EGIÁM ĐỐC"}}},
           2,
           "approver",
           "holds a character that cannot be printed"},
          {"one unit twice on one day", {{}, {{"method", "giờ"}}}, 3, "", "states again what line 2"},
      });
}

std::vector<BadInput> periods_that_cannot_be() {
  return refused(
      ImportKind::named_periods,
      {
          {"one that reads like a quarter", {{{"code", "2026-Q1"}}}, 2, "code", "reads like a month"},
          {"one without a name", {{{"name", ""}}}, 2, "name", "is empty"},
          {"a name that turns around",
           {{{"name", "\u202ETết"}}},
           2,
           "name",
           "holds a character that cannot be printed"},
          {"one that never ends", {{{"to", ""}}}, 2, "to", "is empty"},
          {"more than a year", {{{"to", "2027-02-24"}}}, 2, "to", "at most a year"},
          {"compared with days that begin nowhere",
           {{{"compared_from", ""}}},
           2,
           "compared_from",
           "is empty"},
          {"one code twice", {{}, {{"name", "Tết"}}}, 3, "", "states again what line 2"},
      });
}

}  // namespace

std::vector<BadInput> bad_symbols() {
  auto all = symbols_that_cannot_be();
  for (const auto& table : {forms_that_cannot_be(), periods_that_cannot_be()})
    all.insert(all.end(), table.begin(), table.end());
  return all;
}

}  // namespace badge::app::test
