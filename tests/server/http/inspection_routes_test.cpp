// An inspection from its preparation to the repair that is accepted, and who may know of it when.
#include <gmock/gmock.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "server/store/sqlite.hpp"
#include "tests/server/http/inspection_office.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;
using testing::Not;

using InspectionRoutes = InspectionFixture;

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

TEST_F(InspectionRoutes, WhoWasNotObservedIsInNoRate) {
  start();
  const std::string days = "?from=2026-01-01&to=2037-01-01";
  const auto results = [&](HttpClient& client, const std::string& query) {
    const auto answer = client.get("/api/v1/inspections/results" + query);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body);
  };
  EXPECT_TRUE(results(binh_, days).at("total").at("worn_permille").is_null()) << "neither 0 % nor 100 %";
  write(kha_, "marked", R"({"staff_code":"AN","observed":"worn"})");
  write(kha_, "marked", R"({"staff_code":"CHAU","observed":"not_worn"})");
  const auto all = results(kha_, days + "&unit=TINH");
  EXPECT_EQ(all.at("total").at("worn").as_int64(), 1);
  EXPECT_EQ(all.at("total").at("observed").as_int64(), 2);
  EXPECT_EQ(all.at("total").at("listed").as_int64(), 4);
  EXPECT_EQ(all.at("total").at("worn_permille").as_int64(), 500);
  EXPECT_EQ(all.at("people").at(0).at("staff_code").as_string(), "CHAU");
  EXPECT_EQ(results(binh_, days + "&unit=SNV").at("total"), all.at("total"));
  EXPECT_EQ(em_.get("/api/v1/inspections/results" + days + "&unit=SNV").status, 404) << "another unit's head";
  EXPECT_EQ(results(em_, days).at("inspections").as_int64(), 0);
}

TEST_F(InspectionRoutes, WhatOtherSystemsSayStandsBesideTheQuarterBefore) {
  server_.import("indicators",
                 "unit_code,period,indicator,value,source_paper\nSNV,2026-Q3,dossiers_late,4,BC 12\n"
                 "SNV,2026-Q2,dossiers_late,7,BC 8\nSYT,2026-Q3,online_service_percent,62.5,BC 12\n");
  const std::string path = "/api/v1/inspections/indicators?period=2026-Q3";
  const auto all = json::parse(kha_.get(path).body);
  EXPECT_EQ(all.at("before").as_string(), "2026-Q2");
  const auto& snv = all.at("units").at(0).at("figures").at("dossiers_late");
  EXPECT_EQ(json::serialize(snv),
            R"({"now":4,"before":7,"difference":-3,"paper":"BC 12","paper_before":"BC 8"})");
  EXPECT_EQ(all.at("sums").at("dossiers_late").at("now").as_int64(), 4);
  EXPECT_THAT(kha_.get(path + "&unit=SYT").body, HasSubstr(R"("now":625)"));
  EXPECT_THAT(em_.get(path).body, Not(HasSubstr("dossiers_late"))) << "another unit's head";
  EXPECT_EQ(em_.get(path + "&unit=SNV").body, em_.get(path + "&unit=KHONG").body);
  EXPECT_EQ(em_.get(path + "&unit=SNV").status, 404);
  for (const auto* period : {"", "?period=2026-Q5", "?period=2026-07-01"})
    EXPECT_EQ(kha_.get(std::string("/api/v1/inspections/indicators") + period).status, 422) << period;
}

TEST_F(InspectionRoutes, AHeadOfADivisionSeesItsPartAlone) {
  server_.import("heads",
                 "unit_code,staff_code,role,valid_from,valid_to,paper\nVP,CHAU,head,2020-01-01,,QĐ 3\n");
  auto chau = server_.sign_in("chau", R"("staff_code":"CHAU")");
  start();
  write(kha_, "marked", R"({"staff_code":"AN","observed":"not_worn"})");
  write(kha_, "marked", R"({"staff_code":"BINH","observed":"not_worn"})");
  write(kha_, "found", R"({"finding":")" + id('f') + R"(","list":"postings","text":"Chưa niêm yết"})");
  const auto answer = chau.get("/api/v1/inspections/results?from=2026-01-01&to=2037-01-01");
  EXPECT_THAT(answer.body, HasSubstr("Nguyễn Văn An"));
  EXPECT_THAT(answer.body, Not(HasSubstr("Trần Thị Bình")));
  EXPECT_THAT(answer.body, HasSubstr(R"("kinds":[])")) << "the finding is of the unit above";
  const auto duty = [](const HttpAnswer& results, const char* list) {
    const auto body = json::parse(results.body);
    return std::string(body.at("units").at(0).at("duties").at(list).at("state").as_string());
  };
  EXPECT_EQ(duty(answer, "postings"), "not_checked");
  EXPECT_EQ(duty(answer, "badge"), "not_kept") << "An wore none";
  const auto whole = kha_.get("/api/v1/inspections/results?unit=TINH&from=2026-01-01&to=2037-01-01");
  EXPECT_EQ(duty(whole, "postings"), "open");
}

