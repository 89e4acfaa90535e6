#pragma once
/// What the hours of a season must keep, whatever kind of file states them. Pure.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/attendance/facts.hpp"

namespace badge::app {

/// A rule that is broken. `field`: as a key of the TOML file ("start", "flex_later_min").
struct SeasonFault {
  std::optional<std::size_t> session;  // by its place in the season; nothing: the season as a whole
  std::string_view field;
  std::string message;
};

/// A session whose end is not after its start ends the next morning.
void reach_next_morning(attendance::SessionRule& session);

/// Of a season with at least one session. In the order of its sessions, the season itself behind them. A
/// session that ends where it starts is one whose times could not be read: no more is said of them.
[[nodiscard]] std::vector<SeasonFault> faults_of(const attendance::Season& season,
                                                 const ImportReport& report);

}  // namespace badge::app
