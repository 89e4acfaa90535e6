#include "server/app/notice_items.hpp"

#include <algorithm>
#include <map>

namespace badge::app {

ItemsFollowed follow_items(const std::vector<store::NoticeItem>& known, const std::vector<Seen>& seen,
                           Instant now) {
  ItemsFollowed followed;
  std::map<std::string, store::NoticeItem> items;
  for (const auto& item : known) items.emplace(item.item, item);
  std::set<std::string> now_seen;
  for (const auto& [name, told_after] : seen) {
    if (!now_seen.insert(name).second) continue;
    const auto [found, is_new] = items.try_emplace(name, store::NoticeItem{name, now, false, {}});
    auto item = found->second;
    item.over_at.reset();
    if (!item.told && now - item.began_at >= told_after) {
      item.told = true;
      followed.to_tell.insert(name);
    }
    if (is_new || item != found->second) followed.change.put.push_back(std::move(item));
  }
  for (auto item : known) {
    if (now_seen.contains(item.item)) continue;
    if (!item.told || (item.over_at && now - *item.over_at >= over_after)) {
      followed.change.erased.push_back(item.item);
    } else if (!item.over_at) {
      item.over_at = now;
      followed.change.put.push_back(std::move(item));
    }
  }
  return followed;
}

}  // namespace badge::app
