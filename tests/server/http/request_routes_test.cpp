// What people explain and ask for, and what those who answer for them decide on it.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

/// SNV > VP; An (VP), Bình (head of VP), Chi (head of SNV), Dung in another office with Em at its head.
class RequestRoutes : public testing::Test {
 protected:
  RequestRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n"
                   "VP,Văn phòng,phòng,SNV,2020-01-01,\nSYT,Sở Y tế,sở,,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "AN,Nguyễn Văn An,VP,Chuyên viên,công chức,2020-01-01,\n"
                   "BINH,Trần Thị Bình,VP,Chánh Văn phòng,công chức,2020-01-01,\n"
                   "CHI,Lê Thị Chi,SNV,Giám đốc,công chức,2020-01-01,\n"
                   "DUNG,Phạm Thị Dung,SYT,Chuyên viên,công chức,2020-01-01,\n"
                   "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2020-01-01,\n");
    server_.import("heads",
                   "unit_code,staff_code,role,valid_from,valid_to,paper\nVP,BINH,head,2020-01-01,,QĐ 1\n"
                   "SNV,CHI,head,2020-01-01,,QĐ 2\nSYT,EM,head,2020-01-01,,QĐ 3\n");
  }
  HttpClient person(const std::string& code) {
    std::string name = code;
    for (auto& c : name) c = static_cast<char>(std::tolower(c));
    return server_.sign_in(name, R"("staff_code":")" + code + '"');
  }
  static json::object lists(HttpClient& client, const std::string& path) {
    const auto answer = client.get(path);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object();
  }
  static std::size_t count(const json::object& lists, std::string_view key) {
    return lists.at(key).as_array().size();
  }
  static std::string text(const json::value& row, std::string_view key) {
    return std::string(row.as_object().at(key).as_string());
  }

  static constexpr auto explanation =
      R"({"date":"2026-07-09","session":"","effect":"present","cause":"forgot_badge","explanation":"để thẻ ở nhà"})";
  static constexpr auto leave =
      R"({"kind":"annual_leave","from":"2026-07-13","to":"2026-07-14","reason":"việc nhà"})";
  static constexpr auto key = R"("staff_code":"AN","date":"2026-07-09","session":"","effect":"present")";

  TestServer server_;
};

TEST_F(RequestRoutes, AnExplanationWaitsForTheHeadAndIsDecidedOnce) {
  auto an = person("AN"), binh = person("BINH");
  ASSERT_EQ(an.post("/api/v1/own/explanations", explanation).status, 204);
  const auto waiting = lists(binh, "/api/v1/waiting");
  ASSERT_EQ(count(waiting, "explanations"), 1U);
  EXPECT_EQ(text(waiting.at("explanations").at(0), "full_name"), "Nguyễn Văn An");
  EXPECT_EQ(text(waiting.at("explanations").at(0), "explanation"), "để thẻ ở nhà");

  const auto decide = std::string("{") + key + R"(,"decision":"approved"})";
  EXPECT_EQ(binh.post("/api/v1/waiting/explanations", decide).status, 204);
  EXPECT_EQ(binh.post("/api/v1/waiting/explanations", decide).status, 404) << "nothing waits any more";
  EXPECT_EQ(count(lists(binh, "/api/v1/waiting"), "explanations"), 0U);
  const auto own = lists(an, "/api/v1/own/requests");
  EXPECT_EQ(text(own.at("explanations").at(0), "decision_text"), "Trần Thị Bình duyệt");
  EXPECT_EQ(an.post("/api/v1/own/explanations", explanation).status, 422)
      << "what was decided is not asked again";
}

TEST_F(RequestRoutes, ARefusalNeedsAReasonAndTellsIt) {
  auto an = person("AN"), binh = person("BINH");
  ASSERT_EQ(an.post("/api/v1/own/explanations", explanation).status, 204);
  const auto refuse = [&](const std::string& reason) {
    return binh.post("/api/v1/waiting/explanations",
                     std::string("{") + key + R"(,"decision":"refused","reason":")" + reason + "\"}");
  };
  const auto without = refuse("");
  EXPECT_EQ(without.status, 422);
  EXPECT_THAT(without.body, HasSubstr("decision_reason"));
  EXPECT_EQ(refuse("không có người xác nhận").status, 204);
  EXPECT_THAT(an.get("/api/v1/own/requests").body, HasSubstr("không có người xác nhận"));
}

