// An inspection from its preparation to the repair that is accepted, and who may know of it when.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::int64_t ms_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// SNV > VP with An, Châu and Dung, Bình at the head of SNV; SYT with Em at its head; TTR with the
/// inspectors.
struct Office : TestServer {
  Office() {
    import("units",
           "code,name,kind,parent_code,valid_from,valid_to\nTINH,Ủy ban nhân dân tỉnh,tỉnh,,2020-01-01,\n"
           "SNV,Sở Nội vụ,sở,TINH,2020-01-01,\nVP,Văn phòng,phòng,SNV,2020-01-01,\n"
           "SYT,Sở Y tế,sở,TINH,2020-01-01,\nTTR,Phòng Kiểm tra,phòng,TINH,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "AN,Nguyễn Văn An,VP,Chuyên viên,công chức,2020-01-01,\n"
           "CHAU,Lê Quốc Châu,VP,Chuyên viên,công chức,2020-01-01,\n"
           "DUNG,Phạm Thu Dung,VP,Văn thư,công chức,2020-01-01,\n"
           "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n"
           "EM,Vũ Văn Em,SYT,Giám đốc,công chức,2020-01-01,\n"
           "KHA,Đỗ Minh Kha,TTR,Trưởng phòng,công chức,2020-01-01,\n"
           "LAN,Hồ Thị Lan,TTR,Chuyên viên,công chức,2020-01-01,\n");
    import("heads",
           "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,,QĐ 1\n"
           "SYT,EM,head,2020-01-01,,QĐ 2\n");
  }
};

class InspectionRoutes : public testing::Test {
 protected:
  static std::string id(char digit) { return std::string(32, digit); }
  std::string new_id() {
    auto text = std::to_string(++drawn_);
    return std::string(32 - text.size(), '0') + text;
  }

  /// One step; its fate.
  json::object write(HttpClient& client, const std::string& kind, const std::string& fields,
                     const std::string& file = std::string(32, 'a')) {
    return write_as(new_id(), client, kind, fields, file);
  }
  json::object write_as(const std::string& step, HttpClient& client, const std::string& kind,
                        const std::string& fields, const std::string& file = std::string(32, 'a')) {
    const auto answer =
        client.post("/api/v1/inspections/steps",
                    R"({"steps":[{"id":")" + step + R"(","file":")" + file + R"(","kind":")" + kind +
                        R"(","at":)" + std::to_string(ms_now()) + R"(,"fields":)" + fields + "}]}");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).at("steps").at(0).as_object();
  }
  static std::string reason(const json::object& fate) {
    return fate.at("taken").as_bool() ? "taken" : std::string(fate.at("reason").as_string());
  }
  void prepare(const std::string& more = {}) {
    ASSERT_EQ(reason(write(kha_, "prepared",
                           R"({"unit_code":"SNV","basis":"plan","form":"unannounced","team":"group",)"
                           R"("checklists":"badge+hours")" +
                               more + "}")),
              "taken");
    write(kha_, "joined", R"({"login":"kha","full_name":"Đỗ Minh Kha","role":"leader"})");
    write(kha_, "joined", R"({"login":"lan","full_name":"Hồ Thị Lan","role":"member"})");
  }
  void start() {
    prepare();
    ASSERT_EQ(reason(write(kha_, "started", "{}")), "taken");
  }
  static json::object opened(HttpClient& client, const std::string& file = std::string(32, 'a')) {
    const auto answer = client.get("/api/v1/inspections/" + file);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object();
  }
  static json::object person(const json::object& inspection, std::string_view code) {
    for (const auto& one : inspection.at("people").as_array()) {
      if (one.at("staff_code").as_string() == code) return one.as_object();
    }
    ADD_FAILURE() << code << " is not on the list";
    return {};
  }

  int drawn_ = 0;
  Office server_;
  HttpClient kha_ = server_.sign_in("kha", R"("staff_code":"KHA","grants":[{"role":"inspector","unit":""}])");
  HttpClient lan_ = server_.sign_in("lan", R"("staff_code":"LAN")");
  HttpClient binh_ = server_.sign_in("binh", R"("staff_code":"BINH")");
  HttpClient em_ = server_.sign_in("em", R"("staff_code":"EM")");
  HttpClient an_ = server_.sign_in("an", R"("staff_code":"AN")");
};

