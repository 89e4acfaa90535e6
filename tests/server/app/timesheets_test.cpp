// Timesheets of a unit's month, from a real store.
#include "server/app/timesheets.hpp"

#include <algorithm>
#include <set>

#include "server/app/leave_report.hpp"
#include "tests/server/app/closing_office.hpp"

namespace badge::app::test {
namespace {

using attendance::AbsenceKind;
using attendance::DayMeaning;
using attendance::TimesheetSymbol;

class Timesheets : public ClosingOffice {
 protected:
  Timesheets() {
    std::vector<std::pair<store::TapKey, std::string>> taps;
    for (unsigned day = 1; day <= 31; ++day) {
      if (std::chrono::weekday(july_day(day)).iso_encoding() > 5) continue;
      const auto date = (day < 10 ? "0" : "") + std::to_string(day);
      for (const auto* uid : {"04A1B2C3D4E5F6", "04000001"}) {
        for (const auto* time : {" 07:20", " 11:40", " 13:20", " 17:10"})
          taps.emplace_back(card(uid), date + time);
      }
    }
    import_taps(taps);
  }

  [[nodiscard]] TimesheetReport report(const std::string& unit = "snv") const {
    return timesheet_report(evidence_, unit, july, everybody).value();
  }
  static const attendance::TimesheetRow& row_of(const TimesheetReport& report, const std::string& staff) {
    return *std::ranges::find(report.sheet.rows, staff, &attendance::TimesheetRow::staff_code);
  }
  static std::string cell(const TimesheetReport& report, const std::string& staff, unsigned day) {
    return row_of(report, staff).cells.at(day - 1).text;
  }
  static attendance::Absence of_an(AbsenceKind kind, unsigned from, unsigned to,
                                   std::vector<std::string> sessions = {}) {
    attendance::Absence paper;
    paper.staff_code = "AN";
    paper.kind = kind;
    paper.days = {july_day(from), july_day(to)};
    paper.sessions = std::move(sessions);
    paper.paper = "GNP " + std::to_string(from);
    return paper;
  }
  static TimesheetSymbol symbol(std::string unit, DayMeaning meaning, std::string sign) {
    return {std::move(unit), july_day(1), meaning, std::move(sign), "Tên", "time", 2};
  }
};

TEST_F(Timesheets, ListPeopleInTheOrderOfPapersWithASymbolForEachDay) {
  const auto told = report();
  EXPECT_EQ(told.of.state, UnitState::open);
  EXPECT_EQ(told.body, "UBND tỉnh");
  EXPECT_TRUE(told.sheet.is_complete());
  ASSERT_EQ(told.sheet.rows.size(), 2U);
  EXPECT_EQ(told.sheet.rows.front().staff_code, "BINH");
  EXPECT_EQ(cell(told, "AN", 1), "+");
  EXPECT_EQ(cell(told, "AN", 4), "");  // a Saturday
  EXPECT_EQ(row_of(told, "AN").sums.front().in_days(), 23);
  EXPECT_EQ(told.sheet.totals.front().in_days(), 46);
}

TEST_F(Timesheets, HaveTheFormsOwnThreeColumnsByTheSymbolsThatShipWithTheProgram) {
  const auto told = report();
  EXPECT_EQ(told.sheet.columns, (std::vector<std::string>{"time", "unpaid", "insurance"}));
  std::set<DayMeaning> meanings;
  for (const auto& row : default_symbols()) {
    EXPECT_FALSE(row.symbol.empty());
    meanings.insert(row.meaning);
  }
  EXPECT_EQ(meanings.size(), default_symbols().size());
  EXPECT_FALSE(meanings.contains(DayMeaning::without_reason));  // which column it counts in, nobody told us
}

TEST_F(Timesheets, CountAsMuchAnnualLeaveAsTheBalanceUses) {
  state({of_an(AbsenceKind::annual_leave, 9, 10), of_an(AbsenceKind::annual_leave, 15, 15, {"chiều"}),
         of_an(AbsenceKind::sick, 16, 16, {"sáng"})});
  const auto told = report();
  EXPECT_EQ(cell(told, "AN", 9), "P");
  EXPECT_EQ(cell(told, "AN", 15), "P/2");
  EXPECT_EQ(cell(told, "AN", 16), "Ô/2");
  const auto& row = row_of(told, "AN");
  const auto used = leave_report(evidence_, "AN", 2026, everybody, Language::vi)->figures.used;
  EXPECT_EQ(row.taken[static_cast<std::size_t>(DayMeaning::annual_leave)].in_days(), used);
  EXPECT_EQ(used, 2.5);
  EXPECT_EQ(row.sums[0].in_days(), 22.5);
  EXPECT_EQ(row.sums[2].in_days(), 0.5);
}

TEST_F(Timesheets, OfAClosedMonthSayWhatWasSigned) {
  state({of_an(AbsenceKind::annual_leave, 9, 9)});
  const auto position = close("snv");
  const auto before = report();
  EXPECT_EQ(before.of.state, UnitState::closed);
  EXPECT_EQ(before.of.closed_by, "Bà Hoa");
  EXPECT_LT(before.of.version, position);
  state({of_an(AbsenceKind::unpaid, 14, 14)});
  withdraw(of_an(AbsenceKind::annual_leave, 9, 9));
  const auto after = report();
  EXPECT_EQ(cell(after, "AN", 9), "P");
  EXPECT_EQ(cell(after, "AN", 14), "+");
  EXPECT_EQ(after.sheet.totals, before.sheet.totals);
  EXPECT_EQ(after.of.version, before.of.version);
  ASSERT_TRUE(closes_.reopen(position, "Bà Hoa", "sót giấy", everybody));
  EXPECT_EQ(cell(report(), "AN", 14), "No");
}

TEST_F(Timesheets, OfAClosedMonthKeepTheSymbolsAndTheFormThatWereSigned) {
  state({symbol("snv", DayMeaning::worked, "X")});
  attendance::TimesheetForm form;
  form.unit_code = "snv";
  form.valid_from = july_day(1);
  form.approver = "Giám đốc";
  state({form});
  const auto position = close("snv");
  state({symbol("snv", DayMeaning::worked, "C")});
  form.approver = "Phó Giám đốc";
  form.method = attendance::TimesheetMethod::hour;
  state({form});
  EXPECT_EQ(cell(report(), "AN", 1), "X");
  EXPECT_EQ(report().form.approver, "Giám đốc");
  ASSERT_TRUE(closes_.reopen(position, "Bà Hoa", "sai ký hiệu", everybody));
  EXPECT_EQ(cell(report(), "AN", 1), "C7:30");
  EXPECT_EQ(report().form.approver, "Phó Giám đốc");
}

TEST_F(Timesheets, OfAClosedMonthTakeASymbolThatWasMissingThenAndTheTextsOfAFormThatNobodyHadStated) {
  attendance::Correction absent;
  absent.staff_code = "AN";
  absent.date = july_day(9);
  absent.effect = attendance::CorrectionEffect::absent;
  absent.decision = attendance::Decision::approved;
  state({absent});
  (void)close("snv");
  EXPECT_FALSE(report().sheet.is_complete());
  attendance::TimesheetForm form;
  form.unit_code = "snv";
  form.valid_from = july_day(1);
  form.approver = "Giám đốc";
  form.method = attendance::TimesheetMethod::hour;
  state({symbol("snv", DayMeaning::without_reason, "V"), symbol("snv", DayMeaning::worked, "C"), form});
  const auto told = report();
  EXPECT_TRUE(told.sheet.is_complete());
  EXPECT_EQ(cell(told, "AN", 9), "V");
  EXPECT_EQ(cell(told, "AN", 10), "+") << "what could be printed stays as it was";
  EXPECT_EQ(told.form.approver, "Giám đốc");
  EXPECT_EQ(told.form.method, attendance::TimesheetMethod::day);
}

TEST_F(Timesheets, AskForAnExplanationAndSayOfWhom) {
  withdraw(attendance::Badge{"AN", "04A1B2C3D4E5F6", {long_ago}, {}});
  const auto told = report();
  EXPECT_EQ(cell(told, "AN", 1), "?");
  EXPECT_EQ(cell(told, "BINH", 1), "+");
  EXPECT_EQ(told.sheet.gaps.size(), 46U);  // nobody without a badge is called absent
  EXPECT_EQ(told.sheet.gaps.front().kind, attendance::TimesheetGapKind::not_enough_data);
  EXPECT_EQ(told.sheet.gaps.front().staff_code, "AN");
}

TEST_F(Timesheets, OfSomebodyWhoMovedStandOnTwoSheets) {
  withdraw(posting_of_an("snv", {long_ago}));
  state({posting_of_an("snv", {long_ago, july_day(14)}), posting_of_an("vp", {july_day(15)})});
  const auto before = report("snv"), after = report("vp");
  EXPECT_EQ(cell(before, "AN", 14), "+");
  EXPECT_EQ(cell(before, "AN", 15), "–");
  EXPECT_EQ(cell(after, "AN", 14), "–");
  EXPECT_EQ(cell(after, "AN", 15), "+");
  const auto days = [](const TimesheetReport& told) { return row_of(told, "AN").sums.front().in_days(); };
  EXPECT_EQ(days(before) + days(after), 23);
}

TEST_F(Timesheets, TakeTheSymbolsAndTheFormOfTheNearestUnit) {
  attendance::TimesheetForm form;
  form.unit_code = "tinh";
  form.valid_from = july_day(1);
  form.body = "UBND TỈNH";
  state({symbol("", DayMeaning::worked, "W"), symbol("tinh", DayMeaning::worked, "X"),
         symbol("vp", DayMeaning::worked, "V"), form});
  EXPECT_EQ(cell(report("snv"), "AN", 1), "X");
  EXPECT_EQ(report("snv").body, "UBND TỈNH");
}

TEST_F(Timesheets, HaveTheDaysOfTheUnitsOwnPayPeriod) {
  state({attendance::PayPeriod{"tinh", long_ago, 26}});
  const auto told = report();
  EXPECT_EQ(told.sheet.days.from, attendance::Date(std::chrono::year(2026) / 6 / 26));
  EXPECT_EQ(told.sheet.days.to, july_day(25));
  EXPECT_EQ(told.sheet.rows.front().cells.size(), 30U);
}

TEST_F(Timesheets, AreForThoseWhoMaySeeTheUnit) {
  const auto refused = [&](const std::string& unit, const Scope& scope) {
    const auto told = timesheet_report(evidence_, unit, july, scope);
    return !told && told.error() == NoTimesheet::not_found;
  };
  EXPECT_TRUE(refused("snv", within("vp")));
  EXPECT_TRUE(refused("khong", everybody));
  EXPECT_FALSE(refused("vp", within("snv")));
}

}  // namespace
}  // namespace badge::app::test
