// Reads cases/sessions.cases, whose head says what stands in a line.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

struct Case {
  int line = 0;
  std::string shows, hours, taps, now, verdicts;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == text.npos ? "" : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<std::string> cut(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<Case> read_cases() {
  std::ifstream file(CASES_FILE);
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const auto columns = cut(line, '|');
    if (columns.size() != 5)
      throw std::runtime_error("line " + std::to_string(number) + ": not five columns");
    cases.push_back({number, columns[0], columns[1], columns[2], columns[3], columns[4]});
  }
  return cases;
}

/// "09..09: 19:00-07:00+1/60/60": A's own hours on these days; without days, the office's.
void add_hours(Office& office, const std::string& text) {
  const auto name = "hours " + std::to_string(office.facts.schedules.size());
  const auto dots = text.find("..");
  if (dots == text.npos) {
    office.facts.schedules.push_back(schedule(name, text));
    office.facts.assignments.push_back({name, "tinh", "", span("2020-01-01")});
  } else {
    const auto colon = text.find(": ");
    office.facts.schedules.push_back(schedule(name, text.substr(colon + 2)));
    office.facts.assignments.push_back(
        {name, "", "A", span(text.substr(0, dots), text.substr(dots + 2, colon - dots - 2))});
  }
}

class SessionCases : public ::testing::TestWithParam<Case> {};

TEST_P(SessionCases, AreJudgedAsPracticeHasSettled) {
  const auto& param = GetParam();
  Office office;
  office.facts.schedules.clear();
  office.facts.assignments.clear();
  for (const auto& hours : cut(param.hours, ';')) add_hours(office, hours);
  if (!param.now.empty()) office.now = at(param.now);
  // Times without a date are of the 10th, on whichever day they are looked at.
  std::string taps;
  for (const auto& tap : cut(param.taps, ' ')) {
    if (!tap.empty()) taps += (tap.find('T') == tap.npos ? "10T" : "") + tap + " ";
  }
  for (const auto& expected : cut(param.verdicts, ';')) {
    EXPECT_EQ(office.day(expected.substr(0, 2), taps), expected.substr(4))
        << "sessions.cases:" << param.line << ": " << param.shows << ", day " << expected.substr(0, 2);
  }
}

std::string name_of(const ::testing::TestParamInfo<Case>& param) {
  std::string name;
  for (const char c : param.param.shows) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}
INSTANTIATE_TEST_SUITE_P(Table, SessionCases, ::testing::ValuesIn(read_cases()), name_of);

}  // namespace
}  // namespace badge::attendance::testing
