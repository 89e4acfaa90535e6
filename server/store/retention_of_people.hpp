#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "server/attendance/facts.hpp"
#include "server/store/log_state.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// The tables with a row for a person that go with them, by name.
[[nodiscard]] std::span<const std::string_view> tables_of_people();

/// Erases somebody in the running transaction. Returns how many: 1, or 0 where a posting of theirs did not
/// end before this day. Sheets that were closed stay as they are; the name of the login stays taken, because
/// the audit log names it.
std::uint64_t erase_person(Database& database, LogState& state, std::string_view staff_code,
                           attendance::Date before, Instant now);

}  // namespace badge::store
