// What a client may not do to the server, tried over a real socket.
#include <gtest/gtest.h>

#include "server/http/limits.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using test::member;
using test::RawConnection;
using test::TestServer;

class Limits : public testing::Test {
 protected:
  /// The status line and all the rest of the answer to these bytes, until the server closes.
  std::string answer_to(const std::string& bytes) {
    RawConnection connection(server.port());
    connection.send(bytes);
    auto answer = connection.read_to_end();
    EXPECT_TRUE(connection.closed());
    return answer;
  }
  std::string with_token() const {
    return "Host: x\r\nAuthorization: Bearer " + server.admin_token() + "\r\n";
  }

  TestServer server;
};

int answers_in(const std::string& text) {
  int count = 0;
  for (auto at = text.find("\r\nDate: "); at != std::string::npos; at = text.find("\r\nDate: ", at + 1))
    ++count;
  return count;
}

constexpr auto smuggled = "GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_F(Limits, ATransferEncodingIsRefusedAndWhatFollowsIsNotARequest) {
  const auto answer =
      answer_to("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                std::string(smuggled));
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 411 ")) << answer;
  EXPECT_EQ(answers_in(answer), 1) << answer;
}

TEST_F(Limits, ATransferEncodingBesideALengthIsRefused) {
  const auto answer = answer_to(
      "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: "
      "chunked\r\n\r\n0\r\n\r\n" +
      std::string(smuggled));
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 4")) << answer;
  EXPECT_EQ(answers_in(answer), 1) << answer;
}

TEST_F(Limits, TwoLengthsAreRefusedEvenIfEqual) {
  for (const auto* second : {"2", "40"}) {
    const auto answer =
        answer_to("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: " +
                  std::string(second) + "\r\n\r\n{}" + smuggled);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << answer;
    EXPECT_EQ(answers_in(answer), 1) << answer;
  }
}

TEST_F(Limits, ALengthThatIsNoNumberIsRefused) {
  for (const auto* length : {"+2", "-2", "2, 2", "0x2", "two", "99999999999999999999999"}) {
    const auto answer =
        answer_to("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::string(length) +
                  "\r\n\r\n{}" + smuggled);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << length << '\n' << answer;
    EXPECT_EQ(answers_in(answer), 1) << answer;
  }
}

TEST_F(Limits, ARequestNamesExactlyOneHost) {
  EXPECT_TRUE(answer_to("GET /api/v1/health HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(
      answer_to("GET /api/v1/health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

TEST_F(Limits, AnOversizeHeaderIsRefused) {
  const auto answer = answer_to(
      "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(header_bytes_max, 'a') + "\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 431 ")) << answer.substr(0, 200);
}

TEST_F(Limits, ABodyLargerThanItsRouteTakesIsRefusedBeforeItIsSent) {
  const auto answer =
      answer_to("POST /api/v1/tokens HTTP/1.1\r\n" + with_token() + "Content-Length: 65537\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 413 ")) << answer;
}

TEST_F(Limits, ABodyIsNotReadFromWhoMayNotSendIt) {
  const auto answer = answer_to("POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 401 ")) << answer;
}

TEST_F(Limits, AGetTakesNoBody) {
  const auto answer = answer_to("GET /api/v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 413 ")) << answer;
}

TEST_F(Limits, WhatIsNotHttpIsToldSo) {
  EXPECT_TRUE(answer_to("hello there\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(
      answer_to("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(
      answer_to("GET /a/../b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(answer_to("GET http://x/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .starts_with("HTTP/1.1 400 "));
}

TEST_F(Limits, AWaitingClientIsToldToGoOn) {
  RawConnection connection(server.port());
  connection.send("POST /api/v1/tokens HTTP/1.1\r\n" + with_token() +
                  "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(connection.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  connection.send("{}");
  EXPECT_TRUE(connection.read_until("\r\n\r\n").starts_with("HTTP/1.1 422 "));
}

TEST_F(Limits, ManyRequestsShareOneConnection) {
  auto client = server.anybody();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(client.get("/api/v1/health").status, 200);
  EXPECT_EQ(client.get("/api/v1/nothing").status, 404);  // a refusal without a body keeps it too
  EXPECT_EQ(client.get("/api/v1/health").status, 200);
  EXPECT_EQ(client.connections(), 1);
}

TEST_F(Limits, RequestsSentAtOnceAreAnsweredInOrder) {
  RawConnection connection(server.port());
  connection.send(
      "GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\nGET /api/v1/nothing HTTP/1.1\r\nHost: x\r\n"
      "Connection: close\r\n\r\n");
  const auto answers = connection.read_to_end();
  EXPECT_LT(answers.find("HTTP/1.1 200 "), answers.find("HTTP/1.1 404 "));
  EXPECT_EQ(answers_in(answers), 2);
}

TEST_F(Limits, EveryRefusalIsAProblemDocument) {
  auto client = server.anybody();
  for (const auto* path : {"/api/v1/nothing", "/api/v1/status", "/no-such-file.js"}) {
    const auto answer = client.get(path);
    EXPECT_EQ(answer.field("content-type"), "application/problem+json") << path;
    EXPECT_TRUE(member(answer.body, "type").starts_with("urn:chuyen-can:")) << answer.body;
    EXPECT_EQ(member(answer.body, "status"), std::to_string(answer.status));
    EXPECT_FALSE(member(answer.body, "title").empty());
  }
  const auto wrong_method = client.send("DELETE", "/api/v1/health");
  EXPECT_EQ(wrong_method.status, 405);
  EXPECT_EQ(wrong_method.field("allow"), "GET");
}

}  // namespace
}  // namespace badge::http
