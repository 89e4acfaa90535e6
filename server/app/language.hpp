#pragma once
#include <cstdint>
#include <string_view>

namespace badge::app {

/// Vietnamese is the first language of everything that people read; English is the second.
enum class Language : std::uint8_t { vi, en };

/// "en" is English; everything else, "" too, is Vietnamese.
[[nodiscard]] constexpr Language language_of(std::string_view tag) {
  return tag == "en" ? Language::en : Language::vi;
}

}  // namespace badge::app
