// Passwords: what is taken, and that a hash is of that password alone.
#include "server/app/password.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

bool is_taken(std::string_view typed, std::string_view login = "an") {
  return !password_problem(normal_password(typed), login, Language::en);
}

TEST(Passwords, OfTwelveLettersAreTakenWhateverLettersTheyAre) {
  EXPECT_TRUE(is_taken("mưa rơi nhẹ đêm"));
  EXPECT_TRUE(is_taken("aaaabbbbccccdddde"));
  EXPECT_FALSE(is_taken("mưa rơi đêm"));
  EXPECT_TRUE(is_taken("đđđđôôôôôơ ưâă")) << "letters count, not bytes";
  EXPECT_FALSE(is_taken("đôôơưâ")) << "six letters of two bytes";
}

TEST(Passwords, ThatAnybodyWouldGuessAreNot) {
  EXPECT_FALSE(is_taken("aaaaaaaaaaaaaaaa"));
  EXPECT_FALSE(is_taken("nguyenvanan 123456", "nguyenvanan"));
  EXPECT_TRUE(is_taken("nguyenvanan 123456", "ltha"));
}

TEST(Passwords, ThatNobodyCanTypeAreNot) {
  EXPECT_EQ(normal_password(std::string(password_bytes_max + 1, 'a')), "");
  EXPECT_EQ(normal_password("a long password\n"), "");
  EXPECT_EQ(normal_password("\xff\xfe wrong encoding"), "");
  EXPECT_TRUE(is_taken("abcdef" + std::string(password_bytes_max - 6, 'g')));
}

TEST(Passwords, AreTheSameHoweverTheirLettersAreComposed) {
  EXPECT_EQ(normal_password("e\xCC\x82\xCC\x83"), "ễ");
}

TEST(Passwords, AreKeptAsAHashOfThatPasswordAlone) {
  const auto hash = hash_password("một mật khẩu dài");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_TRUE(is_password("một mật khẩu dài", hash));
  EXPECT_FALSE(is_password("một mật khẩu dài ", hash));
  EXPECT_FALSE(is_password("", hash));
  EXPECT_NE(hash, hash_password("một mật khẩu dài")) << "each has a salt of its own";
}

TEST(Passwords, OfNobodyAreNeverRight) {
  EXPECT_FALSE(is_password("một mật khẩu dài", ""));
  EXPECT_FALSE(is_password("", ""));
}

}  // namespace
}  // namespace badge::app
