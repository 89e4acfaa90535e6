#include "server/store/fold.hpp"

#include <algorithm>
#include <cstring>

#include "server/store/log_tail.hpp"

namespace badge::store {
namespace {

constexpr std::size_t gather_taps_max =
    2000;  // of one slice: about 1 ms, and then a merge into what is there

}  // namespace

void Fold::restart() {
  stage_ = Stage::idle;
  items_ = {};  // after a long round their memory is worth more elsewhere
}

bool Fold::slice(Database& database, LogState& state, const SliceClock& clock) {
  if (state.generation() != generation_) restart();
  if (stage_ == Stage::idle) {
    generation_ = state.generation();
    gathered_to_ = state.fold_cursor();
    taps_ = 0;
    written_ = 0;
    stage_ = Stage::gather;
  }
  if (stage_ == Stage::gather) {
    gather(database, state, clock);
    return false;
  }
  write(database, clock);
  if (written_ < items_.size()) return false;
  state.set_fold_cursor(gathered_to_, state.unfolded_taps() - std::min(state.unfolded_taps(), taps_));
  restart();
  return state.unfolded_taps() == 0;
}

void Fold::gather(Database& database, const LogState& state, const SliceClock& clock) {
  const auto before = items_.size();
  std::size_t taken = 0;
  LogTail tail(database, gathered_to_);
  LoggedTap tap;
  do {
    if (!tail.next(tap)) {
      gathered_to_ = state.last_position();
      stage_ = Stage::write;
      break;
    }
    const auto reached = months_reached(tap.packed.at());
    for (auto month = reached.first; month <= reached.last; ++month) {
      items_.push_back({month_row_id(month, tap.credential_no), tap.packed.word, tap.position});
    }
    gathered_to_ = tap.position;
    ++taken;
  } while (taken < gather_taps_max && !clock.spent());
  taps_ += taken;
  const auto middle = items_.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(middle, items_.end());
  std::inplace_merge(items_.begin(), middle, items_.end());
  if (items_.size() >= fold_taps_max) stage_ = Stage::write;
}

void Fold::write(Database& database, const SliceClock& clock) {
  while (written_ < items_.size()) {
    auto end = written_ + 1;
    while (end < items_.size() && items_[end].row_id == items_[written_].row_id) ++end;
    write_row(database, written_, end);
    written_ = end;
    if (clock.spent()) return;
  }
}

void Fold::write_row(Database& database, std::size_t first, std::size_t last) {
  const auto id = items_[first].row_id;
  std::uint64_t upto = 0;
  bool exists = false;
  merged_.clear();
  {
    Rows row(database.statement("SELECT upto, taps FROM credential_month WHERE id = ?"), id);
    if (row.next()) {
      exists = true;
      upto = row->as<std::uint64_t>(0);
      const auto taps = row->blob(1);
      merged_.resize(taps.size() / sizeof(std::uint64_t));
      std::memcpy(merged_.data(), taps.data(), merged_.size() * sizeof(std::uint64_t));
    }
  }
  const auto old = merged_.size();
  for (auto i = first; i < last; ++i) {
    if (items_[i].position > upto) merged_.push_back(items_[i].word);
  }
  if (merged_.size() == old) return;
  std::inplace_merge(merged_.begin(), merged_.begin() + static_cast<std::ptrdiff_t>(old), merged_.end());

  const Blob taps{{reinterpret_cast<const char*>(merged_.data()), merged_.size() * sizeof(std::uint64_t)}};
  if (exists) {
    database.statement("UPDATE credential_month SET upto = ?, taps = ? WHERE id = ?")
        .run(gathered_to_, taps, id);
  } else {
    database
        .statement(
            "INSERT INTO credential_month (id, key, upto, taps) SELECT ?, key, ?, ? FROM credential"
            " WHERE credential_no = ?")
        .run(id, gathered_to_, taps, id & 0xFFFFFFFF);
  }
}

}  // namespace badge::store
