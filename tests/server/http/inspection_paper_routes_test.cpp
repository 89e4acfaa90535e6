// Papers of inspections as files: what they say is what the page says, and who may have them.
#include <gmock/gmock.h>

#include "tests/server/http/inspection_office.hpp"
#include "tests/server/http/paper_text.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// "04": a count as papers write it.
std::string count(const json::value& wearing, const char* of) {
  const auto number = wearing.at(of).as_int64();
  return (number > 0 && number < 10 ? "0" : "") + std::to_string(number);
}

class InspectionPapers : public InspectionFixture {
 protected:
  static std::string path(const std::string& paper, char file = 'a') {
    return "/api/v1/inspections/" + id(file) + "/" + paper;
  }
  /// An wears none, Châu does, Dung is away, Bình was not looked at; one finding.
  void inspect() {
    start();
    write(kha_, "marked", R"({"staff_code":"AN","observed":"not_worn","note":"Để quên thẻ"})");
    write(kha_, "marked", R"({"staff_code":"CHAU","observed":"worn"})");
    write(kha_, "marked", R"({"staff_code":"DUNG","observed":"absent_without"})");
    const std::string finding = R"({"finding":")" + id('f') + '"';
    write(kha_, "found",
          finding +
              R"(,"list":"badge","text":"Một người không đeo thẻ","recommendation":"Chấn chỉnh việc đeo )"
              R"(thẻ","owner":"Văn phòng","due":"2036-07-31"})");
    write(kha_, "named", finding + R"(,"staff_code":"AN"})");
    write(kha_, "answered",
          R"({"list":"postings","version":"1","line":"hotline","answer":"broken","note":"Bảng đã mờ"})");
  }
  void end() {
    ASSERT_EQ(reason(write(kha_, "ended",
                           R"({"unit_view":"Nhất trí","signed_by":"Trần Thị Bình, Giám đốc","copies":"2"})")),
              "taken");
  }
  const std::vector<std::string> of_inspections_ = {"minutes.pdf",  "report.pdf",  "report.docx",
                                                    "notice.pdf",   "notice.docx", "decision.pdf",
                                                    "decision.docx"};
};

TEST_F(InspectionPapers, SayTheFiguresOfThePageOneByOne) {
  inspect();
  end();
  const auto wearing = opened(kha_).at("wearing");
  EXPECT_EQ(wearing.at("listed").as_int64(), 4);
  const std::vector<std::pair<std::string, const char*>> figures = {
      {"Theo danh sách: # người", "listed"},
      {"Có mặt: # người", "present"},
      {"Vắng có giấy tờ: # người", "absent_with_paper"},
      {"Vắng không có giấy tờ: # người", "absent_without"},
      {"Chưa kiểm tra: # người", "not_checked"},
      {"Số người Đeo thẻ #", "worn"},
      {"Đeo không đúng quy định #", "worn_wrongly"},
      {" Không đeo thẻ #", "not_worn"},
      {"Sử dụng thẻ của người khác #", "someone_elses"},
      {"Chưa được cấp thẻ #", "not_issued"},
      {"Được miễn #", "exempt"},
      {"Cộng số người được kiểm tra #", "present"}};
  for (const auto* paper : {"minutes.pdf", "report.pdf", "notice.pdf"}) {
    const auto text = text_of(kha_.get(path(paper)));
    for (auto [words, figure] : figures) {
      words.replace(words.find('#'), 1, count(wearing, figure));
      EXPECT_THAT(text, HasSubstr(words)) << paper;
    }
    EXPECT_THAT(text, HasSubstr(std::to_string(wearing.at("worn").as_int64()) + "/" +
                                std::to_string(wearing.at("observed").as_int64()) + " người được kiểm tra"))
        << paper;
    EXPECT_THAT(text, HasSubstr("(50,0%)"));
    EXPECT_EQ(wearing.at("worn_permille").as_int64(), 500);
    EXPECT_THAT(text, HasSubstr("Nguyễn Văn An Chuyên viên Không đeo thẻ Để quên thẻ")) << paper;
    EXPECT_THAT(text, HasSubstr("Phạm Thu Dung")) << paper;
    EXPECT_THAT(text, HasSubstr("đường dây nóng")) << "as its checklist words it";
    EXPECT_THAT(text, HasSubstr("Trần Thị Bình")) << paper << ": the head at that minute";
    EXPECT_THAT(text, Not(HasSubstr("DỰ THẢO"))) << paper;
  }
}

