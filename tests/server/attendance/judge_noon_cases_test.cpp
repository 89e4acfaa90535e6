// Every number of taps in the break, in every kind of break. Morning in and afternoon out are there.
#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

struct NoonCase {
  std::string taps;       // in the break, 11:30 to 13:30
  std::string plain;      // each tap has one use
  std::string one_tap;    // one tap may close the morning and open the afternoon
  std::string morning;    // the afternoon is excused
  std::string afternoon;  // the morning is excused
};

class NoonCases : public ::testing::TestWithParam<NoonCase> {
 protected:
  Office office;
  [[nodiscard]] std::string day() const { return office.day("10", "07:25 " + GetParam().taps + " 17:02"); }
};

TEST_P(NoonCases, EachTapHasOneUse) { EXPECT_EQ(day(), GetParam().plain); }

TEST_P(NoonCases, OneTapMayServeBoth) {
  office.hours().noon_one_tap = true;
  EXPECT_EQ(day(), GetParam().one_tap);
}

TEST_P(NoonCases, AllServeTheMorningWhereTheAfternoonIsExcused) {
  office.facts.absences = {leave("10", "10", {"chiều"})};
  EXPECT_EQ(day(), GetParam().morning);
}

TEST_P(NoonCases, AllServeTheAfternoonWhereTheMorningIsExcused) {
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(day(), GetParam().afternoon);
}

const std::string no_out = "07:25-? missing_out, ", no_in = "?-17:02 missing_in";

INSTANTIATE_TEST_SUITE_P(
    Taps, NoonCases,
    ::testing::Values(
        NoonCase{"", no_out + no_in, no_out + no_in, "07:25-? missing_out, excused", "excused, " + no_in},
        NoonCase{"11:50", "07:25-11:50 on_time, " + no_in, "07:25-11:50 on_time, 11:50-17:02 on_time",
                 "07:25-11:50 on_time, excused", "excused, 11:50-17:02 on_time"},
        NoonCase{"12:50", no_out + "12:50-17:02 on_time", "07:25-12:50 on_time, 12:50-17:02 on_time",
                 "07:25-12:50 on_time, excused", "excused, 12:50-17:02 on_time"},
        NoonCase{"11:31 13:25", "07:25-11:31 on_time, 13:25-17:02 on_time",
                 "07:25-11:31 on_time, 13:25-17:02 on_time", "07:25-13:25 on_time, excused",
                 "excused, 11:31-17:02 on_time"},
        NoonCase{"11:31 11:33", "07:25-11:31 on_time, 11:33-17:02 on_time",
                 "07:25-11:31 on_time, 11:33-17:02 on_time", "07:25-11:33 on_time, excused",
                 "excused, 11:31-17:02 on_time"},
        NoonCase{"11:31 12:10 13:25", "07:25-11:31 on_time, 13:25-17:02 on_time",
                 "07:25-11:31 on_time, 13:25-17:02 on_time", "07:25-13:25 on_time, excused",
                 "excused, 11:31-17:02 on_time"},
        NoonCase{"11:31 12:10 12:50 13:25", "07:25-11:31 on_time, 13:25-17:02 on_time",
                 "07:25-11:31 on_time, 13:25-17:02 on_time", "07:25-13:25 on_time, excused",
                 "excused, 11:31-17:02 on_time"},
        // Readers for one direction.
        NoonCase{"13:20>out", "07:25-13:20 on_time, " + no_in, "07:25-13:20 on_time, " + no_in,
                 "07:25-13:20 on_time, excused", "excused, " + no_in},
        NoonCase{"11:40>in", no_out + "11:40-17:02 on_time", no_out + "11:40-17:02 on_time",
                 "07:25-? missing_out, excused", "excused, 11:40-17:02 on_time"},
        NoonCase{"11:40>in 13:20>out", "07:25-13:20 on_time, 11:40-17:02 on_time",
                 "07:25-13:20 on_time, 11:40-17:02 on_time", "07:25-13:20 on_time, excused",
                 "excused, 11:40-17:02 on_time"},
        NoonCase{"11:31>out 12:00>in 12:10>out 13:25>in", "07:25-11:31 on_time, 13:25-17:02 on_time",
                 "07:25-11:31 on_time, 13:25-17:02 on_time", "07:25-12:10 on_time, excused",
                 "excused, 12:00-17:02 on_time"}),
    [](const auto& noon) { return "case" + std::to_string(noon.index); });

}  // namespace
}  // namespace badge::attendance::testing
