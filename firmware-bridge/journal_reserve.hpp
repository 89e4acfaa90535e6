#pragma once
#include <cstdint>
#include <filesystem>

namespace badge::bridge {

/// Disk space that nobody else can take: a file of real blocks beside the journal. When the disk is full it
/// is given up, so that the journal can go on writing.
class JournalReserve {
 public:
  /// `bytes` 0: no reserve at all.
  JournalReserve(std::filesystem::path file, std::uint64_t bytes) : file_(std::move(file)), bytes_(bytes) {}

  /// Makes the file if it is not there and there is room for it twice. Returns whether it is there.
  bool hold() const;
  /// Gives the space up. Returns whether there was any.
  bool release() const;

 private:
  std::filesystem::path file_;
  std::uint64_t bytes_;
};

}  // namespace badge::bridge
