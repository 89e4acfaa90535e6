// Reports of any days: sums of the month reports, beside the days that they are compared with.
#include "server/app/period_report.hpp"

#include <gmock/gmock.h>

#include "server/app/listing.hpp"
#include "server/app/period_listings.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using attendance::Date;
using attendance::DateSpan;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr Date day(int year, unsigned month, unsigned of_month) {
  return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(of_month));
}

const std::vector<attendance::NamedPeriod> tet = {
    {"truoc-tet-2026", "Trước Tết Bính Ngọ", {day(2026, 2, 2), day(2026, 2, 13)}},
    {"sau-tet-2026",
     "Sau Tết Bính Ngọ",
     {day(2026, 2, 23), day(2026, 3, 6)},
     DateSpan{day(2025, 2, 3), day(2025, 2, 14)}}};

ReportPeriod period(std::string_view text) { return *report_period(text, tet, Language::vi); }

TEST(ReportPeriod, OfTheCalendarIsComparedWithTheOneBeforeIt) {
  const auto month = period("2026-01");
  EXPECT_EQ(month.name, "tháng 1 năm 2026");
  EXPECT_EQ(month.before, (DateSpan{day(2025, 12, 1), day(2025, 12, 31)}));
  EXPECT_EQ(period("2026-Q1").name_before, "quý IV năm 2025");
  const auto first_half = period("2026-H1");
  EXPECT_EQ(first_half.name, "6 tháng đầu năm 2026");
  EXPECT_EQ(first_half.days, (DateSpan{day(2026, 1, 1), day(2026, 6, 30)}));
  EXPECT_EQ(first_half.name_before, "6 tháng cuối năm 2025");
  EXPECT_EQ(period("2026-H2").before, first_half.days);
  EXPECT_EQ(period("2026").before, (DateSpan{day(2025, 1, 1), day(2025, 12, 31)}));
}

TEST(ReportPeriod, OfTwoDaysIsComparedWithAsManyJustBefore) {
  const auto asked = period("2026-02-02..2026-02-13");
  EXPECT_EQ(asked.days, (DateSpan{day(2026, 2, 2), day(2026, 2, 13)}));
  EXPECT_EQ(asked.before, (DateSpan{day(2026, 1, 21), day(2026, 2, 1)}));
  EXPECT_EQ(period("truoc-tet-2026").before, asked.before);
}

TEST(ReportPeriod, OfANameIsComparedWithWhatItsNameSays) {
  const auto asked = period("sau-tet-2026");
  EXPECT_THAT(asked.name, HasSubstr("Sau Tết Bính Ngọ"));
  EXPECT_THAT(asked.name, HasSubstr("23/02/2026"));
  EXPECT_EQ(asked.before, (DateSpan{day(2025, 2, 3), day(2025, 2, 14)}));
}

TEST(ReportPeriod, IsNothingWhereTheTextNamesNone) {
  for (const auto* text : {"", "2026-H3", "2026-13", "1999", "2026-02-13..2026-02-02", "2026-02-02..",
                           "2026-01-01..2027-01-02", "1999-12-31..2000-01-01", "giua-tet"}) {
    EXPECT_FALSE(report_period(text, tet, Language::vi)) << text;
  }
}

TEST(ReportPeriod, IsCutIntoItsMonthsAsFarAsTheyHaveBegun) {
  EXPECT_THAT(
      months_of({day(2026, 1, 30), day(2026, 3, 2)}, day(2026, 12, 31)),
      ElementsAre(DateSpan{day(2026, 1, 30), day(2026, 1, 31)}, DateSpan{day(2026, 2, 1), day(2026, 2, 28)},
                  DateSpan{day(2026, 3, 1), day(2026, 3, 2)}));
  EXPECT_THAT(
      months_of({day(2026, 1, 1), day(2026, 12, 31)}, day(2026, 2, 1)),
      ElementsAre(DateSpan{day(2026, 1, 1), day(2026, 1, 31)}, DateSpan{day(2026, 2, 1), day(2026, 2, 28)}));
}

class PeriodReports : public ReportOffice {
 protected:
  PeriodUnits units(std::string_view text, std::string_view unit = "tinh") {
    return *period_units(months_, period(text), unit, everybody, day(2026, 12, 31));
  }
  PeriodPeople people(std::string_view text, std::string_view unit = "tinh") {
    return *period_people(months_, period(text), unit, true, everybody, day(2026, 12, 31));
  }
  void come_late() {  // An: 7 minutes on the 9th, and 8 on the 20th
    import_taps({{card("04A1B2C3D4E5F6"), "09 07:37"},
                 {card("04A1B2C3D4E5F6"), "09 11:31"},
                 {card("04A1B2C3D4E5F6"), "20 07:38"},
                 {card("04A1B2C3D4E5F6"), "20 11:31"}});
  }
};

