// Schedules, who follows them, and days of the calendar that cannot be.
#include "tests/server/app/bad_input.hpp"

namespace badge::app::test {
namespace {

struct BadSchedule {
  std::string what, from, to;
  std::size_t line;
  std::string column, message;
};

std::vector<BadInput> bad_schedules() {
  const std::string season = "schedule[0].season[0]", morning = season + ".sessions[0]",
                    afternoon = season + ".sessions[1]", autumn = "schedule[0].season[1]";
  const std::vector<BadSchedule> table = {
      {"a table that is not closed", "[[schedule]]", "[[schedule]", 1, "", "is not valid TOML"},
      {"text without quotes", "\"mua-he\"", "mua-he", 2, "", "is not valid TOML"},
      {"a key twice", "stay_min = 10", "repeat_quiet_s = 10", 5, "", "is not valid TOML"},
      {"a key that is none", "stay_min", "stay_minutes", 5, "schedule[0].stay_minutes", "is not a known key"},
      {"no name", "\"mua-he\"", "\"\"", 2, "schedule[0].name", "must be a quoted name"},
      {"a number for a name", "\"mua-he\"", "5", 2, "schedule[0].name", "must be a quoted name"},
      {"taps that are none", "each_session", "three_a_day", 3, "schedule[0].taps",
       "is not known; use one of"},
      {"a quiet time below zero", "repeat_quiet_s = 60", "repeat_quiet_s = -1", 4,
       "schedule[0].repeat_quiet_s", "from 0 to 3600"},
      {"a quiet time that swallows lunch", "repeat_quiet_s = 60", "repeat_quiet_s = 7200", 4,
       "schedule[0].repeat_quiet_s", "from 0 to 3600"},
      {"a quoted number", "stay_min = 10", "stay_min = \"10\"", 5, "schedule[0].stay_min",
       "must be a whole number"},
      {"half a minute", "stay_min = 10", "stay_min = 0.5", 5, "schedule[0].stay_min",
       "must be a whole number"},
      {"a stay longer than a day", "stay_min = 10", "stay_min = 1441", 5, "schedule[0].stay_min",
       "from 0 to 1440"},
      {"a flag in words", "noon_one_tap = false", "noon_one_tap = \"có\"", 6, "schedule[0].noon_one_tap",
       "must be true or false"},
      {"a number for a flag", "ignores_calendar = false", "ignores_calendar = 1", 7,
       "schedule[0].ignores_calendar", "must be true or false"},
      {"a season that begins some day", "valid_from = 2026-04-16", "valid_from = \"mùa hè\"", 9,
       season + ".valid_from", "must be a date"},
      {"a season from 31 April", "valid_from = 2026-04-16", "valid_from = \"2026-04-31\"", 9,
       season + ".valid_from", "must be a date"},
      {"a weekday that is none", "\"thu\", \"fri\"", "\"thu\", \"friyay\"", 10, season + ".weekdays",
       "must be a list of weekdays"},
      {"no weekday", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]", "[]", 10, season + ".weekdays",
       "must be a list of weekdays"},
      {"weekdays in one text", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]", "\"mon+tue\"", 10,
       season + ".weekdays", "must be a list of weekdays"},
      {"flexible arrival before midnight", "flex_earlier_min = 30", "flex_earlier_min = 430", 11,
       season + ".flex_earlier_min", "must not reach before 00:00"},
      {"flexible arrival after the session", "flex_later_min = 30", "flex_later_min = 270", 12,
       season + ".flex_later_min", "must be shorter than session \"sáng\" (270 min)"},
      {"flexible arrival below zero", "flex_later_min = 30", "flex_later_min = -30", 12,
       season + ".flex_later_min", "must be a whole number"},
      {"a session without a name", "{ name = \"sáng\", ", "{", 14, morning + ".name",
       "must be a quoted name"},
      {"a plus in the name of a session", "\"sáng\"", "\"sáng+\"", 14, morning + ".name",
       "must not hold a +"},
      {"two sessions of one name", "\"chiều\"", "\"sáng\"", 15, afternoon + ".name",
       "has a session of this name"},
      {"a session that begins at 25 o'clock", "start = \"07:00\"", "start = \"25:00\"", 14,
       morning + ".start", "must be hour and minute"},
      {"a session that begins to the second", "start = \"07:00\"", "start = \"07:00:30\"", 14,
       morning + ".start", "must be hour and minute"},
      {"a session without an end", "start = \"07:00\", end = \"11:30\"", "start = \"07:00\"", 14,
       morning + ".end", "must be hour and minute"},
      {"sessions that overlap", "start = \"13:30\"", "start = \"11:00\"", 15, afternoon + ".start",
       "begins before session \"sáng\" ends"},
      {"a grace as long as the session", "late_grace_min = 5", "late_grace_min = 270", 14,
       morning + ".late_grace_min", "grace must be shorter than the session"},
      {"taps from the day before", "opens_before_min = 120", "opens_before_min = 721", 14,
       morning + ".opens_before_min", "from 0 to 720"},
      {"seasons out of order", "2026-10-16", "2026-04-16", 18, autumn + ".valid_from",
       "is not after the season before it"},
      {"a season without sessions", "[ { name = \"cả ngày\", start = \"07:30\", end = \"16:30\" } ]", "[]",
       20, autumn + ".sessions", "needs at least one entry"},
  };
  std::vector<BadInput> bad;
  for (const auto& one : table) {
    bad.push_back({one.what, ImportKind::schedules, schedules_with(one.from, one.to), one.line, one.column,
                   one.message});
  }
  bad.push_back({"a night that runs past noon", ImportKind::schedules,
                 schedules_with("start = \"07:30\", end = \"16:30\"", "start = \"20:00\", end = \"12:30\""),
                 20, autumn + ".sessions[0].end", "night duty must end by 12:00"});
  bad.push_back({"nothing in it", ImportKind::schedules, "", 1, "schedule", "needs at least one entry"});
  bad.push_back({"a schedule without seasons", ImportKind::schedules, "[[schedule]]\nname = \"a\"\n", 1,
                 "schedule[0].season", "needs at least one entry"});
  bad.push_back({"one name twice", ImportKind::schedules, schedules_with("", "") + schedules_with("", ""), 21,
                 "", "states again what line 1 states"});
  return bad;
}

