#include "firmware-bridge/feedback.hpp"

#include <gtest/gtest.h>

#include "tests/firmware-bridge/facts.hpp"

namespace badge::bridge::test {
namespace {

RecordedTap known_tap() {
  return {card("04A1B2C3D4E5F6"), {BadgeState::active, "Đ. V. Ân"}, morning, ClockState::synchronised};
}

DisplayConfig showing(PersonShown person) {
  DisplayConfig display;
  display.person = person;
  return display;
}

TEST(Feedback, IsGreenWithOfficeTimeAndPersonForAKnownBadge) {
  EXPECT_EQ(recorded(known_tap(), showing(PersonShown::name)),
            (Feedback{Light::green, "Đã ghi nhận 07:37", "Đ. V. Ân", ""}));
  EXPECT_EQ(recorded(known_tap(), showing(PersonShown::initials)).line(), "Đã ghi nhận 07:37 Đ. V. Â.");
  EXPECT_EQ(recorded(known_tap(), showing(PersonShown::none)).line(), "Đã ghi nhận 07:37");
}

TEST(Feedback, ShowsTheClockMinuteThatIsJudged) {
  auto tap = known_tap();
  tap.at = morning + std::chrono::milliseconds(47'999);  // 07:37:59.999
  EXPECT_EQ(recorded(tap, showing(PersonShown::none)).line(), "Đã ghi nhận 07:37");
  tap.at = morning - std::chrono::hours(8);  // 16:37 UTC, the day before
  EXPECT_EQ(recorded(tap, showing(PersonShown::none)).line(), "Đã ghi nhận 23:37");
}

TEST(Feedback, IsAmberWithAWordWhereSomebodyMustDoSomething) {
  const auto text_of = [](const RecordedTap& tap) {
    const auto feedback = recorded(tap, showing(PersonShown::none));
    EXPECT_EQ(feedback.light, Light::amber);
    return feedback.line();
  };
  auto unknown = known_tap();
  unknown.badge = {};
  EXPECT_EQ(text_of(unknown), "Đã ghi nhận 07:37 – thẻ chưa có trong danh sách");
  auto revoked = known_tap();
  revoked.badge.state = BadgeState::revoked;
  EXPECT_EQ(text_of(revoked), "Đã ghi nhận 07:37 – thẻ không còn hiệu lực");
  auto random = known_tap();
  random.credential = card("08A1B2C3");
  EXPECT_EQ(text_of(random), "Đã ghi nhận 07:37 – thẻ không có số cố định");
  auto unsure = known_tap();
  unsure.clock = ClockState::stepped;
  EXPECT_EQ(text_of(unsure), "Đã ghi nhận 07:37 – đồng hồ chưa được xác nhận");
}

TEST(Feedback, NamesThePersonAndTheConcernOfABadgeThatMustNotBeUsed) {
  auto revoked = known_tap();
  revoked.badge.state = BadgeState::revoked;
  EXPECT_EQ(recorded(revoked, showing(PersonShown::initials)),
            (Feedback{Light::amber, "Đã ghi nhận 07:37", "Đ. V. Â.", "thẻ không còn hiệu lực"}));
}

TEST(Feedback, KnowsTheOfficesDateAroundMidnight) {
  EXPECT_EQ(local_minute(morning, std::chrono::hours(7)), "2026-07-09T07:37");
  EXPECT_EQ(local_minute(morning, std::chrono::hours(-1)), "2026-07-08T23:37");
}

TEST(Feedback, IsRedAndSendsToThePaperWhereNothingWasRecorded) {
  EXPECT_EQ(not_recorded(), (Feedback{Light::red, "CHƯA ghi nhận", "", "ký sổ"}));
  EXPECT_EQ(not_recorded().line(), "CHƯA ghi nhận – ký sổ");
}

}  // namespace
}  // namespace badge::bridge::test