TEST_F(RequestRoutes, AnApprovedRequestIsAPaperAndARefusedOneIsNone) {
  auto an = person("AN"), binh = person("BINH");
  ASSERT_EQ(an.post("/api/v1/own/requests", leave).status, 201);
  EXPECT_THAT(an.get("/api/v1/why?staff=AN&date=2026-07-13").body, Not(HasSubstr("nghỉ phép"))) << "not yet";
  const auto waiting = lists(binh, "/api/v1/waiting");
  ASSERT_EQ(count(waiting, "requests"), 1U);
  EXPECT_EQ(text(waiting.at("requests").at(0), "asks"), "nghỉ phép, từ ngày 13/7/2026 đến ngày 14/7/2026");
  EXPECT_EQ(binh.post("/api/v1/waiting/requests/1", R"({"decision":"approved","paper":"GNP 7"})").status,
            204);
  EXPECT_THAT(an.get("/api/v1/why?staff=AN&date=2026-07-13").body, HasSubstr("GNP 7"));
  EXPECT_EQ(text(lists(an, "/api/v1/own/requests").at("requests").at(0), "outcome"), "approved");

  ASSERT_EQ(
      an.post("/api/v1/own/requests", R"({"kind":"sick","from":"2026-07-20","to":"2026-07-20"})").status,
      201);
  EXPECT_EQ(binh.post("/api/v1/waiting/requests/2", R"({"decision":"refused"})").status, 422);
  EXPECT_EQ(
      binh.post("/api/v1/waiting/requests/2", R"({"decision":"refused","reason":"trùng lịch họp"})").status,
      204);
  EXPECT_THAT(an.get("/api/v1/why?staff=AN&date=2026-07-20").body, Not(HasSubstr("\"ốm")));
}

TEST_F(RequestRoutes, ARequestIsHeldAgainstThePapersThatAreThere) {
  auto an = person("AN");
  server_.import(
      "absences",
      "staff_code,kind,from,to,sessions,paper,reported_at\nAN,sick,2026-07-14,2026-07-15,,BHXH 1,\n");
  const auto refused = an.post("/api/v1/own/requests", leave);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("BHXH 1"));
  EXPECT_EQ(
      an.post("/api/v1/own/requests", R"({"kind":"annual_leave","from":"2026-07-14","to":"2026-07-14"})")
          .status,
      422)
      << "it would take the place of the approved one";
  EXPECT_EQ(
      an.post("/api/v1/own/requests", R"({"kind":"dispatch","from":"2026-07-20","to":"2026-07-20"})").status,
      422);
}

TEST_F(RequestRoutes, ARequestIsAskedOnceAndCanBeTakenBack) {
  auto an = person("AN"), binh = person("BINH");
  EXPECT_EQ(an.post("/api/v1/own/requests", leave).status, 201);
  EXPECT_EQ(an.post("/api/v1/own/requests", leave).status, 422) << "pressed twice";
  EXPECT_EQ(binh.send("DELETE", "/api/v1/own/requests/1").status, 404) << "not hers";
  EXPECT_EQ(an.send("DELETE", "/api/v1/own/requests/1").status, 204);
  EXPECT_EQ(an.send("DELETE", "/api/v1/own/requests/1").status, 404);
  EXPECT_EQ(count(lists(binh, "/api/v1/waiting"), "requests"), 0U);
  EXPECT_EQ(binh.post("/api/v1/waiting/requests/1", R"({"decision":"approved"})").status, 404);
}

TEST_F(RequestRoutes, NobodyDecidesOnThemselvesAndTheHeadAboveDoes) {
  auto binh = person("BINH"), chi = person("CHI");
  ASSERT_EQ(binh.post("/api/v1/own/requests", leave).status, 201);
  EXPECT_EQ(count(lists(binh, "/api/v1/waiting"), "requests"), 0U);
  EXPECT_EQ(binh.post("/api/v1/waiting/requests/1", R"({"decision":"approved"})").status, 404);
  EXPECT_EQ(chi.post("/api/v1/waiting/requests/1", R"({"decision":"approved"})").status, 204);
}

TEST_F(RequestRoutes, AHeadOfAnotherUnitSeesAndDecidesNothing) {
  auto an = person("AN"), em = person("EM");
  ASSERT_EQ(an.post("/api/v1/own/explanations", explanation).status, 204);
  ASSERT_EQ(an.post("/api/v1/own/requests", leave).status, 201);
  const auto waiting = lists(em, "/api/v1/waiting");
  EXPECT_EQ(count(waiting, "explanations") + count(waiting, "requests"), 0U);
  const auto decide = [&](const std::string& path, const std::string& body) {
    return em.post(path, body).body;
  };
  EXPECT_EQ(decide("/api/v1/waiting/requests/1", R"({"decision":"approved"})"),
            decide("/api/v1/waiting/requests/99", R"({"decision":"approved"})"));
  EXPECT_EQ(decide("/api/v1/waiting/explanations", std::string("{") + key + R"(,"decision":"approved"})"),
            decide("/api/v1/waiting/explanations",
                   R"({"staff_code":"XX","date":"2026-07-09","effect":"present","decision":"approved"})"));
}

