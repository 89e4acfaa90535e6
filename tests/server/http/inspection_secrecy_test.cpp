// Until an inspection begins, nothing that the server says tells its unit of it.
#include <map>
#include <set>

#include "server/http/router.hpp"
#include "tests/server/http/inspection_office.hpp"
#include "tests/server/http/paper_text.hpp"

namespace badge::test {
namespace {

using InspectionSecrecy = InspectionFixture;

/// "2026-07": of the day on which the inspection is prepared.
std::string this_month() {
  const std::chrono::year_month_day today(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  const auto month = static_cast<unsigned>(today.month());
  return std::to_string(static_cast<int>(today.year())) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

/// The pattern with the unit's own things in the place of its {names}.
std::string example_of(std::string path) {
  const std::map<std::string, std::string> examples = {
      {"{unit}", "SNV"}, {"{kind}", "units"}, {"{staff}", "AN"}, {"{file}", std::string(32, 'a')}};
  for (const auto& [name, value] : examples) {
    if (const auto at = path.find(name); at != std::string::npos) path.replace(at, name.size(), value);
  }
  for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
    path.replace(open, path.find('}') - open + 1, "1");
  }
  return path +
         "?unit=SNV&staff=AN&code=AN&month=2026-07&date=2026-07-09&from=2026-01-01&to=2026-12-31&year=2026"
         "&q=An&period=" +
         this_month();
}

/// A paper carries the second at which it was made: its words are compared, and once for both its formats;
/// what a workbook holds is compared as data.
std::string words_of(const HttpAnswer& answer) {
  const auto type = answer.field("content-type");
  if (type == "application/pdf") return text_of(answer);
  return type.find("officedocument") == std::string::npos ? answer.body : std::string();
}

/// What a route says of it: status, body, and every field but the clock.
std::string said(HttpClient& client, const std::string& target) {
  const auto answer = client.get(target);
  auto text = std::to_string(answer.status) + words_of(answer);
  for (const auto& [name, value] : answer.fields) {
    if (name != "date" && name != "set-cookie" && name != "content-length") text += name + ':' + value + '\n';
  }
  return text;
}

TEST_F(InspectionSecrecy, NoRouteOfTheUnitSaysAnythingElseBeforeTheStart) {
  std::map<std::string, HttpClient> people;
  people.emplace("head", std::move(binh_));
  people.emplace("staff", std::move(an_));
  for (const auto* role : {"hr", "timekeeper", "inspector", "guard"}) {
    people.emplace(
        role, server_.sign_in(role, std::string(R"("grants":[{"role":")") + role + R"(","unit":"SNV"}])"));
  }
  using Answers = std::map<std::pair<std::string, std::string>, std::string>;
  const auto ask_everything = [&] {
    Answers answers;
    for (const auto& route : server_.application().router().routes()) {
      if (route.method != "GET" || !route.handler) continue;
      const auto target = example_of(route.pattern);
      for (auto& [role, client] : people) answers[{role, target}] = said(client, target);
    }
    return answers;
  };
  ask_everything();  // what is remembered of a first question is remembered now
  const auto minute = [] {
    return std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now());
  };
  Answers first, second, prepared;
  // Again, with another inspection, where the minute ended meanwhile, which some routes name.
  for (char digit = '1'; digit <= '9'; ++digit) {
    const auto began = minute();
    first = ask_everything();
    second = ask_everything();
    prepare();
    write(
        kha_, "prepared",
        R"({"unit_code":"SNV","basis":"order","ordered_by":"Chủ tịch","form":"unannounced","team":"group","checklists":"badge"})",
        id(digit));
    write(kha_, "dropped", R"({"reason":"hoãn"})", id(digit));
    prepared = ask_everything();
    if (minute() == began) break;
  }
  std::set<std::string> restless;  // say something else each time: the minute, the reading of a log
  for (const auto& [asked, answer] : first) {
    if (answer != second.at(asked)) {
      restless.insert(asked.second.substr(0, asked.second.find('?')));
      continue;
    }
    EXPECT_EQ(prepared.at(asked), answer) << asked.first << ": " << asked.second;
  }
  for (const auto& path : restless) std::printf("says something else each time: %s\n", path.c_str());
  EXPECT_LE(restless.size(), 3U) << "what cannot be compared is not tested";
  ASSERT_EQ(reason(write(kha_, "started", "{}")), "taken");
  EXPECT_NE(ask_everything().at({"head", example_of("/api/v1/inspections")}),
            prepared.at({"head", example_of("/api/v1/inspections")}))
      << "from the start on the unit knows";
}

/// What somebody's open page hears.
class OpenPage {
 public:
  OpenPage(InspectedOffice& server, const std::string& name, const std::string& path) : line_(server.port()) {
    const auto session =
        server.anybody().post("/api/v1/session", R"({"name":")" + name + R"(","password":")" +
                                                     std::string(TestServer::password) + R"("})");
    line_.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nCookie: " + cookie_of(session) + "\r\n\r\n");
    EXPECT_TRUE(line_.read_until("\r\n\r\n").starts_with("HTTP/1.1 200 ")) << name << path;
  }
  /// All of it up to this text, but for what keeps the line alive.
  std::string heard_until(const std::string& text) {
    std::string heard;
    while (!heard.ends_with(text) && !line_.closed()) {
      heard += line_.read_until(text);
      for (auto at = heard.find(":\n\n"); at != std::string::npos; at = heard.find(":\n\n")) {
        heard.erase(at, 3);
      }
    }
    return heard;
  }

