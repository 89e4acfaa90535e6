// Whatever stands in a site.toml: it is read, or refused with at least one error that names a line within it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reader-config/site/read_site.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto site = badge::read_site(text, "/etc/entrance");
  if (site) {
    const bool whole = !site->bridge.empty() && !site->readers.empty() && !site->journal.empty();
    if (!whole) std::abort();
    return 0;
  }
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 2;
  const bool named = !site.error().empty() && std::ranges::all_of(site.error(), [&](const auto& error) {
    return error.line <= lines && !error.text("site.toml").empty();
  });
  if (!named) std::abort();
  return 0;
}
