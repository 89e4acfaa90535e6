// Lines of checklists can be told apart, and every list asks something.
#include "server/inspection/checklists.hpp"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace badge::inspection {
namespace {

TEST(Checklists, EachListAsksSomethingInBothLanguages) {
  for (const auto list : every<Checklist>()) EXPECT_GE(checklist_version(list), 1) << to_string(list);
  for (const auto& line : checklist_lines()) {
    EXPECT_FALSE(line.vietnamese.empty()) << line.key;
    EXPECT_FALSE(line.english.empty()) << line.key;
  }
}

TEST(Checklists, ALineIsFoundByItsListVersionAndKeyAlone) {
  std::set<std::tuple<Checklist, int, std::string_view>> lines;
  for (const auto& line : checklist_lines()) {
    EXPECT_TRUE(lines.emplace(line.list, line.version, line.key).second) << line.key;
    EXPECT_EQ(checklist_line(line.list, line.version, line.key), &line);
  }
  EXPECT_NE(checklist_line(Checklist::alcohol, 1, "lunch_break"), nullptr);
  EXPECT_EQ(checklist_line(Checklist::gambling, 1, "lunch_break"), nullptr) << "of another list";
  EXPECT_EQ(checklist_line(Checklist::alcohol, 99, "lunch_break"), nullptr) << "of no version";
}

}  // namespace
}  // namespace badge::inspection
