#pragma once
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/attendance/people.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::attendance {

/// Units whose month was closed, with the people of their sheets: a month's report says of them what was
/// signed, and not what their facts say today.
class FrozenUnits {
 public:
  /// Each unit at most once.
  void add(const People& people, UnitNo unit, const Sheet& sheet);

  [[nodiscard]] bool contains(UnitNo unit) const { return unit < frozen_.size() && frozen_[unit]; }

  /// One person on one sheet.
  struct Row {
    UnitNo unit;
    std::vector<std::pair<Date, Tally>> days;
  };
  [[nodiscard]] std::span<const Row> of(PersonNo person) const;
  /// The rows of each person of whom no posting is left.
  [[nodiscard]] std::span<const std::vector<Row>> strangers() const { return strangers_; }

 private:
  std::vector<bool> frozen_;  // by UnitNo
  std::unordered_map<PersonNo, std::vector<Row>> rows_;
  std::vector<std::string> stranger_codes_;
  std::vector<std::vector<Row>> strangers_;  // by place in stranger_codes_
};

}  // namespace badge::attendance
