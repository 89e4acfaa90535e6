#pragma once
#include <optional>
#include <vector>

#include "server/store/packed_tap.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// One tap as the log holds it: of an entrance or of an import.
struct LoggedTap {
  std::uint64_t position = 0;
  std::uint32_t credential_no = 0;
  PackedTap packed;
};

/// Reads taps of entrances and of visible imports together, in order of position, those after a position.
class LogTail {
 public:
  LogTail(Database& database, std::uint64_t after);
  /// False: there are no more. `tap` is unchanged then.
  bool next(LoggedTap& tap);

 private:
  struct Import {
    std::int64_t no;
    std::uint64_t base, rows;
  };
  [[nodiscard]] bool start_segment();

  Database& database_;
  std::uint64_t position_;
  std::vector<Import> imports_;  // those that reach beyond `after`, in order of position
  std::size_t next_import_ = 0;
  std::optional<Rows> rows_;
  bool in_import_ = false;
  std::uint64_t base_ = 0;  // of the import that is being read
  bool ended_ = false;
};

}  // namespace badge::store
