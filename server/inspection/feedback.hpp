#pragma once
/// Cases of feedback: what citizens and colleagues report, and what they were answered.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/inspection/finding.hpp"

namespace badge::inspection {

enum class FeedbackState : std::uint8_t { open, overdue, answered };
constexpr auto words_of(FeedbackState) {
  return std::to_array<std::string_view>({"open", "overdue", "answered"});
}

struct Feedback : Said {
  std::string file;
  Received received;  // of a denunciation: number, date and body alone
  std::optional<Replied> replied;
};

/// Nothing: the steps are no case.
[[nodiscard]] std::optional<Feedback> feedback_of(std::span<const Step> steps);

[[nodiscard]] FeedbackState state_of(const Feedback& feedback, Date today);

/// What may be kept of what somebody reports. Of a denunciation its number, its date and who handles it: the
/// rest is secret (Luật Tố cáo 2018, art. 56) and belongs to that body.
[[nodiscard]] Received keepable(Received received);

}  // namespace badge::inspection
