// Who is proposed for praise, until somebody who does not stand on the list releases it; what is kept of it
// then, also after it was withdrawn.
#include <gmock/gmock.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "tests/server/http/list_office.hpp"
#include "tests/server/http/paper_text.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class PraiseRoutes : public ListFixture {
 protected:
  PraiseRoutes() {
    server_.tap(
        {{"AN 1", {"07:45", "11:40", "13:20", "17:10"}}, {"EM 1", {"07:45", "11:40", "13:20", "17:10"}}});
  }

  HttpAnswer release(HttpClient& by, const std::string& seen, const std::string& unit = "CCVC",
                     const std::string& basis = "Quyết định 45/QĐ-SNV") {
    return by.post("/api/v1/praise", R"({"unit":")" + unit + R"(","period":"2026-07","basis":")" + basis +
                                         R"(","seen":)" + seen + "}");
  }
  static json::array releases(HttpClient& by) {
    return json::parse(by.get("/api/v1/praise").body).at("releases").as_array();
  }
  static std::string path_of(const json::value& release) {
    return "/api/v1/praise/" + json::serialize(release.at("no"));
  }
  HttpAnswer withdraw(HttpClient& by, const std::string& reason = "Nhầm kỳ") {
    return by.post(path_of(releases(chi_).at(0)) + "/withdraw", R"({"reason":")" + reason + R"("})");
  }

  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
  HttpClient chi_ = server_.sign_in("chi", R"("staff_code":"CHI")");  // the head above
  HttpClient an_ = server_.sign_in("an", R"("staff_code":"AN")");
};

TEST_F(PraiseRoutes, ProposeUnitsAndPeopleWithoutAnyDeviation) {
  const auto proposed = list("praise");
  EXPECT_EQ(rows(proposed, {"staff_code", "full_name", "reason"}),
            "CHI Phạm Kim Chi 46/46 buổi được tính đều đúng giờ; không có lần kiểm tra nào quan sát; "
            "BINH Trần Thị Bình 46/46 buổi được tính đều đúng giờ; không có lần kiểm tra nào quan sát; "
            "DUC Lê Văn Đức 46/46 buổi được tính đều đúng giờ; không có lần kiểm tra nào quan sát");
  EXPECT_THAT(notes(proposed), HasSubstr("ít nhất 80% số buổi phải làm được tính"));
  EXPECT_THAT(notes(proposed), HasSubstr("Đề xuất 0 trong 2 tập thể, 3 trong 4 cá nhân"));
}

TEST_F(PraiseRoutes, SayOnEveryFormThatTheListIsInternal) {
  EXPECT_THAT(notes(list("praise")), HasSubstr("Nội bộ – chưa công bố"));
  const auto csv = hr_.get("/api/v1/lists/praise.csv?unit=SNV&period=2026-07");
  EXPECT_THAT(csv.body, HasSubstr("Nội bộ – chưa công bố"));
  EXPECT_THAT(csv.field("content-disposition"), HasSubstr("noi-bo"));
  EXPECT_THAT(text_of(hr_.get("/api/v1/lists/praise.pdf?unit=SNV&period=2026-07")),
              HasSubstr("Nội bộ – chưa công bố"));
}

TEST_F(PraiseRoutes, AreNotReleasedBeforeThePeriodIsOver) {
  const std::chrono::year_month_day today(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + std::chrono::hours(7)));
  const auto year = std::to_string(static_cast<int>(today.year()));
  const auto answer = chi_.post(
      "/api/v1/praise", R"({"unit":"CCVC","period":")" + year + R"(","basis":"QĐ 1","seen":["BINH"]})");
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, HasSubstr("period-not-over"));
}

