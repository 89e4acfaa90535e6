#include "reader-config/site/nearest_name.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace badge {
namespace {

constexpr std::array<std::string_view, 4> keys = {"token_file", "ca_file", "misses", "id"};

TEST(NearestName, FindsTheKeyThatWasMistyped) {
  EXPECT_EQ(nearest_name("token_fil", keys), "token_file");
  EXPECT_EQ(nearest_name("tokenfile", keys), "token_file");
  EXPECT_EQ(nearest_name("mises", keys), "misses");
  EXPECT_EQ(nearest_name("if", keys), "id");
}

TEST(NearestName, SaysNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest_name("colour", keys), "");
  EXPECT_EQ(nearest_name(std::string(1000, 'x'), keys), "");
  EXPECT_EQ(nearest_name("anything", {}), "");
}

}  // namespace
}  // namespace badge
