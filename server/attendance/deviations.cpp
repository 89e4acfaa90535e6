#include "server/attendance/deviations.hpp"

#include <array>

#include "server/attendance/paper_sessions.hpp"
#include "server/attendance/stated.hpp"

namespace badge::attendance {

namespace {

void explain(const StatedSession& stated, Date explain_until, LocalTime now, Deviation& deviation) {
  using enum ExplanationState;
  const auto say = [&](ExplanationState state, const Correction* by) {
    deviation.explanation = state;
    deviation.correction = *by;
  };
  if (stated.pending != nullptr) return say(pending, stated.pending);
  if (stated.refused != nullptr) return say(refused, stated.refused);
  for (const auto* by : {stated.absent, stated.in, stated.out}) {
    if (by != nullptr) return say(approved, by);
  }
  if (now >= LocalTime(explain_until + std::chrono::days(1))) return;
  deviation.explanation = open;
  deviation.explain_until = explain_until;
}

}  // namespace

std::string_view to_string(ExplanationState state) {
  constexpr std::array<std::string_view, 5> words = {"open", "lacking", "pending", "approved", "refused"};
  return words[static_cast<std::size_t>(state)];
}

bool is_deviation(const SheetLine& line) {
  if (line.state == SessionState::absent) return true;
  return line.state == SessionState::present &&
         (line.late > minutes(0) || line.early > minutes(0) || line.missing_in || line.missing_out);
}

std::vector<Deviation> deviations_of(const DayFacts* facts, std::span<const SheetLine> lines, LocalTime now) {
  std::vector<Deviation> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_deviation(lines[i])) continue;
    auto& deviation = found.emplace_back(Deviation{.line = lines[i]});
    if (facts == nullptr || facts->plan->sessions.size() != lines.size()) continue;
    explain(stated_on(*facts)[i], facts->plan->explain_until, now, deviation);
    for (const auto& part : paper_sessions(*facts)) {
      if (part.session == i) deviation.paper = *part.paper;
    }
  }
  return found;
}

}  // namespace badge::attendance
