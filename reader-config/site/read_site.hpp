#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/site/site_config.hpp"

namespace badge {

inline constexpr std::size_t site_bytes_max = 256 * 1024;  // 64 readers with a page of comments each
inline constexpr std::size_t site_readers_max = 64;        // more than one daemon can drive over USB

/// Something in site.toml that cannot stand.
struct SiteError {
  std::size_t line = 0;  // from 1; 0 where the whole file is meant
  std::string key;       // "reader[2].connection", readers counted from 1 as they stand in the file
  std::string what;      // the value, the rule, what to do
  friend bool operator==(const SiteError&, const SiteError&) = default;

  /// site.toml:12: reader[2].connection "pn532_uart": needs a device, for example …
  [[nodiscard]] std::string text(std::string_view file) const;
};

using SiteErrors = std::vector<SiteError>;  // in order of lines, never empty

/// Reads and checks the text of a site.toml. All errors, not only the first; only what is no TOML at all ends
/// the search at its first mistake. Relative paths are put below `folder`. Touches no file.
[[nodiscard]] tl::expected<SiteConfig, SiteErrors> read_site(std::string_view text,
                                                             const std::filesystem::path& folder);

/// The same for a file. The error may also be that it cannot be read.
[[nodiscard]] tl::expected<SiteConfig, SiteErrors> load_site(const std::filesystem::path& file);

}  // namespace badge
