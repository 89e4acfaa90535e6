// The programme of a week: who is sent where, and which papers follow.
#include "server/app/weekly_programmes.hpp"

#include <gmock/gmock.h>

#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

/// Of the week of Monday 6 July 2026.
class WeeklyProgramme : public ReportOffice {
 protected:
  WeeklyProgrammes::Asked asked(std::string_view text) const {
    return {text,  {week_of(july_day(8)), "28/LCT", {"phòng họp", "cơ quan"}},
            "",    everybody,
            "hr",  "lịch.csv",
            false, Language::en};
  }
  WeeklyProgrammes::Outcome take(const WeeklyProgrammes::Asked& what) {
    auto outcome = programmes_.take(what);
    EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().listed.front().message);
    return outcome.value_or(WeeklyProgrammes::Outcome{});
  }
  WeeklyProgrammes::Outcome take(std::string_view text) { return take(asked(text)); }

  /// "AN 06 sáng", "BINH 07 08:00–11:00", "CHI 08": what is on paper.
  std::vector<std::string> papers() {
    std::vector<std::string> lines;
    for (const auto& paper : store_.snapshot().roster_facts().absences) {
      const std::chrono::year_month_day date(paper.days.from);
      auto line = paper.staff_code + ' ' + std::to_string(unsigned(date.day()));
      for (const auto& session : paper.sessions) line += ' ' + session;
      if (paper.time)
        line += ' ' + std::to_string(paper.time->from.count()) + '-' + std::to_string(paper.time->to.count());
      lines.push_back(line);
    }
    return lines;
  }

  FactImports imports_{store_};
  WeeklyProgrammes programmes_{evidence_, imports_};
};

constexpr std::string_view programme =
    "Thứ, ngày;Thời gian;Thành phần;Nội dung;Địa điểm\n"
    "Thứ Hai, 06/7/2026;8h00;Đ/c Nguyễn Văn An;Họp UBND tỉnh;Hội trường UBND tỉnh\n"
    ";Chiều;Trần Thị Bình, các phòng;Giao ban;Phòng họp tầng 2\n"
    "Thứ Ba, 07/7/2026;8h00 - 11h00;Phó Giám đốc Trần Thị Bình; ;Phường Tân Hòa\n";

TEST_F(WeeklyProgramme, SaysOfEachRowWhatWasUnderstood) {
  auto what = asked(programme);
  what.dry_run = true;
  const auto outcome = take(what);
  ASSERT_THAT(outcome.rows, SizeIs(3));
  const auto& [first, second, third] = std::tie(outcome.rows[0], outcome.rows[1], outcome.rows[2]);
  EXPECT_EQ(first.line, 2U);
  EXPECT_EQ(first.date, july_day(6));
  EXPECT_EQ(first.session, "sáng") << "a clock alone is its half day";
  ASSERT_THAT(first.people, SizeIs(1));
  EXPECT_EQ(first.people[0].staff_code, "AN");
  EXPECT_EQ(first.outcome, ProgrammeOutcome::trip);
  EXPECT_EQ(second.date, july_day(6)) << "a merged cell";
  EXPECT_EQ(second.outcome, ProgrammeOutcome::in_office);
  EXPECT_THAT(second.unknown, ElementsAre("các phòng"));
  EXPECT_EQ(third.people.at(0).staff_code, "BINH") << "the name stands behind a position";
  EXPECT_EQ(outcome.counts.added, 2U);
  EXPECT_THAT(papers(), IsEmpty());
}

TEST_F(WeeklyProgramme, BecomesTripsWithItsNumberAsPaper) {
  EXPECT_EQ(take(programme).counts.added, 2U);
  EXPECT_THAT(papers(), UnorderedElementsAre("AN 6 sáng", "BINH 7 480-660"));
  const auto stored = store_.snapshot().roster_facts().absences;
  EXPECT_EQ(stored.front().paper, "28/LCT");
  EXPECT_EQ(stored.front().kind, AbsenceKind::business_trip);
}

TEST_F(WeeklyProgramme, TheSameAgainChangesNothing) {
  take(programme);
  const auto position = store_.snapshot().version().last_position;
  auto what = asked(programme);
  what.of.paper = " 28/LCT ";
  const auto again = take(what);
  EXPECT_EQ(again.counts.unchanged, 2U);
  EXPECT_THAT(again.withdrawn, IsEmpty());
  EXPECT_EQ(store_.snapshot().version().last_position, position);
}

TEST_F(WeeklyProgramme, WhatAChangedOneSaysNoMoreIsWithdrawnInTheSameStep) {
  take(programme);
  const auto changed = take(
      "date,time,people,place\n"
      "06/7/2026,8h00,Nguyễn Văn An,UBND tỉnh\n"
      "08/7/2026,Cả ngày,Nguyễn Văn An,Hà Nội\n");
  EXPECT_EQ(changed.counts.added, 1U);
  EXPECT_EQ(changed.counts.unchanged, 1U);
  ASSERT_THAT(changed.withdrawn, SizeIs(1));
  EXPECT_EQ(changed.withdrawn[0].full_name, "Trần Thị Bình");
  EXPECT_THAT(papers(), UnorderedElementsAre("AN 6 sáng", "AN 8"));
  EXPECT_EQ(take("date,time,people,place\nMon,sáng,AN,Phòng họp\n").counts.withdrawn, 2U) << "all of it";
  EXPECT_THAT(papers(), IsEmpty());
}

