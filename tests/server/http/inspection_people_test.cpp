// What an inspection says of single people: whose badge a reader saw, and each one's inspection part.
#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>
#include <chrono>
#include <iomanip>
#include <sstream>

#include "reader-config/tap/tap_wire.hpp"
#include "tests/server/http/inspection_office.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  std::ostringstream text;
  text << static_cast<int>(date.year()) << '-' << std::setfill('0') << std::setw(2)
       << static_cast<unsigned>(date.month()) << '-' << std::setw(2) << static_cast<unsigned>(date.day());
  return text.str();
}

/// Badges of the inspector Kha, of Em (an inspector of none of this), and of three people of VP.
class InspectionPeople : public InspectionFixture {
 protected:
  InspectionPeople() {
    server_.import("badges",
                   "staff_code,uid,valid_from,valid_to,state\nKHA,04000001,2020-01-01,,active\n"
                   "EM,04000002,2020-01-01,,active\nAN,04000003,2020-01-01,,active\n"
                   "CHAU,04000004,2020-01-01,,active\nLAN,04000006,2020-01-01,,active\n");
  }
  /// What a portable reader saw `ago`, in a stream of this name: the first badge opens the check.
  void check(char stream, const std::vector<std::string>& uids, std::chrono::minutes ago = {}) {
    const auto at = Instant(std::chrono::milliseconds(ms_now())) - ago;
    std::string body = encode(BatchHead{"may-kt", std::string(32, stream), {}, at, {}}) + "\n";
    std::uint64_t seq = 0;
    for (const auto& uid : uids) {
      const BadgeShown shown{.reader = "may-kt-1",
                             .check_ref = std::string(8, stream) + "-1",
                             .credential = Credential::parse(uid).value(),
                             .at = at,
                             .monotonic_ms = 0,
                             .boot = "1f0c9a3e",
                             .clock = ClockState::synchronised,
                             .offset_ms = 0};
      body += encode(Entry{++seq, shown}) + "\n";
    }
    auto bridge = server_.as(bridge_);
    const auto answer = bridge.post("/api/v1/bridge/batches", body, "application/x-ndjson");
    EXPECT_EQ(answer.status, 200) << answer.body;
  }
  json::value shown(HttpClient& client, std::string_view code) {
    return person(opened(client), code).at("badge_shown");
  }
  /// Of this year, which is the one in which the inspection begins.
  static HttpAnswer part(HttpClient& client, const std::string& staff) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto year = std::to_string(static_cast<int>(std::chrono::year_month_day(today).year()));
    return client.get("/api/v1/inspections/person?staff=" + staff + "&from=" + year + "-01-01&to=" + year +
                      "-12-31");
  }
  static json::object first_of(HttpClient& client, const std::string& staff) {
    const auto answer = part(client, staff);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).at("inspections").at(0).as_object();
  }
  std::string bridge_ = server_.add_bridge("may-kt");
};

TEST_F(InspectionPeople, ABadgeThatAReaderOfTheTeamSawIsShownAndNotWorn) {
  start();
  EXPECT_TRUE(shown(kha_, "AN").is_null());
  check('a', {"04000001", "04000003"});
  EXPECT_TRUE(shown(kha_, "AN").is_string());
  EXPECT_TRUE(shown(kha_, "CHAU").is_null());
  EXPECT_TRUE(person(opened(kha_), "AN").at("holds").is_null()) << "only an inspector says worn";
  EXPECT_EQ(opened(kha_).at("wearing").at("observed").as_int64(), 0);
  check('b', {"04000006", "04000004"});
  EXPECT_TRUE(shown(kha_, "CHAU").is_string()) << "Lan has no role, but is of the team";
}

TEST_F(InspectionPeople, ChecksOfOthersAndOfAnotherHourShowNothing) {
  start();
  check('a', {"04000002", "04000003"});
  EXPECT_TRUE(shown(kha_, "AN").is_null()) << "Em neither inspects nor is of the team";
  check('b', {"04000001", "04000003"}, std::chrono::minutes(10));
  EXPECT_TRUE(shown(kha_, "AN").is_null()) << "before the start";
}

TEST_F(InspectionPeople, APersonsPartSaysWhatWasSeenOfThem) {
  prepare();
  EXPECT_THAT(part(an_, "AN").body, HasSubstr(R"("inspections":[])")) << "nothing before the start";
  write(kha_, "started", "{}");
  EXPECT_TRUE(first_of(an_, "AN").at("observed").is_null()) << "nobody looked yet";
  write(kha_, "marked", R"({"staff_code":"AN","observed":"not_worn"})");
  EXPECT_EQ(first_of(an_, "AN").at("observed").as_string(), "not_worn");
  EXPECT_TRUE(first_of(an_, "AN").at("listed").as_bool());
  write(lan_, "marked", R"({"staff_code":"AN","observed":"worn"})");
  EXPECT_TRUE(first_of(an_, "AN").at("observed").is_null());
  EXPECT_TRUE(first_of(an_, "AN").at("disputed").as_bool()) << "what is disputed is said of nobody";
}

