#include "firmware-bridge/roster_cache.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "firmware-bridge/private_file.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/firmware-bridge/rosters.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::bridge::test {
namespace {

using badge::test::TempDir;

TEST(Roster, KnowsABadgeByTheHashOfSaltAndUid) {
  // Made with another program: printf '\x0a\x0b\x04\xa1\xb2\xc3\xd4\xe5\xf6' | sha256sum
  const auto roster = Roster::parse(R"({"version":3,"salt":"0a0b","credentials":[{"hash":)"
                                    R"("c24830c5b357262b09179c8a9b43a08e950ad32a9230c24fdcabfe97ec2be9d3",)"
                                    R"("display":"N. V. An","state":"active"}]})");
  ASSERT_TRUE(roster) << roster.error();
  EXPECT_EQ(roster->look_up(card("04A1B2C3D4E5F6")), (KnownBadge{BadgeState::active, "N. V. An"}));
  EXPECT_EQ(roster->look_up(card("04A1B2C3D4E5F7")), KnownBadge{});
}

TEST(Roster, TakesEveryStateThatItDoesNotKnowForARevokedBadge) {
  const auto roster = Roster::parse(roster_text({{"04A1B2C3", "A", "lost"}, {"04A1B2C4", "B", "inspector"}}));
  ASSERT_TRUE(roster) << roster.error();
  EXPECT_EQ(roster->look_up(card("04A1B2C3")).state, BadgeState::revoked);
  EXPECT_EQ(roster->look_up(card("04A1B2C4")).state, BadgeState::inspector);
}

TEST(Roster, NamesTheKeyThatCannotBeRead) {
  EXPECT_EQ(Roster::parse("[]").error(), "is not one JSON object");
  EXPECT_EQ(Roster::parse("{}").error(), "salt: must be 1 to 64 bytes in hex");
  EXPECT_EQ(Roster::parse(R"({"salt":"00"})").error(), "credentials: must be a list");
  EXPECT_EQ(Roster::parse(R"({"salt":"00","credentials":[{"hash":"12"}]})").error(),
            "hash: must be 64 lower-case hexadecimal digits");
}

TEST(RosterCache, KnowsBadgesWithoutTheServerAfterARestart) {
  const TempDir folder;
  RosterCache first(folder / "roster");
  ASSERT_TRUE(first.take(roster_text({{"04A1B2C3", "N. V. An", "active"}}), "\"v12\""));
  RosterCache second(folder / "roster");
  ASSERT_TRUE(second.load());
  EXPECT_EQ(second.etag(), "\"v12\"");
  EXPECT_EQ(second.look_up(card("04A1B2C3")).display, "N. V. An");
  struct stat info{};
  ASSERT_EQ(::stat((folder / "roster").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST(RosterCache, IsEmptyWhereThereIsNoFileYet) {
  const TempDir folder;
  RosterCache cache(folder / "roster");
  EXPECT_TRUE(cache.load());
  EXPECT_EQ(cache.size(), 0U);
}

TEST(RosterCache, KeepsTheOldRosterWhenTheNewOneCannotBeRead) {
  const TempDir folder;
  RosterCache cache(folder / "roster");
  ASSERT_TRUE(cache.take(roster_text({{"04A1B2C3", "N. V. An", "active"}}), "\"v1\""));
  EXPECT_FALSE(cache.take("{", "\"v2\""));
  EXPECT_EQ(cache.etag(), "\"v1\"");
  EXPECT_EQ(cache.look_up(card("04A1B2C3")).state, BadgeState::active);
}

TEST(RosterCache, RefusesAFileThatOthersMayRead) {
  const TempDir folder;
  const auto file = folder / "roster";
  std::ofstream(file) << "\"v1\"\n{}";
  ::chmod(file.c_str(), 0644);
  RosterCache cache(file);
  EXPECT_EQ(cache.load().error(), file + ": others may read it: chmod 600 it");
}

TEST(PrivateFile, IsNotReadBeyondItsLimit) {
  const TempDir folder;
  replace_private_file(folder / "token", "12345678");
  EXPECT_EQ(read_private_file(folder / "token", 8), "12345678");
  EXPECT_FALSE(read_private_file(folder / "token", 7));
}

}  // namespace
}  // namespace badge::bridge::test