TEST_F(WeeklyProgramme, OfAnotherWeekNumberOrUnitStays) {
  take(programme);
  auto next = asked("date,time,people,place\n13/7/2026,Sáng,Nguyễn Văn An,Hà Nội\n");
  next.of.week = week_of(july_day(13));
  take(next);
  auto other = asked("date,time,people,place\n09/7/2026,Sáng,Nguyễn Văn An,Hà Nội\n");
  other.of.paper = "29/LCT";
  take(other);
  auto office = asked("date,time,people,place\n09/7/2026,Sáng,Lê Thị Chi,Hà Nội\n");
  office.unit = "vp";
  take(office);
  EXPECT_THAT(papers(),
              UnorderedElementsAre("AN 6 sáng", "BINH 7 480-660", "AN 13 sáng", "AN 9 sáng", "CHI 9 sáng"));
}

TEST_F(WeeklyProgramme, WhatHrAddedToAPaperSinceIsKept) {
  take(programme);
  for (auto paper : store_.snapshot().roster_facts().absences) {
    paper.kept_despite_taps = true;
    state({paper});
  }
  EXPECT_EQ(take(programme).counts.unchanged, 2U);
  EXPECT_TRUE(store_.snapshot().roster_facts().absences.front().kept_despite_taps);
}

TEST_F(WeeklyProgramme, KnowsNobodyBeyondTheAskersUnits) {
  auto what = asked("date,time,people,place\n06/7,Sáng,\"Nguyễn Văn An, Lê Thị Chi, Ai Đó\",Hà Nội\n");
  what.scope = within("vp");
  const auto outcome = take(what);
  EXPECT_THAT(outcome.rows.at(0).unknown, ElementsAre("Nguyễn Văn An", "Ai Đó")) << "both alike";
  EXPECT_THAT(papers(), ElementsAre("CHI 6 sáng"));
}

TEST_F(WeeklyProgramme, StatesNothingOfItsAuthorWhereTheyAnswerForAPart) {
  auto what = asked("date,time,people,place\n06/7,Sáng,Nguyễn Văn An; Trần Thị Bình,Hà Nội\n");
  what.scope = Scope({"snv"}, "AN");
  EXPECT_THAT(take(what).rows.at(0).unknown, ElementsAre("Nguyễn Văn An"));
  EXPECT_THAT(papers(), ElementsAre("BINH 6 sáng"));
}

TEST_F(WeeklyProgramme, OfTwoPeopleOfOneNameKnowsNeitherButByTheirCode) {
  state({attendance::Posting{"AN2", "Nguyễn Văn An", "vp", "Lái xe", "", {july_day(1)}, 2}});
  const auto outcome = take("date,time,people,place\n06/7,Sáng,Nguyễn Văn An,Hà Nội\n06/7,Sáng,AN2,Huế\n");
  EXPECT_EQ(outcome.rows.at(0).outcome, ProgrammeOutcome::nobody);
  EXPECT_THAT(papers(), ElementsAre("AN2 6 sáng"));
}

TEST_F(WeeklyProgramme, WithoutAPlaceNobodyIsAway) {
  const auto outcome =
      take("date,time,people,place,content\n06/7,Sáng,AN,,Trực cơ quan\n06/7,Chiều,AN,,Xử lý văn bản\n");
  EXPECT_EQ(outcome.rows.at(0).outcome, ProgrammeOutcome::in_office);
  EXPECT_EQ(outcome.rows.at(1).outcome, ProgrammeOutcome::no_place);
  EXPECT_THAT(papers(), IsEmpty());
}

TEST_F(WeeklyProgramme, AnErrorNamesTheLineOfTheProgramme) {
  const auto faults = [&](std::string_view text) {
    std::vector<std::string> lines;
    if (const auto outcome = programmes_.take(asked(text)); !outcome) {
      for (const auto& error : outcome.error().listed)
        lines.push_back(std::to_string(error.line) + ' ' + error.column + ": " + error.message);
    }
    return lines;
  };
  EXPECT_THAT(
      faults("date,time,people,place\n15/7/2026,Sáng,AN,Hà Nội\n06/7,,AN,Huế\n"),
      ElementsAre(HasSubstr("2 date: is no day of the week 06/07/2026–12/07/2026"), HasSubstr("3 time:")));
  // A leave that stands against it: the second row that became a paper, the third line of the programme.
  state({Absence{.staff_code = "BINH",
                 .kind = AbsenceKind::annual_leave,
                 .days = {july_day(7), july_day(7)},
                 .sessions = {},
                 .paper = "P 1",
                 .reported_at = {}}});
  const auto against =
      faults("date,time,people,place\n06/7,Sáng,AN,Phòng họp\n07/7,Sáng,\"AN, BINH\",Hà Nội\n");
  ASSERT_THAT(against, SizeIs(1));
  EXPECT_THAT(against[0], HasSubstr("3 from"));
  EXPECT_THAT(papers(), ElementsAre("BINH 7")) << "nothing of it was stored";
}

}  // namespace
}  // namespace badge::app::test
