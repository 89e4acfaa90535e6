// Where people work and tap: a second place of work, further entrances, readers that are lost, lent cards.
#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

const std::string good_day = "07:25 11:31 13:25 17:02";
const std::string good = "07:25-11:31 on_time, 13:25-17:02 on_time";

/// "A" belongs to snv and works at the one-stop office, which has hours and an entrance of its own.
struct SecondedOffice : Office {
  SecondedOffice() {
    facts.units.push_back({"mot-cua", "Trung tâm hành chính công", "trung tâm", "tinh", span("2020-01-01")});
    facts.schedules.push_back(schedule("mot-cua", "08:00-12:00/60/60"));
    facts.assignments.push_back({"mot-cua", "mot-cua", "", span("2020-01-01")});
    facts.entrances.push_back({"cong-mc", "mot-cua", span("2020-01-01")});
    heard.push_back({"cong-mc", "cong-mc-1", at("2020-01-01 00:00"), at("2037-12-31 00:00")});
    posting().works_at = "mot-cua";
  }
};

TEST(SecondPlaceOfWork, ItsHoursHold) {
  const SecondedOffice office;
  EXPECT_EQ(office.day("10", "07:58 12:01"), "07:58-12:01 on_time");
}

TEST(SecondPlaceOfWork, ItsEntrancesAreWatched) {
  SecondedOffice office;
  office.heard.front().until = at("5 00:00");  // cong-a
  EXPECT_EQ(office.day("10", ""), "absent") << "nobody waits for the gate of the unit on paper";
  office.heard.back().until = at("5 00:00");
  EXPECT_EQ(office.day("10", ""), "provisional");
}

TEST(SecondPlaceOfWork, ItsCalendarHolds) {
  SecondedOffice office;
  office.facts.calendar = {closure("10", "00:00", "snv")};
  EXPECT_EQ(office.day("10", ""), "absent");
  office.facts.calendar = {closure("10", "00:00", "mot-cua")};
  EXPECT_EQ(office.day("10", ""), "excused");
}

TEST(SecondPlaceOfWork, ItsOutagesForgive) {
  SecondedOffice office;
  office.facts.corrections = {outage("10", "07:00-13:00", "snv")};
  EXPECT_EQ(office.day("10", ""), "absent");
  office.facts.corrections = {outage("10", "07:00-13:00", "mot-cua")};
  EXPECT_EQ(office.day("10", ""), "on_time");
}

TEST(SecondPlaceOfWork, TheSheetStaysWithTheUnit) {
  const SecondedOffice office;
  const auto judged = office.judge("10", "");
  EXPECT_EQ(judged.book->units().code(judged.day.stay->unit), "snv");
  EXPECT_EQ(judged.book->units().code(judged.day.stay->works_at), "mot-cua");
}

TEST(SecondPlaceOfWork, OfAnUnknownUnitIsTheUnitItself) {
  SecondedOffice office;
  office.posting().works_at = "khong-co";
  EXPECT_EQ(office.day("10", good_day), good);
}

TEST(SecondPlaceOfWork, EndsWithThePosting) {
  SecondedOffice office;
  office.posting().valid = span("1", "10");
  office.facts.postings.push_back(office.posting());
  office.facts.postings.back().valid = span("11");
  office.facts.postings.back().works_at.clear();
  EXPECT_EQ(office.day("10", "07:58 12:01"), "07:58-12:01 on_time");
  EXPECT_EQ(office.day("11", good_day), good);
}

TEST(FurtherEntrances, AreWatchedBesideThoseOfTheUnit) {
  Office office;
  office.posting().entrances = {"cong-kho"};
  const auto judged = office.judge("10", "");
  ASSERT_EQ(judged.text(), "provisional, provisional");
  EXPECT_EQ(*judged.reason(0, 0).entrance, "cong-kho");
  office.heard.push_back({"cong-kho", "cong-kho-1", at("1 00:00"), at("20 00:00")});
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  office.heard.erase(office.heard.begin());
  EXPECT_EQ(office.day("10", ""), "provisional, provisional") << "and the unit's as ever";
}

