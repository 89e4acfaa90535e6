#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reader-config/tap/tap_wire.hpp"

namespace badge {
namespace {

using std::chrono::milliseconds;

Credential card(std::string_view hex) { return Credential::parse(hex).value(); }
Instant at(std::int64_t ms) { return Instant(milliseconds(ms)); }

Entry tap_entry() {
  return {42, Tap{.reader = "cong-a-1",
                  .entrance = "cong-a",
                  .direction = Direction::both,
                  .credential = card("04A1B2C3D4E5F6"),
                  .at = at(1'783'557'432'100),
                  .monotonic_ms = 4711,
                  .boot = "1f0c9a3e",
                  .clock = ClockState::synchronised,
                  .offset_ms = -12,
                  .check_ref = "7f0c11aa-40"}};
}

TEST(Wire, WritesATapAsTheHeaderSays) {
  EXPECT_EQ(
      encode(tap_entry()),
      R"({"seq":42,"t":"tap","reader":"cong-a-1","entrance":"cong-a","dir":"both","uid":"04A1B2C3D4E5F6",)"
      R"("at":1783557432100,"mono":4711,"boot":"1f0c9a3e","clock":"synchronised","offset":-12,)"
      R"("check":"7f0c11aa-40"})");
}

TEST(Wire, WritesWhatACheckSawAsTheHeaderSays) {
  const BadgeShown shown{.reader = "kiem-tra-1",
                         .check_ref = "7f0c11aa-46",
                         .credential = card("04A1B2C3D4E5F6"),
                         .at = at(1'783'557'432'100),
                         .monotonic_ms = 4711,
                         .boot = "1f0c9a3e",
                         .clock = ClockState::synchronised,
                         .offset_ms = -12};
  EXPECT_EQ(encode(Entry{46, shown}),
            R"({"seq":46,"t":"shown","reader":"kiem-tra-1","check":"7f0c11aa-46","uid":"04A1B2C3D4E5F6",)"
            R"("at":1783557432100,"mono":4711,"boot":"1f0c9a3e","clock":"synchronised","offset":-12})");
  const WithoutBadge one{"cong-a-1", "cong-a", "7f0c11aa-40", at(1'783'557'432'100), 1};
  EXPECT_EQ(encode(Entry{47, one}),
            R"({"seq":47,"t":"without_badge","reader":"cong-a-1","entrance":"cong-a","check":"7f0c11aa-40",)"
            R"("at":1783557432100,"count":1})");
  EXPECT_EQ(encode(Entry{48, WithoutBadge{"kiem-tra-1", "", "7f0c11aa-46", at(1'783'557'432'100), -1}}),
            R"({"seq":48,"t":"without_badge","reader":"kiem-tra-1","check":"7f0c11aa-46",)"
            R"("at":1783557432100,"count":-1})");
}

TEST(Wire, IgnoresUnknownKeysAndTheOrderOfKeys) {
  const auto row =
      decode_row(R"({"new":[1],"at":1783557432100,"cause":"unplugged","t":"deaf","reader":"r","seq":44})");
  EXPECT_EQ(std::get<Entry>(row), (Entry{44, Deaf{"r", at(1'783'557'432'100), "unplugged"}}));
}

TEST(Wire, KeepsTheSeqOfARowThatItCannotRead) {
  const auto row = decode_row(R"({"seq":9,"t":"tap","reader":"r","entrance":"e","dir":"both","uid":"04A1"})");
  EXPECT_EQ(std::get<Unreadable>(row).seq, 9U);
  EXPECT_EQ(std::get<Unreadable>(row).why, "uid: must be 4, 7 or 10 bytes in hexadecimal");
}

TEST(Wire, NamesTheKeyAndTheRuleOfABadRow) {
  const auto why = [](std::string_view line) { return std::get<Unreadable>(decode_row(line)).why; };
  EXPECT_EQ(why("no json"), "is not one JSON object");
  EXPECT_EQ(why(R"({"t":"step"})"), "seq: is missing");
  EXPECT_EQ(why(R"({"seq":0,"t":"step"})"), "seq: counts from 1");
  EXPECT_EQ(why(R"({"seq":1,"t":"dance"})"),
            "t: must be tap, listening, deaf, step, shown, without_badge or lost");
  EXPECT_EQ(why(R"({"seq":1,"t":"step","at":12,"step":1})"), "at: must lie in the years 2000 to 2037");
  EXPECT_EQ(why(R"({"seq":1,"t":"shown","reader":"r","uid":"01020304","at":1783557432100})"),
            "check: is missing");
  for (const char* count : {"0", "2", "-2", "9223372036854775807"}) {
    EXPECT_EQ(why(R"({"seq":1,"t":"without_badge","reader":"r","check":"c-1","at":1783557432100,"count":)" +
                  std::string(count) + "}"),
              "count: must be 1 or -1");
  }
  EXPECT_EQ(why(std::string(row_bytes_max + 1, ' ')), "is longer than 1024 bytes");
}

/// A space before it changes nothing of what a line says, but no bridge writes one: the general reader has
/// it.
void expect_both_readers_agree(const std::string& line) {
  EXPECT_EQ(decode_row(line), decode_row(' ' + line)) << line;
}

TEST(Wire, ReadsARowAsBridgesWriteItLikeAnyOtherJson) {
  const auto good = encode(tap_entry());
  expect_both_readers_agree(good);
  const auto with = [&](std::string_view what, std::string_view instead) {
    auto line = good;
    return line.replace(line.find(what), what.size(), instead);
  };
  for (const char* seq : {"0", "-0", "-1", "007", "+7", "7.0", "7e0", "9223372036854775807",
                          "9223372036854775808", "", "null", "\"7\""}) {
    expect_both_readers_agree(with("42", seq));
  }
  for (const char* at : {"946684799999", "946684800000", "2145916799999", "2145916800000"}) {
    expect_both_readers_agree(with("1783557432100", at));
  }
  for (const char* offset : {"-0", "0", "00", "-2147483647", "-2147483648", "2147483648", "-01"}) {
    expect_both_readers_agree(with("-12", offset));
  }
  for (const char* name : {"", "\\\"", "\\u0041", "cổng", "\xFF", "a\tb", "a\x7F"}) {
    expect_both_readers_agree(with("cong-a-1", name));
    expect_both_readers_agree(with("1f0c9a3e", name));
  }
  expect_both_readers_agree(with("cong-a-1", std::string(name_bytes_max, 'x')));
  expect_both_readers_agree(with("cong-a-1", std::string(name_bytes_max + 1, 'x')));
  expect_both_readers_agree(with("both", "all"));
  expect_both_readers_agree(with("synchronised", "right"));
  expect_both_readers_agree(with("04A1B2C3D4E5F6", "04:a1:b2:c3"));
  expect_both_readers_agree(good + " ");
  expect_both_readers_agree(good + "}");
  expect_both_readers_agree(good.substr(0, good.size() - 1) + R"(,"seq":43})");
}

TEST(Wire, RefusesAHeadOfAnotherVersion) {
  const auto head = decode_head(R"({"v":2,"bridge":"a"})");
  ASSERT_FALSE(head);
  EXPECT_EQ(head.error(), "v: only version 1 is understood here");
}

TEST(Wire, KeepsTextThatNeedsEscaping) {
  const Entry entry{1, Deaf{"r", at(1'783'557'432'100), "said \"\\\n\x01 và im lặng"}};
  EXPECT_EQ(std::get<Entry>(decode_row(encode(entry))), entry);
}

// ---- laws ----

rc::Gen<std::string> names() {
  return rc::gen::suchThat(rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange<char>(0x20, 0x7F)),
                                        [](std::string name) { return name.substr(0, name_bytes_max); }),
                           [](const std::string& name) { return !name.empty(); });
}

