#pragma once
#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace badge::attendance {

/// Keeps words that many facts share once, one behind the other: of 40,000 people's positions and units there
/// are a few thousand.
class WordPool {
 public:
  /// The same word; it stays as long as the pool, wherever that is moved to.
  [[nodiscard]] std::string_view keep(std::string_view word);
  /// From here on even a known word would be kept again.
  void forget_known() { known_ = {}; }

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t room_ = 0;  // at the end of the last chunk
  char* next_ = nullptr;
  std::unordered_set<std::string_view> known_;
};

}  // namespace badge::attendance
