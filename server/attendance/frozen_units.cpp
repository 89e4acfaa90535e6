#include "server/attendance/frozen_units.hpp"

#include <algorithm>

namespace badge::attendance {

void FrozenUnits::add(const People& people, UnitNo unit, const Sheet& sheet) {
  if (frozen_.size() <= unit) frozen_.resize(unit + 1);
  frozen_[unit] = true;
  for (const auto& listed : sheet.people) {
    Row row{unit, tallies_by_day(listed)};
    if (const auto person = people.find(listed.staff_code)) {
      rows_[*person].push_back(std::move(row));
      continue;
    }
    const auto known = std::ranges::find(stranger_codes_, listed.staff_code);
    const auto place = static_cast<std::size_t>(known - stranger_codes_.begin());
    if (known == stranger_codes_.end()) {
      stranger_codes_.push_back(listed.staff_code);
      strangers_.emplace_back();
    }
    strangers_[place].push_back(std::move(row));
  }
}

std::span<const FrozenUnits::Row> FrozenUnits::of(PersonNo person) const {
  const auto found = rows_.find(person);
  return found == rows_.end() ? std::span<const Row>() : found->second;
}

}  // namespace badge::attendance
