// What stands in the minutes of an inspection.
#include "server/app/inspections/minutes.hpp"

#include <gmock/gmock.h>

#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/inspected_office.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};

documents::Paper minutes_of(const InspectedOffice& office) {
  return minutes_of({.inspection = office.inspection, .list = office.list, .plan = &office.plan}, snv);
}

TEST(Minutes, HaveANumberForTheClerkAndNoPlaceAndDate) {
  const auto paper = minutes_of(inspected_office());
  EXPECT_EQ(paper.kind, "BIÊN BẢN");
  EXPECT_EQ(paper.head.symbol, "BB-SNV");
  EXPECT_EQ(paper.head.number, "");
  EXPECT_FALSE(paper.head.dated);
  EXPECT_FALSE(paper.draft);
  EXPECT_THAT(paper.bases,
              testing::ElementsAre(HasSubstr("số 94/KH-SNV ngày 11 tháng 01 năm 2026 của Giám đốc Sở Nội vụ"),
                                   HasSubstr("Quyết định số 102/QĐ-SNV")));
}

TEST(Minutes, HaveTheNumberThatTheClerkGave) {
  auto office = inspected_office();
  office.inspection.papers = {{inspection::Paper::minutes, "5", office.plan.stated.issued_on}};
  EXPECT_EQ(minutes_of(office).head.number, "05");
  EXPECT_EQ(minutes_of(office).head.symbol, "BB-SNV");
  office.inspection.papers.front().number = "12a/BB-ĐKT";
  EXPECT_EQ(minutes_of(office).head.number, "12a");
  EXPECT_EQ(minutes_of(office).head.symbol, "BB-ĐKT");
}

TEST(Minutes, OfABodyThatNobodyNamedHaveBlanks) {
  const auto office = inspected_office();
  const auto paper = app::minutes_of({.inspection = office.inspection, .list = office.list}, {});
  EXPECT_EQ(paper.head.issuer, "……………………");
  EXPECT_EQ(paper.head.symbol, "BB-……");
}

TEST(Minutes, SayWhenTheyBeganAndEndedAndWhoWasThere) {
  const auto body = body_of(minutes_of(inspected_office()));
  EXPECT_THAT(body, HasSubstr("Thời gian bắt đầu: 09 giờ 14 phút, ngày 14 tháng 7 năm 2026."));
  EXPECT_THAT(body, HasSubstr("Biên bản kết thúc vào 10 giờ 40 phút cùng ngày, được lập thành 03 bản"));
  EXPECT_THAT(body, HasSubstr("- Trương Hồng Dự, Phó Giám đốc Sở, Trưởng đoàn;"));
  EXPECT_THAT(
      body,
      HasSubstr(
          "Lê Thị Thu Hà, Phó Chánh Văn phòng, được ủy quyền điều hành theo Giấy ủy quyền số 09/GUQ-VP"));
}

TEST(Minutes, TheListIsThePresentAndTheAbsentAndTheRest) {
  const auto body = body_of(minutes_of(inspected_office()));
  EXPECT_THAT(body, HasSubstr("Theo danh sách: 45 người"));
  EXPECT_THAT(body, HasSubstr("- Có mặt: 40 người;"));
  EXPECT_THAT(body, HasSubstr("- Vắng có giấy tờ: 03 người (công tác 01, nghỉ phép 01, ốm 01);"));
  EXPECT_THAT(body, HasSubstr("- Vắng không có giấy tờ: 01 người;"));
  EXPECT_THAT(body, HasSubstr("- Chưa kiểm tra: 01 người."));
}

TEST(Minutes, APaperStandsWithItsNumberAndWhenItWasReported) {
  const auto body = body_of(minutes_of(inspected_office()));
  EXPECT_THAT(body, HasSubstr("|Nghỉ phép|05/GNP-SNV|08 giờ 05 phút ngày 10/7/2026|"));
}

TEST(Minutes, APaperThatWasFiledAfterTheStartIsVisibleAsSuchUntilTheEnd) {
  const auto office = inspected_office();
  const auto body = [&](inspection::LocalTime filed) {
    return body_of(app::minutes_of({.inspection = office.inspection,
                                    .list = office.list,
                                    .late = {{"CB044", {"business_trip", "120/QĐ-SNV", filed}}}},
                                   snv));
  };
  const auto row =
      "|Không có giấy tờ khi kiểm tra|120/QĐ-SNV|09 giờ 24 phút ngày 14/7/2026, sau khi bắt đầu kiểm tra|";
  EXPECT_THAT(body(local(14, 9, 24)), HasSubstr(row));
  EXPECT_THAT(body(local(14, 10, 41)), Not(HasSubstr("120/QĐ-SNV"))) << "signed a minute before";
}

TEST(Minutes, BadgesAreCountedOverThosePeopleWhoWereSeen) {
  const auto body = body_of(minutes_of(inspected_office()));
  EXPECT_THAT(body, HasSubstr("|Đeo thẻ|36|"));
  EXPECT_THAT(body, HasSubstr("|Không đeo thẻ|02|"));
  EXPECT_THAT(body, HasSubstr("|Cộng số người được kiểm tra|40|"));
  EXPECT_THAT(body, HasSubstr("36/39 người được kiểm tra thuộc diện phải đeo thẻ (92,3%)"))
      << "one is exempt";
  EXPECT_THAT(body, HasSubstr("|Không đeo thẻ|Để quên thẻ ở nhà|"));
}

