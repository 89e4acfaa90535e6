#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "server/attendance/rule_facts.hpp"

namespace badge::app {

/// The facts that no verdict reads, but reports and desks do: what people may take, what must be covered, and
/// the box of temporary cards. Immutable; any thread.
class LedgerFacts {
 public:
  explicit LedgerFacts(const attendance::RuleFacts& facts);

  /// Null: nobody stated one.
  [[nodiscard]] const attendance::LeaveEntitlement* entitlement(std::string_view staff, int year) const;
  /// In order of date.
  [[nodiscard]] std::span<const attendance::Credit> credits(std::string_view staff) const;
  /// Whether the office keeps a ledger of compensatory leave at all.
  [[nodiscard]] bool keeps_credits() const { return !credits_.empty(); }
  [[nodiscard]] std::span<const attendance::Duty> duties() const { return duties_; }
  [[nodiscard]] std::span<const attendance::DutySlot> duty_slots() const { return duty_slots_; }
  /// By card, then by first day.
  [[nodiscard]] std::span<const attendance::TemporaryCard> temporary_cards() const {
    return temporary_cards_;
  }
  /// Null: it is none, on that day.
  [[nodiscard]] const attendance::TemporaryCard* temporary_card(std::string_view uid,
                                                                attendance::Date date) const;
  /// Of this card the newest, over or not. Null: it was never lent.
  [[nodiscard]] const attendance::CardLoan* last_loan(std::string_view uid) const;

 private:
  std::vector<attendance::LeaveEntitlement> entitlements_;  // by staff code, then year
  std::vector<attendance::Credit> credits_;                 // by staff code, then date
  std::vector<attendance::Duty> duties_;                    // as they were stated
  std::vector<attendance::DutySlot> duty_slots_;            // by unit, then schedule
  std::vector<attendance::TemporaryCard> temporary_cards_;  // by card, then first day
  std::vector<attendance::CardLoan> last_loans_;            // by card, one each
};

}  // namespace badge::app
