// The real badge-reader on the real libnfc against the real reader-sim.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/firmware-bridge/reader/reader_process.hpp"
#include "tests/support/reader_sim.hpp"

namespace badge::test {
namespace {

using bridge::CardRemoved;
using bridge::CardSeen;
using bridge::CheckMode;
using bridge::Fault;
using bridge::FaultCode;
using bridge::FromReader;
using bridge::Light;
using bridge::Opened;
using bridge::ShowLight;
using testing::HasSubstr;

constexpr auto an = "04A1B2C3D4E5F6";
constexpr auto binh = "04112233";

FromReader seen(std::string_view uid, bool first_after_open = false) {
  return CardSeen{Credential::parse(uid).value(), first_after_open};
}

/// A reader that is open and has looked at an empty field.
class BadgeReader : public testing::Test {
 protected:
  explicit BadgeReader(const std::vector<std::string>& environment = {})
      : reader(sim.connection(), {"--pins", "green=P30,amber=P31,red=P33,check=P35"}, environment) {}

  void SetUp() override {
    const auto first = reader.next();
    ASSERT_TRUE(first && std::holds_alternative<Opened>(*first)) << reader.process().errors();
  }

  void present(const std::string& uid) { sim.ok("present uid=" + uid); }
  std::string pins() { return sim.ok("gpio"); }
  bool looks_on() {
    const auto before = std::stoi(sim.status("commands"));
    return eventually([&] { return std::stoi(sim.status("commands")) > before + 10; });
  }

  ReaderSim sim;
  ReaderProcess reader;
};

TEST_F(BadgeReader, ReadsEveryKindOfCardAndItsRemoval) {
  for (const std::string uid : {"04A1B2C3", "04A1B2C3D4E5F6", "04A1B2C3D4E5F6010203"}) {
    for (const std::string ats : {"", " ats=7577810280"}) {
      present(uid + ats);
      EXPECT_EQ(reader.next(), seen(uid)) << uid << ats;
      sim.ok("remove");
      EXPECT_EQ(reader.next(), FromReader{CardRemoved{}}) << uid << ats;
    }
  }
}

TEST_F(BadgeReader, ReadsACardWithARandomUidOnce) {
  present("random ats=7577810280");
  const auto card = reader.next_of<CardSeen>();
  ASSERT_TRUE(card);
  EXPECT_TRUE(card->credential.is_random());
  sim.ok("swap uid=random ats=7577810280");
  ASSERT_TRUE(looks_on());
  sim.ok("remove");
  EXPECT_EQ(reader.next(), FromReader{CardRemoved{}}) << "the other UID was the same card";
}

TEST_F(BadgeReader, SaysACardThatIsLeftThereOnce) {
  for (const std::string ats : {"", " ats=7577810280"}) {
    present(an + ats);
    EXPECT_EQ(reader.next(), seen(an));
    const auto reads = std::stoi(sim.status("reads"));
    ASSERT_TRUE(eventually([&] { return std::stoi(sim.status("reads")) > reads + 10; }))
        << "it is looked at again and again";
    EXPECT_FALSE(reader.next(std::chrono::milliseconds{0}));
    sim.ok("remove");
    EXPECT_EQ(reader.next(), FromReader{CardRemoved{}});
  }
}

TEST_F(BadgeReader, TellsACardThatTookThePlaceOfAnother) {
  present(an);
  EXPECT_EQ(reader.next(), seen(an));
  sim.ok(std::string("swap uid=") + binh);
  EXPECT_EQ(reader.next(), FromReader{CardRemoved{}});
  EXPECT_EQ(reader.next(), seen(binh));
}

TEST_F(BadgeReader, MarksACardThatLayThereWhenItWasStarted) {
  present(an);
  EXPECT_EQ(reader.next(), seen(an));
  reader.process().signal(SIGKILL);
  ASSERT_TRUE(reader.process().wait());
  ReaderProcess again(sim.connection());
  EXPECT_TRUE(again.next_of<Opened>());
  EXPECT_EQ(again.next(), seen(an, true));
}

TEST_F(BadgeReader, MarksACardThatStillLiesThereAfterTheReaderWasDeaf) {
  present(an);
  EXPECT_EQ(reader.next(), seen(an));
  sim.ok("fault no-reply 3");
  const auto fault = reader.next();
  EXPECT_TRUE(fault && std::holds_alternative<Fault>(*fault)) << "and nobody says that the card was removed";
  EXPECT_TRUE(reader.next_of<Opened>());
  EXPECT_EQ(reader.next(), seen(an, true));
}

TEST_F(BadgeReader, ShowsTheLightsThatTheBridgeAsksFor) {
  EXPECT_THAT(pins(), HasSubstr("P30=0 P31=0 P32=1 P33=0 P34=1 P35=0"))
      << "all dark, other pins as they were";
  const std::vector<std::pair<Light, std::string>> lights = {{Light::green, "P30=1 P31=0 P32=1 P33=0"},
                                                             {Light::amber, "P30=0 P31=1 P32=1 P33=0"},
                                                             {Light::red, "P30=0 P31=0 P32=1 P33=1"},
                                                             {Light::off, "P30=0 P31=0 P32=1 P33=0"}};
  for (const auto& [light, expected] : lights) {
    reader.send(ShowLight{light});
    EXPECT_TRUE(eventually([&] { return pins().find(expected) != std::string::npos; })) << expected;
  }
  reader.send(CheckMode{true});
  EXPECT_TRUE(eventually([&] { return pins().find("P35=1") != std::string::npos; }));
}

TEST_F(BadgeReader, ShowsALightWhileACardLiesThere) {
  present(an);
  EXPECT_EQ(reader.next(), seen(an));
  reader.send(ShowLight{Light::green});
  EXPECT_TRUE(eventually([&] { return pins().find("P30=1") != std::string::npos; }));
}

TEST_F(BadgeReader, SaysThatItIsAliveAndListens) {
  ASSERT_TRUE(reader.next_alive()) << "the first may come before the first look";
  for (int n = 0; n < 2; ++n) {
    const auto alive = reader.next_alive();
    ASSERT_TRUE(alive);
    EXPECT_TRUE(alive->listening);
  }
}

TEST_F(BadgeReader, SaysThatItIsAliveAndDeafWhileItsReaderIsGone) {
  sim.ok("unplug");
  EXPECT_TRUE(reader.next_of<Fault>());
  EXPECT_TRUE(eventually([&] { return !reader.next_alive().value().listening; }));
  EXPECT_FALSE(reader.next_alive().value().listening);
}

TEST_F(BadgeReader, EndsWithDarkLightsWhenTheBridgeIsGone) {
  reader.send(ShowLight{Light::green});
  ASSERT_TRUE(eventually([&] { return pins().find("P30=1") != std::string::npos; }));
  reader.hang_up();
  EXPECT_EQ(reader.process().wait(), 0) << reader.process().errors();
  EXPECT_THAT(pins(), HasSubstr("P30=0"));
}

TEST_F(BadgeReader, EndsWhenItIsTerminatedEvenWithADeadReader) {
  sim.ok("fault hang");
  reader.process().signal(SIGTERM);
  EXPECT_TRUE(reader.process().wait(std::chrono::seconds{5}));
}

TEST_F(BadgeReader, SurvivesBeingUnpluggedAndSaysItOnce) {
  sim.ok("unplug");
  const auto fault = reader.next_of<Fault>();
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->code, FaultCode::unplugged);
  for (int n = 0; n < 2; ++n) ASSERT_TRUE(reader.next_alive()) << "it goes on trying";
  EXPECT_FALSE(reader.next(std::chrono::milliseconds{0})) << "which is not worth a word";
  sim.ok("plug");
  const auto opened = reader.next();
  ASSERT_TRUE(opened && std::holds_alternative<Opened>(*opened));
  present(an);
  EXPECT_EQ(reader.next_of<CardSeen>(), std::get<CardSeen>(seen(an)));
}

TEST_F(BadgeReader, LeavesAReaderAloneThatAnotherProgramHolds) {
  ReaderProcess second(sim.connection());
  const auto fault = second.next_of<Fault>();
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->code, FaultCode::in_use);
  present(an);
  EXPECT_EQ(reader.next(), seen(an)) << "the first one is not disturbed";
}

