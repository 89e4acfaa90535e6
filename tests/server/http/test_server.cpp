#include "tests/server/http/test_server.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

namespace badge::test {
namespace {

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

std::string token_of(const HttpAnswer& answer) {
  if (answer.status != 201) throw std::runtime_error("no token: " + answer.body);
  return member(answer.body, "token");
}

}  // namespace

TestServer::TestServer(ServerConfig config) {
  config.address = "127.0.0.1";
  config.data = folder_.path() / "var";
  admin_token_ = make_first_administrator(config).value();
  application_ = std::make_unique<Application>(config);
}

std::string TestServer::add_bridge(const std::string& name) {
  return token_of(admin().post("/api/v1/bridges", R"({"name":")" + name + R"("})"));
}

std::string TestServer::add_token(const std::string& name, const std::string& role, const std::string& unit) {
  return token_of(admin().post(
      "/api/v1/tokens", R"({"name":")" + name + R"(","role":")" + role + R"(","unit":")" + unit + R"("})"));
}

void TestServer::import(const std::string& kind, const std::string& csv) {
  const auto answer = admin().post("/api/v1/imports/" + kind + "?file=" + kind + ".csv", csv, "text/csv");
  ASSERT_EQ(answer.status, 200) << answer.body;
}

HttpClient TestServer::browser(const std::string& cookie) const {
  return HttpClient(port(), {{}, {{"Cookie", cookie}, {"Sec-Fetch-Site", "same-origin"}}});
}

HttpClient TestServer::sign_in(const std::string& name, const std::string& about) {
  const auto added = admin().post("/api/v1/logins", R"({"name":")" + name + R"(",)" + about + "}");
  EXPECT_EQ(added.status, 201) << added.body;
  const auto invitation = member(added.body, "invitation");
  const std::string secret(password);
  const auto set = anybody().post("/api/v1/password",
                                  R"({"token":")" + invitation + R"(","password":")" + secret + R"("})");
  EXPECT_EQ(set.status, 200) << set.body;
  const auto opened =
      anybody().post("/api/v1/session", R"({"name":")" + name + R"(","password":")" + secret + R"("})");
  EXPECT_EQ(opened.status, 204) << opened.body;
  return browser(cookie_of(opened));
}

std::string cookie_of(const HttpAnswer& answer) {
  const auto set = answer.field("set-cookie");
  return set.substr(0, set.find(';'));
}

std::string TestStream::batch(const std::vector<std::string>& uids, ClockState clock) {
  std::vector<Shown> shown;
  for (const auto& uid : uids) shown.push_back({uid, now()});
  return batch_of(shown, clock);
}

std::string TestStream::batch_of(const std::vector<Shown>& shown, ClockState clock) {
  BatchHead head{"ignored", stream_, mark_, now(), {}};
  auto body = encode(head) + '\n';
  for (const auto& [uid, at] : shown) {
    Tap tap{"door-1", "door", Direction::both, Credential::parse(uid).value(), at, 0, "00000000", clock,
            {},       {}};
    const auto line = encode(Entry{mark_.seq + 1, std::move(tap)});
    mark_ = {mark_.seq + 1, chain(mark_.digest, line)};
    body += line + '\n';
  }
  return body;
}

std::string member(const std::string& json, const std::string& key) {
  const auto document = boost::json::parse(json);
  const auto* value = document.as_object().if_contains(key);
  if (value == nullptr) return {};
  return value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
}

}  // namespace badge::test
