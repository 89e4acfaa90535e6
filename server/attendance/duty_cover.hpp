#pragma once
#include <optional>
#include <span>
#include <vector>

#include "server/attendance/judge.hpp"
#include "server/attendance/papers.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::attendance {

/// A person's turn, and how it was kept.
struct DutyTurn {
  const Duty* duty = nullptr;
  bool in_service = true;             // who is not covers nothing
  std::optional<SessionState> state;  // nothing: no verdict speaks of it

  [[nodiscard]] bool came() const;  // who is exempt from tapping is believed
  [[nodiscard]] bool stayed_away() const;
};

/// A slot on one of its days.
struct SlotDay {
  const DutySlot* slot = nullptr;
  Date date;
  std::vector<DutyTurn> turns;  // as they were handed in

  [[nodiscard]] int named() const;
  [[nodiscard]] int came() const;
  [[nodiscard]] int stayed_away() const;
  [[nodiscard]] bool has_too_few_named() const { return named() < slot->people_min; }
  /// What is not decided yet is no complaint.
  [[nodiscard]] bool somebody_did_not_come() const { return stayed_away() > 0; }
};

/// Every slot on every of its days within `days`, by date, then in the order of `slots`. Turns that belong to
/// no slot are passed over.
[[nodiscard]] std::vector<SlotDay> duty_cover(std::span<const DutySlot> slots,
                                              std::span<const DutyTurn> turns, const DateSpan& days);

/// What a judged day says of the turn on `schedule`: of its sessions the worst. Nothing: the day has none of
/// them.
[[nodiscard]] std::optional<SessionState> state_of_turn(const DayFacts& facts, const DayVerdict& verdict,
                                                        const Schedule& schedule);

}  // namespace badge::attendance
