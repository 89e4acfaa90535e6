#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

using std::chrono::March;
constexpr auto march = std::chrono::year(2026) / March;

/// Judges March 2026; `taps` of each person as in Office::judge, with dates.
struct Month {
  explicit Month(const Office& office,
                 const std::vector<std::pair<std::string, std::string>>& taps_of_people = {})
      : book(office.facts),
        coverage(office.heard),
        in_force(book, coverage, with_neighbours(days_of(march))) {
    MonthJudge judge(in_force, days_of(march), office.now);
    for (const auto& [staff, text] : taps_of_people) {
      auto person_taps = taps(text, date("1"));
      judge.add(book.people().find(staff).value(), person_taps);
    }
    report = judge.finish();
  }
  [[nodiscard]] const UnitMonth& unit(std::string_view code) const {
    return report.units[book.units().find(code).value()];
  }
  RuleBook book;
  Coverage coverage;
  InForce in_force;
  MonthReport report;
};

Posting post(const std::string& staff, const std::string& unit, DateSpan valid = span("2020-01-01")) {
  return {staff, staff, unit, "", "", valid, 0};
}

TEST(TallyOfSessions, CountsSessionsAndAddsMinutes) {
  Tally tally;
  SessionVerdict session;
  session.state = SessionState::present;
  tally.add(session);
  session.late = minutes(7);
  session.early = minutes(3);
  session.missing_out = true;
  tally.add(session);
  EXPECT_EQ(tally.sessions_due, 2U);
  EXPECT_EQ(tally.on_time, 1U);
  EXPECT_EQ(tally.late, 1U);
  EXPECT_EQ(tally.late_min, 7U);
  EXPECT_EQ(tally.early, 1U);
  EXPECT_EQ(tally.early_min, 3U);
  EXPECT_EQ(tally.missing, 1U) << "one session can count in late, early and missing at once";
}

TEST(TallyOfSessions, ARateIsOfTheSessionsThatTapsDecided) {
  Tally tally;
  for (const auto state : {SessionState::present, SessionState::absent, SessionState::excused,
                           SessionState::exempt, SessionState::provisional, SessionState::not_due}) {
    SessionVerdict session;
    session.state = state;
    tally.add(session);
  }
  EXPECT_EQ(tally.sessions_due, 5U) << "a session that has not begun is not due";
  EXPECT_EQ(tally.rated(), 2U);
  EXPECT_EQ(tally.on_time_rate(), 0.5);
  EXPECT_EQ(Tally().on_time_rate(), std::nullopt);
}

TEST(MonthOfUnits, CountsEverySessionOfTheMonth) {
  const Month month(Office{}, {{"A", "10T07:37 10T11:31 10T13:25 10T17:02"}});
  const auto& tally = month.unit("snv").own;
  EXPECT_EQ(tally.sessions_due, 44U) << "22 weekdays";
  EXPECT_EQ(tally.late, 1U);
  EXPECT_EQ(tally.late_min, 7U);
  EXPECT_EQ(tally.on_time, 1U);
  EXPECT_EQ(tally.absent, 42U);
}

TEST(MonthOfUnits, AnyHolidayIsNotDueAndAMakeUpDayIs) {
  Office office;
  office.facts.calendar = {{date("13"), CalendarKind::off, "", {}},
                           {date("14"), CalendarKind::working, "", {}}};
  EXPECT_EQ(Month(office).unit("snv").own.sessions_due, 44U) << "a day off for a make-up Saturday";
  office.facts.calendar = {{date("13"), CalendarKind::holiday, "", {}}};
  EXPECT_EQ(Month(office).unit("snv").own.sessions_due, 42U);
}

TEST(MonthOfUnits, AddsUpToTheSubtree) {
  Office office;
  office.facts.postings = {post("A", "snv"), post("B", "vp"), post("C", "tinh")};
  const Month month(office);
  EXPECT_EQ(month.unit("tinh").own_staff, 1U);
  EXPECT_EQ(month.unit("tinh").subtree_staff, 3U);
  EXPECT_EQ(month.unit("snv").subtree_staff, 2U);
  EXPECT_EQ(month.unit("vp").subtree_staff, 1U);
  EXPECT_EQ(month.unit("tinh").subtree.sessions_due, 3 * 44U);
  EXPECT_EQ(month.unit("tinh").own.sessions_due, 44U);
}