TEST_F(PeriodReports, OfAPartOfAMonthCountNoOtherDay) {
  come_late();
  const auto first = units("2026-07-01..2026-07-15");
  EXPECT_EQ(first.total.late, 1U);
  EXPECT_EQ(first.total.late_min, 7U);
  EXPECT_EQ(first.total.sessions_due, 3U * 2U * 11U);
  EXPECT_EQ(units("2026-07-09..2026-07-20").total.late_min, 15U);
}

TEST_F(PeriodReports, AreTheSumOfTheirParts) {
  come_late();
  const auto whole = units("2026-07");
  auto parts = units("2026-07-01..2026-07-08").total;
  parts += units("2026-07-09..2026-07-19").total;
  parts += units("2026-07-20..2026-07-31").total;
  EXPECT_EQ(parts, whole.total);
  attendance::Tally of_people, of_parts;
  for (const auto& row : people("2026-07").rows) of_people += row.person.tally;
  for (const auto& part : whole.parts) of_parts += part.tally;
  EXPECT_EQ(of_people, whole.total);
  EXPECT_EQ(of_parts, whole.total);
}

TEST_F(PeriodReports, StandBesideTheDaysBefore) {
  come_late();
  const auto later = units("2026-07-16..2026-07-31");
  EXPECT_EQ(later.total.late_min, 8U);
  EXPECT_EQ(later.before.late_min, 7U) << "the sixteen days before";
  const auto august = units("2026-08");
  EXPECT_EQ(august.before, units("2026-07").total);
  EXPECT_EQ(august.rows.at(1).subtree_before.late, 2U);
}

TEST_F(PeriodReports, HaveEachMonthAndSayHowManyUnitsAreNotClosed) {
  const auto quarter = units("2026-Q3");
  ASSERT_EQ(quarter.months.size(), 3U);
  EXPECT_EQ(quarter.months.front().days, attendance::days_of(july));
  EXPECT_EQ(quarter.months.front().not_closed, 2U) << "tinh has no people of its own";
  EXPECT_EQ(quarter.staff, 3U);
}

TEST_F(PeriodReports, ShowNothingBeyondTheScope) {
  EXPECT_FALSE(period_units(months_, period("2026-07"), "tinh", within("snv"), day(2026, 12, 31)));
  EXPECT_FALSE(period_people(months_, period("2026-07"), "snv", true, within("vp"), day(2026, 12, 31)));
  EXPECT_FALSE(period_person(evidence_, "AN", period("2026-07"), within("vp"), Language::vi));
  EXPECT_FALSE(period_units(months_, period("2027-07"), "tinh", everybody, day(2026, 12, 31)))
      << "it has not begun";
}

TEST_F(PeriodReports, SayTheSameOfAPersonAsOfTheirUnit) {
  come_late();
  const auto person = period_person(evidence_, "AN", period("2026-Q3"), everybody, Language::vi);
  ASSERT_TRUE(person);
  const auto listed = people("2026-Q3");
  const auto an = std::ranges::find(listed.rows, "AN",
                                    [](const PeriodPeople::Row& row) { return row.person.staff_code; });
  ASSERT_NE(an, listed.rows.end());
  EXPECT_EQ(person->total, an->person.tally);
  EXPECT_EQ(person->total.late_min, 15U);
}

TEST_F(PeriodReports, AreListedWithTheirTotal) {
  come_late();
  const auto listing = people_listing(people("2026-07"), Language::vi);
  const auto csv = *listing_file(listing, ListingFormat::csv, std::chrono::sys_seconds());
  EXPECT_THAT(csv, HasSubstr("staff_code,full_name,position,unit_code,unit_name,sessions_due,rated,on_time"));
  EXPECT_THAT(csv, HasSubstr("AN,Nguyễn Văn An,Chuyên viên,snv,Sở Nội vụ,46,46,0,0.0000,2,15,"));
  EXPECT_EQ(std::get<std::int64_t>(listing.total.at(9)), 2) << "late";
  EXPECT_THAT(*listing_file(listing, ListingFormat::xlsx, std::chrono::sys_seconds()), HasSubstr("PK"));
  const auto months = months_listing(units("2026-Q3"), Language::vi);
  EXPECT_EQ(months.rows.size(), 3U);
  EXPECT_EQ(std::get<std::string>(months.rows.front().front()), "2026-07-01");
  for (const auto& row : months.rows) EXPECT_EQ(row.size(), months.columns.size());
  EXPECT_EQ(months.total.size(), months.columns.size());
}

}  // namespace
}  // namespace badge::app::test
