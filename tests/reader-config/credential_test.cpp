#include "reader-config/tap/credential.hpp"

#include <gtest/gtest.h>

namespace badge {
namespace {

TEST(Credential, HasFourSevenOrTenBytes) {
  EXPECT_TRUE(Credential::parse("04A1B2C3"));
  EXPECT_TRUE(Credential::parse("04A1B2C3D4E5F6"));
  EXPECT_TRUE(Credential::parse("04A1B2C3D4E5F6070809"));
  for (const auto* hex : {"", "04", "04A1B2C3D4", "04A1B2C3D4E5F607080910", "04A1B2C", "04A1B2CX"}) {
    EXPECT_FALSE(Credential::parse(hex)) << hex;
  }
}

TEST(Credential, IsReadInTheWaysThatPeopleWriteIt) {
  const auto card = Credential::parse("04A1B2C3D4E5F6");
  for (const auto* hex :
       {"04a1b2c3d4e5f6", "04:A1:B2:C3:D4:E5:F6", "04-A1-B2-C3-D4-E5-F6", "04 a1 b2 c3 d4 e5 f6"}) {
    EXPECT_EQ(Credential::parse(hex), card) << hex;
  }
  EXPECT_FALSE(Credential::parse(":04A1B2C3"));
  EXPECT_FALSE(Credential::parse("0 4A1B2C3"));
}

TEST(Credential, ShowsOnlyItsEndInLogs) {
  EXPECT_EQ(Credential::parse("04A1B2C3D4E5F6")->masked(), "…E5F6");
  EXPECT_EQ(Credential::parse("04a1b2c3d4e5f6")->hex(), "04A1B2C3D4E5F6");
}

TEST(Credential, IsRandomWhenFourBytesBeginWith08) {
  EXPECT_TRUE(Credential::parse("08A1B2C3")->is_random());
  EXPECT_FALSE(Credential::parse("04A1B2C3")->is_random());
  EXPECT_FALSE(Credential::parse("08A1B2C3D4E5F6")->is_random());
}

TEST(Credential, DiffersFromALongerOneThatBeginsAlike) {
  EXPECT_NE(Credential::parse("04A1B2C3"), Credential::parse("04A1B2C3000000"));
}

}  // namespace
}  // namespace badge
