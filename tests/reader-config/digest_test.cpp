#include "reader-config/tap/digest.hpp"

#include <gtest/gtest.h>

namespace badge {
namespace {

// Recomputed with another program: printf … | sha256sum.
TEST(Digest, IsSha256OverThePreviousDigestAndTheLine) {
  const auto first = chain(Digest{}, R"({"seq":1,"t":"step","at":1783557432100,"step":3600000})");
  EXPECT_EQ(first.hex(), "8cada05661ea195520152a14df5f525efe4788b559e407566d542144dbf676f6");
  EXPECT_EQ(chain(first, "").hex(), "71163eddb02f5553e77e88e023cbe7e4f4efe06bfea9c2e73cb275c82167ec9e");
}

TEST(Digest, OfAnEmptyFirstLineIsTheKnownHashOf32Zeros) {
  EXPECT_EQ(chain(Digest{}, "").hex(), "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
}

TEST(Digest, IsReadBackFromItsDigitsAndFromNothingElse) {
  const auto digest = chain(Digest{}, "line");
  EXPECT_EQ(Digest::parse(digest.hex()), digest);
  EXPECT_FALSE(Digest::parse(digest.hex().substr(1)));
  EXPECT_FALSE(Digest::parse(digest.hex() + "0"));
  auto upper = digest.hex();
  upper[0] = 'G';
  EXPECT_FALSE(Digest::parse(upper));
}

}  // namespace
}  // namespace badge