TEST_F(InspectionPapers, OfAnInspectionThatLookedAtNobodyHaveNoRate) {
  start();
  end();
  for (const auto* paper : {"minutes.pdf", "report.pdf", "notice.pdf"}) {
    const auto text = text_of(kha_.get(path(paper)));
    EXPECT_THAT(text, HasSubstr("Chưa kiểm tra: 04 người"));
    EXPECT_THAT(text, Not(HasSubstr("%")));
  }
}

TEST_F(InspectionPapers, AreForThoseWhoSeeTheWholeOfItAlone) {
  const auto nothing = em_.get("/api/v1/inspections/" + id('b'));
  const auto hidden_from = [&](HttpClient& client) {
    for (const auto& paper : of_inspections_) {
      const auto answer = client.get(path(paper));
      EXPECT_EQ(answer.status, 404) << paper;
      EXPECT_EQ(answer.body, nothing.body) << paper;
      EXPECT_EQ(answer.field("content-type"), nothing.field("content-type")) << paper;
    }
  };
  prepare();
  for (auto* client : {&binh_, &em_, &an_}) hidden_from(*client);
  write(kha_, "started", "{}");
  write(kha_, "found", R"({"finding":")" + id('f') + R"(","list":"badge","text":"Không đeo thẻ"})");
  write(kha_, "named", R"({"finding":")" + id('f') + R"(","staff_code":"AN"})");
  EXPECT_FALSE(opened(an_).at("whole").as_bool());
  for (auto* client : {&em_, &an_}) hidden_from(*client);
  for (const auto& paper : of_inspections_) EXPECT_EQ(binh_.get(path(paper)).status, 200) << paper;
}

TEST_F(InspectionPapers, BeforeTheStartTheTeamHasADecisionAndIsToldTheRest) {
  prepare();
  for (const auto& paper : of_inspections_) {
    const auto answer = lan_.get(path(paper));
    EXPECT_EQ(answer.status, paper.starts_with("decision") ? 200 : 409) << paper;
  }
  EXPECT_THAT(lan_.get(path("minutes.pdf")).body, HasSubstr("chưa bắt đầu"));
  const auto decision = text_of(lan_.get(path("decision.pdf")));
  EXPECT_THAT(decision, HasSubstr("Đỗ Minh Kha, Trưởng phòng, Tổ trưởng"));
  EXPECT_THAT(decision, HasSubstr("tại Sở Nội vụ"));
  EXPECT_THAT(decision, HasSubstr("DỰ THẢO")) << "it has no number";
  write(kha_, "dropped", R"({"reason":"hoãn"})");
  for (const auto& paper : of_inspections_) EXPECT_EQ(lan_.get(path(paper)).status, 409) << paper;
}

TEST_F(InspectionPapers, AreDraftsUntilTheEnd) {
  inspect();
  for (const auto* paper : {"minutes.pdf", "report.pdf", "notice.pdf"}) {
    EXPECT_THAT(text_of(binh_.get(path(paper))), HasSubstr("DỰ THẢO")) << paper;
  }
  end();
  for (const auto* paper : {"minutes.pdf", "report.pdf", "notice.pdf"}) {
    EXPECT_THAT(text_of(binh_.get(path(paper))), Not(HasSubstr("DỰ THẢO"))) << paper;
  }
}

