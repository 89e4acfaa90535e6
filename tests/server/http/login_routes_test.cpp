// People with a name and a password: invited, signed in, limited to what their roles open, signed out by a
// change.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

/// SNV with An, and with Bình at its head from 2020; SYT with Chi. All in the province tinh.
class Logins : public testing::Test {
 protected:
  Logins() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\ntinh,UBND tỉnh,tỉnh,,2020-01-01,\n"
                   "SNV,Sở Nội vụ,sở,tinh,2020-01-01,\nSYT,Sở Y tế,sở,tinh,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
                   "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n"
                   "CHI,Lê Thị Chi,SYT,Chuyên viên,công chức,2020-01-01,\n");
    server_.import("heads",
                   "unit_code,staff_code,role,valid_from,valid_to,paper\n"
                   "SNV,BINH,head,2020-01-01,,QĐ 1\nSYT,BINH,delegated,2020-01-01,2020-12-31,UQ 2\n");
  }

  HttpAnswer add(const std::string& name, const std::string& about) {
    return server_.admin().post("/api/v1/logins", R"({"name":")" + name + R"(",)" + about + "}");
  }
  HttpAnswer sign_in(const std::string& name, const std::string& password) {
    return server_.anybody().post("/api/v1/session",
                                  R"({"name":")" + name + R"(","password":")" + password + R"("})");
  }
  HttpAnswer answer(const std::string& invitation, const std::string& password) {
    return server_.anybody().post("/api/v1/password",
                                  R"({"token":")" + invitation + R"(","password":")" + password + R"("})");
  }
  const std::string good_ = std::string(TestServer::password);
  TestServer server_;
};

TEST_F(Logins, SetTheirOwnPasswordByAnInvitationOnce) {
  const auto added = add("an", R"("staff_code":"AN")");
  ASSERT_EQ(added.status, 201) << added.body;
  const auto invitation = member(added.body, "invitation");
  EXPECT_EQ(member(added.body, "page"), "/#/invitation/" + invitation);
  EXPECT_EQ(sign_in("an", good_).status, 401) << "there is no password yet";
  const auto whose = server_.anybody().post("/api/v1/invitation", R"({"token":")" + invitation + R"("})");
  EXPECT_EQ(member(whose.body, "name"), "an");
  EXPECT_EQ(answer(invitation, "ngắn quá").status, 422);
  EXPECT_EQ(answer(invitation, good_).status, 200);
  EXPECT_EQ(answer(invitation, good_ + "!").status, 404) << "it was used";
  EXPECT_EQ(sign_in("an", good_).status, 204);
  EXPECT_EQ(sign_in("an", good_ + "!").status, 401);
}

TEST_F(Logins, AreToldApartByNobodyWhoGuesses) {
  static_cast<void>(server_.sign_in("an", R"("staff_code":"AN")"));
  const auto wrong = sign_in("an", "không phải mật khẩu"),
             nobody = sign_in("khong-ai", "không phải mật khẩu");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(nobody.status, 401);
  EXPECT_EQ(wrong.body, nobody.body);
}

TEST_F(Logins, WaitAfterTooManyWrongPasswords) {
  static_cast<void>(server_.sign_in("an", R"("staff_code":"AN")"));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("an", "không phải mật khẩu").status, 401);
  const auto waiting = sign_in("an", good_);
  EXPECT_EQ(waiting.status, 429);
  EXPECT_NE(waiting.field("retry-after"), "");
  EXPECT_EQ(sign_in("khong-ai", "không phải mật khẩu").status, 401) << "others do not wait";
}

TEST_F(Logins, OfStaffOpenTheirOwnRecordsAndNobodyElses) {
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  EXPECT_EQ(an.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 200);
  EXPECT_EQ(an.get("/api/v1/why?staff=AN&date=2026-07-09").status, 200);
  EXPECT_EQ(an.get("/api/v1/reports/leave?staff=AN&year=2026").status, 200);
  for (const auto* other :
       {"/api/v1/reports/person?staff=BINH&month=2026-07", "/api/v1/why?staff=BINH&date=2026-07-09",
        "/api/v1/reports/leave?staff=BINH&year=2026", "/api/v1/reports/leave?unit=SNV&year=2026"}) {
    const auto refused = an.get(other);
    EXPECT_EQ(refused.status, 404) << other;
    EXPECT_THAT(refused.body, Not(HasSubstr("Bình"))) << other;
  }
  EXPECT_EQ(an.get("/api/v1/reports/units?month=2026-07").status, 403);
}