TEST_F(InspectionRoutes, ABadgeIsVerifiedByItsNumberItsQrOrTheCodeOfItsHolder) {
  server_.import("card_numbers",
                 "staff_code,number,valid_from,valid_to\nAN,H10.12.001234567890.CC,2020-01-01,\n"
                 "CHAU,H10.12.001234567891.CC,2020-01-01,2020-12-31\n");
  server_.import("badges", "staff_code,uid,valid_from,valid_to,state\nAN,04A1B2C3D4E5F6,2020-01-01,,lost\n");
  const auto verified = [&](HttpClient& client, const std::string& text) {
    return client.get("/api/v1/inspections/badge?text=" + text);
  };
  for (const auto* text : {"H10.12.001234567890.CC", "8431%7CNguyễn+Văn+An%7CH10.12.001234567890.CC", "AN"}) {
    const auto answer = verified(kha_, text);
    ASSERT_EQ(answer.status, 200) << text << answer.body;
    const auto badge = json::parse(answer.body);
    EXPECT_EQ(badge.at("full_name").as_string(), "Nguyễn Văn An") << text;
    EXPECT_EQ(badge.at("badges").at(0).at("state").as_string(), "lost");
    EXPECT_THAT(answer.body, Not(HasSubstr("001234567890")));
  }
  EXPECT_FALSE(json::parse(verified(kha_, "H10.12.001234567891.CC").body).at("number_in_force").as_bool());
  EXPECT_EQ(verified(kha_, "H10.12.999999999999.CC").status, 404);
  EXPECT_EQ(verified(kha_, std::string(600, 'x')).status, 422);
  auto other = server_.sign_in("hai", R"("grants":[{"role":"inspector","unit":"SYT"}])");
  EXPECT_EQ(verified(other, "AN").body, verified(other, "NOBODY").body) << "of another unit as of nobody";
}

TEST_F(InspectionRoutes, ATeamVerifiesBadgesOfTheUnitAsLongAsItIsThere) {
  const auto badge = [&](const char* code) {
    return lan_.get(std::string("/api/v1/inspections/badge?text=") + code).status;
  };
  prepare();
  EXPECT_EQ(badge("AN"), 404) << "it has not begun";
  write(kha_, "started", "{}");
  EXPECT_EQ(badge("AN"), 200);
  EXPECT_EQ(badge("EM"), 404) << "of another unit";
  EXPECT_EQ(an_.get("/api/v1/inspections/badge?text=CHAU").status, 404) << "who is inspected verifies nobody";
  ASSERT_EQ(reason(write(kha_, "ended", R"({"signed_by":"Trần Thị Bình","copies":"2"})")), "taken");
  EXPECT_EQ(badge("AN"), 404);
}

TEST_F(InspectionRoutes, WhoReadARecordForAnInspectionIsToldFromItsStartOn) {
  prepare();
  EXPECT_EQ(kha_.get("/api/v1/inspections/badge?text=AN&inspection=" + id('a')).status, 200);
  const auto told = [&] {
    const auto entries = json::parse(an_.get("/api/v1/own/reads").body).at("entries").as_array();
    return std::ranges::count_if(entries, [](const json::value& entry) {
      return entry.at("action").as_string() == "GET /api/v1/inspections/badge";
    });
  };
  EXPECT_EQ(told(), 0);
  auto auditor = server_.sign_in("thu", R"("grants":[{"role":"auditor"}])");
  EXPECT_THAT(auditor.get("/api/v1/audit?staff=AN").body, HasSubstr(id('a'))) << "the auditor knows at once";
  write(kha_, "started", "{}");
  EXPECT_EQ(told(), 1);
}

TEST_F(InspectionRoutes, ACaseThatTurnsOutToBeADenunciationIsErasedButForItsNumber) {
  write(
      kha_, "received",
      R"({"kind":"reflection","received_on":"2026-07-01","unit_code":"SNV","subject":"chuyện kín","sender":"Ông Tám"})",
      id('c'));
  EXPECT_EQ(
      reason(write(
          kha_, "received",
          R"({"kind":"denunciation","received_on":"2026-07-01","number":"12/TC","body":"Thanh tra tỉnh"})",
          id('c'))),
      "taken");
  store::Database kept(server_.data() / "store.db", store::Database::Mode::read_only);
  EXPECT_EQ(kept.number("SELECT count(*) FROM inspection_field WHERE value IN ('chuyện kín', 'Ông Tám')"), 0);
  EXPECT_THAT(kha_.get("/api/v1/feedback").body, HasSubstr("12/TC"));
}

TEST_F(InspectionRoutes, ACaseNotedAndCorrectedInOneRequestIsErasedButForItsNumber) {
  const auto step = [&](const std::string& fields) {
    return R"({"id":")" + new_id() + R"(","file":")" + id('c') + R"(","kind":"received","at":)" +
           std::to_string(ms_now()) + R"(,"fields":)" + fields + "}";
  };
  const auto answer = kha_.post(
      "/api/v1/inspections/steps",
      R"({"steps":[)" + step(R"({"kind":"complaint","received_on":"2026-07-01","subject":"chuyện kín"})") +
          ',' +
          step(R"({"kind":"denunciation","received_on":"2026-07-01","number":"12/TC","body":"Thanh tra"})") +
          "]}");
  EXPECT_THAT(answer.body, Not(HasSubstr("false"))) << answer.body;
  store::Database kept(server_.data() / "store.db", store::Database::Mode::read_only);
  EXPECT_EQ(kept.number("SELECT count(*) FROM inspection_field WHERE value = 'chuyện kín'"), 0);
  EXPECT_EQ(kept.number("SELECT count(*) FROM inspection_field WHERE value = '12/TC'"), 1);
}

TEST_F(InspectionRoutes, WhoLeavesATeamAndComesBackInTheSameSecondIsOfIt) {
  prepare();
  for (int turn = 0; turn < 5; ++turn) {
    write(kha_, "left", R"({"login":"lan","full_name":"Hồ Thị Lan"})");
    write(kha_, "joined", R"({"login":"lan","full_name":"Hồ Thị Lan","role":"member"})");
    EXPECT_EQ(opened(kha_).at("team").as_array().size(), 2U) << turn;
  }
}

}  // namespace
}  // namespace badge::test
