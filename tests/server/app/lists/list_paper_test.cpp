// A list as a paper: the rows of its data in their order, as offices write dates, without codes.
#include "server/app/lists/list_paper.hpp"

#include <gmock/gmock.h>

#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};
const UnitStands ccvc{"Sở Nội vụ", "Trần Thị Bình"};

UnitList missing_taps() {
  const Say say(Language::vi);
  UnitList list{.unit = {"CCVC", "Phòng CCVC"},
                .period = "quý III năm 2026",
                .made_on = std::chrono::local_days(2026y / 10 / 5),
                .title = "DANH SÁCH THIẾU LƯỢT QUÉT THẺ"};
  list.notes = {"Xét 3 người, 138 buổi phải làm việc"};
  list.columns = person_columns(say);
  add_columns(list, {{"date", "Ngày", 11, ListingText::date},
                     {"in", "Vào", 7},
                     {"out", "Ra", 7},
                     {"minutes", "Số phút", 8}});
  list.rows = {{"BINH", "Trần Thị Bình", "Trưởng phòng", "CCVC", "Phòng CCVC", "2026-07-09", "07:20", "",
                count_cell(1240)},
               {"AN", "Nguyễn Văn An", "", "CCVC", "Phòng CCVC", "2026-08-21", "", "17:10", count_cell(7)}};
  return list;
}

TEST(ListPaper, HasTheRowsOfTheListInTheirOrderAndNoCodes) {
  const auto body = body_of(list_paper_of(missing_taps(), ccvc, snv));
  EXPECT_THAT(body, HasSubstr("|1|Trần Thị Bình|Trưởng phòng|Phòng CCVC|09/7/2026|07:20|–|1.240|\n"
                              "|2|Nguyễn Văn An|–|Phòng CCVC|21/8/2026|–|17:10|7|\n"));
  EXPECT_THAT(body, Not(HasSubstr("BINH")));
  EXPECT_THAT(body, HasSubstr("Xét 3 người, 138 buổi phải làm việc.\n"));
}

TEST(ListPaper, IsOfTheUnitWithThePlaceForItsSignatures) {
  const auto paper = list_paper_of(missing_taps(), ccvc, snv);
  EXPECT_EQ(paper.head.superior, "SỞ NỘI VỤ");
  EXPECT_EQ(paper.head.issuer, "PHÒNG CCVC");
  EXPECT_EQ(paper.kind, "DANH SÁCH THIẾU LƯỢT QUÉT THẺ");
  EXPECT_EQ(paper.abstract, "Quý III năm 2026");
  EXPECT_THAT(signers_of(paper), ElementsAre("NGƯỜI LẬP: ", "NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ: Trần Thị Bình"));
}

TEST(ListPaper, SaysItsMarkFirst) {
  auto list = missing_taps();
  list.mark = hint_mark(Say(Language::vi));
  EXPECT_THAT(body_of(list_paper_of(list, ccvc, snv)),
              StartsWith("Gợi ý để xem xét, không phải kết luận\nXét 3 người"));
}

TEST(ListPaper, IsADraftWhileThePeriodRuns) {
  EXPECT_FALSE(list_paper_of(missing_taps(), ccvc, snv).draft);
  auto list = missing_taps();
  list.is_provisional = true;
  EXPECT_TRUE(list_paper_of(list, ccvc, snv).draft);
  EXPECT_THAT(body_of(list_paper_of(list, ccvc, snv)),
              HasSubstr("Kỳ chưa hết; số liệu đến ngày 05/10/2026."));
}

TEST(ListPaper, IsLandscapeOnlyWhereItsColumnsNeedIt) {
  auto list = missing_taps();
  EXPECT_EQ(list_paper_of(list, ccvc, snv).orientation, documents::Orientation::landscape);
  list.columns.resize(5);
  for (auto& row : list.rows) row.resize(5);
  EXPECT_EQ(list_paper_of(list, ccvc, snv).orientation, documents::Orientation::portrait);
}

TEST(ListPaper, IsThereForAListOfNobodyToo) {
  auto list = missing_taps();
  list.rows.clear();
  EXPECT_THAT(body_of(list_paper_of(list, {}, snv)), HasSubstr("Danh sách không có mục nào."));
}

TEST(ListPaper, CanBePrintedInBothFormats) {
  const auto paper = list_paper_of(missing_taps(), ccvc, snv);
  EXPECT_TRUE(documents::pdf_of(paper, {}));
  EXPECT_TRUE(documents::docx_of(paper, {}));
}

}  // namespace
}  // namespace badge::app
