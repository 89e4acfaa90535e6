#pragma once
#include <span>
#include <string>
#include <vector>

#include "server/store/packed_tap.hpp"
#include "server/store/snapshot.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/status.hpp"

namespace badge::store {

/// Questions about what the log holds, inside one read transaction. Meanings: snapshot.hpp.
[[nodiscard]] std::vector<Source> read_sources(Database& database);
[[nodiscard]] std::vector<CoverageInterval> read_coverage(Database& database,
                                                          std::span<const std::string> entrances,
                                                          Instant from, Instant to, std::uint64_t as_of);
[[nodiscard]] std::vector<StreamStatus> read_streams(Database& database);
[[nodiscard]] std::vector<LostRows> read_lost_rows(Database& database);
[[nodiscard]] std::vector<QuarantinedRow> read_quarantine(Database& database, std::size_t count);
[[nodiscard]] Digest digest_of(std::string_view blob);

}  // namespace badge::store