TEST_F(InspectionPapers, HaveTheNumberThatTheClerkGave) {
  inspect();
  end();
  EXPECT_THAT(text_of(kha_.get(path("report.pdf"))), HasSubstr("/BC-SNV Khánh Hòa, ngày tháng"));
  ASSERT_EQ(reason(write(kha_, "issued", R"({"paper":"report","number":"7/BC-SNV","date":"2026-08-03"})")),
            "taken");
  EXPECT_THAT(text_of(kha_.get(path("report.pdf"))),
              HasSubstr("Số: 07/BC-SNV Khánh Hòa, ngày 03 tháng 8 năm 2026"));
}

TEST_F(InspectionPapers, ComeAsFilesWithNamesThatEveryMachineTakes) {
  start();
  const auto pdf = kha_.get(path("minutes.pdf"));
  EXPECT_THAT(pdf.body, StartsWith("%PDF-"));
  EXPECT_THAT(pdf.field("content-disposition"), StartsWith("attachment; filename=\"bien-ban-kiem-tra-1-2"));
  const auto docx = kha_.get(path("report.docx"));
  EXPECT_THAT(docx.body, StartsWith("PK"));
  EXPECT_THAT(docx.field("content-disposition"), testing::EndsWith(".docx\""));
}

TEST_F(InspectionPapers, APeriodIsPrintedForThoseWhoSeeItsUnits) {
  inspect();
  const auto year = std::string(opened(kha_).at("started_at").as_string()).substr(0, 4);
  server_.import("indicators",
                 "unit_code,period,indicator,value,source_paper\nSNV," + year + ",dossiers_late,4,BC 12\n");
  const auto summary = "/api/v1/inspections/summary.pdf?period=" + year;
  const auto text = text_of(kha_.get(summary));
  EXPECT_THAT(text, HasSubstr("Sở Nội vụ 1 – 1/2 (50,0%) 1 1 1"));
  EXPECT_THAT(text, HasSubstr("Sở Nội vụ – – 4 (–) – BC 12"));
  EXPECT_THAT(text, HasSubstr("DỰ THẢO")) << "the year is not over";
  EXPECT_THAT(text_of(binh_.get(summary)), Not(HasSubstr("Sở Y tế"))) << "a head sees their own";
  EXPECT_EQ(em_.get(summary + "&unit=SNV").body, em_.get(summary + "&unit=KHONG").body);
  EXPECT_EQ(em_.get(summary + "&unit=SNV").status, 404);
  EXPECT_EQ(kha_.get("/api/v1/inspections/summary.pdf?period=Q3").status, 422);
  EXPECT_THAT(kha_.get("/api/v1/inspections/summary.docx?period=" + year).body, StartsWith("PK"));
}

TEST_F(InspectionPapers, APlanIsPrintedForInspectorsAlone) {
  const auto plan = id('9');
  write(kha_, "plan_stated",
        R"({"number":"94/KH-SNV","issuer":"Giám đốc Sở Nội vụ","issued_on":"2026-01-11","year":"2026"})",
        plan);
  write(kha_, "plan_line", R"({"line":"1","unit_kind":"sở","count":"6","quarters":"2+3"})", plan);
  const auto at = "/api/v1/inspection-plans/" + plan + "/plan";
  const auto text = text_of(kha_.get(at + ".pdf"));
  EXPECT_THAT(text, HasSubstr("Số: 94/KH-SNV Khánh Hòa, ngày 11 tháng 01 năm 2026"));
  EXPECT_THAT(text, HasSubstr("1 Sở 06 Quý II, III"));
  EXPECT_THAT(kha_.get(at + ".docx").body, StartsWith("PK"));
  EXPECT_EQ(kha_.get("/api/v1/inspection-plans/" + id('8') + "/plan.pdf").status, 404);
  EXPECT_EQ(binh_.get(at + ".pdf").status, 403);
}

}  // namespace
}  // namespace badge::test
