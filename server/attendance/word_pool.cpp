#include "server/attendance/word_pool.hpp"

#include <algorithm>

namespace badge::attendance {

std::string_view WordPool::keep(std::string_view word) {
  constexpr std::size_t chunk_size = 64UL * 1024;
  if (word.empty()) return {};
  if (const auto found = known_.find(word); found != known_.end()) return *found;
  if (room_ < word.size()) {
    room_ = std::max(chunk_size, word.size());
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
    next_ = chunks_.back().get();
  }
  const std::string_view kept(next_, word.size());
  next_ = std::copy(word.begin(), word.end(), next_);
  room_ -= word.size();
  known_.insert(kept);
  return kept;
}

}  // namespace badge::attendance