TEST_F(PraiseRoutes, AreKeptAsTheyStoodWhenTheHeadReleasedThem) {
  EXPECT_TRUE(releases(an_).empty());
  const auto released = release(chi_, R"(["BINH","DUC"])");
  ASSERT_EQ(released.status, 201) << released.body;

  ASSERT_EQ(releases(an_).size(), 1U);
  const auto one = releases(an_).at(0);
  EXPECT_EQ(one.at("released_by"), "chi");
  EXPECT_EQ(one.at("basis"), "Quyết định 45/QĐ-SNV");
  EXPECT_TRUE(one.at("withdrawn").is_null());
  EXPECT_EQ(one.at("may_withdraw"), false);
  const auto path = path_of(one) + "/list.";
  // What comes later changes nothing of it.
  server_.import("corrections",
                 "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,"
                 "decided_by,decision_reason,paper\n"
                 "DUC,,2026-07-02,sáng,in_at,08:00,,,other,Đến muộn,approved,Trần Thị Bình,,\n");
  EXPECT_THAT(rows(list("praise"), {"staff_code"}), Not(HasSubstr("DUC")));
  const auto kept = json::parse(an_.get(path + "json").body);
  EXPECT_EQ(rows(kept, {"staff_code", "full_name", "status"}),
            "BINH Trần Thị Bình Đã công bố; DUC Lê Văn Đức Đã công bố");
  EXPECT_THAT(notes(kept), HasSubstr("căn cứ: Quyết định 45/QĐ-SNV"));
  EXPECT_THAT(notes(kept), Not(HasSubstr("Nội bộ")));
  EXPECT_THAT(an_.get(path + "csv").body, HasSubstr("Lê Văn Đức"));
  EXPECT_THAT(text_of(an_.get(path + "pdf")), HasSubstr("căn cứ: Quyết định 45/QĐ-SNV."));
}

TEST_F(PraiseRoutes, AreReadByTheStaffOfTheUnitAlone) {
  ASSERT_EQ(release(chi_, R"(["BINH","DUC"])").status, 201);
  const auto path = path_of(releases(binh_).at(0)) + "/list.json";
  auto em = server_.sign_in("em", R"("staff_code":"EM")");
  EXPECT_TRUE(releases(em).empty());
  EXPECT_EQ(em.get(path).status, 404);
  EXPECT_EQ(em.get("/api/v1/praise/x/list.json").status, 404);
  EXPECT_EQ(chi_.get(path).status, 200);
}

TEST_F(PraiseRoutes, AreReleasedByWhoAnswersForTheUnitAndLookedAtThem) {
  auto em = server_.sign_in("em", R"("staff_code":"EM")");
  EXPECT_EQ(release(em, R"(["BINH","DUC"])").status, 404);
  EXPECT_EQ(release(an_, R"(["BINH","DUC"])").status, 403);
  EXPECT_EQ(release(binh_, R"(["CHI","BINH","DUC"])", "SNV").status, 404);
  EXPECT_EQ(release(chi_, R"(["BINH"])").status, 409);
  EXPECT_EQ(release(chi_, R"(["BINH","DUC"])", "CCVC", "").status, 422);
  EXPECT_EQ(release(em, "[]", "SYT").status, 422);
  EXPECT_TRUE(releases(hr_).empty());
}

TEST_F(PraiseRoutes, AreNotReleasedByWhoStandsOnThem) {
  const auto refused = release(binh_, R"(["BINH","DUC"])");
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("Danh sách có tên chính người công bố; cần người đứng đầu cấp trên"));
  EXPECT_EQ(release(chi_, R"(["CHI","BINH","DUC"])", "SNV").status, 403);
  auto hr_of_list = server_.sign_in("duc", R"("staff_code":"DUC","grants":[{"role":"hr"}])");
  EXPECT_EQ(release(hr_of_list, R"(["BINH","DUC"])").status, 403);
  EXPECT_TRUE(releases(hr_).empty());
  EXPECT_EQ(release(chi_, R"(["BINH","DUC"])").status, 201) << "the head above is not named there";
  EXPECT_EQ(release(hr_, R"(["CHI","BINH","DUC"])", "SNV").status, 201);
}

