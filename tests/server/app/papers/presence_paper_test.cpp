// One page for the morning: names where somebody must act, numbers for the rest.
#include "server/app/papers/presence_paper.hpp"

#include <gmock/gmock.h>

#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using attendance::Presence;
using testing::HasSubstr;
using testing::Not;

NowRow row(std::string name, Presence presence, std::string text = {}) {
  NowRow row;
  row.person.full_name = std::move(name);
  row.person.position = "Chuyên viên";
  row.person.unit = {"VP", "Văn phòng"};
  row.presence = presence;
  row.text = std::move(text);
  return row;
}

NowReport morning() {
  NowReport report;
  report.unit = {"SNV", "Sở Nội vụ"};
  report.now = std::chrono::local_days(2026y / 7 / 9) + 8h + 15min;
  report.counts = {5, 4, 1, 1, 1, 1, 1};
  report.rows = {row("An", Presence::present), row("Bình", Presence::away, "nghỉ phép (GNP 12)"),
                 row("Châu", Presence::not_seen), row("Dung", Presence::unknown, "cong-a không gửi dữ liệu"),
                 row("Em", Presence::exempt)};
  return report;
}

TEST(PresencePaper, NamesWhoIsAwayWithTheirPaperAndWhoIsNotThereYet) {
  const auto paper = presence_paper_of(morning());
  EXPECT_EQ(paper.abstract, "Sở Nội vụ\n08 giờ 15 phút, thứ Năm, ngày 09 tháng 7 năm 2026");
  const auto body = body_of(paper);
  EXPECT_THAT(body, HasSubstr("I. VẮNG CÓ GIẤY TỜ\n|1|Bình|Chuyên viên, Văn phòng|nghỉ phép (GNP 12)|\n"));
  EXPECT_THAT(body, HasSubstr("II. CHƯA QUÉT THẺ, CHƯA CÓ GIẤY TỜ\n|1|Châu|"));
  EXPECT_THAT(body, HasSubstr("III. CHƯA ĐỦ DỮ LIỆU\n|Cong-a không gửi dữ liệu|1|Dung|\n"));
  EXPECT_THAT(body, Not(HasSubstr("|An|")));
  EXPECT_THAT(body, HasSubstr("Phải có mặt 4 người: có mặt 1; vắng có giấy tờ 1; chưa quét thẻ 1"));
  EXPECT_TRUE(documents::pdf_of(paper, {}));
}

TEST(PresencePaper, SaysWhereNobodyIsNamedThatNobodyIsAway) {
  auto report = morning();
  report.rows = {row("An", Presence::present)};
  report.counts = {1, 1, 1, 0, 0, 0, 0};
  const auto body = body_of(presence_paper_of(report));
  EXPECT_THAT(body, HasSubstr("I. VẮNG CÓ GIẤY TỜ\nKhông có ai.\n"));
  EXPECT_THAT(body, Not(HasSubstr("in riêng")));
}

TEST(PresencePaper, CountsThePeopleOfTheUnitItselfBesideThoseOfEachUnitBelow) {
  auto report = morning();
  report.units = {{{"VP", "Văn phòng"}, {3, 2, 1, 0, 1, 0, 1}, 0}};
  const auto body = body_of(presence_paper_of(report));
  EXPECT_THAT(body,
              HasSubstr("|Làm việc tại chính đơn vị|2|–|1|–|1|\n|Văn phòng|2|1|–|1|–|\n|Cộng|4|1|1|1|1|\n"));
  report.units.front().counts = report.counts;
  EXPECT_THAT(body_of(presence_paper_of(report)), Not(HasSubstr("chính đơn vị")));
}

TEST(PresencePaper, SaysWhereNamesAreLeftOut) {
  auto report = morning();
  report.counts.due = 900;
  EXPECT_THAT(body_of(presence_paper_of(report)), HasSubstr("Đơn vị có hơn 500 người"));
}

}  // namespace
}  // namespace badge::app
