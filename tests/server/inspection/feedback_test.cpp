#include "server/inspection/feedback.hpp"

#include <gmock/gmock.h>

#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

Received received(FeedbackKind kind) {
  return {kind, "đường dây nóng", march(9), "SNV", "không đeo thẻ", "ông B", march(19), "03/TC", "Thanh tra"};
}

TEST(Feedback, IsNoneUntilItIsReceived) {
  EXPECT_FALSE(feedback_of(Written()(Replied{"đã kiểm tra", "", march(12)}).steps()));
}

TEST(Feedback, IsOpenThroughItsDayThenOverdueUntilAnswered) {
  auto file = Written()(received(FeedbackKind::reflection));
  const auto state = [&](Date today) { return state_of(feedback_of(file.steps()).value(), today); };
  EXPECT_EQ(state(march(19)), FeedbackState::open);
  EXPECT_EQ(state(march(20)), FeedbackState::overdue);
  file(Replied{"đã kiểm tra", "12/SNV", march(20)});
  EXPECT_EQ(state(march(21)), FeedbackState::answered);
}

TEST(Feedback, OfADenunciationKeepsNumberDateAndBodyAlone) {
  const auto kept = keepable(received(FeedbackKind::denunciation));
  EXPECT_EQ(kept.kind, FeedbackKind::denunciation);
  EXPECT_EQ(kept.number, "03/TC");
  EXPECT_EQ(kept.received_on, march(9));
  EXPECT_EQ(kept.body, "Thanh tra");
  EXPECT_EQ(kept.channel + kept.unit_code + kept.subject + kept.sender, "");
  EXPECT_FALSE(kept.due);
}

TEST(Feedback, OfAnyOtherKindIsKeptWhole) {
  for (const auto kind : {FeedbackKind::reflection, FeedbackKind::petition, FeedbackKind::complaint}) {
    const auto kept = keepable(received(kind));
    EXPECT_EQ(kept.sender, "ông B");
    EXPECT_EQ(kept.subject, "không đeo thẻ");
    EXPECT_EQ(kept.due, march(19));
  }
}

TEST(Feedback, ShowsNoMoreOfADenunciationThanMayBeKept) {
  const auto feedback = feedback_of(Written()(received(FeedbackKind::denunciation)).steps()).value();
  EXPECT_EQ(feedback.received.sender + feedback.received.subject, "");
  EXPECT_EQ(feedback.received.number, "03/TC");
}

}  // namespace
}  // namespace badge::inspection::testing
