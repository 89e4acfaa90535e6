// What steps may say, and that each counts once.
#include <boost/json/serialize.hpp>

#include "tests/server/http/inspection_office.hpp"

namespace badge::test {
namespace {

using InspectionSteps = InspectionFixture;

TEST_F(InspectionSteps, TheSameStepDeliveredTwiceIsOne) {
  start();
  const auto step = new_id();
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(reason(write_as(step, lan_, "marked", R"({"staff_code":"AN","observed":"not_worn"})")),
              "taken");
  }
  const auto an = person(opened(kha_), "AN");
  EXPECT_EQ(an.at("words").as_array().size(), 1U);
  EXPECT_EQ(an.at("holds").as_string(), "not_worn");
}

TEST_F(InspectionSteps, AStepOfAnImpossibleTimeKeepsNoOtherBack) {
  start();
  const auto step = [&](std::int64_t at) {
    return R"({"id":")" + new_id() + R"(","file":")" + id('a') + R"(","kind":"marked","at":)" +
           std::to_string(at) + R"(,"fields":{"staff_code":"AN","observed":"worn"}})";
  };
  const auto answer = lan_.post("/api/v1/inspections/steps",
                                R"({"steps":[)" + step(-9'000'000'000'000'000) + "," + step(ms_now()) + "]}");
  const auto fates = json::parse(answer.body).at("steps");
  EXPECT_EQ(fates.at(0).at("field").as_string(), "at");
  EXPECT_TRUE(fates.at(1).at("taken").as_bool());
}

TEST_F(InspectionSteps, OnlyWhatAChecklistAsksIsAnswered) {
  start();
  const auto lists = json::parse(kha_.get("/api/v1/inspections/checklists").body).at("checklists").as_array();
  EXPECT_EQ(lists.size(), 9U);
  const auto answer = [&](const std::string& list, std::int64_t version, const std::string& line) {
    return write(lan_, "answered",
                 R"({"list":")" + list + R"(","version":")" + std::to_string(version) + R"(","line":")" +
                     line + R"(","answer":"kept"})");
  };
  for (const auto& list : lists) {
    for (const auto& line : list.at("lines").as_array()) {
      EXPECT_EQ(reason(answer(std::string(list.at("list").as_string()), list.at("version").as_int64(),
                              std::string(line.at("line").as_string()))),
                "taken");
    }
  }
  EXPECT_EQ(answer("postings", 1, "lunch_break").at("field").as_string(), "line") << "of another list";
  EXPECT_EQ(answer("alcohol", 99, "lunch_break").at("field").as_string(), "version");
}

TEST_F(InspectionSteps, TheTeamAnswersWhatTheListsAskAndTheHeadReadsIt) {
  start();
  const auto lines = [&](HttpClient& client) { return opened(client).at("lines").as_array(); };
  ASSERT_EQ(lines(kha_).size(), 7U) << "of the lists badge and hours";
  EXPECT_TRUE(lines(kha_).at(0).at("answer").is_null());
  const std::string answer =
      R"({"list":"badge","version":"1","line":"all_wear","answer":"broken","note":"2 người"})";
  EXPECT_EQ(reason(write(binh_, "answered", answer)), "not_yours");
  EXPECT_EQ(reason(write(lan_, "answered", answer)), "taken");
  const auto read = lines(binh_).at(0).as_object();
  EXPECT_EQ(read.at("answer").as_string(), "broken");
  EXPECT_EQ(read.at("note").as_string(), "2 người");
  EXPECT_EQ(read.at("by").as_string(), "lan");
  write(kha_, "found", R"({"finding":")" + id('f') + R"(","list":"badge","text":"Không đeo thẻ"})");
  write(kha_, "named", R"({"finding":")" + id('f') + R"(","staff_code":"AN"})");
  EXPECT_TRUE(lines(an_).empty()) << "whom a finding names sees that alone";
}

TEST_F(InspectionSteps, ATextThatNoPaperCouldPrintIsRefused) {
  prepare();
  const auto fate = write(
      kha_, "prepared",
      R"({"unit_code":"SNV","basis":"plan","form":"announced","team":"group","checklists":"badge","paper":"12\u202e/KH"})");
  EXPECT_EQ(fate.at("field").as_string(), "paper");
}

TEST_F(InspectionSteps, ABadFieldIsNamed) {
  const auto fate =
      write(kha_, "prepared",
            R"({"unit_code":"SNV","basis":"whim","form":"announced","team":"group","checklists":"badge"})");
  EXPECT_EQ(fate.at("field").as_string(), "basis");
  EXPECT_EQ(
      reason(write(
          kha_, "prepared",
          R"({"unit_code":"XX","basis":"plan","form":"announced","team":"group","checklists":"badge"})")),
      "no_such_unit");
  EXPECT_EQ(
      reason(write(
          em_, "prepared",
          R"({"unit_code":"SNV","basis":"own","form":"announced","team":"group","checklists":"badge"})")),
      "no_such_unit")
      << "what is not theirs is not there";
  EXPECT_EQ(
      reason(write(
          em_, "prepared",
          R"({"unit_code":"SYT","basis":"own","form":"announced","team":"group","checklists":"badge"})")),
      "taken")
      << "a head inspects their own unit";
}

}  // namespace
}  // namespace badge::test
