#pragma once
#include <span>
#include <string>
#include <string_view>

namespace badge::notices {

inline constexpr std::size_t event_rows_max = 100;  // 20 KB: as much as Standard Webhooks proposes

/// One thing that a webhook is told of. What is empty is left out.
struct EventRow {
  std::string kind, entrance, unit_code, unit_name, since, month, state;
  std::size_t count = 1;
};

/// {"type", "timestamp", "data": {"total", "items": […]}}; of more than event_rows_max rows the first.
[[nodiscard]] std::string event_body(std::string_view type, std::string_view timestamp,
                                     std::span<const EventRow> rows);

}  // namespace badge::notices
