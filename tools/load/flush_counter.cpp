// Loaded first (LD_PRELOAD) into the measured server: counts how often it waits for the disk, in the file
// that FLUSH_COUNTER names (8 bytes, mapped by both sides). That is the number of durable commits, which no
// other side of a process shows.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>

namespace {

std::int64_t* counter() {
  static std::int64_t* const mapped = []() -> std::int64_t* {
    const char* path = std::getenv("FLUSH_COUNTER");
    const int file = path == nullptr ? -1 : ::open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) return nullptr;
    void* memory = ::mmap(nullptr, sizeof(std::int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<std::int64_t*>(memory);
  }();
  return mapped;
}

using Flush = int(int);

int counted(const char* name, int file) {
  if (counter() != nullptr) std::atomic_ref(*counter()).fetch_add(1);
  return reinterpret_cast<Flush*>(dlsym(RTLD_NEXT, name))(file);
}

}  // namespace

extern "C" {
int fdatasync(int file) { return counted("fdatasync", file); }
int fsync(int file) { return counted("fsync", file); }
}
