#pragma once
/// What somebody must still be asked about: sessions that were late, left early, missed or not tapped in
/// full. Pure.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/day_facts.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::attendance {

/// What became of the person's explanation (*giải trình*).
enum class ExplanationState : std::uint8_t {
  open,      // none came, and it may still come
  lacking,   // none came in time
  pending,   // awaits a decision
  approved,  // and this is what was left
  refused,
};
/// The enumerators' names: words of the HTTP interface, so they never change.
[[nodiscard]] std::string_view to_string(ExplanationState state);

struct Deviation {
  SheetLine line;  // of the session, as the sheet has it
  ExplanationState explanation = ExplanationState::lacking;
  std::optional<Date> explain_until = {};     // of `open`: the last day
  std::optional<Correction> correction = {};  // the explanation, where there is one
  std::optional<Absence> paper = {};          // for a part of the session
};

/// Whether the session was late, left early, missed, or lacks a tap.
[[nodiscard]] bool is_deviation(const SheetLine& line);

/// Those of one person's day. `lines`: what the sheet says of it, in order; `facts` those that it was judged
/// from, or null where they are not kept. `now`: whether an explanation may still come.
[[nodiscard]] std::vector<Deviation> deviations_of(const DayFacts* facts, std::span<const SheetLine> lines,
                                                   LocalTime now);

}  // namespace badge::attendance