TEST_F(InspectionPeople, APersonsPartSaysWhatNamesThemAndWhatBecameOfIt) {
  start();
  const std::string finding = R"({"finding":")" + id('f') + '"';
  write(kha_, "found", finding + R"(,"list":"badge","text":"Không đeo thẻ"})");
  write(kha_, "named", finding + R"(,"staff_code":"AN"})");
  EXPECT_EQ(reason(write(kha_, "handled",
                         finding + R"(,"outcome":"within_competence","cause":"chủ quan","who":"An",)"
                                   R"("head_part":"chưa nhắc nhở","measure":"phê bình"})")),
            "taken");
  write(kha_, "carried", finding + R"(,"staff_code":"AN","period":"2026"})");
  const auto named = first_of(binh_, "AN").at("findings").at(0).as_object();
  EXPECT_EQ(named.at("text").as_string(), "Không đeo thẻ");
  EXPECT_EQ(named.at("outcome").as_string(), "within_competence");
  EXPECT_EQ(named.at("measure").as_string(), "phê bình");
  EXPECT_EQ(named.at("carried"), json::parse(R"(["2026"])"));
  EXPECT_TRUE(first_of(binh_, "CHAU").at("findings").as_array().empty()) << "it is theirs whom it names";
}

TEST_F(InspectionPeople, AColleaguesPartIsAsNobodys) {
  start();
  EXPECT_EQ(part(an_, "CHAU").status, 404);
  EXPECT_EQ(part(an_, "CHAU").body, part(an_, "NOBODY").body);
  EXPECT_EQ(part(em_, "AN").body, part(em_, "NOBODY").body) << "nor is it for the head of another unit";
  EXPECT_EQ(part(kha_, "AN").status, 200);
  EXPECT_EQ(kha_.get("/api/v1/inspections/person?staff=AN&from=2026-07-01&to=2026-06-01").status, 422);
}

TEST_F(InspectionPeople, ABadgeThatWasReportedLostTodayIsVerifiedAsLost) {
  const auto state = [&] {
    const auto answer = kha_.get("/api/v1/inspections/badge?text=AN");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return std::string(json::parse(answer.body).at("badges").at(0).at("state").as_string());
  };
  EXPECT_EQ(state(), "active");
  auto admin = server_.admin();
  const auto held = json::parse(admin.get("/api/v1/badges?staff=AN").body).at("badges").at(0);
  const auto tomorrow = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + 31h);
  const json::object change{{"card", held.at("card")}, {"state", "lost"}, {"from", day_text(tomorrow)}};
  const auto done =
      admin.post("/api/v1/badges", json::serialize(json::object{{"staff_code", "AN"}, {"change", change}}));
  ASSERT_EQ(done.status, 204) << done.body;
  EXPECT_EQ(state(), "lost") << "the doors stop it already";
}

TEST_F(InspectionPeople, TheNumberOfABadgeThatIsVerifiedIsInNoLog) {
  server_.import("card_numbers",
                 "staff_code,number,valid_from,valid_to\nAN,H10.12.001234567890.CC,2020-01-01,\n");
  EXPECT_EQ(kha_.get("/api/v1/inspections/badge?text=H10.12.001234567890.CC").status, 200);
  auto auditor = server_.sign_in("thu", R"("grants":[{"role":"auditor"}])");
  const auto log = auditor.get("/api/v1/audit?staff=AN").body;
  EXPECT_THAT(log, HasSubstr("/api/v1/inspections/badge"));
  EXPECT_THAT(log, Not(HasSubstr("001234567890")));
}

TEST_F(InspectionPeople, WhoInspectsFindsPeopleByTheNumberOnTheirBadgesWhileItIsUnderWay) {
  server_.import("card_numbers",
                 "staff_code,number,valid_from,valid_to\nAN,H10.12.001234567890.CC,2020-01-01,\n"
                 "CHAU,SNV-0007,2020-01-01,2020-12-31\nDUNG,SNV-0008,2020-01-01,\n");
  start();
  const auto number = [&](HttpClient& client, std::string_view code) {
    return person(opened(client), code).at("badge_number");
  };
  for (auto* inspector : {&kha_, &lan_}) {
    EXPECT_EQ(number(*inspector, "AN"), "H10.12.••••••••7890.CC");
    EXPECT_EQ(number(*inspector, "DUNG"), "SNV-0008");
    EXPECT_TRUE(number(*inspector, "CHAU").is_null()) << "it holds no longer";
  }
  EXPECT_TRUE(number(binh_, "AN").is_null()) << "the head inspects nobody";
  write(kha_, "ended", R"({"unit_view":"","signed_by":"Trần Thị Bình","copies":"2"})");
  EXPECT_TRUE(number(kha_, "AN").is_null()) << "nobody is looked for any more";
}

}  // namespace
}  // namespace badge::test
