// Reading a scenario: what is left out, and what is wrong with a bad one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/scenario/answer_text.hpp"
#include "server/scenario/scenario_json.hpp"

namespace badge::scenario {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string errors_of(std::string_view text, app::Language language = app::Language::en) {
  const auto read = read_scenario(text, language);
  return read ? "" : to_text(read.error(), "case.json", language);
}

constexpr std::string_view hours = R"("schedule": {"name": "hanh-chinh", "season": [{
    "valid_from": "2026-01-01", "weekdays": ["tue"], "sessions": [
      {"name": "sáng", "start": "07:30", "end": "11:30", "opens_before_min": 60, "closes_after_min": 60}]}]})";

std::string with_hours(std::string_view rest) {
  return "{" + std::string(hours) + ", \"from\": \"2026-03-10\"" + std::string(rest) + "}";
}

TEST(ReadScenario, InventsOnePersonWithABadgeInOneUnit) {
  const auto read = read_scenario(with_hours(""), app::Language::en);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->facts.units.size(), 1U);
  EXPECT_EQ(read->people_asked, std::vector<std::string>{"A"});
  EXPECT_EQ(read->facts.badges.size(), 1U);
  EXPECT_EQ(read->asked.from, read->asked.to);
  EXPECT_EQ(read->zone, "Asia/Ho_Chi_Minh");
}

TEST(ReadScenario, TellsAllErrorsAtOnceEachByItsPointer) {
  EXPECT_EQ(
      errors_of(R"({"schedule": {"name": 1, "season": []}, "from": "2026-03-1",
                          "absences": [{"kind": "holiday", "from": "2026-03-10"}]})"),
      "case.json: /schedule/name \"1\": must be text of 1 to 1000 bytes\n"
      "case.json: /absences/0/kind \"holiday\": is not known; use one of: annual_leave, sick, child_sick, "
      "maternity, accident, personal_paid, unpaid, compensatory, study, business_trip, permitted_work, "
      "permitted_private, field_work, dispatch\n"
      "case.json: /from \"2026-03-1\": must be a date, for example \"2026-03-10\"\n"
      "3 errors.\n");
}

TEST(ReadScenario, SpeaksVietnamese) {
  EXPECT_EQ(errors_of(R"({"from": "mai"})", app::Language::vi),
            "case.json: /from \"mai\": phải là một ngày, ví dụ \"2026-03-10\"\n1 lỗi.\n");
}

TEST(ReadScenario, NamesTheLineOfWhatIsNoJson) {
  EXPECT_THAT(errors_of("{\n  \"from\": }"), StartsWith("case.json:2: is not valid JSON"));
  EXPECT_THAT(errors_of("{} {}"), HasSubstr("is not valid JSON"));
  EXPECT_THAT(errors_of("[]"), HasSubstr("must be an object {…}"));
}

TEST(ReadScenario, AnUnknownKeyIsAnErrorThatListsTheKnownOnes) {
  EXPECT_EQ(
      errors_of(with_hours(R"(, "coverage": [{"entrance": "a", "from": "2026-03-10T05:00",
                                     "until": "2026-03-10T06:00", "redaer/1": "b"}])")),
      "case.json: /coverage/0/redaer~11 \"b\": is not a known key; allowed here: entrance, from, reader, "
      "until\n1 error.\n");
}

