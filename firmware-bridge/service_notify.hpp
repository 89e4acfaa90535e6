#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace badge::bridge {

/// Tells systemd how this service is ("READY=1", "STOPPING=1", "WATCHDOG=1"), by its datagram protocol
/// (sd_notify(3)); does nothing where it was not started by systemd.
void notify_service_manager(std::string_view state);

/// How often systemd wants to hear WATCHDOG=1, at the latest; nothing where it does not watch.
[[nodiscard]] std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace badge::bridge