TEST_F(InspectionRoutes, NobodyKnowsOfAnInspectionBeforeItsStartButWhoMakesIt) {
  prepare();
  EXPECT_EQ(opened(kha_).at("state").as_string(), "prepared");
  EXPECT_EQ(opened(lan_).at("unit_name").as_string(), "Sở Nội vụ") << "she is of the team";
  auto other =
      server_.sign_in("hai", R"("grants":[{"role":"inspector","unit":"SNV"},{"role":"hr","unit":""}])");
  for (auto* client : {&binh_, &em_, &an_, &other}) {
    const auto hidden = client->get("/api/v1/inspections/" + id('a'));
    const auto missing = client->get("/api/v1/inspections/" + id('b'));
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.body, missing.body);
    EXPECT_EQ(client->get("/api/v1/inspections").body, R"({"inspections":[]})");
    EXPECT_EQ(reason(write(*client, "dropped", R"({"reason":"x"})")), "not_found");
    EXPECT_EQ(reason(write(*client, "dropped", R"({"reason":"x"})", id('b'))), "not_found");
  }
  ASSERT_EQ(reason(write(kha_, "started", "{}")), "taken");
  EXPECT_EQ(opened(binh_).at("state").as_string(), "started");
  EXPECT_EQ(opened(other).at("state").as_string(), "started") << "inspectors of the unit";
  EXPECT_EQ(em_.get("/api/v1/inspections/" + id('a')).status, 404) << "of another unit";
  EXPECT_EQ(an_.get("/api/v1/inspections/" + id('a')).status, 404) << "no finding names her";
}

TEST_F(InspectionRoutes, NumbersTellNothingOfWhatIsBeingPrepared) {
  prepare();
  write(kha_, "prepared",
        R"({"unit_code":"SYT","basis":"plan","form":"announced","team":"group","checklists":"badge"})",
        id('b'));
  write(kha_, "joined", R"({"login":"kha","full_name":"Đỗ Minh Kha","role":"leader"})", id('b'));
  ASSERT_EQ(reason(write(kha_, "started", "{}", id('b'))), "taken");
  EXPECT_THAT(std::string(opened(em_, id('b')).at("number").as_string()), testing::StartsWith("1/"));
}

TEST_F(InspectionRoutes, TheStartFreezesWhoIsOnTheListAndWhoAnswersForTheUnit) {
  start();
  server_.import("absences",
                 "staff_code,kind,from,to,sessions,paper,reported_at\nCHAU,annual_leave,2020-01-01,2037-01-"
                 "01,,GNP 12,\n");
  const auto inspection = opened(kha_);
  EXPECT_EQ(inspection.at("people").as_array().size(), 4U) << "all of SNV and below";
  EXPECT_EQ(inspection.at("head").at("full_name").as_string(), "Trần Thị Bình");
  const auto chau = person(inspection, "CHAU");
  EXPECT_NE(chau.at("presence").as_string(), "away") << "the paper came later";
  EXPECT_EQ(chau.at("late_paper").at("paper").as_string(), "GNP 12");
  EXPECT_TRUE(person(inspection, "AN").at("late_paper").is_null());
}

TEST_F(InspectionRoutes, TheSameStepDeliveredTwiceIsOne) {
  start();
  const auto step = new_id();
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(reason(write_as(step, lan_, "marked", R"({"staff_code":"AN","observed":"not_worn"})")),
              "taken");
  }
  const auto an = person(opened(kha_), "AN");
  EXPECT_EQ(an.at("words").as_array().size(), 1U);
  EXPECT_EQ(an.at("holds").as_string(), "not_worn");
}

