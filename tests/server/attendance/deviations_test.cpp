#include "server/attendance/deviations.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "server/attendance/tally.hpp"
#include "tests/server/attendance/property_province.hpp"

namespace badge::attendance::testing {
namespace {

/// "sáng late 7 open; chiều absent lacking": those of the 10th.
std::string deviations(const Office& office, std::string_view taps) {
  const auto judged = office.judge("10", taps);
  SheetPerson person;
  add_lines(judged.day, person);
  std::string text;
  for (const auto& found : deviations_of(&judged.day.facts, person.lines, office.now)) {
    const auto& line = found.line;
    text += (text.empty() ? "" : "; ") + line.session;
    if (line.state == SessionState::absent) text += " absent";
    if (line.late.count() > 0) text += " late " + std::to_string(line.late.count());
    if (line.early.count() > 0) text += " early " + std::to_string(line.early.count());
    if (line.missing_in || line.missing_out) text += " missing";
    text += " " + std::string(to_string(found.explanation));
  }
  return text;
}

TEST(Deviations, AreWhatWasLateLeftEarlyMissedOrNotTappedInFull) {
  const Office office;
  EXPECT_EQ(deviations(office, "07:25 11:35 13:25 17:05"), "");
  EXPECT_EQ(deviations(office, "07:37 11:35 13:25 16:30"), "sáng late 7 lacking; chiều early 30 lacking");
  EXPECT_EQ(deviations(office, "07:25 13:25 17:05"), "sáng missing lacking");
  EXPECT_EQ(deviations(office, "07:25 11:35"), "chiều absent lacking");
}

TEST(Deviations, AreNotWhatIsInDoubtOrOnPaper) {
  Office office;
  office.facts.absences = {leave("10", "10", {"chiều"})};
  EXPECT_EQ(deviations(office, "07:25 11:35"), "");
  office.facts.absences.clear();
  office.heard_only("10", "05:00-12:00");
  EXPECT_EQ(deviations(office, "07:25 11:35"), "");
}

TEST(Deviations, SayWhatBecameOfTheExplanation) {
  Office office;
  const auto explained = [&](Decision decision) {
    office.facts.corrections = {explanation("10", decision, "chiều")};
    return deviations(office, "07:25 11:35");
  };
  EXPECT_EQ(explained(Decision::pending), "chiều absent pending");
  EXPECT_EQ(explained(Decision::refused), "chiều absent refused");
  EXPECT_EQ(explained(Decision::approved), "");
  office.facts.corrections = {correction("10", CorrectionEffect::in_at, "sáng", "07:40")};
  EXPECT_EQ(deviations(office, "08:30 11:35 13:25 17:05"), "sáng late 10 approved");
}

TEST(Deviations, SayUntilWhenAnExplanationMayStillCome) {
  Office office;
  office.now = at("12 08:00");
  EXPECT_EQ(deviations(office, "07:25 11:35"), "chiều absent open");
  office.now = at("16 00:00");  // Friday the 13th was the third working day
  EXPECT_EQ(deviations(office, "07:25 11:35"), "chiều absent lacking");
}

RC_GTEST_PROP(DeviationLaws, TheListHasAsManyAsTheReportCounts, ()) {
  const auto province = random_province();
  const JudgedProvince judged(province);
  Tally listed, reported;
  for (const auto& row : judged.report.people) reported += row.tally;
  for (PersonNo person = 0; person < province.taps.size(); ++person) {
    auto taps = province.taps[person];
    PersonDays days(judged.in_force, person, days_of(march), taps, province.office.now);
    while (const auto* day = days.next()) {
      SheetPerson lines;
      add_lines(*day, lines);
      for (const auto& [line, explanation, until, correction, paper] :
           deviations_of(&day->facts, lines.lines, province.office.now)) {
        listed.late += line.late > minutes(0) ? 1U : 0U;
        listed.late_min += static_cast<std::uint32_t>(line.late.count());
        listed.early += line.early > minutes(0) ? 1U : 0U;
        listed.early_min += static_cast<std::uint32_t>(line.early.count());
        listed.missing += line.missing_in || line.missing_out ? 1U : 0U;
        listed.absent += line.state == SessionState::absent ? 1U : 0U;
      }
    }
  }
  RC_ASSERT(listed.late == reported.late);
  RC_ASSERT(listed.late_min == reported.late_min);
  RC_ASSERT(listed.early == reported.early);
  RC_ASSERT(listed.early_min == reported.early_min);
  RC_ASSERT(listed.missing == reported.missing);
  RC_ASSERT(listed.absent == reported.absent);
}

}  // namespace
}  // namespace badge::attendance::testing
