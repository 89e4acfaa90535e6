// `badgectl judge`: no server, no token.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::tools::test {
namespace {

using badge::test::program;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

badge::test::Finished judge(const std::string& text, std::vector<std::string> more = {}) {
  const badge::test::TempDir folder;
  std::ofstream(folder / "case.json") << text;
  std::vector<std::string> arguments = {program("badgectl"), "judge", "case.json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return badge::test::run(arguments, {.environment = {"BADGE_LANG=en"}, .folder = folder.path().string()});
}

constexpr auto scenario = R"({"schedule": {"name": "hc", "season": [{"valid_from": "2026-01-01",
  "weekdays": ["tue"], "sessions": [{"name": "sáng", "start": "07:30", "end": "11:30", "opens_before_min": 60}]}]},
  "taps": ["2026-03-10T07:31", "2026-03-10T11:30"], "from": "2026-03-10",
  "expect": [{"date": "2026-03-10", "sessions": [{"late_min": LATE}]}]})";

std::string expecting(const std::string& late) {
  std::string text = scenario;
  return text.replace(text.find("LATE"), 4, late);
}

TEST(BadgectlJudge, PrintsTheVerdictsInWordsOrAsJson) {
  const auto words = judge(expecting("1"));
  EXPECT_EQ(words.status, 0) << words.errors;
  EXPECT_THAT(words.output, HasSubstr("Session sáng 07:30–11:30. Late 1 min"));
  EXPECT_THAT(judge(expecting("1"), {"--lang", "vi"}).output, HasSubstr("Đi muộn 1 phút"));
  EXPECT_THAT(judge(expecting("1"), {"--format", "json"}).output,
              StartsWith(R"({"zone":"Asia/Ho_Chi_Minh")"));
}

TEST(BadgectlJudge, FailsWhereTheAnswerIsNotWhatTheFileExpects) {
  const auto other = judge(expecting("0"));
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.output, HasSubstr("NOT AS EXPECTED: A, 10 Mar 2026, session sáng, late_min: expected 0"));
  EXPECT_EQ(other.errors, "case.json: not as expected, differences: 1\n");
}

TEST(BadgectlJudge, SaysWhatIsWrongWithABadFile) {
  const auto bad = judge(R"({"form": "2026-03-10"})");
  EXPECT_EQ(bad.status, 1);
  EXPECT_THAT(bad.output, IsEmpty());
  EXPECT_THAT(bad.errors, HasSubstr("case.json: /from: is needed\n"));
  EXPECT_THAT(bad.errors, HasSubstr("case.json: /form \"2026-03-10\": is not a known key"));
}

}  // namespace
}  // namespace badge::tools::test