TEST_F(InspectionRoutes, InspectorsWhoDisagreeSettleItBeforeTheEnd) {
  start();
  write(lan_, "marked", R"({"staff_code":"AN","observed":"not_worn"})");
  write(kha_, "marked", R"({"staff_code":"AN","observed":"worn"})");
  const auto an = person(opened(kha_), "AN");
  EXPECT_TRUE(an.at("disputed").as_bool());
  const std::string end = R"({"unit_view":"","signed_by":"Trần Thị Bình, Giám đốc","copies":"2"})";
  EXPECT_EQ(reason(write(kha_, "ended", end)), "disputed");
  std::string both;
  for (const auto& word : an.at("words").as_array()) {
    both += (both.empty() ? "" : "+") + std::string(word.at("id").as_string());
  }
  const auto settled =
      R"({"staff_code":"AN","observed":"not_worn","over":")" + both + R"(","reason":"xem lại"})";
  EXPECT_EQ(reason(write(lan_, "settled", settled)), "not_yours") << "she does not lead";
  EXPECT_EQ(reason(write(kha_, "settled", settled)), "taken");
  EXPECT_EQ(person(opened(kha_), "AN").at("holds").as_string(), "not_worn");
  EXPECT_EQ(reason(write(kha_, "ended", R"({"unit_view":"","copies":"2"})")), "nobody_signed");
  EXPECT_EQ(reason(write(kha_, "ended", end)), "taken");
  EXPECT_EQ(reason(write(lan_, "marked", R"({"staff_code":"CHAU","observed":"worn"})")), "taken")
      << "her phone was offline; what it holds is taken";
}

TEST_F(InspectionRoutes, AFindingIsFollowedUntilItsCaseIsClosed) {
  start();
  write(kha_, "marked", R"({"staff_code":"AN","observed":"not_worn"})");
  const std::string finding = R"("finding":")" + id('f') + '"';
  EXPECT_EQ(reason(write(kha_, "found",
                         "{" + finding + R"(,"list":"badge","text":"Không đeo thẻ","due":"2020-01-31"})")),
            "taken");
  EXPECT_EQ(reason(write(kha_, "named", "{" + finding + R"(,"staff_code":"AN"})")), "taken");
  const auto state = [&](HttpClient& client) {
    return std::string(opened(client).at("findings").at(0).at("state").as_string());
  };
  EXPECT_EQ(state(binh_), "overdue");
  EXPECT_EQ(opened(binh_).at("findings").at(0).at("head").at("staff_code").as_string(), "BINH");

  const auto own = opened(an_);
  EXPECT_FALSE(own.at("whole").as_bool());
  EXPECT_EQ(own.at("people").as_array().size(), 1U) << "of others nothing";
  EXPECT_EQ(reason(write(an_, "viewed", "{" + finding + R"(,"of":"person","text":"Tôi quên thẻ"})")),
            "taken");
  EXPECT_EQ(reason(write(an_, "viewed", "{" + finding + R"(,"of":"head","text":"x"})")), "not_yours");
  EXPECT_EQ(reason(write(an_, "repaired", "{" + finding + R"(,"text":"x"})")), "not_yours");
  EXPECT_EQ(reason(write(em_, "repaired", "{" + finding + R"(,"text":"x"})")), "not_found");

  EXPECT_EQ(reason(write(kha_, "reviewed", "{" + finding + R"(,"accepted":"yes"})")), "nothing_to_review");
  EXPECT_EQ(reason(write(binh_, "repaired", "{" + finding + R"(,"text":"Đã nhắc nhở"})")), "taken");
  EXPECT_EQ(state(kha_), "repair_waits");
  EXPECT_EQ(reason(write(binh_, "reviewed", "{" + finding + R"(,"accepted":"yes"})")), "not_yours");
  EXPECT_EQ(reason(write(kha_, "reviewed", "{" + finding + R"(,"accepted":"yes"})")), "taken");
  EXPECT_EQ(state(kha_), "mended");
  EXPECT_EQ(reason(write(kha_, "closed", "{" + finding + "}")), "case_has_gaps");
  EXPECT_EQ(reason(write(binh_, "handled",
                         "{" + finding +
                             R"(,"outcome":"within_competence","cause":"chủ quan","who":"Nguyễn Văn An",)"
                             R"("head_part":"chưa nhắc nhở","measure":"phê bình"})")),
            "taken");
  EXPECT_EQ(reason(write(kha_, "closed", "{" + finding + "}")), "taken");
  EXPECT_EQ(state(kha_), "closed");
}

