// What cannot be printed is refused with its place.
#include "server/documents/paper_check.hpp"

#include <gmock/gmock.h>

#include "tests/server/documents/papers.hpp"

namespace badge::documents {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Paper saying(Block block) {
  auto paper = report();
  paper.body = {std::move(block)};
  return paper;
}

std::string fault_of(const Paper& paper) {
  const auto result = checked(paper);
  return result ? "none" : result.error();
}

TEST(PaperCheck, TextIsMadeNormalFormC) {
  const auto paper = checked(saying(Paragraph{"Le\u0302 Thi\u0323 My\u0303\tHạnh"})).value();
  EXPECT_EQ(std::get<Paragraph>(paper.body.front()).text, Text("Lê Thị Mỹ Hạnh"));
}

TEST(PaperCheck, ARowOfAnotherWidthIsNamed) {
  Table table{.columns = {{"STT"}, {"Họ và tên"}}, .rows = {{"1", "An"}, {"2"}}, .total = {}, .caption = ""};
  EXPECT_THAT(fault_of(saying(table)),
              AllOf(HasSubstr("block 1, row 2"), HasSubstr("1 columns, but the table has 2")));
  table.rows = {{"1", "An", "Bình"}};
  EXPECT_THAT(fault_of(saying(table)), HasSubstr("take 3 columns"));
  table.rows = {{{"Cả hai", 2}}};
  EXPECT_EQ(fault_of(saying(table)), "none");
  table.total = {{"Cộng", 3}};
  EXPECT_THAT(fault_of(saying(table)), HasSubstr("block 1, total"));
  table.total = {{"Cộng", 0}, {"", 2}};
  EXPECT_THAT(fault_of(saying(table)), HasSubstr("less than one column"));
}

TEST(PaperCheck, ATableHasColumnsOfSomeWidth) {
  EXPECT_THAT(fault_of(saying(Table{})), HasSubstr("a table of 0 columns"));
  EXPECT_THAT(fault_of(saying(Table{{{"STT", 0}}, {}, {}, ""})), HasSubstr("share"));
  EXPECT_THAT(fault_of(saying(Table{std::vector<Column>(columns_max + 1), {}, {}, ""})),
              HasSubstr("41 columns"));
}

TEST(PaperCheck, WhatIsNoTextIsNamed) {
  EXPECT_THAT(fault_of(saying(Paragraph{"chuông\a"})), AllOf(HasSubstr("block 1"), HasSubstr("U+0007")));
  EXPECT_THAT(fault_of(saying(Paragraph{std::string("a\0b", 3)})), HasSubstr("U+0000"));
  EXPECT_THAT(fault_of(saying(Paragraph{"tên \u202Egnoàr"})), HasSubstr("U+202E"));
  EXPECT_THAT(fault_of(saying(Paragraph{"\uFFFF"})), HasSubstr("U+FFFF"));
  EXPECT_THAT(fault_of(saying(Paragraph{"Nguy\xEAn"})), HasSubstr("not UTF-8"));
  EXPECT_EQ(fault_of(saying(Paragraph{"một\r\nhai"})), "none") << "a note of two lines";
  auto paper = report();
  paper.recipients = {"UBND tỉnh", "\x1B"};
  EXPECT_THAT(fault_of(paper), HasSubstr("recipient 2"));
}

TEST(PaperCheck, DatesAndWritingLinesAreWhatTheyCanBe) {
  auto paper = report();
  paper.head.dated->day = std::chrono::day(32);
  EXPECT_THAT(fault_of(paper), HasSubstr("no such day"));
  EXPECT_THAT(fault_of(saying(WritingLines{0})), HasSubstr("0 writing lines"));
  EXPECT_THAT(fault_of(saying(WritingLines{writing_lines_max + 1})), HasSubstr("41 writing lines"));
}

}  // namespace
}  // namespace badge::documents
