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

TEST(PageAnswers, AStateSaysThatACheckIsOpenAndItsFigures) {
  EntranceState state{morning, true, {{"cong-a-1", "cong-a", true}}};
  EXPECT_THAT(state_event(state, on_loopback()), Not(HasSubstr("check")));
  state.readers[0].check = OpenCheck{"7f0c11aa-40", std::chrono::seconds(0), 12, 1};
  EXPECT_THAT(state_event(state, on_loopback()),
              HasSubstr(R"("hears":true,"check":{"ref":"7f0c11aa-40","shown":12,"without_badge":1}})"));
}

// ---- keys of an open check ----

constexpr std::string_view counts = "/check?reader=cong-a-1&check=7f0c11aa-40&key=without_badge";

PageRequest press_of(std::string_view target = counts) {
  return {"POST", target, "127.0.0.1:8090", "", "http://127.0.0.1:8090", "same-origin", "1"};
}

TEST(PageAnswers, AKeyIsForTheCheckThatThePageShowed) {
  const auto page = answer(press_of(), on_loopback());
  EXPECT_EQ(page.press, (CheckPress{CheckPress::Key::without_badge, "cong-a-1", "7f0c11aa-40"}));
  EXPECT_EQ(answer(press_of("/check?key=end&check=7f0c11aa-40&reader=r"), on_loopback()).press,
            (CheckPress{CheckPress::Key::end, "r", "7f0c11aa-40"}));
  EXPECT_EQ(answer(press_of("/check?key=undo&check=c&reader=r"), on_loopback()).press->key,
            CheckPress::Key::undo);
  for (const auto* target : {"/check", "/check?", "/check?reader=r&check=c", "/check?key=open&reader=r"}) {
    const auto refused = answer(press_of(target), on_loopback());
    EXPECT_FALSE(refused.press) << target;
    EXPECT_THAT(refused.text, StartsWith("HTTP/1.1 400 ")) << target;
  }
}

TEST(PageAnswers, APageOfAnotherOriginPressesNoKey) {
  const auto refused = [](auto change) {
    auto request = press_of();
    change(request);
    const auto page = answer(request, on_loopback());
    EXPECT_FALSE(page.press);
    return page.text.substr(0, 12);
  };
  EXPECT_EQ(refused([](auto& r) { r.asked_by = ""; }), "HTTP/1.1 403") << "a form can send a POST";
  EXPECT_EQ(refused([](auto& r) { r.fetch_site = "cross-site"; }), "HTTP/1.1 403");
  EXPECT_EQ(refused([](auto& r) { r.fetch_site = "same-site"; }), "HTTP/1.1 403")
      << "another port is another origin";
  const auto without_site = [&](std::string_view origin) {
    return refused([&](auto& r) { r.fetch_site = "", r.origin = origin; });
  };
  for (const auto* origin : {"", "null", "http://evil.example", "http://127.0.0.1:8091", "http://127.0.0.1"})
    EXPECT_EQ(without_site(origin), "HTTP/1.1 403") << origin;
  EXPECT_EQ(refused([](auto& r) { r.host = "evil.example"; }), "HTTP/1.1 421");
  EXPECT_EQ(refused([](auto& r) { r.method = "GET"; }), "HTTP/1.1 405") << "an image presses nothing";
  EXPECT_EQ(refused([](auto& r) { r.method = "OPTIONS"; }), "HTTP/1.1 405");
  auto old_browser = press_of();
  old_browser.fetch_site = "";
  EXPECT_TRUE(answer(old_browser, on_loopback()).press);
}

TEST(PageAnswers, AKeyHearsWhatBecameOfIt) {
  EXPECT_THAT(press_answer(Pressed::done), StartsWith("HTTP/1.1 204 "));
  EXPECT_THAT(press_answer(Pressed::no_such_check), StartsWith("HTTP/1.1 409 "));
  EXPECT_THAT(press_answer(Pressed::nothing_to_undo), StartsWith("HTTP/1.1 409 "));
  EXPECT_THAT(press_answer(Pressed::not_recorded), StartsWith("HTTP/1.1 503 "));
}

}  // namespace
}  // namespace badge::bridge::test
