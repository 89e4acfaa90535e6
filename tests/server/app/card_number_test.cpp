#include "server/app/card_number.hpp"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.hpp"

namespace badge::app {
namespace {

TEST(CardNumber, IsTheSameHoweverItIsTyped) {
  EXPECT_EQ(card_number(" h10.12.001099000001.cc "), "H10.12.001099000001.CC");
  EXPECT_EQ(card_number("H10 . 001099 000001 . HĐ"), "H10.001099000001.HĐ");
  EXPECT_EQ(card_number("   "), "");
  EXPECT_EQ(card_number("a\nb"), "");
  EXPECT_EQ(card_number(std::string(60, '1')).size(), 60U);
  EXPECT_EQ(card_number(std::string(61, '1')), "");
}

TEST(CardNumber, ShowsTheLastFourDigitsOfACitizenIdAndNothingElseIsHidden) {
  EXPECT_EQ(without_citizen_ids("H10.12.001099004321.CC"), "H10.12.••••••••4321.CC");
  EXPECT_EQ(without_citizen_ids("001099004321"), "••••••••4321");
  EXPECT_EQ(without_citizen_ids("find=H10.001099004321.CC&x=001099001234"),
            "find=H10.••••••••4321.CC&x=••••••••1234");
  EXPECT_EQ(without_citizen_ids("SNV-000123"), "SNV-000123");
  EXPECT_EQ(without_citizen_ids("00109900432"), "00109900432") << "eleven digits are no citizen id";
  EXPECT_EQ(without_citizen_ids("0010990043211"), "0010990043211");
  EXPECT_EQ(without_citizen_ids(""), "");
}

TEST(CardNumber, IsMarkedByAKeyAndByNothingElse) {
  const test::TempDir one, other;
  const auto key = SecretKey::load_or_make(one.path() / "secret.key");
  const auto other_key = SecretKey::load_or_make(other.path() / "secret.key");
  const auto mark = mark_of_card_number(key, "H10.001099000001.CC");
  EXPECT_EQ(mark.size(), 32U);
  EXPECT_EQ(mark, mark_of_card_number(key, "H10.001099000001.CC"));
  EXPECT_NE(mark, mark_of_card_number(key, "H10.001099000002.CC"));
  EXPECT_NE(mark, mark_of_card_number(other_key, "H10.001099000001.CC"));
}

}  // namespace
}  // namespace badge::app
