#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string good_day = "07:25 11:31 13:25 17:02";
const std::string good = "07:25-11:31 on_time, 13:25-17:02 on_time";

TEST(CalendarDays, HolidaysAndDaysOffHaveNoSessions) {
  Office office;
  office.facts.calendar = {{date("10"), CalendarKind::holiday, "Lễ", {}},
                           {date("11"), CalendarKind::off, "Nghỉ bù", {}}};
  EXPECT_EQ(office.day("10", good_day), "holiday");
  EXPECT_EQ(office.judge("10", good_day).uses(), "outside outside outside outside") << "taps are kept";
  EXPECT_EQ(office.day("11", ""), "off");
  EXPECT_EQ(office.day("14", ""), "weekend");
}

TEST(CalendarDays, AMakeUpSaturdayWorksLikeItsWeekday) {
  Office office;
  office.facts.calendar = {{date("14"), CalendarKind::working, "Làm bù", std::chrono::Friday}};
  EXPECT_EQ(office.day("14", good_day), good);
  EXPECT_EQ(office.judge("14", "").day.verdict.kind, DayKind::make_up);
  EXPECT_EQ(office.day("14", ""), "absent, absent") << "a missing tap there is a real gap";
}

TEST(CalendarDays, AMakeUpDayIsForThoseWhoWorkOnThatWeekday) {
  Office office;
  office.hours().seasons.front().weekdays = 0b0000011;  // Monday and Tuesday: part time
  office.facts.calendar = {{date("14"), CalendarKind::working, "Làm bù", std::chrono::Friday}};
  EXPECT_EQ(office.day("14", ""), "weekend");
  office.facts.calendar.front().works_like.reset();
  EXPECT_EQ(office.day("14", ""), "absent, absent");
}

TEST(CalendarDays, ALaterRowSupersedes) {
  Office office;
  office.facts.calendar = {{date("10"), CalendarKind::holiday, "Lễ", {}},
                           {date("10"), CalendarKind::working, "", {}}};
  EXPECT_EQ(office.day("10", good_day), good);
}

TEST(Seasons, TheLastThatHasBegunHolds) {
  Office office;
  auto summer = schedule("", "07:00-11:30/120/60,13:30-17:00/60/240").seasons.front();
  summer.valid_from = date("11");
  office.hours().seasons.push_back(summer);
  EXPECT_EQ(office.day("10", good_day), good);
  EXPECT_EQ(office.day("11", good_day), "07:25-11:31 late 25, 13:25-17:02 on_time");
}

TEST(Seasons, BeforeTheFirstNothingIsAsked) {
  Office office;
  office.hours().seasons.front().valid_from = date("11");
  EXPECT_EQ(office.day("10", ""), "unscheduled");
}

TEST(Hours, AreInheritedFromTheNearestAncestor) {
  Office office;
  office.facts.schedules.push_back(schedule("mua-he", "07:00-11:00/60/60"));
  office.facts.assignments.push_back({"mua-he", "snv", "", span("1")});
  office.posting().unit_code = "vp";
  EXPECT_EQ(office.day("10", "07:25 11:02"), "07:25-11:02 late 25");
  office.posting().unit_code = "tinh";
  EXPECT_EQ(office.day("10", good_day), good);
}

TEST(Hours, APersonsOwnWinOverTheUnits) {
  Office office;
  office.facts.schedules.push_back(schedule("rieng", "09:00-16:00/60/60"));
  office.facts.assignments.push_back({"rieng", "", "A", span("10", "10")});
  EXPECT_EQ(office.day("10", "08:55 16:01"), "08:55-16:01 on_time");
  EXPECT_EQ(office.day("11", good_day), good);
}

TEST(Hours, OfNobodyMeanNothingIsAsked) {
  Office office;
  office.facts.assignments.clear();
  EXPECT_EQ(office.day("10", ""), "unscheduled");
}

TEST(Postings, OnlyDaysInServiceAreJudgedTheLastOneIncluded) {
  Office office;
  office.posting().valid = span("10", "11");
  EXPECT_EQ(office.day("9", ""), "nobody");
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  EXPECT_EQ(office.day("11", ""), "absent, absent");
  EXPECT_EQ(office.day("12", ""), "nobody");
}

TEST(Postings, TheHoursOfTheUnitOnThatDayHold) {
  Office office;
  office.facts.schedules.push_back(schedule("mua-he", "07:00-11:00/60/60"));
  office.facts.assignments.push_back({"mua-he", "vp", "", span("1")});
  office.posting().valid = span("1", "10");
  office.facts.postings.push_back(office.posting());
  office.facts.postings.back().unit_code = "vp";
  office.facts.postings.back().valid = span("11");
  EXPECT_EQ(office.day("10", good_day), good);
  EXPECT_EQ(office.day("11", "06:55 11:02"), "06:55-11:02 on_time");
}

