// The report of a unit's period: figures with what they are a part of, beside the period before.
#include "server/app/papers/unit_summary.hpp"

#include <gmock/gmock.h>

#include "server/attendance/month.hpp"
#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};
const attendance::Date today = std::chrono::local_days(2026y / 10 / 5);

UnitSummary summary() {
  UnitSummary summary;
  auto& hours = summary.hours;
  hours.period = *report_period("2026-Q3", {}, Language::vi);
  hours.top = {"SNV", "Sở Nội vụ"};
  hours.staff = 84;
  attendance::Tally office;
  office.sessions_due = 1000;
  office.on_time = 899;
  office.late = 1;
  office.late_min = 7;
  office.excused = 80;
  office.provisional = 20;
  hours.parts = {{{"VP", "Văn phòng"}, office, false}, {{"SNV", "Sở Nội vụ"}, {}, true}};
  hours.months = {{attendance::days_of(2026y / 7), office, 0}, {attendance::days_of(2026y / 8), {}, 0}};
  hours.total = office;
  hours.before = office;
  hours.before.on_time = 900;
  return summary;
}

TEST(UnitSummary, PrintsEveryRateWithWhatItIsAPartOf) {
  const auto body = body_of(unit_summary_of(summary(), snv, today));
  EXPECT_THAT(body,
              HasSubstr("Đúng giờ 899/900 buổi (99,8%); không tính 80 buổi có giấy tờ hoặc được miễn và 20 "
                        "buổi chưa đủ dữ liệu."))
      << "rounded down: only all are 100,0";
  EXPECT_THAT(body, HasSubstr("|Văn phòng|1.000|899|1 (7 phút)|–|–|–|80|20|"));
  EXPECT_THAT(body, HasSubstr("|Sở Nội vụ (làm việc tại chính đơn vị)|–|–|–|–|–|–|–|–|"));
  EXPECT_THAT(body, HasSubstr("|Cộng|1.000|899|"));
}

TEST(UnitSummary, StandsBesideThePeriodBefore) {
  const auto body = body_of(unit_summary_of(summary(), snv, today));
  EXPECT_THAT(body, HasSubstr("|Quý II năm 2026|1.000|900|"));
  EXPECT_THAT(body, HasSubstr("Kỳ trước: Đúng giờ 900/900 buổi (100,0%)"));
  auto first = summary();
  first.hours.before = {};
  EXPECT_THAT(body_of(unit_summary_of(first, snv, today)),
              HasSubstr("Kỳ trước: Chưa có buổi nào được kết luận"));
}

TEST(UnitSummary, IsADraftUntilEveryMonthIsClosed) {
  EXPECT_FALSE(unit_summary_of(summary(), snv, today).draft);
  auto open = summary();
  open.hours.months.back().not_closed = 2;
  const auto paper = unit_summary_of(open, snv, today);
  EXPECT_TRUE(paper.draft);
  EXPECT_THAT(body_of(paper),
              HasSubstr("Bảng công chưa chốt, số liệu còn có thể thay đổi: tháng 8/2026 (2 đơn vị)."));
  EXPECT_TRUE(unit_summary_of(summary(), snv, std::chrono::local_days(2026y / 9 / 30)).draft);
}

TEST(UnitSummary, OfSeveralMonthsHasEachOfThem) {
  const auto body = body_of(unit_summary_of(summary(), snv, today));
  EXPECT_THAT(body, HasSubstr("|7/2026|1.000|899|"));
  EXPECT_THAT(body, HasSubstr("|8/2026|–|–|"));
  auto month = summary();
  month.hours.months.pop_back();
  EXPECT_THAT(body_of(unit_summary_of(month, snv, today)), Not(HasSubstr("TỪNG THÁNG")));
}

TEST(UnitSummary, SaysThatNobodyWasObservedInsteadOfARate) {
  auto seen = summary();
  EXPECT_THAT(body_of(unit_summary_of(seen, snv, today)), HasSubstr("Không có số liệu kiểm tra"));
  seen.inspected.emplace();
  const auto body = body_of(unit_summary_of(seen, snv, today));
  EXPECT_THAT(body, HasSubstr("đã kiểm tra: chưa kiểm tra."));
  EXPECT_THAT(body, Not(HasSubstr("(0,0%)")));
}

TEST(UnitSummary, IsPrintedInBothFormats) {
  const auto paper = unit_summary_of(summary(), snv, today);
  EXPECT_TRUE(documents::pdf_of(paper, {}));
  EXPECT_TRUE(documents::docx_of(paper, {}));
}

}  // namespace
}  // namespace badge::app