TEST(MonthOfUnits, WhoMovesHasARowInEachUnitAndCountsOnceAbove) {
  Office office;
  office.facts.postings = {post("A", "snv", span("2020-01-01", "10")), post("A", "vp", span("11"))};
  const Month month(office);
  ASSERT_EQ(month.report.people.size(), 2U);
  EXPECT_EQ(month.report.people[0].tally.sessions_due, 14U) << "until Tuesday the 10th";
  EXPECT_EQ(month.report.people[1].tally.sessions_due, 30U);
  EXPECT_EQ(month.unit("snv").own_staff, 1U);
  EXPECT_EQ(month.unit("tinh").subtree_staff, 1U);
  EXPECT_EQ(month.unit("tinh").subtree.sessions_due, 44U);
}

TEST(MonthOfUnits, ASubtreeIsThatOfEachDay) {
  Office office;
  office.facts.units = {{"huyen", "Huyện", "", "", span("2020-01-01", "10")},
                        {"tinh", "Tỉnh", "", "", span("2020-01-01")},
                        {"xa", "Xã", "", "huyen", span("2020-01-01", "10")},
                        {"xa", "Xã", "", "tinh", span("11")}};
  office.facts.postings = {post("A", "xa")};
  office.facts.assignments.push_back({"hanh-chinh", "huyen", "", span("2020-01-01")});
  const Month month(office);
  EXPECT_EQ(month.unit("huyen").subtree.sessions_due, 14U);
  EXPECT_EQ(month.unit("tinh").subtree.sessions_due, 30U);
  EXPECT_EQ(month.unit("xa").subtree.sessions_due, 44U);
  ASSERT_EQ(month.report.people.size(), 1U);
  EXPECT_EQ(month.report.people[0].tally.sessions_due, 44U);
}

TEST(MonthOfUnits, AUnitThatIsMergedInMidMonthHasASheetOfItsOwnDays) {
  Office office;
  office.facts.units = {{"tinh", "Tỉnh", "tỉnh", "", span("2020-01-01")},
                        {"sct", "Sở Công Thương", "sở", "tinh", span("2020-01-01", "15")},
                        {"snv", "Sở Nội vụ", "sở", "tinh", span("2020-01-01")}};
  office.facts.postings = {post("A", "sct", span("2020-01-01", "15")), post("A", "snv", span("16")),
                           post("B", "snv")};
  const Month month(office,
                    {{"A", "13T07:37 13T11:31 13T13:25 13T17:02 16T07:38 16T11:31 16T13:25 16T17:02"}});
  ASSERT_EQ(month.report.people.size(), 3U) << "two sheets for who was taken over";
  EXPECT_EQ(month.unit("sct").own.sessions_due, 20U) << "ten days until the 15th";
  EXPECT_EQ(month.unit("sct").own.late_min, 7U);
  EXPECT_EQ(month.unit("snv").own.sessions_due, 24U + 44U);
  EXPECT_EQ(month.unit("snv").own.late_min, 8U);
  EXPECT_EQ(month.unit("tinh").subtree.sessions_due, 88U);
  EXPECT_EQ(month.unit("tinh").subtree_staff, 2U);
}

TEST(MonthOfUnits, WhoWorksElsewhereStandsOnTheSheetOfTheOwnUnit) {
  Office office;
  office.posting().works_at = "vp";
  const Month month(office);
  EXPECT_EQ(month.unit("snv").own.sessions_due, 44U);
  EXPECT_EQ(month.unit("vp").subtree.sessions_due, 0U);
}

