// Loaded before the C library (LD_PRELOAD) into a program under test: moves its wall clock and fills its disk
// as the file named by MACHINE_FAULTS says (machine_faults.hpp). Without that variable it changes nothing.
//
// A full disk behaves as the kernel's does: what lies inside a file already can be overwritten, nothing can
// grow. Pipes, sockets and terminals are not the disk. The true functions are looked up by name, so that one
// file works whichever of its two names (pwrite, pwrite64) a library was built against.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <ctime>

namespace {

struct State {
  std::int64_t clock_shift_ms, disk_full, freed_bytes;
};

template <typename Function>
Function* real(const char* name) {
  // NOLINTNEXTLINE: POSIX promises that this conversion works.
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

State* state() {
  static State* const mapped = []() -> State* {
    const char* path = std::getenv("MACHINE_FAULTS");
    const int file = path == nullptr ? -1 : ::open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) return nullptr;
    void* memory = ::mmap(nullptr, sizeof(State), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return memory == MAP_FAILED ? nullptr : static_cast<State*>(memory);
  }();
  return mapped;
}

std::int64_t clock_shift_ms() {
  State* const now = state();
  return now == nullptr ? 0 : std::atomic_ref(now->clock_shift_ms).load();
}

bool disk_full() {
  State* const now = state();
  return now != nullptr && std::atomic_ref(now->disk_full).load() != 0;
}

/// Bytes by which a file would grow; negative where it would become shorter.
std::int64_t growth(int file, off_t end) {
  struct stat about{};
  return ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) ? end - about.st_size : 0;
}

void give_back(std::int64_t bytes) { std::atomic_ref(state()->freed_bytes).fetch_add(bytes); }

bool refused(int file, off_t end) {
  if (!disk_full()) return false;
  const std::int64_t bytes = growth(file, end);
  if (bytes <= 0) return false;
  if (std::atomic_ref(state()->freed_bytes).fetch_sub(bytes) >= bytes) return false;
  give_back(bytes);
  errno = ENOSPC;
  return true;
}

/// Does what removes the file at `path`, and counts its bytes as free where it did.
template <typename Remove>
int removed(const char* path, Remove remove) {
  struct stat about{};
  const bool counts =
      disk_full() && ::stat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 1;
  const int result = remove();
  if (result == 0 && counts) give_back(about.st_size);
  return result;
}

int resized(int result, std::int64_t grown_bytes) {
  if (result == 0 && grown_bytes < 0 && disk_full()) give_back(-grown_bytes);
  return result;
}

off_t end_of_write(int file, std::size_t size) {
  const int flags = ::fcntl(file, F_GETFL);
  struct stat about{};
  if (flags >= 0 && (flags & O_APPEND) != 0 && ::fstat(file, &about) == 0)
    return about.st_size + static_cast<off_t>(size);
  return ::lseek(file, 0, SEEK_CUR) + static_cast<off_t>(size);
}

template <typename Space>
int without_free_space(int result, Space* space) {
  if (result == 0 && disk_full())
    space->f_bfree = space->f_bavail =
        static_cast<decltype(space->f_bfree)>(std::atomic_ref(state()->freed_bytes).load()) / space->f_frsize;
  return result;
}

void shift(timespec* time) {
  const std::int64_t ms = clock_shift_ms();
  time->tv_sec += ms / 1000;
  time->tv_nsec += (ms % 1000) * 1'000'000;
  if (time->tv_nsec < 0) {
    --time->tv_sec;
    time->tv_nsec += 1'000'000'000;
  }
  if (time->tv_nsec >= 1'000'000'000) {
    ++time->tv_sec;
    time->tv_nsec -= 1'000'000'000;
  }
}

}  // namespace

extern "C" {

/// AddressSanitizer asks for this before it starts. It wants to be loaded first, and works as the second too.
const char* __asan_default_options() { return "verify_asan_link_order=0"; }  // NOLINT: its name, not ours

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto next = real<int(clockid_t, timespec*)>("clock_gettime");
  const int result = next(clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) shift(time);
  return result;
}

int gettimeofday(timeval* time, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t* result) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != nullptr) *result = now.tv_sec;
  return now.tv_sec;
}

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto next = real<ssize_t(int, const void*, size_t)>("write");
  if (disk_full() && refused(file, end_of_write(file, size))) return -1;
  return next(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  static const auto next = real<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  if (refused(file, at + static_cast<off_t>(size))) return -1;
  return next(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto next = real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (refused(file, at + static_cast<off_t>(size))) return -1;
  return next(file, bytes, size, at);
}

int ftruncate(int file, off_t size) noexcept {
  static const auto next = real<int(int, off_t)>("ftruncate");
  const std::int64_t grown_bytes = growth(file, size);
  return refused(file, size) ? -1 : resized(next(file, size), grown_bytes);
}

int ftruncate64(int file, off64_t size) noexcept {
  static const auto next = real<int(int, off64_t)>("ftruncate64");
  const std::int64_t grown_bytes = growth(file, size);
  return refused(file, size) ? -1 : resized(next(file, size), grown_bytes);
}

int unlink(const char* path) noexcept {
  static const auto next = real<int(const char*)>("unlink");
  return removed(path, [&] { return next(path); });
}

int remove(const char* path) noexcept {
  static const auto next = real<int(const char*)>("remove");
  return removed(path, [&] { return next(path); });
}

int fallocate(int file, int mode, off_t at, off_t size) {
  static const auto next = real<int(int, int, off_t, off_t)>("fallocate");
  return refused(file, at + size) ? -1 : next(file, mode, at, size);
}

int fallocate64(int file, int mode, off64_t at, off64_t size) {
  static const auto next = real<int(int, int, off64_t, off64_t)>("fallocate64");
  return refused(file, at + size) ? -1 : next(file, mode, at, size);
}

int posix_fallocate(int file, off_t at, off_t size) {
  static const auto next = real<int(int, off_t, off_t)>("posix_fallocate");
  return refused(file, at + size) ? ENOSPC : next(file, at, size);
}

int posix_fallocate64(int file, off64_t at, off64_t size) {
  static const auto next = real<int(int, off64_t, off64_t)>("posix_fallocate64");
  return refused(file, at + size) ? ENOSPC : next(file, at, size);
}

int statvfs(const char* path, struct statvfs* space) noexcept {
  static const auto next = real<int(const char*, struct statvfs*)>("statvfs");
  return without_free_space(next(path, space), space);
}

int statvfs64(const char* path, struct statvfs64* space) noexcept {
  static const auto next = real<int(const char*, struct statvfs64*)>("statvfs64");
  return without_free_space(next(path, space), space);
}

int fstatvfs(int file, struct statvfs* space) noexcept {
  static const auto next = real<int(int, struct statvfs*)>("fstatvfs");
  return without_free_space(next(file, space), space);
}

int fstatvfs64(int file, struct statvfs64* space) noexcept {
  static const auto next = real<int(int, struct statvfs64*)>("fstatvfs64");
  return without_free_space(next(file, space), space);
}

}  // extern "C"
