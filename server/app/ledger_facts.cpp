#include "server/app/ledger_facts.hpp"

#include <algorithm>
#include <utility>

namespace badge::app {

using attendance::Credit;
using attendance::DutySlot;
using attendance::LeaveEntitlement;

namespace {

std::pair<std::string_view, int> key_of(const LeaveEntitlement& stated) {
  return {stated.staff_code, stated.year};
}
std::string_view staff_of(const Credit& credit) { return credit.staff_code; }

}  // namespace

LedgerFacts::LedgerFacts(const attendance::RuleFacts& facts)
    : entitlements_(facts.entitlements),
      credits_(facts.credits),
      duties_(facts.duties),
      duty_slots_(facts.duty_slots) {
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

std::span<const Credit> LedgerFacts::credits(std::string_view staff) const {
  return {std::ranges::lower_bound(credits_, staff, {}, staff_of),
          std::ranges::upper_bound(credits_, staff, {}, staff_of)};
}

}  // namespace badge::app
