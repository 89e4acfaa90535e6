#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/temp_dir.hpp"

namespace badge::test {

/// What machine_faults_shim.cpp reads: 24 bytes of a file that test and victim both map.
struct MachineFaultsState {
  std::int64_t clock_shift_ms;  // added to the wall clock
  std::int64_t disk_full;       // 1: no file may grow, and no space is free but what was freed since
  std::int64_t freed_bytes;
};

/// A machine whose clock can be moved and whose disk can be filled, for the programs that are started with
/// `environment()`. It takes effect at once, while they run, and needs no privileges: a small library that is
/// loaded first (LD_PRELOAD) answers instead of the C library.
class MachineFaults {
 public:
  MachineFaults();
  ~MachineFaults();
  MachineFaults(const MachineFaults&) = delete;
  MachineFaults& operator=(const MachineFaults&) = delete;

  void shift_clock(std::chrono::milliseconds by);  // against the true clock, not against the last shift
  void fill_disk(bool full);

  [[nodiscard]] std::vector<std::string> environment() const;

 private:
  TempDir folder_;
  MachineFaultsState* state_;
};

}  // namespace badge::test
