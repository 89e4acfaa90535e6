#include "server/store/log_tail.hpp"

#include <limits>

namespace badge::store {
namespace {

constexpr std::int64_t no_end = std::numeric_limits<std::int64_t>::max();

}  // namespace

LogTail::LogTail(Database& database, std::uint64_t after) : database_(database), position_(after) {
  for (Rows row(
           database_.statement("SELECT import_no, base_position, rows FROM tap_import WHERE state = 'visible'"
                               " AND base_position + rows > ? ORDER BY base_position"),
           after);
       row.next();) {
    imports_.push_back({row->integer(0), row->as<std::uint64_t>(1), row->as<std::uint64_t>(2)});
  }
}

// Positions of an import's rows lie together, so the log is a row of segments: the entrances' taps up to the
// base of the next import, then that import, and so on.
bool LogTail::start_segment() {
  rows_.reset();
  if (ended_) return false;
  const bool has_import = next_import_ < imports_.size();
  if (has_import && position_ >= imports_[next_import_].base) {
    const auto& import = imports_[next_import_++];
    base_ = import.base;
    in_import_ = true;
    rows_.emplace(database_.statement("SELECT id & 0xFFFFFFFF, source_no, credential_no, at FROM imported_tap"
                                      " WHERE id > ? AND id <= ? ORDER BY id"),
                  import.no << 32 | static_cast<std::int64_t>(position_ - base_),
                  import.no << 32 | static_cast<std::int64_t>(import.rows));
    position_ = import.base + import.rows;
    return true;
  }
  const auto end = has_import ? static_cast<std::int64_t>(imports_[next_import_].base) : no_end;
  in_import_ = false;
  rows_.emplace(
      database_.statement("SELECT position, source_no, credential_no, at, clock, offset_ms FROM tap_log"
                          " WHERE position > ? AND position <= ? ORDER BY position"),
      position_, end);
  position_ = static_cast<std::uint64_t>(end);
  ended_ = !has_import;
  return true;
}

bool LogTail::next(LoggedTap& tap) {
  while (!rows_ || !rows_->next()) {
    if (!start_segment()) return false;
  }
  const auto& row = **rows_;
  tap.credential_no = row.as<std::uint32_t>(2);
  const Instant at(std::chrono::milliseconds(row.integer(3)));
  const auto source_no = row.as<std::uint32_t>(1);
  if (in_import_) {
    tap.position = base_ + row.as<std::uint64_t>(0);
    tap.packed = PackedTap::pack(at, source_no, ClockState::synchronised, std::nullopt);
  } else {
    tap.position = row.as<std::uint64_t>(0);
    const auto offset = row.is_null(5) ? std::nullopt : std::optional(row.as<std::int32_t>(5));
    tap.packed = PackedTap::pack(at, source_no, row.as<ClockState>(4), offset);
  }
  return true;
}

}  // namespace badge::store
