#include "tests/e2e/machine_faults.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <system_error>

namespace badge::test {

MachineFaults::MachineFaults() {
  const std::string path = folder_ / "machine_faults";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0 || ::ftruncate(file, sizeof(MachineFaultsState)) != 0)
    throw std::system_error(errno, std::generic_category(), path);
  void* mapped = ::mmap(nullptr, sizeof(MachineFaultsState), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) throw std::system_error(errno, std::generic_category(), path);
  state_ = static_cast<MachineFaultsState*>(mapped);
}

MachineFaults::~MachineFaults() { ::munmap(state_, sizeof(MachineFaultsState)); }

void MachineFaults::shift_clock(std::chrono::milliseconds by) {
  std::atomic_ref(state_->clock_shift_ms).store(by.count());
}

void MachineFaults::fill_disk(bool full) {
  std::atomic_ref(state_->freed_bytes).store(0);
  std::atomic_ref(state_->disk_full).store(full ? 1 : 0);
}

std::vector<std::string> MachineFaults::environment() const {
  return {"LD_PRELOAD=" MACHINE_FAULTS_SHIM, "MACHINE_FAULTS=" + folder_ / "machine_faults"};
}

}  // namespace badge::test
