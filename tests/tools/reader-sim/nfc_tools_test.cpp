// The unmodified programs of libnfc against the real reader-sim.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/reader_sim.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Process::Options for_reader(const std::string& connection) {
  return {.environment = {"LIBNFC_DEVICE=" + connection}};
}

std::string nfc_list(const ReaderSim& sim) {
  const auto finished = run({"nfc-list"}, for_reader(sim.connection()));
  return finished.status == 0 ? finished.output : "nfc-list failed: " + finished.output + finished.errors;
}

TEST(NfcList, ReadsACardOfEachKind) {
  ReaderSim sim;
  sim.ok("present uid=04A1B2C3");
  EXPECT_THAT(nfc_list(sim), HasSubstr("UID (NFCID1): 04  a1  b2  c3  \n"));
  sim.ok("swap uid=04A1B2C3D4E5F6");
  EXPECT_THAT(nfc_list(sim), HasSubstr("UID (NFCID1): 04  a1  b2  c3  d4  e5  f6  \n"));
  sim.ok("swap uid=04A1B2C3D4E5F6010203");
  EXPECT_THAT(nfc_list(sim), HasSubstr("UID (NFCID1): 04  a1  b2  c3  d4  e5  f6  01  02  03  \n"));
  sim.ok("swap uid=04A1B2C3D4E5F6 ats=7577810280");
  EXPECT_THAT(nfc_list(sim), HasSubstr("ATS: 75  77  81  02  80  \n"));
  sim.ok("swap uid=random");
  EXPECT_THAT(nfc_list(sim), HasSubstr("UID (NFCID3): 08  "));
}

TEST(NfcList, SeesNoCardWhereThereIsNone) {
  ReaderSim sim;
  const auto output = nfc_list(sim);
  EXPECT_THAT(output, HasSubstr("opened"));
  EXPECT_THAT(output, Not(HasSubstr("UID")));
}

TEST(NfcList, WakesAChipThatSleeps) {
  ReaderSim sim({"--strict-power", "--uart-speed", "115200"});
  sim.ok("present uid=04A1B2C3");
  EXPECT_THAT(nfc_list(sim), HasSubstr("04  a1  b2  c3"));
  EXPECT_THAT(nfc_list(sim), HasSubstr("04  a1  b2  c3")) << "the first one has put it to sleep again";
}

TEST(NfcList, ReadsAgainAfterTheReaderWasPluggedInAgain) {
  ReaderSim sim;
  sim.ok("unplug");
  EXPECT_FALSE(std::filesystem::exists(sim.link()));
  EXPECT_THAT(nfc_list(sim), Not(HasSubstr("opened")));
  sim.ok("plug");
  sim.ok("present uid=04A1B2C3");
  EXPECT_THAT(nfc_list(sim), HasSubstr("04  a1  b2  c3"));
}

TEST(NfcPoll, WaitsForACardAndSeesItTakenAway) {
  for (const std::string card : {"uid=04A1B2C3", "uid=04A1B2C3D4E5F6", "uid=04A1B2C3D4E5F6 ats=7577810280"}) {
    ReaderSim sim;
    Process poll({"nfc-poll"}, for_reader(sim.connection()));
    ASSERT_TRUE(eventually([&] { return std::stoi(sim.status("commands")) > 10; }))
        << "it has opened the reader";
    sim.ok("present " + card);
    ASSERT_TRUE(eventually([&] { return std::stoi(sim.status("reads")) > 0; }));
    const auto seen = std::stoi(sim.status("commands"));
    ASSERT_TRUE(eventually([&] { return std::stoi(sim.status("commands")) > seen + 10; }))
        << "it looks for its removal";
    ASSERT_TRUE(poll.running());
    sim.ok("remove");
    EXPECT_EQ(poll.wait(), 0) << poll.errors();
    EXPECT_THAT(poll.output(), HasSubstr("04  a1  b2  c3"));
    EXPECT_THAT(poll.output(), HasSubstr("Waiting for card removing..."));
    EXPECT_THAT(poll.errors(), HasSubstr("Target Released"));
  }
}

}  // namespace
}  // namespace badge::test
