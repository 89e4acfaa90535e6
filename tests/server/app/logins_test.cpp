// People with a login, in a real store.
#include "server/app/logins.hpp"

#include <barrier>
#include <thread>

#include "tests/server/app/login_office.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using LoginsInAStore = test::LoginOffice;

TEST_F(LoginsInAStore, OfTwoAnswersToOneInvitationOneCounts) {
  const std::array<std::string, 2> passwords = {"mưa rơi nhẹ đêm", "sông núi nước non"};
  const auto token = invite("an");
  std::array<bool, 2> took{};
  std::barrier together(2);
  const auto answer = [&](std::size_t who) {
    together.arrive_and_wait();  // hashing takes long: both see the invitation before one is done
    took.at(who) = logins.answer_invitation(token, passwords.at(who), Language::en).has_value();
  };
  std::thread other(answer, 1);
  answer(0);
  other.join();
  ASSERT_NE(took[0], took[1]);
  EXPECT_TRUE(logins.sign_in({"an", passwords[took[0] ? 0 : 1], {}}, "::1"));
  EXPECT_FALSE(logins.sign_in({"an", passwords[took[0] ? 1 : 0], {}}, "::1"));
}

TEST_F(LoginsInAStore, AnInvitationIsOverAfterThreeDays) {
  const auto token = invite("an");
  now = now.load() + invitation_lifetime - 1ms;
  EXPECT_EQ(logins.invited(token), "an");
  now = now.load() + 1ms;
  EXPECT_EQ(logins.invited(token), "");
  EXPECT_FALSE(logins.answer_invitation(token, "mưa rơi nhẹ đêm", Language::en));
}

}  // namespace
}  // namespace badge::app
