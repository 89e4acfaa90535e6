// Badges, temporary cards and printed numbers that cannot be.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {
namespace {

std::vector<BadInput> bad_temporary_cards() {
  return refused(
      ImportKind::temporary_cards,
      {
          {"no label", {{{"label", ""}}}, 2, "label", "is empty"},
          {"no number", {{{"uid", ""}}}, 2, "uid", "is empty"},
          {"a card that changes its number", {{{"uid", "08112233"}}}, 2, "uid", "a new number at every tap"},
          {"a box of no unit", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this code"},
          {"somebody's badge", {{{"uid", "04A1B2C3D4E5F6"}}}, 2, "uid", "is given to \"NV1\""},
          {"a card of two labels",
           {{}, {{"label", "TT-04"}, {"valid_from", "2026-06-01"}}},
           3,
           "uid",
           "there is temporary card \"TT-03\""},
          {"a label of two cards", {{{"label", "TT-01"}}}, 2, "label", "there is temporary card \"TT-01\""},
      });
}

std::vector<BadInput> bad_badges() {
  return refused(
      ImportKind::badges,
      {
          {"nobody's card", {{{"staff_code", ""}}}, 2, "staff_code", "is empty"},
          {"a holder that nobody knows", {{{"staff_code", "NV9"}}}, 2, "staff_code", "nobody has this code"},
          {"no number", {{{"uid", ""}}}, 2, "uid", "is empty"},
          {"a number of three bytes", {{{"uid", "041122"}}}, 2, "uid", "is no card number"},
          {"half a byte", {{{"uid", "041122334"}}}, 2, "uid", "is no card number"},
          {"a number that is not hexadecimal", {{{"uid", "0411223G"}}}, 2, "uid", "is no card number"},
          {"a number that a spreadsheet rounded", {{{"uid", "4.1E+12"}}}, 2, "uid", "is no card number"},
          {"a card that changes its number", {{{"uid", "08112233"}}}, 2, "uid", "a new number at every tap"},
          {"a state that is none", {{{"state", "cho mượn"}}}, 2, "state", "is not known; use one of"},
          {"a kind that is none", {{{"kind", "phụ"}}}, 2, "kind", "is not known; use one of: own, temporary"},
          {"a temporary card", {{{"uid", "04001122"}}}, 2, "uid", "this is temporary card \"TT-01\""},
          {"an end before the beginning",
           {{{"valid_to", "2025-01-01"}}},
           2,
           "valid_to",
           "ends before it begins"},
          {"a card of two people in one file",
           {{}, {{"staff_code", "NV2"}, {"valid_from", "2026-05-01"}}},
           3,
           "uid",
           "is given to \"NV1\""},
          {"a card of somebody else",
           {{{"staff_code", "NV2"}, {"uid", "04A1B2C3D4E5F6"}}},
           2,
           "uid",
           "is given to \"NV1\""},
          {"the same card twice from the same day",
           {{}, {{"uid", "04:11:22:33"}}},
           3,
           "",
           "states again what line 2"},
          {"a lent card that is somebody's own",
           {{{"staff_code", "NV2"},
             {"uid", "04A1B2C3D4E5F6"},
             {"valid_from", "2026-03-02"},
             {"kind", "temporary"}}},
           2,
           "uid",
           "is the own card of \"NV1\""},
          {"an own card that is lent to somebody",
           {{{"uid", "04AA00BB"}, {"valid_from", "2026-03-01"}}},
           2,
           "uid",
           "is the temporary card of \"NV2\" during 02/03/2026–03/03/2026"},
          {"a card lent to two people on one day",
           {{{"uid", "04AA00BB"},
             {"valid_from", "2026-03-03"},
             {"valid_to", "2026-03-03"},
             {"kind", "thẻ tạm"}}},
           2,
           "uid",
           "is given to \"NV2\""},
      });
}

std::vector<BadInput> bad_card_numbers() {
  return refused(
      ImportKind::card_numbers,
      {
          {"nobody's number", {{{"staff_code", ""}}}, 2, "staff_code", "is empty"},
          {"a holder that nobody knows", {{{"staff_code", "NV9"}}}, 2, "staff_code", "nobody has this code"},
          {"no number", {{{"number", " "}}}, 2, "number", "is empty"},
          {"a number that is too long",
           {{{"number", std::string(61, '1')}}},
           2,
           "number",
           "at most 60 characters"},
          {"somebody else's number",
           {{{"number", "h10.001099000002.cc"}, {"valid_from", "2026-03-01"}, {"staff_code", "NV3"}}},
           2,
           "number",
           "this number is that of \"NV1\""},
      });
}

}  // namespace

std::vector<BadInput> bad_cards() {
  std::vector<BadInput> all;
  for (const auto& table : {bad_temporary_cards(), bad_badges(), bad_card_numbers()})
    all.insert(all.end(), table.begin(), table.end());
  return all;
}

}  // namespace badge::app::test