TEST_F(RequestRoutes, AnExplanationSpeaksOfADayThatHasBegunAndOfWhatHappened) {
  auto an = person("AN");
  const auto explain = [&](const std::string& body) { return an.post("/api/v1/own/explanations", body); };
  EXPECT_THAT(explain(R"({"date":"2037-07-09","effect":"present","explanation":"x"})").body,
              HasSubstr("chưa đến ngày này"));
  EXPECT_EQ(explain(R"({"date":"2026-07-09","effect":"absent","explanation":"x"})").status, 422);
  EXPECT_EQ(explain(R"({"date":"2026-07-09","effect":"present","explanation":""})").status, 422);
  EXPECT_THAT(explain(R"({"date":"2026-07-09","effect":"in_at","explanation":"x"})").body,
              HasSubstr("\"at\""));
  EXPECT_EQ(
      explain(R"({"date":"2026-07-09","effect":"present","explanation":"x","staff_code":"BINH"})").status,
      204);
  EXPECT_EQ(count(lists(an, "/api/v1/own/requests"), "explanations"), 1U) << "of oneself, whoever is named";
}

TEST_F(RequestRoutes, AreInTheAuditLogWithThePersonWhomTheyConcern) {
  auto an = person("AN"), binh = person("BINH");
  ASSERT_EQ(an.post("/api/v1/own/requests", leave).status, 201);
  ASSERT_EQ(binh.post("/api/v1/waiting/requests/1", R"({"decision":"approved"})").status, 204);
  auto auditor = server_.sign_in("kiem-toan", R"("grants":[{"role":"auditor"}])");
  EXPECT_THAT(auditor.get("/api/v1/audit?staff=AN&actor=binh").body,
              HasSubstr("POST /api/v1/waiting/requests/{no}"));
}

TEST_F(RequestRoutes, AnOfficerOfAUnitStatesPapersOfItsPeopleAndLearnsOfNobodyElse) {
  auto hr = server_.sign_in("nhan.su", R"("staff_code":"CHI","grants":[{"role":"hr","unit":"VP"}])");
  const auto state = [&](const std::string& kind, const std::string& row) {
    return hr.post("/api/v1/imports/" + kind, R"({"rows":[)" + row + "]}");
  };
  const auto sick = [](const std::string& staff) {
    return R"({"staff_code":")" + staff +
           R"(","kind":"sick","from":"2026-07-14","to":"2026-07-14","sessions":"","paper":"BHXH 2","reported_at":""})";
  };
  EXPECT_EQ(state("absences", sick("AN")).status, 200);
  server_.import(
      "absences",
      "staff_code,kind,from,to,sessions,paper,reported_at\nDUNG,unpaid,2026-07-14,2026-07-15,,BÍ MẬT,\n");
  auto of_somebody = state("absences", sick("DUNG")).body, of_nobody = state("absences", sick("KHAC")).body;
  EXPECT_THAT(of_somebody, Not(HasSubstr("BÍ MẬT")));
  for (auto* body : {&of_somebody, &of_nobody}) {
    for (const auto* code : {"DUNG", "KHAC"}) {
      for (auto at = body->find(code); at != std::string::npos; at = body->find(code))
        body->replace(at, 4, "?");
    }
  }
  EXPECT_EQ(of_somebody, of_nobody);
  EXPECT_EQ(
      state(
          "badges",
          R"({"staff_code":"AN","uid":"04A1B2C3D4E5F6","valid_from":"2026-01-01","valid_to":"","state":"active"})")
          .status,
      403);
}

TEST_F(RequestRoutes, RowsOfAFormAreHeldToTheRulesOfFiles) {
  auto hr = server_.as(server_.add_token("hr", "hr"));
  const auto good =
      R"({"rows":[{"staff_code":"AN","uid":"04A1B2C3D4E5F6","valid_from":"2026-01-01","valid_to":"","state":"active"}]})";
  const auto added = hr.post("/api/v1/imports/badges", good);
  EXPECT_EQ(added.status, 200) << added.body;
  EXPECT_EQ(member(added.body, "added"), "1");
  const auto bad = hr.post("/api/v1/imports/badges", R"({"rows":[{"staff_code":"AN\nBINH","uid":"?"}]})");
  EXPECT_EQ(bad.status, 422);
  EXPECT_THAT(bad.body, HasSubstr("valid_from"));
  EXPECT_EQ(hr.post("/api/v1/imports/badges", R"({"rows":"x"})").status, 422);
  EXPECT_EQ(hr.post("/api/v1/imports/badges", R"({"rows":[1]})").status, 422);
}

}  // namespace
}  // namespace badge::test
