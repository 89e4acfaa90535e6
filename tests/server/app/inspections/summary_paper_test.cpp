// What stands in the report of a period: never a rate of nobody, and never a figure without its period.
#include "server/app/inspections/summary_paper.hpp"

#include <gmock/gmock.h>

#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};
const inspection::Date today = std::chrono::local_days(2026y / 10 / 5);

InspectionResults results() {
  InspectionResults results;
  results.unit = {"TINH", "UBND tỉnh"};
  results.days = {std::chrono::local_days(2026y / 7 / 1), std::chrono::local_days(2026y / 9 / 30)};
  results.inspections = 3;
  results.own = 1;
  InspectionResults::Unit seen, unseen;
  seen.unit = {"SNV", "Sở Nội vụ"};
  seen.inspections = 3;
  seen.own = 1;
  seen.wearing.worn = 199;
  seen.wearing.not_worn = 1;
  seen.wearing.absent_without = 2;
  seen.findings = 4;
  unseen.unit = {"SYT", "Sở Y tế"};
  results.units = {seen, unseen};
  results.total = seen.wearing;
  InspectionResults::Kind kind;
  kind.states[inspection::FindingState::overdue] = 4;
  kind.repeated = 1;
  results.kinds = {kind};
  NamedUnit named;
  named.unit_name = "Sở Nội vụ";
  named.overdue = 4;
  named.heads.push_back(
      {{"BINH", "Trần Thị Bình", "Giám đốc", "", {}}, {std::chrono::local_days(2026y / 7 / 9)}});
  results.named = {named};
  results.without_own = {unseen.unit};
  return results;
}

IndicatorTable indicators() {
  IndicatorTable table;
  table.period = {2026, 3};
  table.before = {2026, 2};
  IndicatorTable::Unit unit;
  unit.unit = {"SNV", "Sở Nội vụ"};
  auto& late = unit.figures[static_cast<std::size_t>(inspection::Indicator::dossiers_late)];
  late.now = 1240;
  late.before = 7;
  late.paper = "BC 12";
  unit.figures[static_cast<std::size_t>(inspection::Indicator::online_service_percent)].now = 625;
  table.units = {unit};
  return table;
}

TEST(SummaryPaper, HasTheFiguresOfEachUnitAndTheirSum) {
  const auto body = body_of(summary_of(results(), indicators(), snv, today));
  EXPECT_THAT(body, HasSubstr("|1|Sở Nội vụ|3|1|199/200 (99,5%)|1|2|4|\n|2|Sở Y tế|–|–|chưa kiểm tra|–|–|–|\n"
                              "|Cộng|3|1|199/200 (99,5%)|1|2|4|"));
  EXPECT_THAT(body, HasSubstr("|Sở Nội vụ|4 tồn tại quá hạn khắc phục|Trần Thị Bình, Giám đốc (09/7/2026)|"));
  EXPECT_THAT(body, HasSubstr("chưa tự kiểm tra trong kỳ: Sở Y tế."));
}

TEST(SummaryPaper, PutsOtherSystemsBesideThePeriodBefore) {
  const auto body = body_of(summary_of(results(), indicators(), snv, today));
  EXPECT_THAT(body, HasSubstr("|Sở Nội vụ|–|–|1.240 (7)|–|BC 12|"));
  EXPECT_THAT(body, HasSubstr("|Sở Nội vụ|62,5% (–)||"));
  EXPECT_THAT(body, HasSubstr("so với quý II năm 2026"));
  EXPECT_THAT(body, Not(HasSubstr("Nhiệm vụ được giao"))) << "nobody stated any";
}

TEST(SummaryPaper, SaysWhatThereIsNotInsteadOfLeavingItOut) {
  InspectionResults none;
  none.days = results().days;
  const auto body = body_of(summary_of(none, {}, snv, today));
  EXPECT_THAT(body, HasSubstr("đã kiểm tra: chưa kiểm tra."));
  EXPECT_THAT(body, HasSubstr("Không ghi nhận tồn tại"));
  EXPECT_THAT(body, HasSubstr("Chưa có số liệu của kỳ này và kỳ trước."));
}

TEST(SummaryPaper, IsADraftUntilThePeriodIsOver) {
  EXPECT_FALSE(summary_of(results(), indicators(), snv, today).draft);
  EXPECT_TRUE(summary_of(results(), indicators(), snv, std::chrono::local_days(2026y / 9 / 30)).draft);
}

TEST(SummaryPaper, IsPrintedInBothFormats) {
  const auto paper = summary_of(results(), indicators(), snv, today);
  const Instant at{};
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  EXPECT_TRUE(documents::pdf_of(paper, second));
  EXPECT_TRUE(documents::docx_of(paper, second));
}

}  // namespace
}  // namespace badge::app