 private:
  RawConnection line_;
};

std::string event_of(const std::string& file) {
  return "event: inspection\ndata: {\"file\":\"" + file + "\"}\n\n";
}

TEST_F(InspectionSecrecy, NoPageOfTheUnitHearsOfItBeforeTheStart) {
  server_.import("badges",
                 "staff_code,uid,valid_from,valid_to,state\nAN,04A1B2C3D4E5F6,2020-01-01,,active\n");
  const std::string changes = "/api/v1/live/inspections";
  std::map<std::string, OpenPage> pages;
  for (const auto* role : {"hr", "inspector"}) {
    static_cast<void>(
        server_.sign_in(role, std::string(R"("grants":[{"role":")") + role + R"(","unit":"SNV"}])"));
    pages.try_emplace(role, server_, role, changes);
  }
  pages.try_emplace("binh", server_, "binh", changes);
  OpenPage named(server_, "an", changes), leader(server_, "kha", changes), member(server_, "lan", changes);
  OpenPage taps_of_head(server_, "binh", "/api/v1/live"), taps_of_hr(server_, "hr", "/api/v1/live");

  const std::string visit =
      R"({"unit_code":"SNV","basis":"plan","form":"unannounced","team":"group","checklists":"badge"})";
  write(kha_, "prepared", visit, id('b'));
  write(kha_, "joined", R"({"login":"kha","full_name":"Đỗ Minh Kha","role":"leader"})", id('b'));
  write(kha_, "prepared", visit, id('c'));
  write(kha_, "dropped", R"({"reason":"hoãn"})", id('c'));
  prepare();
  write(binh_, "dropped", R"({"reason":"x"})");  // refused: nobody hears of it
  ASSERT_EQ(reason(write(kha_, "started", "{}")), "taken");
  ASSERT_EQ(reason(write(kha_, "started", "{}", id('b'))), "taken");
  for (auto& [name, page] : pages) {
    EXPECT_EQ(page.heard_until(event_of(id('b'))), event_of(id('a')) + event_of(id('b'))) << name;
  }
  EXPECT_EQ(member.heard_until(event_of(id('a'))), event_of(id('a'))) << "of her own team alone";
  EXPECT_EQ(leader.heard_until(event_of(id('b'))), event_of(id('b'))) << "from the first step on";

  const std::string finding = R"({"finding":")" + id('f') + '"';
  write(kha_, "found", finding + R"(,"list":"badge","text":"Không đeo thẻ"})", id('b'));
  write(kha_, "named", finding + R"(,"staff_code":"AN"})", id('b'));
  EXPECT_EQ(named.heard_until(event_of(id('b'))), event_of(id('b'))) << "whom it names, since then";
  auto bridge = server_.as(server_.add_bridge("cong-a"));
  TestStream stream{'a'};
  EXPECT_EQ(
      bridge.post("/api/v1/bridge/batches", stream.batch({"04A1B2C3D4E5F6"}), "application/x-ndjson").status,
      200);
  for (auto* page : {&taps_of_head, &taps_of_hr}) {
    EXPECT_TRUE(page->heard_until("\n\n").starts_with("event: tap\n"))
        << "the list of taps says nothing else";
  }
}

}  // namespace
}  // namespace badge::test
