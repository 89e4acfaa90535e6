#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "server/attendance/people.hpp"

namespace badge::attendance {

/// Facts about single people, by person; those of one person in the order in which they were given. Facts of
/// people who have no posting are left out. Immutable.
template <class Fact>
class ByPerson {
 public:
  ByPerson(std::vector<Fact> facts, const People& people) {
    std::vector<std::pair<PersonNo, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      if (const auto person = people.find(facts[i].staff_code)) order.emplace_back(*person, i);
    }
    std::sort(order.begin(), order.end());
    facts_.reserve(order.size());
    if (order.empty()) return;
    first_.reserve(people.size() + 1);
    for (const auto& [person, place] : order) {
      while (first_.size() <= person) first_.push_back(static_cast<std::uint32_t>(facts_.size()));
      facts_.push_back(std::move(facts[place]));
    }
    first_.resize(people.size() + 1, static_cast<std::uint32_t>(facts_.size()));
  }

  [[nodiscard]] std::span<const Fact> of(PersonNo person) const {
    if (first_.empty()) return {};
    return {facts_.begin() + first_[person], facts_.begin() + first_[person + 1]};
  }

 private:
  std::vector<Fact> facts_;
  std::vector<std::uint32_t> first_;  // by PersonNo; empty where there are no facts
};

}  // namespace badge::attendance
