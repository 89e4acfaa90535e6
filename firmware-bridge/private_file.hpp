#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace badge::bridge {

/// Reads a file that only its owner may touch (no mode bit of group and others). At most `bytes_max` bytes.
/// The error names the file and what to do.
[[nodiscard]] tl::expected<std::string, std::string> read_private_file(const std::filesystem::path& file,
                                                                       std::size_t bytes_max);

/// Replaces a file by `content`, mode 0600, so that after a power cut there is the old one or the new one.
/// Throws std::system_error.
void replace_private_file(const std::filesystem::path& file, std::string_view content);

}  // namespace badge::bridge