TEST(FurtherEntrances, AreThePersonsOwn) {
  Office office;
  office.facts.postings.push_back(office.posting());
  office.facts.postings.back().staff_code = "B";
  office.facts.badges.push_back({"B", "01020304", span("2020-01-01"), BadgeState::active});
  office.posting().entrances = {"cong-kho"};
  EXPECT_EQ(office.judge("10", "", "B").text(), "absent, absent");
}

TEST(FurtherEntrances, AreEnoughWhereNoneServesTheUnit) {
  Office office;
  office.facts.entrances.clear();
  office.posting().entrances = {"cong-a"};
  EXPECT_EQ(office.day("10", ""), "absent, absent");
}

TEST(ReaderEnds, NobodyWaitsForAReaderThatIsLostForGood) {
  Office office;
  office.heard = {{"cong-a", "cu", at("1 00:00"), at("9 14:00")},
                  {"cong-a", "moi", at("1 00:00"), at("20 00:00")}};
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
  office.facts.reader_ends = {{"cong-a", "cu", at("9 18:00"), "hr", "mất trộm"}};
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  EXPECT_EQ(office.day("9", ""), "absent, provisional") << "what it left uncovered before stays in doubt";
}

TEST(ReaderEnds, ConcernThatReaderOnly) {
  Office office;
  office.heard = {{"cong-a", "cu", at("1 00:00"), at("9 12:00")},
                  {"cong-a", "moi", at("1 00:00"), at("9 20:00")}};
  office.facts.reader_ends = {{"cong-a", "cu", at("9 18:00"), "hr", ""}};
  const auto judged = office.judge("10", "");
  ASSERT_EQ(judged.text(), "provisional, provisional");
  EXPECT_EQ(judged.reason(0, 0).silence->reader, "moi");
}

TEST(ReaderEnds, OfAReaderThatNeverListenedCoverNothing) {
  Office office;
  office.heard.clear();
  office.facts.reader_ends = {{"cong-a", "cu", at("1 00:00"), "hr", ""}};
  EXPECT_EQ(office.day("10", ""), "provisional, provisional");
}

TEST(TemporaryCards, CountLikeOnesOwnAndAreNamed) {
  const Office office;
  EXPECT_EQ(office.day("10", "07:25^ 11:31^ 13:25^ 17:02^"), good);
  EXPECT_TRUE(office.judge("10", "07:25^ 11:31 13:25 17:02").day.verdict.temporary_card);
  EXPECT_FALSE(office.judge("10", good_day).day.verdict.temporary_card);
}

TEST(TemporaryCards, CountOncePerDayOnTheDayOnWhichTheyAreUsed) {
  Office office;
  office.hours() = schedule("hanh-chinh", "22:00-06:00+1/60/60");
  const auto night = "10T21:55 11T06:02^";
  EXPECT_FALSE(office.judge("10", night).day.verdict.temporary_card);
  EXPECT_TRUE(office.judge("11", night).day.verdict.temporary_card);
  Tally tally;
  tally.add(office.judge("11", "11T06:02^ 11T06:10^ 11T21:00^").day.verdict);
  EXPECT_EQ(tally.temporary_card_days, 1U);
}

TEST(TemporaryCards, MakeTheirHolderSomebodyWithABadge) {
  Office office;
  office.facts.badges = {{"A", "09080706", span("10", "10"), BadgeState::active, true}};
  EXPECT_EQ(office.day("10", ""), "absent, absent");
  EXPECT_EQ(office.day("11", ""), "provisional, provisional");
  const People people(office.facts.postings, office.facts.badges);
  EXPECT_TRUE(people.tenure_at("09080706", date("10"))->temporary);
}

TEST(TemporaryCards, InTheSecondOfOnesOwnAreOneEventWhicheverArrivesFirst) {
  const Office office;
  const auto one = office.judge("10", "07:25 07:25^ 11:31 13:25 17:02");
  const auto other = office.judge("10", "07:25^ 07:25 11:31 13:25 17:02");
  EXPECT_EQ(one.day.verdict.temporary_card, other.day.verdict.temporary_card);
  EXPECT_EQ(one.text(), other.text());
}

}  // namespace
}  // namespace badge::attendance::testing