TEST_F(Logins, OfAHeadOpenTheUnitOnTheDaysThatThePaperSays) {
  auto binh = server_.sign_in("binh", R"("staff_code":"BINH")");
  const auto units = json::parse(binh.get("/api/v1/reports/units?month=2026-07").body).as_object();
  ASSERT_EQ(units.at("rows").as_array().size(), 1U);
  EXPECT_EQ(units.at("rows").as_array()[0].as_object().at("unit_code").as_string(), "SNV");
  EXPECT_EQ(binh.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 200);
  for (const auto* beyond :
       {"/api/v1/reports/person?staff=CHI&month=2026-07", "/api/v1/why?staff=CHI&date=2026-07-09",
        "/api/v1/reports/units?unit=SYT&month=2026-07", "/api/v1/reports/people?unit=SYT&month=2026-07",
        "/api/v1/reports/papers?unit=SYT&month=2026-07", "/api/v1/reports/leave?staff=CHI&year=2026"}) {
    const auto nobody = std::string(beyond).replace(std::string(beyond).find("CHI") != std::string::npos
                                                        ? std::string(beyond).find("CHI")
                                                        : std::string(beyond).find("SYT"),
                                                    3, "KHONG");
    const auto refused = binh.get(beyond);
    EXPECT_EQ(refused.status, 404) << beyond << ": delegated in 2020 only";
    EXPECT_EQ(refused.body, binh.get(nobody).body) << "who exists cannot be told from who does not";
  }
}

TEST_F(Logins, OfAHeadWhosePaperEndsLoseTheUnitWithTheNextRequestAndKeepTheirSession) {
  auto binh = server_.sign_in("binh", R"("staff_code":"BINH")");
  EXPECT_EQ(binh.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 200);
  server_.import(
      "heads",
      "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,2020-12-31,QĐ 1\n");
  EXPECT_EQ(binh.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 404);
  EXPECT_EQ(binh.get("/api/v1/reports/units?month=2026-07").status, 403);
  EXPECT_EQ(binh.get("/api/v1/reports/person?staff=BINH&month=2026-07").status, 200);
  EXPECT_EQ(binh.connections(), 1);
}

TEST_F(Logins, OfWhoBecomesAHeadOpenTheUnitWithTheNextRequest) {
  auto chi = server_.sign_in("chi", R"("staff_code":"CHI")");
  EXPECT_EQ(chi.get("/api/v1/reports/units?month=2026-07").status, 403);
  server_.import("heads",
                 "unit_code,staff_code,role,valid_from,valid_to,paper\nSYT,CHI,acting,2020-01-01,,QĐ 3\n");
  const auto units = json::parse(chi.get("/api/v1/reports/units?month=2026-07").body).as_object();
  ASSERT_EQ(units.at("rows").as_array().size(), 1U);
  EXPECT_EQ(units.at("rows").as_array()[0].as_object().at("unit_code").as_string(), "SYT");
}

TEST_F(Logins, OfWhoLeavesTheRosterOpenNothingMore) {
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  EXPECT_EQ(an.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 200);
  const auto withdrawn =
      server_.admin().post("/api/v1/imports/staff?file=staff.csv&withdraw=true",
                           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                           "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n",
                           "text/csv");
  ASSERT_EQ(withdrawn.status, 200) << withdrawn.body;
  EXPECT_EQ(an.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 403);
}

TEST_F(Logins, MayHaveSeveralRolesEachForItsUnits) {
  auto lan = server_.sign_in("lan", R"("grants":[{"role":"hr","unit":"SYT"},)"
                                    R"({"role":"timekeeper","unit":"SNV","to":"2020-12-31"}])");
  EXPECT_EQ(lan.get("/api/v1/reports/person?staff=CHI&month=2026-07").status, 200);
  EXPECT_EQ(lan.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 404) << "that role is over";
  const auto who = json::parse(lan.get("/api/v1/session").body).as_object();
  EXPECT_EQ(who.at("grants").as_array().size(), 2U);
  EXPECT_EQ(who.at("grants").as_array()[1].as_object().at("to").as_string(), "2020-12-31");
}

