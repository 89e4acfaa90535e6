#include "tools/reader-sim/simulator.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace badge::tools {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const Bytes list_one_card = {0xD4, 0x4A, 0x01, 0x00};
const Bytes deselect = {0xD4, 0x44, 0x00};
const Bytes ack(ack_frame.begin(), ack_frame.end());

/// A host at the other end of the line, with a clock of its own.
class Host {
 public:
  explicit Host(SimulatorOptions options = {}) : simulator(options) {
    (void)exchange({0xD4, 0x32, 0x05, 0x00, 0x01, 0x02});  // three attempts to find a card
  }

  /// Everything that comes back within a second.
  Bytes exchange(const Bytes& command) {
    simulator.receive(encode_frame(command), now);
    return wait(seconds{1});
  }

  Bytes wait(milliseconds time) {
    Bytes heard;
    const auto end = now + time;
    for (auto due = simulator.next_due(); due && *due <= end; due = simulator.next_due()) {
      now = std::max(now, *due);
      for (const auto byte : simulator.take_due(now)) heard.push_back(byte);
    }
    now = end;
    return heard;
  }

  void obey(std::string_view line) {
    const auto command = parse_command(line);
    if (!command) throw std::runtime_error(command.error());
    if (const auto* present = std::get_if<Present>(&*command)) (void)simulator.present(*present, now);
    if (const auto* fault = std::get_if<InjectFault>(&*command)) (void)simulator.inject(*fault);
  }

  TimePoint now{};
  Simulator simulator;
};

