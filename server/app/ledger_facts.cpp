#include "server/app/ledger_facts.hpp"

#include <algorithm>
#include <utility>

namespace badge::app {

using attendance::CardLoan;
using attendance::Credit;
using attendance::DutySlot;
using attendance::LeaveEntitlement;
using attendance::TemporaryCard;

namespace {

std::pair<std::string_view, int> key_of(const LeaveEntitlement& stated) {
  return {stated.staff_code, stated.year};
}
std::string_view staff_of(const Credit& credit) { return credit.staff_code; }
template <class Fact>
std::string_view card_of(const Fact& fact) {
  return fact.uid;
}

}  // namespace

LedgerFacts::LedgerFacts(const attendance::RuleFacts& facts)
    : entitlements_(facts.entitlements),
      credits_(facts.credits),
      duties_(facts.duties),
      duty_slots_(facts.duty_slots),
      temporary_cards_(facts.temporary_cards) {
  for (const auto& loan : facts.loans) {  // by card, then time
    if (!last_loans_.empty() && last_loans_.back().uid == loan.uid) last_loans_.pop_back();
    last_loans_.push_back(loan);
  }
  std::ranges::stable_sort(entitlements_, {}, key_of);
  std::ranges::stable_sort(credits_, {}, [](const Credit& credit) {
    return std::pair<std::string_view, attendance::Date>(credit.staff_code, credit.date);
  });
  std::ranges::stable_sort(duty_slots_, {}, [](const DutySlot& slot) {
    return std::pair<std::string_view, std::string_view>(slot.unit_code, slot.schedule);
  });
}

const LeaveEntitlement* LedgerFacts::entitlement(std::string_view staff, int year) const {
  const std::pair wanted(staff, year);
  const auto found = std::ranges::lower_bound(entitlements_, wanted, {}, key_of);
  return found == entitlements_.end() || key_of(*found) != wanted ? nullptr : &*found;
}

const TemporaryCard* LedgerFacts::temporary_card(std::string_view uid, attendance::Date date) const {
  const auto rows = std::ranges::equal_range(temporary_cards_, uid, {}, card_of<TemporaryCard>);
  const auto found = std::ranges::find_if(rows, [&](const auto& card) { return card.valid.contains(date); });
  return found == rows.end() ? nullptr : &*found;
}

const CardLoan* LedgerFacts::last_loan(std::string_view uid) const {
  const auto found = std::ranges::lower_bound(last_loans_, uid, {}, card_of<CardLoan>);
  return found == last_loans_.end() || found->uid != uid ? nullptr : &*found;
}

std::span<const Credit> LedgerFacts::credits(std::string_view staff) const {
  return {std::ranges::lower_bound(credits_, staff, {}, staff_of),
          std::ranges::upper_bound(credits_, staff, {}, staff_of)};
}

}  // namespace badge::app
