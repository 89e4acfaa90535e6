#include "firmware-bridge/page_answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/firmware-bridge/facts.hpp"

namespace badge::bridge::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

DisplayConfig on_loopback() {
  DisplayConfig display;
  display.listen = ListenAddress{.address = "127.0.0.1", .port = 8090};
  display.title = "Cổng A";
  return display;
}

PageAnswer get(std::string_view target, std::string_view host = "127.0.0.1:8090",
               const DisplayConfig& display = on_loopback()) {
  return answer({"GET", target, host, ""}, display);
}

TEST(PageAnswers, AreThePageAndItsFilesUnderAStrictPolicy) {
  for (const auto* target : {"/", "/?entrance=cong-a", "/page.js", "/page.css", "/icon.svg"}) {
    const auto page = get(target);
    EXPECT_FALSE(page.is_stream);
    EXPECT_THAT(page.text, StartsWith("HTTP/1.1 200 OK\r\n")) << target;
    EXPECT_THAT(page.text, HasSubstr("Content-Security-Policy: default-src 'none';")) << target;
  }
  EXPECT_THAT(get("/").text, HasSubstr("Content-Type: text/html; charset=utf-8"));
  EXPECT_THAT(get("/").text, Not(HasSubstr("<style"))) << "the policy would refuse it";
}

TEST(PageAnswers, AFileThatTheBrowserHasIsNotSentAgain) {
  const auto first = get("/page.js").text;
  const auto at = first.find("ETag: ") + 6;
  const auto etag = first.substr(at, first.find("\r\n", at) - at);
  const auto again = answer({"GET", "/page.js", "localhost", etag}, on_loopback()).text;
  EXPECT_THAT(again, StartsWith("HTTP/1.1 304 Not Modified\r\n"));
  EXPECT_TRUE(again.ends_with("\r\n\r\n"));
}

TEST(PageAnswers, NothingElseIsThere) {
  EXPECT_THAT(get("/bridge.token").text, StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(get("/../site.toml").text, StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(answer({"POST", "/", "127.0.0.1", ""}, on_loopback()).text, StartsWith("HTTP/1.1 405 "));
}

TEST(PageAnswers, APageOfSomebodyElseThatHasItsNamePointHereReadsNothing) {
  for (const auto* host : {"evil.example", "evil.example:8090", "127.evil.example", ""}) {
    EXPECT_THAT(get("/events", host).text, StartsWith("HTTP/1.1 421 ")) << host;
    EXPECT_FALSE(get("/events", host).is_stream) << host;
  }
  for (const auto* host : {"127.0.0.1:8090", "localhost:8090", "[::1]:8090"}) {
    EXPECT_TRUE(get("/events", host).is_stream) << host;
  }
  auto proxied = on_loopback();
  proxied.behind_proxy = true;
  EXPECT_TRUE(get("/events", "cong-a.example.vn", proxied).is_stream);
}

TEST(PageAnswers, ATapCarriesItsWordsAndItsLookAndNothingElse) {
  const RecordedTap tap{
      card("04A1B2C3D4E5F6"), {BadgeState::active, "N. V. An"}, morning, ClockState::synchronised};
  EXPECT_EQ(tap_event("cong-a", recorded(tap, on_loopback())),
            "event: tap\ndata: {\"entrance\":\"cong-a\",\"look\":\"recorded\",\"said\":\"Đã ghi nhận 07:37\","
            "\"person\":\"N. V. A.\",\"concern\":\"\"}\n\n");
  EXPECT_THAT(tap_event("cong-a", not_recorded()), HasSubstr("\"look\":\"refused\""));
  auto unknown = tap;
  unknown.badge = {};
  EXPECT_THAT(tap_event("cong-a", recorded(unknown, on_loopback())), HasSubstr("\"look\":\"attention\""));
}

TEST(PageAnswers, AStateSaysTheOfficesTimeAndWhichReadersHear) {
  const EntranceState state{morning, false, {{"cong-a-1", "cong-a", true}, {"cong-a-2", "cong-a", false}}};
  const auto text = state_event(state, on_loopback());
  EXPECT_THAT(text, StartsWith("event: state\ndata: {\"version\":\""));
  EXPECT_THAT(text, HasSubstr("\"title\":\"Cổng A\",\"now\":\"2026-07-09T07:37\",\"recording\":false"));
  EXPECT_THAT(text, HasSubstr("{\"id\":\"cong-a-2\",\"entrance\":\"cong-a\",\"hears\":false}"));
}

}  // namespace
}  // namespace badge::bridge::test
