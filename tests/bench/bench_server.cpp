#include "tests/bench/bench_server.hpp"

#include <stdexcept>

namespace badge::bench {
namespace {

constexpr const char* password = "mưa rơi nhẹ đêm";

}  // namespace

ServerConfig config_in(const std::filesystem::path& folder) {
  ServerConfig config;
  config.address = "127.0.0.1";
  config.data = folder / "var";
  config.papers = {"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};
  return config;
}

test::HttpAnswer expect_ok(test::HttpAnswer answer) {
  if (answer.status < 200 || answer.status > 299) throw std::runtime_error(answer.body);
  return answer;
}

std::string member(const std::string& json, const std::string& name) {
  const auto key = '"' + name + "\":\"";
  const auto from = json.find(key) + key.size();
  return json.substr(from, json.find('"', from) - from);
}

void add_login(const Application& application, test::HttpClient& administrator, const std::string& login) {
  const auto added = expect_ok(administrator.post("/api/v1/logins", login));
  expect_ok(test::HttpClient(application.port())
                .post("/api/v1/password", R"({"token":")" + member(added.body, "invitation") +
                                              R"(","password":")" + password + "\"}"));
}

test::HttpClient sign_in(const Application& application, const std::string& name) {
  const auto answer =
      expect_ok(test::HttpClient(application.port())
                    .post("/api/v1/session", R"({"name":")" + name + R"(","password":")" + password + "\"}"));
  const auto set = answer.field("set-cookie");
  return {application.port(),
          {{}, {{"Cookie", set.substr(0, set.find(';'))}, {"Sec-Fetch-Site", "same-origin"}}}};
}

}  // namespace badge::bench