std::vector<BadInput> bad_assignments() {
  return refused(
      ImportKind::assignments,
      {
          {"no schedule", {{{"schedule", ""}}}, 2, "schedule", "is empty"},
          {"a schedule that nobody knows",
           {{{"schedule", "mua-he"}}},
           2,
           "schedule",
           "there are: hanh-chinh, truc-dem"},
          {"a unit and a person", {{{"staff_code", "NV1"}}}, 2, "unit_code", "fill exactly one"},
          {"neither a unit nor a person", {{{"unit_code", ""}}}, 2, "unit_code", "fill exactly one"},
          {"a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this code"},
          {"a unit that ended", {{{"unit_code", "SGTVT"}}}, 2, "unit_code", "this unit ended on"},
          {"a person whom nobody knows",
           {{{"unit_code", ""}, {"staff_code", "NV9"}}},
           2,
           "staff_code",
           "nobody has this code"},
          {"two schedules at once",
           {{}, {{"schedule", "truc-dem"}, {"valid_from", "2026-05-01"}}},
           3,
           "valid_from",
           "already applies during"},
          {"a schedule beside the stored one",
           {{{"unit_code", "UBND"}, {"valid_from", "2026-05-01"}}},
           2,
           "valid_from",
           "\"hanh-chinh\" already applies"},
          {"an end before the beginning",
           {{{"valid_to", "01/12/2025"}}},
           2,
           "valid_to",
           "ends before it begins"},
      });
}