TEST_F(InspectionRoutes, AnInspectionOfEveryBasisAndFormCountsForItsPlan) {
  const auto plan = id('9');
  EXPECT_EQ(
      reason(write(kha_, "plan_stated",
                   R"({"number":"94/KH-SNV","issuer":"Sở Nội vụ","issued_on":"2026-01-11","year":"2026"})",
                   plan)),
      "taken");
  EXPECT_EQ(reason(write(kha_, "plan_line", R"({"line":"1","unit_kind":"sở","count":"2"})", plan)), "taken");
  EXPECT_EQ(reason(write(lan_, "plan_line", R"({"line":"1","unit_kind":"sở","count":"9"})", plan)),
            "not_found");
  prepare(R"(,"plan":")" + plan + '"');
  const auto done = [&] {
    return json::parse(kha_.get("/api/v1/inspection-plans").body).at("plans").at(0).at("done").as_int64();
  };
  EXPECT_EQ(done(), 0) << "it has not begun";
  write(kha_, "started", "{}");
  EXPECT_EQ(done(), 1);
}

TEST_F(InspectionRoutes, WhoSentFeedbackIsHiddenFromTheUnit) {
  EXPECT_EQ(reason(write(kha_, "received",
                         R"({"kind":"reflection","received_on":"2026-07-01","unit_code":"SNV",)"
                         R"("subject":"Cán bộ không đeo thẻ","sender":"Ông Tám"})",
                         id('c'))),
            "taken");
  EXPECT_THAT(kha_.get("/api/v1/feedback").body, HasSubstr("Ông Tám"));
  EXPECT_EQ(binh_.get("/api/v1/feedback").status, 403);
  prepare(R"(,"feedback":")" + id('c') + '"');
  write(kha_, "started", "{}");
  EXPECT_THAT(json::serialize(opened(binh_)), Not(HasSubstr(id('c'))));
  EXPECT_EQ(opened(kha_).at("feedback").as_string(), id('c'));

  EXPECT_EQ(
      reason(write(
          kha_, "received",
          R"({"kind":"denunciation","received_on":"2026-07-02","number":"12/TC","body":"Thanh tra tỉnh",)"
          R"("subject":"bí mật","sender":"Bà Chín","unit_code":"SNV"})",
          id('d'))),
      "taken");
  EXPECT_THAT(kha_.get("/api/v1/feedback").body,
              Not(testing::AnyOf(HasSubstr("bí mật"), HasSubstr("Bà Chín"))));
}

TEST_F(InspectionRoutes, ABadFieldIsNamed) {
  const auto fate =
      write(kha_, "prepared",
            R"({"unit_code":"SNV","basis":"whim","form":"announced","team":"group","checklists":"badge"})");
  EXPECT_EQ(fate.at("field").as_string(), "basis");
  EXPECT_EQ(
      reason(write(
          kha_, "prepared",
          R"({"unit_code":"XX","basis":"plan","form":"announced","team":"group","checklists":"badge"})")),
      "no_such_unit");
  EXPECT_EQ(
      reason(write(
          em_, "prepared",
          R"({"unit_code":"SNV","basis":"own","form":"announced","team":"group","checklists":"badge"})")),
      "no_such_unit")
      << "what is not theirs is not there";
  EXPECT_EQ(
      reason(write(
          em_, "prepared",
          R"({"unit_code":"SYT","basis":"own","form":"announced","team":"group","checklists":"badge"})")),
      "taken")
      << "a head inspects their own unit";
}

}  // namespace
}  // namespace badge::test