Bytes operator+(Bytes a, const Bytes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const Bytes no_card = encode_frame(Bytes{0xD5, 0x4B, 0x00});
const Bytes card_found = encode_frame(Bytes{0xD5, 0x4B, 1, 1, 0x00, 0x04, 0x08, 4, 0x04, 0xA1, 0xB2, 0xC3});

TEST(Simulator, AcknowledgesAtOnceAndAnswersWhenTheAirHasAnswered) {
  Host host;
  host.simulator.receive(encode_frame(list_one_card), host.now);
  EXPECT_EQ(host.wait(milliseconds{14}), ack);
  EXPECT_EQ(host.wait(milliseconds{2}), no_card);
  host.obey("present uid=04A1B2C3");
  host.simulator.receive(encode_frame(list_one_card), host.now);
  EXPECT_EQ(host.wait(milliseconds{5}), ack);
  EXPECT_EQ(host.wait(milliseconds{2}), card_found);
}

TEST(Simulator, FindsACardThatComesDuringALook) {
  Host host;
  host.simulator.receive(encode_frame(list_one_card), host.now);
  EXPECT_EQ(host.wait(milliseconds{10}), ack);
  host.obey("present uid=04A1B2C3");
  EXPECT_EQ(host.wait(seconds{1}), card_found);
}

TEST(Simulator, SaysNothingMoreToAHostThatHasStoppedIt) {
  Host host;
  host.simulator.receive(encode_frame(list_one_card), host.now);
  EXPECT_EQ(host.wait(milliseconds{10}), ack);
  host.simulator.receive(ack, host.now);
  EXPECT_EQ(host.wait(seconds{1}), Bytes{});
}

TEST(Simulator, LetsBytesTakeTheirTimeOnTheLine) {
  Host host({.chip = {.card_activation = Microseconds{0}}, .baud = 115'200});
  host.obey("present uid=04A1B2C3");
  const auto sent = host.now;
  host.simulator.receive(encode_frame(list_one_card), host.now);
  // 11 bytes there and 6 + 19 back, at 86.8 us each.
  while (host.simulator.next_due()) {
    host.now = *host.simulator.next_due();
    (void)host.simulator.take_due(host.now);
  }
  EXPECT_NEAR(std::chrono::duration<double>(host.now - sent).count(), 36 * 10 / 115'200.0, 5e-6);
}

TEST(Simulator, AnswersNonsenseWithTheErrorFrame) {
  Host host;
  EXPECT_EQ(host.exchange({0xD4, 0x99}), ack + Bytes(error_frame.begin(), error_frame.end()));
}

TEST(Simulator, StaysSilentForAFrameThatItCouldNotRead) {
  Host host;
  auto frame = encode_frame(list_one_card);
  frame[7] ^= 0x10;
  host.simulator.receive(frame, host.now);
  EXPECT_EQ(host.wait(seconds{1}), Bytes{});
}

TEST(Fault, NoAckIsSilenceForSoManyCommands) {
  Host host;
  host.obey("fault no-ack 2");
  EXPECT_EQ(host.exchange(list_one_card), Bytes{});
  EXPECT_EQ(host.exchange(list_one_card), Bytes{});
  EXPECT_EQ(host.exchange(list_one_card), ack + no_card);
}

TEST(Fault, NoReplyIsOnlyTheAcknowledgement) {
  Host host;
  host.obey("fault no-reply");
  EXPECT_EQ(host.exchange(list_one_card), ack);
  EXPECT_EQ(host.exchange(list_one_card), ack + no_card);
}

TEST(Fault, LateReplyComesAfterAHostHasGivenUp) {
  Host host;
  host.obey("fault late-reply");
  host.simulator.receive(encode_frame(list_one_card), host.now);
  EXPECT_EQ(host.wait(milliseconds{400}), ack);
  EXPECT_EQ(host.wait(milliseconds{200}), no_card);
}

TEST(Fault, BadChecksumIsTheFrameWithOneWrongByte) {
  Host host;
  host.obey("fault bad-checksum");
  auto wrong = no_card;
  wrong[wrong.size() - 2] ^= 0x01;
  EXPECT_EQ(host.exchange(list_one_card), ack + wrong);
}

TEST(Fault, GarbageHoldsNoFrame) {
  Host host;
  host.obey("fault garbage");
  const auto heard = host.exchange(list_one_card);
  EXPECT_GT(heard.size(), ack.size());
  EXPECT_EQ(FrameReader().feed(BytesView(heard).subspan(ack.size())), std::vector<LineEvent>{});
}

TEST(Fault, StatusBit7WaitsForAnAnswerThatHasAStatus) {
  Host host;
  host.obey("fault status-bit-7");
  EXPECT_EQ(host.exchange(list_one_card), ack + no_card);
  EXPECT_EQ(host.exchange(deselect), ack + encode_frame(Bytes{0xD5, 0x45, 0x80}));
  EXPECT_EQ(host.exchange(deselect), ack + encode_frame(Bytes{0xD5, 0x45, 0x00}));
}

TEST(Fault, AtsLength0WaitsForACard) {
  Host host;
  host.obey("fault ats-length-0");
  EXPECT_EQ(host.exchange(list_one_card), ack + no_card);
  host.obey("present uid=04A1B2C3");
  EXPECT_EQ(host.exchange(list_one_card),
            ack + encode_frame(Bytes{0xD5, 0x4B, 1, 1, 0x00, 0x04, 0x08, 4, 0x04, 0xA1, 0xB2, 0xC3, 0x00}));
}

TEST(Fault, HangLastsUntilItIsTakenBack) {
  Host host;
  host.obey("fault hang");
  for (int n = 0; n < 100; ++n) EXPECT_EQ(host.exchange(list_one_card), Bytes{});
  host.obey("fault none");
  EXPECT_EQ(host.exchange(list_one_card), ack + no_card);
}

TEST(Fault, UnplugStrikesWithTheNextCommandAndPlugEndsEverything) {
  Host host;
  host.obey("present uid=04A1B2C3");
  host.obey("fault unplug");
  EXPECT_FALSE(host.simulator.pulled_out());
  EXPECT_EQ(host.exchange(list_one_card), Bytes{});
  EXPECT_TRUE(host.simulator.pulled_out());
  host.simulator.plug();
  EXPECT_FALSE(host.simulator.pulled_out());
  EXPECT_EQ(host.exchange(list_one_card), ack + card_found) << "the card still lies there";
}

TEST(Fault, PlugEndsWhatWasBegunAndWhatWasInjected) {
  Host host;
  const auto deselected = encode_frame(Bytes{0xD5, 0x45, 0x00});
  host.obey("fault hang");
  EXPECT_EQ(host.exchange(list_one_card), Bytes{});
  host.simulator.plug();
  EXPECT_EQ(host.exchange(deselect), ack + deselected) << "a new reader does not hang";

  host.obey("fault late-reply");
  host.simulator.receive(encode_frame(deselect), host.now);
  EXPECT_EQ(host.wait(milliseconds{100}), ack);
  host.simulator.receive(BytesView(encode_frame(list_one_card)).first(5), host.now);
  host.simulator.plug();
  EXPECT_EQ(host.wait(seconds{1}), Bytes{}) << "nor does it go on with an old answer";
  EXPECT_EQ(host.exchange(deselect), ack + deselected) << "or an old command";
}

TEST(Simulator, RefusesWhatAHandCannotDo) {
  Host host;
  const auto card = usual_card({1, 2, 3, 4}, {});
  EXPECT_EQ(host.simulator.remove(), "error there is no card to remove");
  EXPECT_EQ(host.simulator.swap({card}, host.now), "error there is no card to swap: use present");
  EXPECT_EQ(host.simulator.present({card}, host.now), "ok present 01020304");
  EXPECT_EQ(host.simulator.present({card}, host.now),
            "error card 01020304 lies there: remove it first, or use swap");
  EXPECT_EQ(host.simulator.remove(), "ok removed 01020304");
}

TEST(Simulator, ShowsItsPinsAndItsState) {
  Host host;
  EXPECT_EQ(host.simulator.show_gpio(), "ok P30=1 P31=1 P32=1 P33=1 P34=1 P35=1 P71=1 P72=1");
  (void)host.exchange({0xD4, 0x0E, 0x80 | 0x3D, 0x80 | 0x04});
  EXPECT_EQ(host.simulator.show_gpio(), "ok P30=1 P31=0 P32=1 P33=1 P34=1 P35=1 P71=0 P72=1");
  host.obey("present uid=04A1B2C3");
  host.obey("fault no-ack");
  EXPECT_EQ(host.simulator.show_status(), "ok card=04A1B2C3 reads=0 commands=2 fault=no-ack");
}

}  // namespace
}  // namespace badge::tools
