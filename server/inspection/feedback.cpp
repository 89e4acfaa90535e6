#include "server/inspection/feedback.hpp"

#include <utility>

#include "server/inspection/inspection.hpp"

namespace badge::inspection {

std::optional<Feedback> feedback_of(std::span<const Step> steps) {
  std::optional<Feedback> feedback;
  for (const auto& step : in_order(steps)) {
    if (const auto* received = std::get_if<Received>(&step.what)) {
      if (!feedback) {
        feedback.emplace();
        feedback->by = step.by;
        feedback->at = step.at;
        feedback->file = step.file;
      }
      feedback->received = keepable(*received);
    }
    const auto* replied = std::get_if<Replied>(&step.what);
    if (feedback && replied != nullptr) feedback->replied = *replied;
  }
  return feedback;
}

FeedbackState state_of(const Feedback& feedback, Date today) {
  if (feedback.replied) return FeedbackState::answered;
  const auto& due = feedback.received.due;
  return due && *due < today ? FeedbackState::overdue : FeedbackState::open;
}

Received keepable(Received received) {
  if (received.kind != FeedbackKind::denunciation) return received;
  Received kept;
  kept.kind = received.kind;
  kept.received_on = received.received_on;
  kept.number = std::move(received.number);
  kept.body = std::move(received.body);
  return kept;
}

}  // namespace badge::inspection
