// The second factor of a login, in a real store: enrolled, asked for, good once, recovered, reset.
#include "server/app/second_factor.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <atomic>
#include <barrier>
#include <fstream>
#include <sstream>
#include <thread>

#include "server/app/totp.hpp"
#include "tests/server/app/login_office.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using Why = Logins::Refused::Why;

constexpr std::string_view password = "mưa rơi nhẹ đêm";

class SecondFactor : public test::LoginOffice {
 protected:
  SecondFactor() { add("an", password); }

  /// As an app reads it off the address.
  static std::string app_of(const SecondFactors::Offer& offer) {
    const auto from = offer.uri.find("secret=") + 7;
    return offer.uri.substr(from, offer.uri.find('&') - from);
  }
  [[nodiscard]] std::string code(int steps_on = 0) const {
    return totp_code(bytes_of(secret_), totp_step(now.load()) + steps_on);
  }
  std::vector<std::string> enrol() {
    const auto offer = logins.offer_second_factor({"an", password, {}}, here).value();
    secret_ = app_of(offer);
    return second_factors.confirm("an", offer.sealed, code()).value();
  }
  Why refusal(std::string_view typed, std::string_view with = password) {
    const auto signed_in = logins.sign_in({"an", with, typed}, here);
    EXPECT_FALSE(signed_in);
    return signed_in ? Why{} : signed_in.error().why;
  }
  bool signs_in(std::string_view typed) { return logins.sign_in({"an", password, typed}, here).has_value(); }
  void later(std::chrono::seconds by) { now = now.load() + by; }

  static std::string bytes_of(std::string_view base32_text) {
    std::string bytes;
    std::uint64_t bits = 0;
    int held = 0;
    for (const char c : base32_text) {
      bits = (bits << 5U) | static_cast<std::uint64_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
      if ((held += 5) >= 8) bytes += static_cast<char>(bits >> (held -= 8));
    }
    return bytes;
  }

  static constexpr std::string_view here = "192.0.2.1";
  std::string secret_;
};

TEST_F(SecondFactor, IsAskedForOnceItIsEnrolledAndOnlyAfterARightPassword) {
  EXPECT_TRUE(signs_in(""));
  EXPECT_FALSE(logins.identity("an")->second_factor);
  enrol();
  EXPECT_TRUE(logins.identity("an")->second_factor);
  EXPECT_EQ(refusal(""), Why::code_needed);
  EXPECT_EQ(refusal("", "không phải mật khẩu"), Why::wrong);
  later(30s);
  EXPECT_EQ(refusal(code(), "không phải mật khẩu"), Why::wrong);
  EXPECT_TRUE(signs_in(code()));
}

TEST_F(SecondFactor, ACodeIsGoodOnce) {
  enrol();
  EXPECT_EQ(refusal(code()), Why::code_wrong) << "it confirmed the enrolment";
  later(30s);
  EXPECT_TRUE(signs_in(code()));
  EXPECT_EQ(refusal(code()), Why::code_wrong);
  EXPECT_TRUE(signs_in(code(1)));
  EXPECT_EQ(refusal(code()), Why::code_wrong) << "nor one from before the last";
}

TEST_F(SecondFactor, OfTwoWhoGiveOneCodeAtOnceOneComesIn) {
  enrol();
  later(30s);
  const auto login = store.login("an").value();
  std::array<bool, 2> took{};
  std::barrier together(2);
  const auto give = [&](std::size_t who) {
    together.arrive_and_wait();
    took.at(who) = second_factors.accepts(login, code());
  };
  std::thread other(give, 1);
  give(0);
  other.join();
  EXPECT_NE(took[0], took[1]);
}

