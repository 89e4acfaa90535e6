// What stands in the report and the notice of an inspection.
#include "server/app/inspections/report.hpp"

#include <gmock/gmock.h>

#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/inspected_office.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};

PaperSource source_of(const InspectedOffice& office) {
  PaperSource source{.inspection = office.inspection, .list = office.list, .plan = &office.plan};
  source.today = std::chrono::local_days(2026y / 7 / 20);
  return source;
}
documents::Paper report_of(const InspectedOffice& office) { return app::report_of(source_of(office), snv); }
documents::Paper notice_of(const InspectedOffice& office) { return app::notice_of(source_of(office), snv); }

TEST(Report, LeavesNumberAndDayToTheClerk) {
  const auto paper = report_of(inspected_office());
  EXPECT_EQ(paper.kind, "BÁO CÁO");
  EXPECT_FALSE(paper.draft);
  EXPECT_EQ(paper.head.number, "");
  EXPECT_EQ(paper.head.symbol, "BC-SNV");
  EXPECT_EQ(paper.head.dated->place, "Khánh Hòa");
  EXPECT_EQ(paper.head.dated->month, 2026y / 7);
  EXPECT_FALSE(paper.head.dated->day);
  EXPECT_THAT(paper.addressees, testing::ElementsAre("Giám đốc Sở Nội vụ")) << "whose plan it was";
  EXPECT_THAT(signers_of(paper), testing::ElementsAre("TM. ĐOÀN KIỂM TRA: Trương Hồng Dự"));
}

TEST(Report, HasTheNumberAndTheDayThatTheClerkGave) {
  auto office = inspected_office();
  office.inspection.papers = {
      {inspection::Paper::report, "7/BC-SNV", std::chrono::local_days(2026y / 8 / 3)},
      {inspection::Paper::minutes, "05/BB-SNV", std::chrono::local_days(2026y / 7 / 14)}};
  const auto paper = report_of(office);
  EXPECT_EQ(paper.head.number, "07");
  EXPECT_EQ(paper.head.dated->month, 2026y / 8);
  EXPECT_EQ(paper.head.dated->day, 3d);
  EXPECT_THAT(body_of(paper), HasSubstr("Biên bản kiểm tra số 05/BB-SNV ngày 14 tháng 7 năm 2026."));
}

TEST(Report, HasTheFiguresOfTheMinutes) {
  EXPECT_THAT(body_of(report_of(inspected_office())),
              AllOf(HasSubstr("Thời gian: từ 09 giờ 14 phút đến 10 giờ 40 phút, ngày 14 tháng 7 năm 2026."),
                    HasSubstr("- Có mặt: 40 người;"), HasSubstr("|Không đeo thẻ|02|"),
                    HasSubstr("36/39 người được kiểm tra thuộc diện phải đeo thẻ (92,3%)")));
}

TEST(Report, WhereNobodyWasSeenThereIsNoRate) {
  auto office = inspected_office();
  office.inspection.marks.clear();
  for (const auto& paper : {report_of(office), notice_of(office)}) {
    EXPECT_THAT(body_of(paper), HasSubstr("- Chưa kiểm tra: 45 người."));
    EXPECT_THAT(body_of(paper), Not(HasSubstr("%)")));
  }
}

TEST(Report, ARecommendationHasWhoAnswersForItAndItsDayAsLastExtended) {
  auto office = inspected_office();
  EXPECT_THAT(body_of(report_of(office)),
              HasSubstr("|Văn phòng Sở|Lê Thị Thu Hà, Phó Chánh Văn phòng|31/7/2026|Chưa khắc phục|"));
  office.inspection.findings.front().extensions = {
      {"f1", std::chrono::local_days(2026y / 7 / 18), "x"}};  // it was set back
  EXPECT_THAT(body_of(notice_of(office)), HasSubstr("|18/7/2026|Quá thời hạn khắc phục|"));
}

TEST(Report, WhatIsFoundAfterTheEndIsInIt) {
  auto office = inspected_office();
  office.inspection.findings.front().at = local(15, 8, 0);
  EXPECT_THAT(body_of(report_of(office)), HasSubstr("1. Hai người không đeo thẻ"));
}

TEST(Report, ViewsAndProposalsAreInItAndNotInTheNotice) {
  auto office = inspected_office();
  auto& finding = office.inspection.findings.front();
  finding.views = {{{"ha", local(15, 8, 0)}, {"f1", inspection::ViewOf::head, "Đã nhắc nhở nhiều lần"}}};
  finding.handled = inspection::Handled{.finding = "f1",
                                        .cause = "Chủ quan",
                                        .who = "Hai chuyên viên",
                                        .head_part = "Chưa đôn đốc",
                                        .outcome = inspection::Outcome::proposed,
                                        .measure = "phê bình",
                                        .to = "Giám đốc Sở",
                                        .paper = "12/TTr-VP"};
  EXPECT_THAT(body_of(report_of(office)),
              AllOf(HasSubstr("Về nội dung 1 mục tồn tại, ý kiến của người đứng đầu: Đã nhắc nhở nhiều lần."),
                    HasSubstr("Trách nhiệm của người đứng đầu: Chưa đôn đốc."),
                    HasSubstr("Đề xuất Giám đốc Sở xử lý: phê bình (12/TTr-VP).")));
  EXPECT_THAT(body_of(notice_of(office)), Not(testing::AnyOf(HasSubstr("phê bình"), HasSubstr("nhắc nhở"))));
}

TEST(Report, BeforeTheEndBothAreDrafts) {
  auto office = inspected_office();
  office.inspection.state = inspection::State::started;
  office.inspection.ended.reset();
  EXPECT_TRUE(report_of(office).draft);
  EXPECT_TRUE(notice_of(office).draft);
}

TEST(Notice, IsSignedByTheBodyAndGoesToTheUnit) {
  const auto paper = notice_of(inspected_office());
  EXPECT_EQ(paper.kind, "THÔNG BÁO");
  EXPECT_EQ(paper.head.symbol, "TB-SNV");
  EXPECT_THAT(signers_of(paper), testing::ElementsAre("GIÁM ĐỐC: "));
  EXPECT_EQ(paper.recipients.front(), "Văn phòng Sở");
}

TEST(Report, BothArePrinted) {
  const std::chrono::sys_seconds made_at{};
  for (const auto& paper : {report_of(inspected_office()), notice_of(inspected_office())}) {
    EXPECT_TRUE(documents::pdf_of(paper, made_at));
    EXPECT_TRUE(documents::docx_of(paper, made_at));
  }
}

}  // namespace
}  // namespace badge::app
