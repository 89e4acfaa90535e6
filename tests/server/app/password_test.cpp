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

TEST(Passwords, ThatGuessersTryFirstAreNot) {
  for (const auto* common :
       {"123456789012",   "1234567890123456", "password1234",    "Password@2026", "passwordpassword",
        "matkhau123456",  "MatKhau@123456",   "mật khẩu 123456", "qwertyuiop123", "1qaz2wsx3edc",
        "1q2w3e4r5t6y",   "q1w2e3r4t5y6",     "abcdefghijkl",    "abcabcabcabc",  "anhyeuem123456",
        "iloveyou1234",   "administrator",    "admin@123456",    "vietnam123456", "vietnamvodich",
        "chuyencan2026",  "asdfghjkl123",     "987654321098",    "zxcvbnm12345",  "qazwsxedcrfv",
        "xinchaovietnam", "a1b2c3d4e5f6"}) {
    EXPECT_FALSE(is_taken(common, "ltha")) << common;
  }
  for (const auto* good :
       {"mưa rơi nhẹ đêm", "sông núi nước non", "correct horse battery staple", "Tr0ng dam gi dep",
        "nguyenvanan 123456", "8417 2093 5561 7734", "8 con vịt qua cầu"}) {
    EXPECT_TRUE(is_taken(good, "ltha")) << good;
  }
}

TEST(Passwords, ThatNobodyCanTypeAreNot) {
  EXPECT_EQ(normal_password(std::string(password_bytes_max + 1, 'a')), "");
  EXPECT_EQ(normal_password("a long password\n"), "");
  EXPECT_EQ(normal_password("\xff\xfe wrong encoding"), "");
}

TEST(Passwords, MayBeLongButNotWithoutEnd) {
  const auto long_one = [](std::size_t letters) {
    std::string text = "Một câu thơ";
    for (std::size_t i = 11; i < letters; ++i) text += i % 3 == 0 ? "ế" : "x";
    return text;
  };
  EXPECT_TRUE(is_taken(long_one(64)));
  EXPECT_TRUE(is_taken(long_one(password_letters_max)));
  EXPECT_FALSE(is_taken(long_one(password_letters_max + 1)));
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