TEST(Minutes, WhereNobodyWasSeenThereIsNoRate) {
  auto office = inspected_office();
  office.inspection.marks.clear();
  const auto body = body_of(minutes_of(office));
  EXPECT_THAT(body, HasSubstr("Không có người nào được kiểm tra việc đeo thẻ."));
  EXPECT_THAT(body, Not(HasSubstr("%)")));
}

TEST(Minutes, WhoTappedInAndWasNotThereIsNamedWithTheTime) {
  const auto office = inspected_office();
  EXPECT_THAT(body_of(minutes_of(office)),
              HasSubstr("- " + office.list[43].full_name + ": quét thẻ lúc 07 giờ 26 phút ngày 14/7/2026."));
}

TEST(Minutes, AFindingHasItsRuleItsPeopleAndARecommendationWithItsDay) {
  const auto office = inspected_office();
  const auto body = body_of(minutes_of(office));
  EXPECT_THAT(body,
              HasSubstr("1. Hai người không đeo thẻ trong giờ làm việc. Quy định: Chỉ thị số 26/CT-TTg"));
  EXPECT_THAT(
      body, HasSubstr("Người có liên quan: " + office.list[36].full_name + ", " + office.list[37].full_name));
  EXPECT_THAT(body, HasSubstr("Thời hạn khắc phục: ngày 31 tháng 7 năm 2026."));
}

TEST(Minutes, AnAnsweredLineStandsInTheWordsOfItsVersion) {
  EXPECT_THAT(body_of(minutes_of(inspected_office())),
              HasSubstr("|1|Các trường hợp đi công tác, vắng mặt đều có báo cáo trước|Đạt|"));
}

TEST(Minutes, WhatIsFoundAfterTheEndIsNotInThem) {
  auto office = inspected_office();
  office.inspection.findings.front().at = local(15, 8, 0);
  const auto body = body_of(minutes_of(office));
  EXPECT_THAT(body, HasSubstr("Không ghi nhận tồn tại"));
  EXPECT_THAT(body, HasSubstr("Không có kiến nghị."));
}

TEST(Minutes, AreSignedByTheUnitTheSecretaryAndTheLeader) {
  const auto paper = minutes_of(inspected_office());
  EXPECT_THAT(signers_of(paper),
              testing::ElementsAre("ĐẠI DIỆN ĐƠN VỊ: Lê Thị Thu Hà", "THƯ KÝ: Nguyễn Thị Tường Vy",
                                   "TRƯỞNG ĐOÀN: Trương Hồng Dự"));
  EXPECT_THAT(paper.initials, testing::ElementsAre("Đại diện đơn vị", "Thư ký", "Trưởng đoàn"));
}

TEST(Minutes, AUnitThatDoesNotSignIsAValidEnd) {
  auto office = inspected_office();
  office.inspection.ended->signed_by = "";
  office.inspection.ended->refusal_reason = "không đồng ý với số liệu người vắng mặt";
  const auto paper = minutes_of(office);
  EXPECT_FALSE(paper.draft);
  EXPECT_THAT(body_of(paper),
              HasSubstr("Đại diện đơn vị được kiểm tra không ký biên bản; lý do: không đồng ý với số liệu"));
  EXPECT_THAT(signers_of(paper),
              testing::ElementsAre("THƯ KÝ: Nguyễn Thị Tường Vy", "TRƯỞNG ĐOÀN: Trương Hồng Dự"));
  EXPECT_THAT(paper.initials, testing::ElementsAre("Thư ký", "Trưởng đoàn"));
}

TEST(Minutes, BeforeTheEndTheyAreADraftWithRoomForTheUnit) {
  auto office = inspected_office();
  office.inspection.state = inspection::State::started;
  office.inspection.ended.reset();
  const auto paper = minutes_of(office);
  EXPECT_TRUE(paper.draft);
  EXPECT_THAT(body_of(paper), HasSubstr("V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA\n……\n"));
}

TEST(Minutes, OfFeedbackTheySayNothingButThatThereWasSome) {
  auto office = inspected_office();
  office.inspection.prepared.basis = inspection::Basis::feedback;
  office.inspection.prepared.paper = "Đơn của ông Nguyễn Văn Phản";
  const auto paper = minutes_of(office);
  EXPECT_EQ(paper.bases.front(), "Theo phản ánh, kiến nghị của tổ chức, cá nhân");
  EXPECT_THAT(body_of(paper), Not(HasSubstr("Phản")));
}

TEST(Minutes, ArePrinted) {
  const std::chrono::sys_seconds made_at{};
  EXPECT_TRUE(documents::pdf_of(minutes_of(inspected_office()), made_at));
  EXPECT_TRUE(documents::docx_of(minutes_of(inspected_office()), made_at));
}

}  // namespace
}  // namespace badge::app