rc::Gen<Instant> instants() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(946'684'800'000, 2'145'916'800'000), at);
}

rc::Gen<Credential> credentials() {
  return rc::gen::map(
      rc::gen::pair(rc::gen::element<std::size_t>(4, 7, 10),
                    rc::gen::container<std::vector<std::uint8_t>>(10, rc::gen::arbitrary<std::uint8_t>())),
      [](const std::pair<std::size_t, std::vector<std::uint8_t>>& drawn) {
        return Credential::from_bytes(std::span(drawn.second).first(drawn.first)).value();
      });
}

rc::Gen<Direction> directions() { return rc::gen::element(Direction::both, Direction::in, Direction::out); }

rc::Gen<ClockState> clock_states() {
  return rc::gen::element(ClockState::synchronised, ClockState::unsynchronised, ClockState::stepped);
}

Digest digest_of(std::string_view text) { return chain(Digest{}, text); }

Tap any_tap() {
  Tap tap{.reader = *names(),
          .entrance = *names(),
          .direction = *directions(),
          .credential = *credentials(),
          .at = *instants(),
          .monotonic_ms = *rc::gen::arbitrary<std::int64_t>(),
          .boot = *names(),
          .clock = *clock_states(),
          .offset_ms = std::nullopt,
          .check_ref = {}};
  if (*rc::gen::arbitrary<bool>()) tap.offset_ms = *rc::gen::inRange<std::int32_t>(-INT32_MAX, INT32_MAX);
  if (*rc::gen::arbitrary<bool>()) tap.check_ref = *names();
  return tap;
}

