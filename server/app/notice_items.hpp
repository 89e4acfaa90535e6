#pragma once
/// What is told once, until it is over and begins again. Pure.
#include <set>
#include <string>
#include <vector>

#include "server/store/notices.hpp"

namespace badge::app {

inline constexpr std::chrono::minutes over_after{30};  // a reader that comes and goes is one event

/// What lasts for `told_after` is told.
struct Seen {
  std::string item;
  std::chrono::seconds told_after{0};
};

struct ItemsFollowed {
  store::NoticeItemChange change;
  std::set<std::string> to_tell;
};

/// From what was known and what is the matter at this moment.
[[nodiscard]] ItemsFollowed follow_items(const std::vector<store::NoticeItem>& known,
                                         const std::vector<Seen>& seen, Instant now);

}  // namespace badge::app