TEST_F(Logins, AreSignedOutWhenTheirRolesChangeOrTheyAreDisabled) {
  auto lan = server_.sign_in("lan", R"("grants":[{"role":"hr","unit":"SYT"}])");
  EXPECT_EQ(server_.admin()
                .send("PUT", "/api/v1/logins/lan/grants", R"({"grants":[{"role":"hr","unit":"SNV"}]})",
                      {{"Content-Type", "application/json"}})
                .status,
            204);
  EXPECT_EQ(lan.get("/api/v1/session").status, 401);
  auto again = server_.browser(cookie_of(sign_in("lan", good_)));
  EXPECT_EQ(again.get("/api/v1/reports/person?staff=AN&month=2026-07").status, 200);
  EXPECT_EQ(server_.admin().send("DELETE", "/api/v1/logins/lan").status, 204);
  EXPECT_EQ(again.get("/api/v1/session").status, 401);
  EXPECT_EQ(sign_in("lan", good_).status, 401);
  EXPECT_EQ(add("lan", R"("grants":[{"role":"hr"}])").status, 422) << "a name is never used again";
}

TEST_F(Logins, ChangeTheirPasswordByTheOldOne) {
  auto here = server_.sign_in("an", R"("staff_code":"AN")");
  auto elsewhere = server_.browser(cookie_of(sign_in("an", good_)));
  const auto change = [&](const std::string& from, const std::string& to) {
    return here
        .send("PUT", "/api/v1/session/password", R"({"old":")" + from + R"(","new":")" + to + R"("})",
              {{"Content-Type", "application/json"}})
        .status;
  };
  EXPECT_EQ(change("không phải mật khẩu", "một mật khẩu khác"), 401);
  EXPECT_EQ(change(good_, "ngắn"), 422);
  EXPECT_EQ(change(good_, "một mật khẩu khác"), 204);
  EXPECT_EQ(here.get("/api/v1/session").status, 200);
  EXPECT_EQ(elsewhere.get("/api/v1/session").status, 401);
  EXPECT_EQ(sign_in("an", good_).status, 401);
  EXPECT_EQ(sign_in("an", "một mật khẩu khác").status, 204);
}

TEST_F(Logins, ReplaceAnInvitationByANewOne) {
  const auto first = member(add("an", R"("staff_code":"AN")").body, "invitation");
  const auto second = member(server_.admin().post("/api/v1/logins/an/invitation", "{}").body, "invitation");
  EXPECT_EQ(answer(first, good_).status, 404);
  EXPECT_EQ(answer(second, good_).status, 200);
}

TEST_F(Logins, AreRefusedWithWhatIsWrong) {
  const auto refusal = [&](const std::string& name, const std::string& about) {
    const auto refused = add(name, about);
    EXPECT_EQ(refused.status, 422) << refused.body;
    return member(refused.body, "title");
  };
  EXPECT_THAT(refusal("Nguyễn An", R"("staff_code":"AN")"), HasSubstr("chữ thường không dấu"));
  EXPECT_THAT(refusal("an", R"("staff_code":"KHONG")"), HasSubstr("Không có ai mang mã"));
  EXPECT_THAT(refusal("an", R"("staff_code":"")"), HasSubstr("ít nhất một quyền"));
  EXPECT_THAT(refusal("an", R"("grants":[{"role":"hr","unit":"KHONG"}])"), HasSubstr("Không có đơn vị"));
  EXPECT_THAT(refusal("an", R"("grants":[{"role":"vua"}])"), HasSubstr("not known"));
  EXPECT_THAT(refusal("an", R"("grants":[{"role":"head","unit":"SNV"}])"), HasSubstr("không cấp bằng tay"));
  EXPECT_THAT(refusal("an", R"("grants":[{"role":"administrator","unit":"SNV"}])"),
              HasSubstr("không giới hạn"));
  EXPECT_THAT(refusal("an", R"("grants":[{"role":"hr","from":"2026-07-09","to":"2026-07-08"}])"),
              HasSubstr("trước ngày bắt đầu"));
  ASSERT_EQ(add("an", R"("staff_code":"AN")").status, 201);
  EXPECT_EQ(add("an2", R"("staff_code":"AN")").status, 422) << "one login a person";
}

TEST_F(Logins, SignedInAnewHaveANewCookieAndTheOldOneIsOver) {
  auto an = server_.sign_in("an", R"("staff_code":"AN")");
  const auto again = an.post("/api/v1/session", R"({"name":"an","password":")" + good_ + R"("})");
  EXPECT_EQ(again.status, 204);
  EXPECT_EQ(an.get("/api/v1/session").status, 401) << "the cookie of before";
  EXPECT_EQ(server_.browser(cookie_of(again)).get("/api/v1/session").status, 200);
}

}  // namespace
}  // namespace badge::test
