#include "server/attendance/paper_check.hpp"

#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

/// An office whose person A has one paper: the 10th, "GNP 12", reported on the 9th.
struct OfficeWithPaper : Office {
  OfficeWithPaper() {
    facts.absences = {{"A", AbsenceKind::annual_leave, span("10", "10"), {}, "GNP 12", at("9 16:00")}};
  }
  [[nodiscard]] Absence& paper() { return facts.absences.front(); }

  /// The codes of March's faults, with blanks between; `taps` are those of the 10th.
  std::string faults(std::string_view taps = "") {
    findings(taps);
    std::string text;
    for (const auto& finding : found) {
      text += (text.empty() ? "" : " ") + std::string(to_string(finding.fault));
    }
    return text;
  }
  void findings(std::string_view taps = "") {
    judged = judge("10", taps);
    book = std::make_unique<RuleBook>(facts);
    const Coverage coverage;
    const InForce in_force(*book, coverage, {date("1"), date("31") + paper_sessions_beyond});
    const auto sessions = paper_sessions(in_force, 0, in_force.days());
    auto inside = taps_inside_papers(judged.day.facts, judged.day.verdict);
    const auto papers = book->absences(0);
    for (auto& tap : inside) tap.paper = &papers[0];  // judged by a book of its own
    found = check_papers({papers, span("1", "31"), sessions, inside, leave, over_taken});
  }

  std::vector<LeaveUse> leave;
  std::vector<CompensatoryUse> over_taken;
  Judged judged;
  std::unique_ptr<RuleBook> book;
  std::vector<PaperFinding> found;
};

TEST(PaperCheck, FindsNothingInAGoodPaper) { EXPECT_EQ(OfficeWithPaper().faults(), ""); }

TEST(PaperCheck, FindsAPaperWithoutNumber) {
  OfficeWithPaper office;
  office.paper().paper.clear();
  EXPECT_EQ(office.faults(), "no_number");
}

TEST(PaperCheck, SaysByHowMuchAReportCameLate) {
  OfficeWithPaper office;
  office.paper().reported_at = at("10 07:30");
  EXPECT_EQ(office.faults(), "") << "before the session began";
  office.paper().reported_at = at("10 09:00");
  EXPECT_EQ(office.faults(), "reported_late");
  EXPECT_EQ(office.found[0].late_by, minutes(90));
  EXPECT_EQ(office.found[0].begins, at("10 07:30"));
}

TEST(PaperCheck, CountsFromTheFirstSessionThatWasDue) {
  OfficeWithPaper office;
  office.paper().days = span("14", "17");  // a Saturday to a Tuesday
  office.paper().reported_at = at("15 20:00");
  EXPECT_EQ(office.faults(), "");
  office.paper().sessions = {"chiều"};
  office.paper().reported_at = at("16 13:40");
  EXPECT_EQ(office.faults(), "reported_late");
  EXPECT_EQ(office.found[0].late_by, minutes(10));
}

TEST(PaperCheck, CountsAPartOfADayFromItsOwnBegin) {
  OfficeWithPaper office;
  office.paper().time = {minutes(9 * 60), minutes(10 * 60)};
  office.paper().reported_at = at("10 08:50");
  EXPECT_EQ(office.faults(), "");
}

TEST(PaperCheck, LooksBeyondTheMonthForTheFirstSession) {
  OfficeWithPaper office;
  office.facts.calendar = {{date("31"), CalendarKind::off, "", {}}};
  office.paper().days = span("31", "2026-04-02");
  office.paper().reported_at = at("2026-04-01 10:00");
  EXPECT_EQ(office.faults(), "reported_late");
}

TEST(PaperCheck, AsksForTheReportInTheMonthInWhichThePaperBegins) {
  OfficeWithPaper office;
  office.paper().reported_at.reset();
  EXPECT_EQ(office.faults(), "not_reported");
  office.paper().days = span("2026-02-27", "2");
  EXPECT_EQ(office.faults(), "");
  office.paper().days = span("14", "15");
  EXPECT_EQ(office.faults(), "") << "a weekend needs no leave";
}

TEST(PaperCheck, AsksNobodyToReportAnIllnessBeforehand) {
  OfficeWithPaper office;
  office.paper().kind = AbsenceKind::sick;
  office.paper().reported_at = at("20 10:00");
  EXPECT_EQ(office.faults(), "");
}

TEST(PaperCheck, ListsTheTapsInsideAnAbsence) {
  OfficeWithPaper office;
  EXPECT_EQ(office.faults("07:50 11:31"), "taps_inside");
  EXPECT_EQ(office.found[0].taps, (std::vector{at("10 07:50"), at("10 11:31")}));
  office.paper().kept_despite_taps = true;
  EXPECT_EQ(office.faults("07:50 11:31"), "");
}

TEST(PaperCheck, FindsLeaveBeyondTheBalance) {
  OfficeWithPaper office;
  office.leave = {{date("10"), LeaveAmount::days(1), {}, LeaveAmount::half_days(1)},
                  {date("2026-02-10"), LeaveAmount::days(1), {}, LeaveAmount::half_days(2)}};
  EXPECT_EQ(office.faults(), "leave_overdrawn");
  EXPECT_EQ(office.found[0].over, LeaveAmount::half_days(1)) << "within the month";
}

TEST(PaperCheck, FindsCompensatoryLeaveBeyondTheLedger) {
  OfficeWithPaper office;
  office.over_taken = {{date("10"), minutes(60)}};
  EXPECT_EQ(office.faults(), "") << "it is another kind of leave";
  office.paper().kind = AbsenceKind::compensatory;
  EXPECT_EQ(office.faults(), "compensatory_overdrawn");
  EXPECT_EQ(office.found[0].over_taken, minutes(60));
}

}  // namespace
}  // namespace badge::attendance::testing
