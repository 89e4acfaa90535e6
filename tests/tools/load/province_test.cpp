#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/support/temp_dir.hpp"
#include "tools/load/person_month.hpp"
#include "tools/load/province_files.hpp"

namespace badge::tools {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr const char* files[] = {"units.csv",      "staff.csv",       "badges.csv",   "entrances.csv",
                                 "schedules.toml", "assignments.csv", "calendar.csv", "absences.csv",
                                 "taps.csv",       "README.md"};

std::string text_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

ProvinceCounts write(const ProvinceOptions& options, const std::string& folder) {
  return write_province(make_province(options), office_month(options.month), folder, [](std::size_t) {});
}

TEST(Province, IsTheSameByteForByteForTheSameSeed) {
  test::TempDir first, second, other;
  write({.people = 200}, first.path());
  write({.people = 200}, second.path());
  write({.people = 200, .seed = 7}, other.path());
  for (const char* file : files) EXPECT_EQ(text_of(first / file), text_of(second / file)) << file;
  EXPECT_NE(text_of(first / "taps.csv"), text_of(other / "taps.csv"));
}

TEST(Province, HasAsManyUnitsInThreeLevelsAndPeopleAsAsked) {
  const Province province = make_province({.units = 40, .people = 600});
  EXPECT_EQ(province.units.size(), 40U);
  EXPECT_EQ(province.people.size(), 600U);
  std::set<int> levels;
  for (std::size_t unit = 0; unit < province.units.size(); ++unit) {
    int level = 1;
    for (std::size_t at = unit; at != 0; at = province.units[at].parent) ++level;
    levels.insert(level);
  }
  EXPECT_EQ(levels, (std::set{1, 2, 3}));
}

TEST(Province, SaysInItsNameThatItIsInvented) {
  test::TempDir folder;
  write({}, folder.path());
  EXPECT_THAT(text_of(folder / "units.csv"), HasSubstr("Tỉnh Minh Họa (số liệu giả định)"));
  EXPECT_THAT(text_of(folder / "README.md"), HasSubstr("Invented data"));
}

TEST(Province, GivesEveryUidToOnePersonOnly) {
  const Province province = make_province({.units = 100, .people = 20'000});
  std::set<std::string> uids;
  std::size_t badges = 0;
  for (const ProvincePerson& person : province.people)
    for (const std::string& uid : {person.uid, person.new_uid}) {
      if (uid.empty()) continue;
      ++badges;
      uids.insert(uid);
    }
  EXPECT_EQ(uids.size(), badges);
}

TEST(Province, HoldsTheCasesThatARealOneHas) {
  const Province province = make_province({});
  const auto some = [&](auto&& is) {
    return std::any_of(province.people.begin(), province.people.end(), is);
  };
  EXPECT_TRUE(some([](const ProvincePerson& person) { return person.uid.empty(); }))
      << "nobody waits for a badge";
  EXPECT_TRUE(some([](const ProvincePerson& person) { return !person.new_uid.empty(); }))
      << "nobody lost a badge";
  EXPECT_TRUE(some([](const ProvincePerson& person) { return person.unit != person.second_unit; }))
      << "nobody moves";
  for (const Hours hours : {Hours::office, Hours::commune, Hours::nursing, Hours::exempt})
    EXPECT_TRUE(some([&](const ProvincePerson& person) { return person.hours == hours; }))
        << static_cast<int>(hours);
}

TEST(Province, HoldsLateEarlyForgottenAndRepeatedTapsAndPapersAndNone) {
  const Province province = make_province({});
  const OfficeMonth month = office_month(province.options.month);
  int late = 0, early = 0, repeated = 0, with_paper = 0, without_paper = 0, odd_days = 0;
  for (std::size_t i = 0; i < province.people.size(); ++i) {
    const PersonMonth lived = live_through(province, month, i);
    const HoursOfDay hours = hours_of_day(province.people[i].hours);
    for (const ProvinceAbsence& absence : lived.absences)
      ++(absence.paper.empty() ? without_paper : with_paper);
    int taps_today = 0;
    for (std::size_t t = 0; t < lived.taps.size(); ++t) {
      const auto at = lived.taps[t].at;
      const auto date = std::chrono::floor<std::chrono::days>(at);
      const bool new_day = t == 0 || std::chrono::floor<std::chrono::days>(lived.taps[t - 1].at) != date;
      const auto minute = std::chrono::floor<std::chrono::minutes>(at - date).count();
      if (new_day) {
        odd_days += taps_today % 2;
        taps_today = 0;
        late += minute > hours.morning_start + 5 && minute < hours.morning_end - 60;
      } else if (at - lived.taps[t - 1].at < 60s) {
        ++repeated;
        continue;
      }
      ++taps_today;
      early += minute < hours.afternoon_end - 5 && minute > hours.afternoon_start + 60;
    }
  }
  EXPECT_GT(late, 50);
  EXPECT_GT(early, 20);
  EXPECT_GT(repeated, 100);
  EXPECT_GT(with_paper, 50);
  EXPECT_GT(without_paper, 3);
  EXPECT_GT(odd_days, 50) << "nobody forgets a tap";
}

TEST(OfficeMonth, HasAHolidayAndAMakeUpSaturdayInEveryMonth) {
  for (int year = 2024; year <= 2027; ++year)
    for (unsigned month = 1; month <= 12; ++month) {
      const OfficeMonth made = office_month(std::chrono::year(year) / std::chrono::month(month));
      bool holiday = false, make_up = false;
      for (const CalendarRow& row : made.calendar) {
        if (row.date < made.day(1) || row.date > made.last()) continue;
        holiday |= row.kind == "holiday";
        make_up |= row.kind == "working" && std::chrono::weekday(row.date) == std::chrono::Saturday;
      }
      EXPECT_TRUE(holiday && make_up) << year << "-" << month;
    }
}

TEST(OfficeMonth, SaysOfInventedDaysThatTheyAreInvented) {
  const OfficeMonth july = office_month(std::chrono::year(2026) / std::chrono::July);
  const OfficeMonth january = office_month(std::chrono::year(2026) / std::chrono::January);
  for (const CalendarRow& row : july.calendar)
    if (row.date >= july.day(1) && row.date <= july.last()) {
      EXPECT_THAT(row.name, HasSubstr("(giả định)"));
    }
  for (const CalendarRow& row : january.calendar)
    EXPECT_THAT(row.name, testing::Not(HasSubstr("(giả định)")));
}

TEST(OfficeMonth, WorksOnTheMakeUpSaturdayAndNotOnTheHoliday) {
  const OfficeMonth january = office_month(std::chrono::year(2026) / std::chrono::January);
  EXPECT_THAT(january.working_days, testing::Contains(january.day(10)));
  EXPECT_THAT(january.working_days, testing::Not(testing::Contains(january.day(1))));
  EXPECT_THAT(january.working_days, testing::Not(testing::Contains(january.day(17))));
}

}  // namespace
}  // namespace badge::tools
