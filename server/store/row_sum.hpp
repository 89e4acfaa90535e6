#pragma once
#include <cstdint>

namespace badge::store {

/// A sum over a set of numbers that does not depend on their order: two sets can be compared without being
/// held.
struct RowSum {
  std::uint64_t count = 0, mixed = 0;
  void add(std::uint64_t value) {
    ++count;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;  // the finaliser of splitmix64
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    mixed += value ^ (value >> 31);
  }
  friend bool operator==(const RowSum&, const RowSum&) = default;
};

}  // namespace badge::store
