#pragma once

namespace badge::app {

/// Declared before large work: when it goes, what the work has freed goes back to the system. Otherwise the
/// allocator would keep it between the little that stays, until the next large work. Costs some milliseconds.
class SpareMemory {
 public:
  SpareMemory() = default;
  ~SpareMemory();
  SpareMemory(const SpareMemory&) = delete;
  SpareMemory& operator=(const SpareMemory&) = delete;
};

}  // namespace badge::app