/// Whether it says this card before it ends or patience does.
bool reads(ReaderProcess& reader, std::string_view uid) {
  while (const auto card = reader.next_of<CardSeen>()) {
    if (card->credential == Credential::parse(uid)) return true;
  }
  return false;
}

/// For a fault that ends libnfc with a segmentation fault: it is that for a sanitizer too, and not a finding.
std::vector<std::string> environment_for(std::string_view fault) {
  if (fault != "ats-length-0") return {};
  return {"ASAN_OPTIONS=handle_segv=0", "TSAN_OPTIONS=handle_segv=0"};
}

/// Every fault that reader-sim knows, few and many times.
class BadgeReaderFault : public BadgeReader, public testing::WithParamInterface<const char*> {
 protected:
  BadgeReaderFault() : BadgeReader(environment_for(GetParam())) {}
};

TEST_P(BadgeReaderFault, IsSurvivedOrEndsAProcessThatReadsAgainWhenRestarted) {
  sim.ok(std::string("fault ") + GetParam());
  present(an);  // some faults strike only an answer with a card in it
  ASSERT_TRUE(eventually([&] {
    return sim.status("fault") == "none" || sim.status("plugged") == "no" || !reader.process().running();
  })) << "it was not struck";
  if (sim.status("plugged") == "no") sim.ok("plug");
  sim.ok(std::string("swap uid=") + binh);
  if (reads(reader, binh)) return;
  ASSERT_TRUE(reader.process().wait()) << "it lives, and never reads again";
  sim.ok("fault none");
  ReaderProcess again(sim.connection());
  EXPECT_TRUE(reads(again, binh));
}

std::string name_of(const testing::TestParamInfo<const char*>& info) {
  std::string name = info.param;
  std::erase_if(name, [](char c) { return c == '-' || c == ' '; });
  return name;
}

INSTANTIATE_TEST_SUITE_P(OfEveryKind, BadgeReaderFault,
                         testing::Values("no-ack", "no-ack 7", "no-reply", "no-reply 7", "late-reply",
                                         "late-reply 7", "bad-checksum", "bad-checksum 7", "garbage",
                                         "garbage 7", "status-bit-7", "status-bit-7 7", "ats-length-0",
                                         "hang 7", "unplug"),
                         name_of);

TEST(BadgeReaderStart, RefusesToRunWithoutABridge) {
  const auto finished = run({program("badge-reader"), "--connection", "pn532_uart:/dev/null"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.errors, HasSubstr("started by badge-bridge"));
}

TEST(BadgeReaderStart, RefusesArgumentsThatItDoesNotKnow) {
  const auto finished = run({program("badge-reader"), "--pins", "green=P99"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.errors, HasSubstr("P30, P31"));
}

TEST(BadgeReaderStart, WaitsForAReaderThatIsNotThereYet) {
  ReaderProcess reader("pn532_uart:/dev/not-plugged-in-yet");
  const auto fault = reader.next_of<Fault>();
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->code, FaultCode::unplugged);
  EXPECT_TRUE(reader.process().running());
}

}  // namespace
}  // namespace badge::test