Record any_record() {
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return any_tap();
    case 1:
      return Listening{*names(), *names(), *directions(), *instants(), *clock_states()};
    case 2:
      return Deaf{*names(), *instants(), *names()};
    case 3: {
      const auto tap = any_tap();
      return BadgeShown{tap.reader,       *names(), tap.credential, tap.at,
                        tap.monotonic_ms, tap.boot, tap.clock,      tap.offset_ms};
    }
    case 4:
      return WithoutBadge{*names(), *rc::gen::arbitrary<bool>() ? *names() : std::string(), *names(),
                          *instants(), *rc::gen::element(1, -1)};
    default:
      return ClockStep{*instants(), *rc::gen::arbitrary<std::int64_t>()};
  }
}

RC_GTEST_PROP(WireLaw, EveryEntryComesBackAsItWas, ()) {
  const Entry entry{static_cast<std::uint64_t>(*rc::gen::inRange<std::int64_t>(1, INT64_MAX)), any_record()};
  const auto line = encode(entry);
  RC_ASSERT(line.find('\n') == std::string::npos);
  const auto row = decode_row(line);
  RC_ASSERT(std::holds_alternative<Entry>(row));
  RC_ASSERT(std::get<Entry>(row) == entry);
  RC_ASSERT(encode(std::get<Entry>(row)) == line);
}

RC_GTEST_PROP(WireLaw, EveryLostSpanComesBackAsItWas, ()) {
  const auto first = static_cast<std::uint64_t>(*rc::gen::inRange<std::int64_t>(1, 1'000'000));
  const auto more = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000));
  const Lost lost{first, first + more, *instants(), *instants(), digest_of(*names())};
  RC_ASSERT(std::get<Lost>(decode_row(encode(lost))) == lost);
}

RC_GTEST_PROP(WireLaw, EveryHeadAndAckComesBackAsItWas, ()) {
  BatchHead head{*names(), std::string(32, 'a'), {7, digest_of(*names())}, *instants(), std::nullopt};
  if (*rc::gen::arbitrary<bool>()) {
    head.alive = Alive{9, {}};
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left)
      head.alive->readers.push_back({*names(), *instants()});
  }
  if (*rc::gen::arbitrary<bool>()) head.last = 11;
  const auto again = decode_head(encode(head));
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == head);

  Ack ack{std::string(32, 'f'), {12, digest_of(*names())}, {0, {}}, *instants()};
  if (*rc::gen::arbitrary<bool>()) ack.roster = 3;
  RC_ASSERT(decode_ack(encode(ack)).value() == ack);
}

RC_GTEST_PROP(WireLaw, NoBytesBreakTheReader, (const std::string& line)) {
  (void)decode_row(line);
  (void)decode_head(line);
  (void)decode_ack(line);
}

RC_GTEST_PROP(WireLaw, ABrokenRowNeverReadsAsAnotherFact, ()) {
  const Entry entry{5, any_record()};
  auto line = encode(entry);
  line.resize(
      static_cast<std::size_t>(*rc::gen::inRange<std::int64_t>(0, static_cast<std::int64_t>(line.size()))));
  RC_ASSERT(std::holds_alternative<Unreadable>(decode_row(line)));
}

RC_GTEST_PROP(WireLaw, BothReadersOfARowAgree, ()) {
  auto line = encode(Entry{5, any_tap()});
  const auto place = *rc::gen::inRange<std::size_t>(0, line.size());
  line[place] = *rc::gen::arbitrary<char>();
  RC_ASSERT(decode_row(line) == decode_row(' ' + line));
}

}  // namespace
}  // namespace badge
