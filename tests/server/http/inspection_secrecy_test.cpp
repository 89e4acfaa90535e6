// Until an inspection begins, nothing that the server says tells its unit of it.
#include <map>
#include <set>

#include "server/http/router.hpp"
#include "tests/server/http/inspection_office.hpp"

namespace badge::test {
namespace {

using InspectionSecrecy = InspectionFixture;

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
         "?unit=SNV&staff=AN&code=AN&month=2026-07&date=2026-07-09&from=2026-01-01&to=2026-12-31&year=2026&q="
         "An";
}

/// What a route says of it: status, body, and every field but the clock.
std::string said(HttpClient& client, const std::string& target) {
  const auto answer = client.get(target);
  auto text = std::to_string(answer.status) + answer.body;
  for (const auto& [name, value] : answer.fields) {
    if (name != "date" && name != "set-cookie") text += name + ':' + value + '\n';
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
  const auto first = ask_everything(), second = ask_everything();
  prepare();
  write(
      kha_, "prepared",
      R"({"unit_code":"SNV","basis":"order","ordered_by":"Chủ tịch","form":"unannounced","team":"group","checklists":"badge"})",
      id('b'));
  write(kha_, "dropped", R"({"reason":"hoãn"})", id('b'));
  const auto prepared = ask_everything();
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

}  // namespace
}  // namespace badge::test
