#pragma once
#include <span>
#include <string_view>

namespace badge {

/// The one of `names` that a person most likely meant by `written`; empty where none is near (more than a
/// third of its letters differ).
[[nodiscard]] std::string_view nearest_name(std::string_view written,
                                            std::span<const std::string_view> names);

}  // namespace badge
