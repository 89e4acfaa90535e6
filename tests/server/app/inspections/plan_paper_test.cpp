// What stands in a plan of inspection and in the decision that sets a team up.
#include "server/app/inspections/plan_paper.hpp"

#include <gmock/gmock.h>

#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/inspected_office.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};

inspection::Plan plan() {
  auto plan = inspected_office().plan;
  plan.lines = {{1, "cơ quan chuyên môn", 6, {2, 3}}, {2, "UBND cấp xã", 29, {}}};
  return plan;
}

InspectedOffice prepared_office() {
  auto office = inspected_office();
  office.inspection.state = inspection::State::prepared;
  office.inspection.started.reset();
  office.inspection.ended.reset();
  office.inspection.prepared.day = std::chrono::local_days(2026y / 7 / 14);
  return office;
}

documents::Paper decision_of(const InspectedOffice& office) {
  PaperSource source{.inspection = office.inspection, .list = {}, .plan = &office.plan};
  source.unit_name = "Văn phòng Sở";
  source.today = std::chrono::local_days(2026y / 7 / 10);
  return app::decision_of(source, snv);
}

TEST(PlanPaper, HasItsNumberItsDayAndItsLines) {
  const auto paper = plan_paper_of(plan(), snv);
  EXPECT_EQ(paper.abstract, "Kiểm tra hoạt động công vụ năm 2026");
  EXPECT_EQ(paper.head.issuer, "SỞ NỘI VỤ");
  EXPECT_EQ(paper.head.number, "94");
  EXPECT_EQ(paper.head.symbol, "KH-SNV");
  EXPECT_EQ(paper.head.dated->day, 11d);
  EXPECT_THAT(body_of(paper),
              HasSubstr("|1|Cơ quan chuyên môn|06|Quý II, III|\n|2|UBND cấp xã|29|Trong năm|\n"
                        "|Cộng|35||"));
}

TEST(PlanPaper, OfAnotherBodyCarriesItsName) {
  auto other = plan();
  other.stated.number = "247/KH-UBND";
  other.stated.issuer = "Ủy ban nhân dân tỉnh Khánh Hòa";
  const auto paper = plan_paper_of(other, snv);
  EXPECT_EQ(paper.head.issuer, "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA");
  EXPECT_EQ(paper.head.superior, "");
  EXPECT_EQ(paper.head.symbol, "KH-UBND");
  EXPECT_EQ(signers_of(paper).front(), "……………………: ") << "nor is it signed by ours";
}

TEST(DecisionPaper, NamesTheTeamTheUnitAndTheTask) {
  const auto paper = decision_of(prepared_office());
  EXPECT_EQ(paper.head.number, "102");
  EXPECT_FALSE(paper.draft);
  EXPECT_THAT(paper.abstract, HasSubstr("Thành lập Đoàn kiểm tra\nviệc chấp hành"));
  const auto body = body_of(paper);
  EXPECT_THAT(
      body,
      HasSubstr("GIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Kế hoạch kiểm tra hoạt động công vụ năm 2026 số 94/KH-SNV"));
  EXPECT_THAT(body, HasSubstr("1. Trương Hồng Dự, Phó Giám đốc Sở, Trưởng đoàn;"));
  EXPECT_THAT(body,
              HasSubstr("kiểm tra đột xuất các nội dung: việc đeo thẻ; việc chấp hành thời giờ làm việc."));
  EXPECT_THAT(body, HasSubstr("Thời gian kiểm tra: ngày 14 tháng 7 năm 2026."));
}

TEST(DecisionPaper, WithoutANumberIsADraft) {
  auto office = prepared_office();
  office.inspection.prepared.decision.clear();
  EXPECT_TRUE(decision_of(office).draft);
  EXPECT_EQ(decision_of(office).head.number, "");
}

TEST(DecisionPaper, BothArePrinted) {
  const std::chrono::sys_seconds made_at{};
  for (const auto& paper : {plan_paper_of(plan(), snv), decision_of(prepared_office())}) {
    EXPECT_TRUE(documents::pdf_of(paper, made_at));
    EXPECT_TRUE(documents::docx_of(paper, made_at));
  }
}

}  // namespace
}  // namespace badge::app