TEST(Units, ARowHoldsForItsDaysOnly) {
  const UnitTree tree(
      {{"ct", "Công Thương", "sở", "", span("1", "10")}, {"ct", "Công Thương mới", "sở", "", span("11")}});
  const auto unit = tree.find("ct").value();
  EXPECT_EQ(tree.on(unit, date("10"))->name, "Công Thương");
  EXPECT_EQ(tree.on(unit, date("11"))->name, "Công Thương mới");
  EXPECT_EQ(tree.on(unit, date("2026-02-01")), nullptr);
  EXPECT_EQ(tree.last_during(unit, span("1", "12"))->name, "Công Thương mới");
  EXPECT_EQ(tree.last_during(unit, span("2025-01-01", "2025-12-31")), nullptr);
}

TEST(Units, MoveToAnotherParentByDate) {
  const UnitTree tree({{"huyen", "Huyện", "huyện", "", span("1", "10")},
                       {"tinh", "Tỉnh", "tỉnh", "", span("1")},
                       {"xa", "Xã", "xã", "huyen", span("1", "10")},
                       {"xa", "Xã", "xã", "tinh", span("11")}});
  const auto xa = tree.find("xa").value();
  EXPECT_EQ(tree.code(tree.parent_on(xa, date("10")).value()), "huyen");
  EXPECT_EQ(tree.code(tree.parent_on(xa, date("11")).value()), "tinh");
  EXPECT_FALSE(tree.is_within(xa, tree.find("tinh").value(), date("10")));
  EXPECT_TRUE(tree.is_within(xa, tree.find("tinh").value(), date("11")));
  EXPECT_EQ(tree.epochs(span("1", "31")), (std::vector{date("1"), date("11")}));
}

TEST(Units, AreToldApartByWhatIsAboveThemButTheRoot) {
  const UnitTree tree({{"t", "Tỉnh", "tỉnh", "", span("1")},
                       {"s", "Sở Nội vụ", "sở", "t", span("1")},
                       {"v", "Văn phòng", "phòng", "s", span("1", "10")}});
  const auto office = tree.find("v").value();
  EXPECT_EQ(tree.full_name_on(tree.find("t").value(), date("5")), "Tỉnh");
  EXPECT_EQ(tree.full_name_on(tree.find("s").value(), date("5")), "Sở Nội vụ");
  EXPECT_EQ(tree.full_name_on(office, date("5")), "Văn phòng, Sở Nội vụ");
  EXPECT_EQ(tree.full_name_on(office, date("11")), "v");
}

TEST(Units, StandInOrderParentsFirstAndSiblingsByCode) {
  const UnitTree tree({{"b", "", "", "r", span("1")},
                       {"a", "", "", "r", span("1")},
                       {"r", "", "", "", span("1")},
                       {"a2", "", "", "a", span("1")},
                       {"a1", "", "", "a", span("1")},
                       {"gone", "", "", "r", span("1", "5")}});
  std::string order;
  for (const auto& place : tree.order_on(date("10")))
    order += tree.code(place.unit) + std::to_string(place.level) + " ";
  EXPECT_EQ(order, "r0 a1 a12 a22 b1 ");
  std::string below;
  for (const auto unit : tree.subtree_on(tree.find("a").value(), date("10"))) below += tree.code(unit) + " ";
  EXPECT_EQ(below, "a a1 a2 ");
}

TEST(Units, ACircleOfParentsEnds) {
  const UnitTree tree({{"a", "", "", "b", span("1")}, {"b", "", "", "a", span("1")}});
  EXPECT_LE(tree.line_on(0, date("10")).size(), unit_levels_max);
}

TEST(Badges, BelongToWhoHeldThemOnThatDay) {
  Office office;
  office.facts.postings.push_back(office.posting());
  office.facts.postings.back().staff_code = "B";
  office.facts.badges = {{"A", "01020304", span("1"), BadgeState::active},
                         {"B", "01020304", span("11"), BadgeState::active}};
  const People people(office.facts.postings, office.facts.badges);
  EXPECT_EQ(people.holder_at("01020304", date("10")), people.find("A"));
  EXPECT_EQ(people.holder_at("01020304", date("11")), people.find("B"));
  EXPECT_FALSE(people.has_badge_on(people.find("A").value(), date("11")));
}

TEST(Badges, OnlyAnActiveOneHasAHolder) {
  Office office;
  for (const auto state :
       {BadgeState::lost, BadgeState::damaged, BadgeState::returned, BadgeState::revoked}) {
    const People people(office.facts.postings, {{"A", "01020304", span("1"), state}});
    EXPECT_EQ(people.holder_at("01020304", date("10")), std::nullopt);
  }
}

TEST(Timelines, TheRowThatBeginsLaterWinsWhileItLasts) {
  Timeline<int> line;
  line.add(span("5", "8"), 2);
  line.add(span("1", "20"), 1);
  EXPECT_EQ(*line.on(date("4")), 1);
  EXPECT_EQ(*line.on(date("8")), 2);
  EXPECT_EQ(*line.on(date("9")), 1);
  EXPECT_EQ(line.on(date("21")), nullptr);
  ASSERT_EQ(line.segments().size(), 3U);
  EXPECT_EQ(line.segments()[1].valid, span("5", "8"));
}

}  // namespace
}  // namespace badge::attendance::testing
