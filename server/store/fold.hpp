#pragma once
#include <vector>

#include "server/store/write_slice.hpp"

namespace badge::store {

inline constexpr std::uint64_t tail_taps_max = 4096;  // reading so many from the log costs a report some 3 ms
inline constexpr std::size_t fold_taps_max = 100'000;  // of one round; 24 bytes each

/// Moves the log's tail into credential_month, in rounds: gather taps behind the cursor, sorted by the row
/// they go to, then write row by row, then move the cursor. Each row says up to which position it is
/// complete, so a round that was cut off anywhere is simply begun again, and readers see every tap once in
/// between.
class Fold {
 public:
  [[nodiscard]] bool due(const LogState& state) const {
    return stage_ != Stage::idle || state.unfolded_taps() > tail_taps_max;
  }
  /// One part of a round. True: nothing is left to fold.
  bool slice(Database& database, LogState& state, const SliceClock& clock);
  /// Forgets the running round: credential_month is made anew.
  void restart();

 private:
  enum class Stage { idle, gather, write };
  struct Item {
    std::int64_t row_id;
    std::uint64_t word, position;
    friend bool operator<(const Item& a, const Item& b) {
      return a.row_id != b.row_id ? a.row_id < b.row_id : a.word < b.word;
    }
  };

  void gather(Database& database, const LogState& state, const SliceClock& clock);
  void write(Database& database, const SliceClock& clock);
  void write_row(Database& database, std::size_t first, std::size_t last);

  Stage stage_ = Stage::idle;
  std::vector<Item> items_;
  std::uint64_t generation_ =
      0;  // of the state at the round's begin: a rollback undoes what the round relies on
  std::uint64_t gathered_to_ = 0;  // all taps up to here are in items_
  std::uint64_t taps_ = 0;         // of the round; a tap near the end of a month makes two items
  std::size_t written_ = 0;        // items
  std::vector<std::uint64_t> merged_;
};

}  // namespace badge::store
