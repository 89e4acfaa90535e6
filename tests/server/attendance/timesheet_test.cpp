#include "server/attendance/timesheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/attendance/timesheet_office.hpp"

namespace badge::attendance::testing {
namespace {

/// A of snv in the week of the 9th to the 15th of March 2026, Monday to Sunday: there on every working day.
struct Week {
  Office office;
  std::vector<TimesheetSymbol> symbols = some_symbols();
  TimesheetForm form;
  std::string taps_of_a_day = "07:25 11:35 13:25 17:05";
  std::string away;  // days without taps: "10 12"
  std::string unit = "snv";

  [[nodiscard]] Timesheet sheet() const {
    const RuleBook book(office.facts);
    const Coverage coverage(office.heard);
    const auto days = span("9", "15");
    const InForce in_force(book, coverage, with_neighbours(days));
    std::vector<Tap> all;
    for (const std::string day : {"9", "10", "11", "12", "13"}) {
      if ((" " + away + " ").find(" " + day + " ") != std::string::npos) continue;
      const auto of_day = taps(taps_of_a_day, date(day));
      all.insert(all.end(), of_day.begin(), of_day.end());
    }
    const auto no = *book.units().find(unit);
    const std::vector<std::string> line = {unit, "tinh"};
    return make_timesheet(days, people_of(in_force, no, days, {all}, office.now),
                          SymbolTable(symbols, line, days.to), form);
  }