TEST(MonthOfUnits, WhoWorksElsewhereIsAGuestThereOnThoseDays) {
  Office office;
  office.posting().valid.to = date("15");
  auto away = office.posting();
  away.valid = span("16", "25");
  away.works_at = "vp";
  auto back = office.posting();
  back.valid = span("26");
  office.facts.postings.insert(office.facts.postings.end(), {away, back});
  const Month month(office, {{"A", "13T07:39 13T11:31 16T07:37 16T11:31 27T07:40 27T11:31"}});
  ASSERT_EQ(month.report.guests.size(), 1U);
  const auto& guest = month.report.guests[0];
  EXPECT_EQ(month.book.units().code(guest.home), "snv");
  EXPECT_EQ(month.book.units().code(guest.host), "vp");
  EXPECT_EQ(guest.days, span("16", "25"));
  EXPECT_EQ(guest.tally.sessions_due, 2 * 8U);
  EXPECT_EQ(guest.tally.late_min, 7U) << "not what was before and after";
  EXPECT_EQ(month.unit("vp").own, Tally());
  EXPECT_EQ(month.unit("vp").own_staff, 0U);
  EXPECT_EQ(month.unit("snv").own.late_min, 9U + 7U + 10U);
}

TEST(MonthOfUnits, WhoWorksAtTheOwnUnitIsNobodysGuest) { EXPECT_TRUE(Month(Office()).report.guests.empty()); }

TEST(MonthOfUnits, ADutyNightAtTheEndOfTheMonthBelongsToIt) {
  Office office;
  office.facts.schedules.push_back(schedule("truc-dem", "22:00-06:00+1/60/60"));
  office.facts.duties = {duty("31", "truc-dem"), duty("2026-02-28", "truc-dem")};
  const Month month(office, {{"A", "31T21:55 2026-04-01T06:00"}});
  EXPECT_EQ(month.unit("snv").own.sessions_due, 45U) << "that of the last of February counts there";
  EXPECT_EQ(month.unit("snv").own.on_time, 1U);
}

TEST(MonthOfUnits, CountsDaysWithALentCardAndSessionsThatWereCorrected) {
  Office office;
  office.facts.corrections = {correction("11", CorrectionEffect::present)};
  const Month month(office, {{"A", "9T07:25^ 9T11:31^ 10T07:25^"}});
  EXPECT_EQ(month.unit("snv").own.temporary_card_days, 2U);
  EXPECT_EQ(month.unit("snv").own.corrected, 2U);
}

TEST(MonthOfUnits, PeopleWithoutTapsAreJudgedToo) {
  Office office;
  office.facts.postings = {post("A", "snv"), post("B", "snv")};
  office.facts.badges.clear();
  const Month month(office, {{"A", "10T07:25 10T11:31"}});
  EXPECT_EQ(month.report.people.size(), 2U);
  EXPECT_EQ(month.unit("snv").own.provisional, 2 * 44U - 1U) << "without a badge nobody is absent";
}

TEST(MonthOfUnits, ANightAtTheEndOfTheMonthBelongsToItsFirstDay) {
  Office office;
  office.hours() = schedule("hanh-chinh", "22:00-06:00+1/60/60");
  const Month month(office, {{"A", "31T21:55 2026-04-01T06:00"}});
  EXPECT_EQ(month.unit("snv").own.on_time, 1U);
  EXPECT_EQ(month.unit("snv").own.sessions_due, 31U);
}

TEST(MonthOfUnits, NightsBackToBackKeepTheirTapsApart) {
  Office office;
  office.hours() = schedule("hanh-chinh", "19:00-07:00+1/720/60");
  const Month month(office, {{"A", "10T18:55 11T07:00 11T18:50 12T07:00"}});
  EXPECT_EQ(month.unit("snv").own.on_time, 2U)
      << "07:00 closes the night before, though the next window is open";
}

TEST(MonthOfUnits, WeekdaysOfAYear) {
  const Office office;
  const RuleBook book(office.facts);
  const Coverage coverage;
  std::vector<unsigned> days;
  for (unsigned m = 1; m <= 12; ++m) {
    const auto month = std::chrono::year(2027) / std::chrono::month(m);
    const InForce in_force(book, coverage, with_neighbours(days_of(month)));
    MonthJudge judge(in_force, days_of(month), office.now);
    days.push_back(judge.finish().units[book.units().find("snv").value()].own.sessions_due / 2);
  }
  EXPECT_EQ(days, (std::vector<unsigned>{21, 20, 23, 22, 21, 22, 22, 22, 22, 21, 22, 23}));
}

}  // namespace
}  // namespace badge::attendance::testing
