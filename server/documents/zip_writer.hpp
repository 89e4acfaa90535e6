#pragma once
#include <chrono>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace badge::documents {

struct ZipEntry {
  std::string path;
  std::string bytes;
};

/// A ZIP archive in memory, entries in the given order; the same entries give the same bytes. An error is the
/// library's own sentence (memory, a path twice).
[[nodiscard]] tl::expected<std::string, std::string> zip_of(const std::vector<ZipEntry>& entries);

}  // namespace badge::documents