  void say(DayMeaning meaning, std::string symbol, std::string_view column = column_time) {
    auto& row = symbols[static_cast<std::size_t>(meaning)];
    row.symbol = std::move(symbol);
    row.column = column;
  }
};

/// "+ + P/2 + + . .", a dot for a day of rest, ',' where a cell holds several.
std::string cells(const Timesheet& sheet, std::size_t row = 0) {
  std::string text;
  for (auto cell : sheet.rows.at(row).cells) {
    std::ranges::replace(cell.text, ' ', ',');
    text += (text.empty() ? "" : " ") + (cell.text.empty() ? "." : cell.text);
  }
  return text;
}

double sum(const Timesheet& sheet, std::string_view column) {
  const auto found = std::ranges::find(sheet.columns, column);
  return sheet.totals.at(static_cast<std::size_t>(found - sheet.columns.begin())).in_days();
}

/// "10 chiều unexplained"
std::string first_gap(const Timesheet& sheet) {
  if (sheet.gaps.empty()) return "none";
  const auto& gap = sheet.gaps.front();
  return std::to_string((gap.date - date("1")).count() + 1) + " " + gap.session + " " +
         std::string(to_string(gap.kind));
}

TEST(Timesheet, HasASymbolForEachWorkingDayAndNoneForAWeekend) {
  const auto sheet = Week().sheet();
  EXPECT_EQ(cells(sheet), "+ + + + + . .");
  EXPECT_EQ(sum(sheet, column_time), 5);
  EXPECT_EQ(sum(sheet, column_unpaid), 0);
  EXPECT_TRUE(sheet.is_complete());
}

TEST(Timesheet, WritesAHalfDayOfLeaveBehindItsSymbolAndCountsHalfOfEach) {
  Week week;
  week.say(DayMeaning::annual_leave, "P", "Số công nghỉ phép");
  week.office.facts.absences = {leave("10", "10", {"chiều"}), leave("12", "12")};
  week.away = "12";
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+ P/2 + P + . .");
  EXPECT_EQ(sum(sheet, column_time), 3.5);
  EXPECT_EQ(sum(sheet, "Số công nghỉ phép"), 1.5);
  EXPECT_TRUE(sheet.has_fractions);
}

TEST(Timesheet, WritesBothHalvesWhereNeitherWasWorked) {
  Week week;
  week.office.facts.absences = {leave("10", "10", {"sáng"}), leave("10", "10", {"chiều"})};
  week.office.facts.absences[1].kind = AbsenceKind::sick;
  week.away = "10";
  EXPECT_EQ(cells(week.sheet()), "+ P/2,Ô/2 + + + . .");
}

TEST(Timesheet, OfLongerPartsGivesTheDayToTheLongerOne) {
  Week week;
  week.form.half_days = HalfDays::longer;  // the morning has four hours, the afternoon three and a half
  week.office.facts.absences = {leave("10", "10", {"sáng"}), leave("12", "12", {"chiều"})};
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+ P + + + . .");
  EXPECT_FALSE(sheet.has_fractions);
}

TEST(Timesheet, OfEqualPartsGivesTheDayToTheFirst) {
  Week week;
  week.office.hours() = schedule("hanh-chinh", "07:30-11:30/120/60,13:30-17:30/60/240");
  week.office.hours().seasons.front().weekdays = 0b11111;
  week.taps_of_a_day = "07:25 11:35 13:25 17:35";
  week.form.half_days = HalfDays::longer;
  week.office.facts.absences = {leave("10", "10", {"sáng"}), leave("12", "12", {"chiều"})};
  EXPECT_EQ(cells(week.sheet()), "+ P + + + . .");
}

TEST(Timesheet, SaysWhyACellHasNoSymbol) {
  Week week;
  week.away = "10";
  auto& now = week.office.now;
  now = at("11 08:00");  // the explanation may still come, and the 11th is not over
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+ ? ? ? ? . .");
  ASSERT_EQ(sheet.gaps.size(), 8U);
  EXPECT_EQ(first_gap(sheet), "10 sáng unexplained");
  EXPECT_EQ(sheet.gaps[2].kind, TimesheetGapKind::not_over);
  EXPECT_EQ(sheet.rows.front().open.in_days(), 4);
  EXPECT_FALSE(sheet.is_complete());
}

TEST(Timesheet, WaitsForTheDecisionOnAnExplanation) {
  Week week;
  week.away = "10";
  week.office.facts.corrections = {explanation("10", Decision::pending)};
  EXPECT_EQ(first_gap(week.sheet()), "10 sáng awaits_decision");
  week.office.facts.corrections = {explanation("10", Decision::approved)};
  EXPECT_EQ(cells(week.sheet()), "+ + + + + . .");
}

TEST(Timesheet, DoesNotCallAnAbsenceAnythingForWhichTheOfficeHasNoSymbol) {
  Week week;
  week.away = "10";  // long over: it is decided that there was no reason
  EXPECT_EQ(first_gap(week.sheet()), "10 sáng no_symbol");
  EXPECT_EQ(week.sheet().gaps.front().meaning, DayMeaning::without_reason);
  week.say(DayMeaning::without_reason, "O", "");
  EXPECT_EQ(cells(week.sheet()), "+ O + + + . .");
  EXPECT_EQ(sum(week.sheet(), column_time), 4);
}

TEST(Timesheet, HasTheFormsSymbolForAHalfDayBesideAnAbsenceThatCountsNowhere) {
  Week week;
  week.office.facts.corrections = {correction("10", CorrectionEffect::absent, "chiều")};
  EXPECT_EQ(first_gap(week.sheet()), "10 chiều no_symbol");
  week.say(DayMeaning::half_worked, "-");
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+ - + + + . .");
  EXPECT_EQ(sum(sheet, column_time), 4.5);
  EXPECT_TRUE(sheet.is_complete());
}

TEST(Timesheet, LeavesInDoubtWhatReadersDidNotHear) {
  Week week;
  week.away = "10";
  week.office.heard_only("10", "05:00-11:00");
  EXPECT_EQ(first_gap(week.sheet()), "10 sáng not_enough_data");
}

TEST(Timesheet, AsksForHoursWhereNobodyStatedAny) {
  Week week;
  week.office.facts.assignments.clear();
  EXPECT_EQ(cells(week.sheet()), "? ? ? ? ? ? ?");
  EXPECT_EQ(first_gap(week.sheet()), "9  no_schedule");
}

TEST(Timesheet, CountsAHolidayThatWouldHaveBeenWorked) {
  Week week;
  CalendarDay holiday;
  holiday.name = "Giỗ Tổ";
  holiday.date = date("10");
  week.office.facts.calendar.push_back(holiday);
  holiday.date = date("15");  // a Sunday
  week.office.facts.calendar.push_back(holiday);
  EXPECT_EQ(cells(week.sheet()), "+ L + + + . .");
  EXPECT_EQ(sum(week.sheet(), column_time), 5);
  week.say(DayMeaning::holiday, "", "");
  EXPECT_EQ(cells(week.sheet()), "+ . + + + . .");
  EXPECT_TRUE(week.sheet().is_complete());
}

TEST(Timesheet, PaysNoWageForAHolidayOnMaternityLeave) {
  Week week;
  week.office.facts.calendar.emplace_back();
  week.office.facts.calendar.back().date = date("10");
  week.office.facts.absences = {leave("9", "11")};
  week.office.facts.absences.front().kind = AbsenceKind::maternity;
  EXPECT_EQ(cells(week.sheet()), "Ts Ts Ts + + . .");
}

TEST(Timesheet, OfAClosureTakesNoLeave) {
  Week week;
  week.office.facts.calendar = {closure("10", "12:00")};
  week.office.facts.absences = {leave("10", "10", {"chiều"})};
  EXPECT_EQ(cells(week.sheet()), "+ N/2 + + + . .");
}

TEST(Timesheet, MarksTheDaysOfAnotherUnit) {
  Week week;
  auto& postings = week.office.facts.postings;
  postings.push_back(postings.front());
  postings[0].valid.to = date("10");
  postings[1].valid.from = date("11");
  postings[1].unit_code = "vp";
  EXPECT_EQ(cells(week.sheet()), "+ + – – – – –");
  week.unit = "vp";
  EXPECT_EQ(cells(week.sheet()), "– – + + + . .");
  EXPECT_EQ(sum(week.sheet(), column_time), 3);
}

TEST(Timesheet, OfHoursCountsMinutesAndWritesDaysAndHours) {
  Week week;
  week.form.method = TimesheetMethod::hour;
  week.office.facts.absences = {leave_at("10", "09:00-10:30"), leave("12", "12")};
  week.office.facts.absences.front().kind = AbsenceKind::permitted_private;
  week.away = "12";
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+7:30 +6,RR1:30 +7:30 P7:30 +7:30 . .");
  EXPECT_EQ(hours_text(sheet.totals[0]), "4,4");     // 36 hours, of which 7:30 are leave: 4 days and 4 hours
  EXPECT_EQ(hours_text(sheet.totals[1]), "0,1:30");  // RR
}

TEST(Timesheet, OfHoursLeavesOutWhatWasLateAndEarly) {
  Week week;
  week.form.method = TimesheetMethod::hour;
  week.taps_of_a_day = "08:00 11:35 13:25 17:05";
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+7 +7 +7 +7 +7 . .");
  EXPECT_EQ(sheet.rows.front().lost.half_minutes, 2 * 5 * 30);
}

TEST(GapRuns, PutTogetherWhatGoesOnOverAWeekendForOneReason) {
  const auto gap = [](std::string staff, std::string_view day, TimesheetGapKind kind) {
    return TimesheetGap{std::move(staff), "", date(day), "sáng", kind};
  };
  using enum TimesheetGapKind;
  const std::vector<TimesheetGap> gaps = {gap("A", "12", not_enough_data), gap("A", "13", not_enough_data),
                                          gap("A", "16", not_enough_data), gap("A", "20", not_enough_data),
                                          gap("A", "20", unexplained),     gap("B", "20", unexplained)};
  std::string lengths;
  for (const auto& run : gap_runs(gaps)) lengths += std::to_string(run.sessions);
  EXPECT_EQ(lengths, "3111");
  EXPECT_EQ(gap_runs(gaps).front().last->date, date("16"));
}

TEST(Timesheet, OfSomebodyOfWhomOnlyTheSheetIsKeptSaysWhatTheSheetSays) {
  SheetLine there{.date = date("10"), .session = "sáng"}, on_leave = there;
  there.state = SessionState::present;
  on_leave.state = SessionState::excused;
  on_leave.reasons = "on_paper";
  const std::vector<SheetLine> lines = {there, on_leave};
  const auto day = timesheet_day(date("10"), lines);
  ASSERT_EQ(day.parts.size(), 2U);
  EXPECT_EQ(day.parts[0].meaning, DayMeaning::worked);
  EXPECT_EQ(day.parts[1].gap, TimesheetGapKind::paper_gone);
  EXPECT_EQ(timesheet_day(date("11"), {}).kind, TimesheetDay::Kind::rest);
}

TEST(HoursText, IsNoDecimalFraction) {
  const auto text = [](int hours, int minutes) { return hours_text({0, 2 * (60 * hours + minutes)}); };
  EXPECT_EQ(text(22 * 8 + 4, 0), "22,4");
  EXPECT_EQ(text(22 * 8, 0), "22");
  EXPECT_EQ(text(0, 0), "0");
  EXPECT_EQ(text(8, 5), "1,0:05");
  // 0,7 and 0,7 are 14 hours, which is one day and six hours
  EXPECT_EQ(text(14, 0), "1,6");
}

TEST(Timesheet, OfCompensatoryLeaveHasAColumnBesideTheOthers) {
  Week week;
  week.form.method = TimesheetMethod::compensatory;
  week.office.facts.absences = {leave("10", "10", {"sáng"})};
  week.office.facts.absences.front().kind = AbsenceKind::compensatory;
  const auto sheet = week.sheet();
  EXPECT_EQ(cells(sheet), "+ Nb/2 + + + . .");
  EXPECT_EQ(sum(sheet, column_time), 5);
  EXPECT_EQ(sum(sheet, column_compensatory), 0.5);
}

TEST(SymbolTable, TakesTheRowOfTheNearestUnitAndOfItsRowsTheLastThatHasBegun) {
  const std::vector<std::string> line = {"vp", "snv", "tinh"};
  const auto row = [](std::string unit, std::string_view since, std::string symbol) {
    return TimesheetSymbol{
        std::move(unit), date(since), DayMeaning::annual_leave, std::move(symbol), "", "", 2};
  };
  const std::vector<TimesheetSymbol> stated = {row("", "2020-01-01", "P"), row("tinh", "2020-01-01", "F"),
                                               row("snv", "2026-03-10", "N"), row("snv", "2026-03-20", "M"),
                                               row("sgd", "2020-01-01", "X")};
  const auto symbol_on = [&](std::string_view day) {
    return SymbolTable(stated, line, date(day)).of(DayMeaning::annual_leave)->symbol;
  };
  EXPECT_EQ(symbol_on("9"), "F");
  EXPECT_EQ(symbol_on("10"), "N");
  EXPECT_EQ(symbol_on("20"), "M");
  const std::vector<std::string> elsewhere = {"sxd"};
  EXPECT_EQ(SymbolTable(stated, elsewhere, date("20")).of(DayMeaning::annual_leave)->symbol, "P");
  EXPECT_EQ(SymbolTable(stated, line, date("20")).of(DayMeaning::sick), nullptr);
}

TEST(Timesheet, WeighsASymbolByItsTable) {
  Week week;
  week.symbols[static_cast<std::size_t>(DayMeaning::worked)].weight_halves = 3;
  EXPECT_EQ(sum(week.sheet(), column_time), 7.5);
}

}  // namespace
}  // namespace badge::attendance::testing