TEST_F(SecondFactor, ARecoveryCodeStandsInForThePhoneOnce) {
  const auto codes = enrol();
  ASSERT_EQ(codes.size(), recovery_codes_count);
  EXPECT_EQ(codes[0].size(), 19U) << codes[0];
  EXPECT_EQ(logins.second_factor("an").recovery_codes, 10U);
  EXPECT_TRUE(signs_in(codes[3]));
  EXPECT_EQ(refusal(codes[3]), Why::code_wrong);
  std::string typed = codes[4];
  for (auto& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  EXPECT_TRUE(signs_in(typed)) << "as people write it";
  EXPECT_EQ(logins.second_factor("an").recovery_codes, 8U);
}

TEST_F(SecondFactor, WrongCodesCostAWaitAndARightPasswordAloneDoesNotForgiveThem) {
  enrol();
  for (int guess = 0; guess < 5; ++guess) {
    EXPECT_EQ(refusal(""), Why::code_needed);
    EXPECT_EQ(refusal("000000"), Why::code_wrong);
  }
  later(30s);
  EXPECT_EQ(refusal(code()), Why::too_often);
}

TEST_F(SecondFactor, IsNotInForceUntilACodeOfItIsShown) {
  const auto offer = logins.offer_second_factor({"an", password, {}}, here).value();
  secret_ = app_of(offer);
  using enum SecondFactors::NotConfirmed;
  EXPECT_EQ(second_factors.confirm("an", offer.sealed, "000000").error(), wrong_code);
  EXPECT_EQ(second_factors.confirm("an", offer.sealed + "A", code()).error(), offer_is_over);
  EXPECT_EQ(second_factors.confirm("binh", offer.sealed, code()).error(), offer_is_over);
  EXPECT_TRUE(signs_in(""));
  later(offer_lifetime);
  EXPECT_EQ(second_factors.confirm("an", offer.sealed, code()).error(), offer_is_over);
}

TEST_F(SecondFactor, AnotherPhoneNeedsACodeOfTheOldOneAndTakesItsPlace) {
  const auto old_codes = enrol();
  const auto old = code(2);
  later(30s);
  const auto refused = logins.offer_second_factor({"an", password, {}}, here);
  EXPECT_EQ(refused.error().why, Why::code_needed);
  const auto offer = logins.offer_second_factor({"an", password, code()}, here).value();
  secret_ = app_of(offer);
  ASSERT_TRUE(second_factors.confirm("an", offer.sealed, code()));
  later(30s);
  EXPECT_EQ(refusal(old), Why::code_wrong);
  EXPECT_EQ(refusal(old_codes[0]), Why::code_wrong);
  EXPECT_TRUE(signs_in(code()));
}

TEST_F(SecondFactor, AnAdministratorTakesItAway) {
  enrol();
  EXPECT_TRUE(logins.reset_second_factor("an"));
  EXPECT_FALSE(logins.reset_second_factor("khong-ai"));
  EXPECT_TRUE(signs_in(""));
  EXPECT_EQ(logins.second_factor("an").recovery_codes, 0U);
}

TEST_F(SecondFactor, LiesInTheStoreSealed) {
  const auto codes = enrol();
  const auto sealed = store.login("an")->second_factor;
  EXPECT_EQ(sealed.find(bytes_of(secret_)), std::string::npos);
  std::string file;
  for (const auto* name : {"store.db", "store.db-wal"}) {
    std::ifstream stream(folder.path() / name, std::ios::binary);
    file += (std::ostringstream() << stream.rdbuf()).str();
  }
  EXPECT_NE(file.find(sealed), std::string::npos);
  EXPECT_EQ(file.find(bytes_of(secret_)), std::string::npos);
  EXPECT_EQ(file.find(codes[0]), std::string::npos);
}

TEST_F(SecondFactor, CannotBeOpenedWithAnotherKeyOrByAnotherLogin) {
  const auto codes = enrol();
  add("binh", password);
  auto login = store.login("an").value();
  login.name = "binh";
  later(30s);
  EXPECT_FALSE(second_factors.accepts(login, code()));
  login.name = "an";
  const auto other_key = SecretKey::load_or_make(folder.path() / "other-key");
  SecondFactors other(store, other_key, [this] { return now.load(); });
  EXPECT_FALSE(other.accepts(login, code()));
  EXPECT_FALSE(other.accepts(login, codes[0]));
  EXPECT_TRUE(second_factors.accepts(login, code()));
}

TEST(SecretKeyFile, IsMadeOnceForItsOwnerAlone) {
  const badge::test::TempDir folder;
  const auto file = folder.path() / "key";
  const auto sealed = SecretKey::load_or_make(file).seal("bí mật");
  struct stat about{};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_EQ(SecretKey::load_or_make(file).open(sealed), "bí mật");
  EXPECT_FALSE(SecretKey::load_or_make(file).open(sealed.substr(1)));
}

TEST(SecretKeyFile, ThatOthersMayReadOrThatIsCutOffIsRefused) {
  const badge::test::TempDir folder;
  const auto file = folder.path() / "key";
  static_cast<void>(SecretKey::load_or_make(file));
  std::filesystem::permissions(file, std::filesystem::perms(0640));
  EXPECT_THROW(static_cast<void>(SecretKey::load_or_make(file)), std::runtime_error);
  std::filesystem::permissions(file, std::filesystem::perms(0600));
  std::filesystem::resize_file(file, 31);
  EXPECT_THROW(static_cast<void>(SecretKey::load_or_make(file)), std::runtime_error);
}

}  // namespace
}  // namespace badge::app
