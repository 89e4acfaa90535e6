// Slips that people sign: filled in from what the server knows, for themselves and who answers for them.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/paper_office.hpp"
#include "tests/server/http/paper_text.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PersonalPapers : public testing::Test {
 protected:
  static std::string slip(const std::string& more = {}) {
    return "/api/v1/papers/explanation.pdf?staff=AN&date=2026-07-09" + more;
  }

  SmallOffice server_;
  HttpClient an_ = server_.sign_in("an", R"("staff_code":"AN")");
  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
  HttpClient em_ = server_.sign_in("em", R"("staff_code":"EM")");
};

TEST_F(PersonalPapers, AnExplanationIsFilledInFromTheVerdict) {
  const auto text = text_of(an_.get(slip()));
  EXPECT_THAT(text, AllOf(HasSubstr("GIẤY GIẢI TRÌNH"),
                          HasSubstr("đi muộn 37 phút, thiếu lượt ra (buổi sáng) thứ Năm, ngày 09/7/2026"),
                          HasSubstr("Họ và tên: Nguyễn Văn An; mã số: AN."), HasSubstr("07:30–11:30 08:07 –"),
                          HasSubstr("Nội dung giải trình: Tài liệu"), HasSubstr("NGƯỜI GIẢI TRÌNH")));
  EXPECT_THAT(text, HasSubstr("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
}

TEST_F(PersonalPapers, AnExplanationThatWasStatedIsPrinted) {
  ASSERT_EQ(an_.post("/api/v1/own/explanations",
                     R"({"date":"2026-07-09","session":"sáng","effect":"out_at","at":"11:32",)"
                     R"("cause":"forgot_badge","explanation":"để thẻ ở nhà"})")
                .status,
            204);
  EXPECT_THAT(text_of(an_.get(slip())), HasSubstr("Nội dung giải trình: để thẻ ở nhà (quên thẻ"));
}

TEST_F(PersonalPapers, ARequestIsPrintedWithTheYearsBalance) {
  const auto asked =
      an_.post("/api/v1/own/requests",
               R"({"kind":"annual_leave","from":"2026-07-13","to":"2026-07-14","reason":"việc nhà"})");
  ASSERT_EQ(asked.status, 201) << asked.body;
  const auto path = "/api/v1/papers/application.pdf?no=1";
  const auto text = text_of(an_.get(path));
  EXPECT_THAT(text,
              AllOf(HasSubstr("ĐƠN XIN NGHỈ PHÉP"), HasSubstr("13/7/2026"), HasSubstr("Lý do: việc nhà."),
                    HasSubstr("Nghỉ phép năm 2026: Được nghỉ phép 13 ngày, đã dùng 0 ngày, còn 13 ngày.")));
  EXPECT_THAT(text, Not(HasSubstr("Kết quả")));
  ASSERT_EQ(binh_.post("/api/v1/waiting/requests/1", R"({"decision":"approved","paper":"GNP 12"})").status,
            204);
  EXPECT_THAT(text_of(binh_.get(path)), HasSubstr("Kết quả: "));
}

TEST_F(PersonalPapers, ASheetTellsTheFactsOfAMonthAQuarterOrAYear) {
  const auto sheet = [&](HttpClient& client, const std::string& period) {
    return client.get("/api/v1/papers/person.pdf?staff=AN&period=" + period);
  };
  const auto month = text_of(sheet(an_, "2026-07"));
  EXPECT_THAT(month,
              AllOf(HasSubstr("PHIẾU THEO DÕI CÁ NHÂN"), HasSubstr("tháng 7 năm 2026"),
                    HasSubstr("09/7/2026 sáng 08:07 –"), HasSubstr("Không có cuộc kiểm tra nào trong kỳ."),
                    HasSubstr("không chấm điểm, không xếp loại")));
  EXPECT_THAT(month, HasSubstr("7/2026 23 – 1 (37 phút) – 1 22 – –")) << "23 working mornings";
  EXPECT_THAT(month, HasSubstr("Đúng giờ 0/23 buổi (0,0%)"));
  const auto quarter = text_of(sheet(binh_, "2026-Q3"));
  EXPECT_THAT(quarter, AllOf(HasSubstr("quý III năm 2026"), HasSubstr("8/2026"), HasSubstr("Cộng")));
  EXPECT_THAT(text_of(sheet(an_, "2026")), HasSubstr("năm 2026"));
  EXPECT_EQ(sheet(em_, "2026-07").status, 404);
  EXPECT_EQ(sheet(an_, "2019").status, 404) << "not in service then";
  EXPECT_EQ(sheet(an_, "Q3").status, 422);
}

TEST_F(PersonalPapers, OfAUnitHaveTheFiguresOfItsReport) {
  const auto report =
      json::parse(binh_.get("/api/v1/reports/units?month=2026-07&unit=SNV").body).at("rows").at(0);
  const auto figure = [&](const char* name) { return std::to_string(report.at(name).as_int64()); };
  const auto path = "/api/v1/papers/unit.pdf?unit=SNV&period=";
  const auto text = text_of(binh_.get(path + std::string("2026-07")));
  EXPECT_THAT(text, AllOf(HasSubstr("tháng 7 năm 2026 tại Sở Nội vụ"), HasSubstr("Số người: 2."),
                          HasSubstr("Cộng " + figure("sessions_due")), HasSubstr("DỰ THẢO"),
                          HasSubstr("Bảng công chưa chốt")));
  EXPECT_THAT(text, HasSubstr("Đúng giờ " + figure("on_time") + "/"));
  EXPECT_THAT(text_of(binh_.get(path + std::string("2026-Q3"))), HasSubstr("quý III năm 2026 tại Sở Nội vụ"));
  EXPECT_EQ(em_.get(path + std::string("2026-07")).body,
            em_.get("/api/v1/papers/unit.pdf?unit=KHONG&period=2026-07").body);
  EXPECT_EQ(em_.get(path + std::string("2026-07")).status, 404);
  EXPECT_EQ(an_.get(path + std::string("2026-07")).status, 403);
}

TEST_F(PersonalPapers, OfTheMorningNameWhoIsAwayAndOnWhatPaper) {
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at\n"
                 "AN,annual_leave,2020-01-01,2037-01-01,,GNP 12,\n");
  const auto path = "/api/v1/papers/presence.pdf?unit=SNV";
  const auto text = text_of(binh_.get(path));
  EXPECT_THAT(text, AllOf(HasSubstr("TÌNH HÌNH CÓ MẶT Sở Nội vụ"), HasSubstr("Phải có mặt "),
                          HasSubstr("I. VẮNG CÓ GIẤY TỜ")));
  EXPECT_EQ(em_.get(path).body, em_.get("/api/v1/papers/presence.pdf?unit=KHONG").body);
  EXPECT_EQ(an_.get(path).status, 403);
}

TEST_F(PersonalPapers, OfAUnitsHoursArePostedAtItsDoor) {
  const auto text = text_of(binh_.get("/api/v1/papers/hours.pdf?unit=SNV"));
  EXPECT_THAT(text, AllOf(HasSubstr("NIÊM YẾT"), HasSubstr("của Sở Nội vụ"), HasSubstr("Sáng 07:30 11:30"),
                          HasSubstr("Thứ Hai đến thứ Sáu")));
  EXPECT_EQ(em_.get("/api/v1/papers/hours.pdf?unit=SNV").body,
            em_.get("/api/v1/papers/hours.pdf?unit=X").body);
}

TEST_F(PersonalPapers, AreForThePersonAndThoseWhoAnswerForThem) {
  EXPECT_EQ(binh_.get(slip()).status, 200);
  EXPECT_EQ(em_.get(slip()).status, 404);
  EXPECT_EQ(em_.get(slip()).body, em_.get("/api/v1/papers/explanation.pdf?staff=KHONG&date=2026-07-09").body);
  ASSERT_EQ(
      an_.post("/api/v1/own/requests", R"({"kind":"unpaid","from":"2026-07-13","to":"2026-07-13"})").status,
      201);
  EXPECT_EQ(em_.get("/api/v1/papers/application.pdf?no=1").body,
            em_.get("/api/v1/papers/application.pdf?no=99").body);
  EXPECT_EQ(em_.get("/api/v1/papers/application.pdf?no=1").status, 404);
  EXPECT_EQ(an_.get("/api/v1/papers/application.pdf?no=x").status, 422);
  EXPECT_EQ(an_.get("/api/v1/papers/explanation.pdf?staff=AN&date=9/7").status, 422);
  EXPECT_THAT(an_.get("/api/v1/papers/application.docx?no=1").body, StartsWith("PK"));
}

}  // namespace
}  // namespace badge::test