std::vector<BadInput> bad_calendar() {
  return refused(
      ImportKind::calendar,
      {
          {"no date", {{{"date", ""}}}, 2, "date", "is empty"},
          {"a date that is none", {{{"date", "2026-09-31"}}}, 2, "date", "is not a day"},
          {"two dates in one cell", {{{"date", "2026-09-01+2026-09-02"}}}, 2, "date", "is not a day"},
          {"no kind", {{{"kind", ""}}}, 2, "kind", "is empty"},
          {"a kind that is none",
           {{{"kind", "festival"}}},
           2,
           "kind",
           "use one of: holiday, off, working, closure, ordinary"},
          {"no name", {{{"name", ""}}}, 2, "name", "is empty"},
          {"a working day like no other",
           {{{"kind", "working"}}},
           2,
           "works_like",
           "must say which weekday it works like"},
          {"a working day like one that is none",
           {{{"kind", "working"}, {"works_like", "someday"}}},
           2,
           "works_like",
           "is not known"},
          {"a holiday like a Monday",
           {{{"works_like", "mon"}}},
           2,
           "works_like",
           "belongs to working days only"},
          {"a day off like a Monday",
           {{{"kind", "off"}, {"works_like", "mon"}}},
           2,
           "works_like",
           "belongs to working days only"},
          {"a closure like a Monday",
           {{{"kind", "closure"}, {"works_like", "mon"}}},
           2,
           "works_like",
           "belongs to working days only"},
          {"an ordinary day like a Monday",
           {{{"kind", "ngày thường"}, {"works_like", "mon"}}},
           2,
           "works_like",
           "belongs to working days only"},
          {"a holiday from 13:30", {{{"from_time", "13:30"}}}, 2, "from_time", "belongs to closures only"},
          {"an ordinary day from 13:30",
           {{{"kind", "ordinary"}, {"from_time", "13:30"}}},
           2,
           "from_time",
           "belongs to closures only"},
          {"a working day from 13:30",
           {{{"kind", "working"}, {"works_like", "mon"}, {"from_time", "13:30"}}},
           2,
           "from_time",
           "belongs to closures only"},
          {"a closure from 25:00",
           {{{"kind", "closure"}, {"from_time", "25:00"}}},
           2,
           "from_time",
           "is not a time of day"},
          {"a closure from half past one",
           {{{"kind", "closure"}, {"from_time", "13h30"}}},
           2,
           "from_time",
           "is not a time of day"},
          {"a unit that nobody knows", {{{"unit_code", "KHONG"}}}, 2, "unit_code", "no unit has this code"},
          {"a unit that ended", {{{"unit_code", "SGTVT"}}}, 2, "unit_code", "this unit ended on"},
          {"a unit that is not there yet",
           {{{"unit_code", "SXD"}, {"date", "2025-05-01"}}},
           2,
           "unit_code",
           "this unit begins only on"},
          {"an excepted unit that nobody knows",
           {{{"except_units", "SNV+KHONG"}}},
           2,
           "except_units",
           "no unit has this code"},
          {"an excepted unit that ended",
           {{{"except_units", "SGTVT"}}},
           2,
           "except_units",
           "this unit ended on"},
          {"nobody left by its exception",
           {{{"unit_code", "SNV"}, {"except_units", "SNV"}}},
           2,
           "except_units",
           "which would concern nobody"},
          {"an excepted person whom nobody knows",
           {{{"except_staff", "NV1+NV9"}}},
           2,
           "except_staff",
           "nobody has this code"},
          {"an empty exception", {{{"except_staff", "NV1++NV2"}}}, 2, "except_staff", "holds an empty code"},
          {"one day twice", {{}, {{"kind", "off"}}}, 3, "", "states again what line 2"},
          {"one day twice for one unit",
           {{{"unit_code", "SNV"}}, {}, {{"unit_code", "SNV"}}},
           4,
           "",
           "states again what line 2"},
      });
}

}  // namespace

std::vector<BadInput> bad_hours() {
  std::vector<BadInput> all;
  for (const auto& table : {bad_schedules(), bad_assignments(), bad_calendar()}) {
    all.insert(all.end(), table.begin(), table.end());
  }
  return all;
}

}  // namespace badge::app::test
