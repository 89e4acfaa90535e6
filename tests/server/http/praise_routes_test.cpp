// Who is proposed for praise, until somebody releases the list, and what is kept of it then.
#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>

#include "tests/server/http/list_office.hpp"

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

  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
};

TEST_F(PraiseRoutes, ProposeUnitsAndPeopleWithoutAnyDeviation) {
  const auto proposed = list("praise");
  EXPECT_EQ(rows(proposed, {"staff_code", "full_name", "reason"}),
            "CHI Phạm Kim Chi 46/46 buổi được tính đều đúng giờ; không có lần kiểm tra nào quan sát; "
            "BINH Trần Thị Bình 46/46 buổi được tính đều đúng giờ; không có lần kiểm tra nào quan sát; "
            "DUC Lê Văn Đức 46/46 buổi được tính đều đúng giờ; không có lần kiểm tra nào quan sát");
  EXPECT_THAT(notes(proposed), HasSubstr("ít nhất 80% số buổi phải làm được tính"));
}

TEST_F(PraiseRoutes, SayOnEveryFormThatTheListIsInternal) {
  EXPECT_THAT(notes(list("praise")), HasSubstr("Nội bộ – chưa công bố"));
  const auto csv = hr_.get("/api/v1/lists/praise.csv?unit=SNV&period=2026-07");
  EXPECT_THAT(csv.body, HasSubstr("Nội bộ – chưa công bố"));
  EXPECT_THAT(csv.field("content-disposition"), HasSubstr("noi-bo"));
}

TEST_F(PraiseRoutes, AreKeptAsTheyStoodWhenTheHeadReleasedThem) {
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  EXPECT_TRUE(releases(an).empty());
  const auto released = release(binh_, R"(["BINH","DUC"])");
  ASSERT_EQ(released.status, 201) << released.body;

  ASSERT_EQ(releases(an).size(), 1U);
  EXPECT_EQ(releases(an).at(0).at("released_by"), "binh");
  EXPECT_EQ(releases(an).at(0).at("basis"), "Quyết định 45/QĐ-SNV");
  const auto path = "/api/v1/praise/" + json::serialize(releases(an).at(0).at("no")) + "/list.";
  // What comes later changes nothing of it.
  server_.import("corrections",
                 "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,"
                 "decided_by,decision_reason,paper\n"
                 "DUC,,2026-07-02,sáng,in_at,08:00,,,other,Đến muộn,approved,Trần Thị Bình,,\n");
  EXPECT_THAT(rows(list("praise"), {"staff_code"}), Not(HasSubstr("DUC")));
  const auto kept = json::parse(an.get(path + "json").body);
  EXPECT_EQ(rows(kept, {"staff_code", "full_name", "status"}),
            "BINH Trần Thị Bình Đã công bố; DUC Lê Văn Đức Đã công bố");
  EXPECT_THAT(notes(kept), HasSubstr("căn cứ: Quyết định 45/QĐ-SNV"));
  EXPECT_THAT(notes(kept), Not(HasSubstr("Nội bộ")));
  EXPECT_THAT(an.get(path + "csv").body, HasSubstr("Lê Văn Đức"));
}

TEST_F(PraiseRoutes, AreReadByTheStaffOfTheUnitAlone) {
  ASSERT_EQ(release(binh_, R"(["BINH","DUC"])").status, 201);
  const auto path = "/api/v1/praise/" + json::serialize(releases(binh_).at(0).at("no")) + "/list.json";
  auto em = server_.sign_in("em", R"("staff_code":"EM")");
  EXPECT_TRUE(releases(em).empty());
  EXPECT_EQ(em.get(path).status, 404);
  EXPECT_EQ(em.get("/api/v1/praise/x/list.json").status, 404);
  auto chi = server_.sign_in("chi", R"("staff_code":"CHI")");  // the head above
  EXPECT_EQ(chi.get(path).status, 200);
}

TEST_F(PraiseRoutes, AreReleasedByWhoAnswersForTheUnitAndLookedAtThem) {
  auto em = server_.sign_in("em", R"("staff_code":"EM")");
  EXPECT_EQ(release(em, R"(["BINH","DUC"])").status, 404);
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  EXPECT_EQ(release(an, R"(["BINH","DUC"])").status, 403);
  EXPECT_EQ(release(binh_, R"(["CHI","BINH","DUC"])", "SNV").status, 404);
  EXPECT_EQ(release(binh_, R"(["BINH"])").status, 409);
  EXPECT_EQ(release(binh_, R"(["BINH","DUC"])", "CCVC", "").status, 422);
  EXPECT_EQ(release(em, "[]", "SYT").status, 422);
  EXPECT_TRUE(releases(hr_).empty());
}

}  // namespace
}  // namespace badge::test