TEST(ReadScenario, WhatIsNamedMustBeInTheScenario) {
  EXPECT_EQ(errors_of(with_hours(R"(, "people": ["B"], "duties": [{"date": "2026-03-10", "schedule": "truc"}],
                     "assignments": [{"schedule": "hanh-chinh", "unit_code": "snv"}])")),
            "case.json: /assignments/0/unit_code \"snv\": is not in this scenario; it has: don-vi\n"
            "case.json: /duties/0/schedule \"truc\": is not in this scenario; it has: hanh-chinh\n"
            "case.json: /people: staff has no \"B\"\n"
            "3 errors.\n");
}

TEST(ReadScenario, OfSeveralPeopleEachPaperAndTapSaysWhose) {
  EXPECT_EQ(errors_of(with_hours(R"(, "staff": [{"code": "A"}, {"code": "B"}],
                     "absences": [{"kind": "sick", "from": "2026-03-10"}], "taps": ["2026-03-10T07:30"])")),
            "case.json: /absences/0/staff_code: is needed\n"
            "case.json: /taps/0 \"2026-03-10T07:30\": there are several people: write "
            "{\"at\": …, \"staff_code\": …}\n"
            "2 errors.\n");
}

TEST(ReadScenario, WhatContradictsItselfIsRefused) {
  EXPECT_THAT(
      errors_of(with_hours(R"(, "absences": [{"kind": "sick", "from": "2026-03-10", "sessions": ["sáng"],
                                       "from_time": "08:00"}])")),
      HasSubstr("/absences/0/sessions: must not stand beside from_time and to_time"));
  EXPECT_THAT(errors_of(with_hours(R"(, "absences": [{"kind": "sick", "from": "2026-03-10",
                                       "from_time": "08:00", "to_time": "08:00"}])")),
              HasSubstr("/absences/0/to_time \"08:00\": must be after from_time"));
  EXPECT_THAT(errors_of(with_hours(R"(, "corrections": [{"date": "2026-03-10", "effect": "in_at",
                                       "decision": "refused"}])")),
              HasSubstr("/corrections/0/at: belongs to the effects in_at and out_at"));
  EXPECT_THAT(errors_of(with_hours(R"(, "calendar": [{"date": "2026-03-10", "kind": "working"}])")),
              HasSubstr("/calendar/0/works_like: belongs to a working day"));
  EXPECT_THAT(errors_of(with_hours(R"(, "to": "2027-03-11")")),
              HasSubstr("/to \"2027-03-11\": at most 366 days"));
}

TEST(ReadScenario, AListHasABound) {
  std::string taps = R"("2026-03-10T07:30")";
  for (int i = 0; i < 10'000; ++i) taps += R"(, "2026-03-10T07:30")";
  EXPECT_EQ(errors_of(with_hours(", \"taps\": [" + taps + "]")),
            "case.json: /taps: must be a list […] of at most 10000 entries\n1 error.\n");
}

TEST(JudgeScenario, SaysWhereTheAnswerIsNotWhatIsExpected) {
  const auto read = read_scenario(with_hours(R"(, "taps": ["2026-03-10T07:37", "2026-03-10T11:31"],
                     "expect": [{"date": "2026-03-10", "sessions": [{"late_min": 0, "in": null, "out": "11:31"}]}])"),
                                  app::Language::en);
  ASSERT_TRUE(read);
  EXPECT_THAT(judge_scenario(*read, app::Language::en).differences,
              ::testing::ElementsAre("A, 10 Mar 2026, session sáng, in: expected null, the answer is 07:37",
                                     "A, 10 Mar 2026, session sáng, late_min: expected 0, the answer is 7"));
}

TEST(JudgeScenario, FindsAnExpectedSessionByItsNameElseByItsPlace) {
  const auto read = read_scenario(with_hours(R"(, "taps": ["2026-03-10T07:30", "2026-03-10T11:31"],
      "expect": [{"date": "2026-03-10", "sessions": [{"in": "7:30"}, {"name": "chiều", "in": "13:30"}]},
                 {"date": "2026-03-10", "sessions": []}])"),
                                  app::Language::en);
  ASSERT_TRUE(read);
  EXPECT_THAT(
      judge_scenario(*read, app::Language::en).differences,
      ::testing::ElementsAre("A, 10 Mar 2026, session chiều, is_due: expected true, the answer is false",
                             "A, 10 Mar 2026, sessions: expected 0, the answer is 1"));
}

TEST(JudgeScenario, AnswersAsJson) {
  const auto read = read_scenario(with_hours(R"(, "taps": ["2026-03-10T07:37"], "zone": "Asia/Bangkok")"),
                                  app::Language::vi);
  ASSERT_TRUE(read);
  EXPECT_EQ(
      to_json(judge_scenario(*read, app::Language::vi)),
      R"({"zone":"Asia/Bangkok","days":[{"staff_code":"A","full_name":"A","date":"2026-03-10","kind":"working",)"
      R"("name":"","sessions":[{"name":"sáng","start":"07:30","end":"11:30","state":"present","in":"07:37",)"
      R"("out":null,"late_min":7,"early_min":0,"missing_in":false,"missing_out":true,)"
      R"("reasons":["late","missing_out"],"text":"Đi muộn 7 phút: quét thẻ lúc 07:37; buổi sáng bắt đầu lúc )"
      R"(07:30, không có thời gian cho phép đi muộn. Thiếu lượt quét ra buổi sáng."}],)"
      R"("taps":[{"at":"2026-03-10T07:37:00","reader":"","use":"in","text":"vào buổi sáng"}]}],)"
      R"("differences":[]})");
}

}  // namespace
}  // namespace badge::scenario