TEST_F(PraiseRoutes, AreWithdrawnByWhoReleasedThemOrByHrWithAReason) {
  ASSERT_EQ(release(chi_, R"(["BINH","DUC"])").status, 201);
  EXPECT_EQ(withdraw(an_).status, 403);
  EXPECT_EQ(withdraw(binh_).status, 403) << "the head of the unit did not release it";
  auto em = server_.sign_in("em", R"("staff_code":"EM")");
  EXPECT_EQ(withdraw(em).status, 404);
  EXPECT_EQ(withdraw(chi_, "").status, 422);
  EXPECT_EQ(chi_.post("/api/v1/praise/99/withdraw", R"({"reason":"Nhầm kỳ"})").status, 404);
  EXPECT_TRUE(releases(an_).at(0).at("withdrawn").is_null());

  EXPECT_EQ(releases(hr_).at(0).at("may_withdraw"), true);
  EXPECT_EQ(withdraw(chi_).status, 204);
  EXPECT_EQ(withdraw(hr_).status, 409) << "what was said first stays";
  EXPECT_EQ(releases(hr_).at(0).at("withdrawn").at("by"), "chi");
  EXPECT_EQ(releases(hr_).at(0).at("may_withdraw"), false);

  ASSERT_EQ(release(chi_, R"(["BINH","DUC"])").status, 201) << "again, as a release of its own";
  EXPECT_EQ(withdraw(hr_).status, 204);
}

TEST_F(PraiseRoutes, StayOnRecordWhenWithdrawnAndStaffReadOnlyThatTheyAre) {
  ASSERT_EQ(release(chi_, R"(["BINH","DUC"])").status, 201);
  ASSERT_EQ(withdraw(chi_, "Một người đang bị xem xét").status, 204);

  const auto seen = releases(an_).at(0);
  EXPECT_EQ(seen.at("open"), false);
  EXPECT_TRUE(seen.at("withdrawn").as_object().contains("at"));
  EXPECT_EQ(seen.at("withdrawn").as_object().size(), 1U) << "neither by whom nor why";
  for (const auto* format : {"json", "csv", "xlsx", "pdf", "docx"})
    EXPECT_EQ(an_.get(path_of(seen) + "/list." + format).status, 404) << format;

  for (auto* by : {&chi_, &binh_, &hr_}) {
    const auto kept = json::parse(by->get(path_of(seen) + "/list.json").body);
    EXPECT_EQ(rows(kept, {"staff_code", "status"}), "BINH Đã thu hồi; DUC Đã thu hồi");
    EXPECT_THAT(notes(kept), HasSubstr("bởi chi; lý do: Một người đang bị xem xét"));
    EXPECT_THAT(notes(kept), HasSubstr("căn cứ: Quyết định 45/QĐ-SNV"));
  }
  EXPECT_THAT(text_of(hr_.get(path_of(seen) + "/list.pdf")),
              HasSubstr("bởi chi; lý do: Một người đang bị xem xét"));
}

TEST_F(PraiseRoutes, AreInTheAuditLogWhenWithdrawn) {
  ASSERT_EQ(release(chi_, R"(["BINH","DUC"])").status, 201);
  ASSERT_EQ(withdraw(chi_).status, 204);
  auto auditor = server_.sign_in("kt", R"("grants":[{"role":"auditor"}])");
  const auto entries = json::parse(auditor.get("/api/v1/audit?actor=chi").body).at("entries").as_array();
  const auto found = std::ranges::find_if(entries, [](const json::value& entry) {
    return entry.at("action") == "POST /api/v1/praise/{no}/withdraw" && entry.at("status") == 204;
  });
  ASSERT_NE(found, entries.end());
  EXPECT_EQ(found->at("target"), "no=1");
}

}  // namespace
}  // namespace badge::test
