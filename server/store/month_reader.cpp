#include "server/store/month_reader.hpp"

#include <algorithm>
#include <cstring>

namespace badge::store {
namespace {

/// Taps that are not folded yet, by key. Numbers instead of keys make them cheap to sort.
class UnfoldedTaps {
 public:
  struct Item {
    std::uint32_t key_no;
    std::uint64_t position;
    PackedTap tap;
  };

  void add(std::string_view key, std::uint64_t position, PackedTap tap) {
    auto found = numbers_.find(key);
    if (found == numbers_.end()) {
      found = numbers_.emplace(key, static_cast<std::uint32_t>(numbers_.size())).first;
    }
    items_.push_back({found->second, position, tap});
  }
  void sort() {
    std::ranges::sort(items_, {}, [](const Item& item) { return std::pair(item.key_no, item.tap.word); });
    firsts_.assign(numbers_.size() + 1, items_.size());
    for (auto i = items_.size(); i-- > 0;) firsts_[items_[i].key_no] = i;
  }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  /// Those of one key, which are not given a second time by `visit_rest`.
  [[nodiscard]] std::span<const Item> take(std::string_view key) {
    const auto found = numbers_.find(key);
    if (found == numbers_.end()) return {};
    const auto items = of(found->second);
    numbers_.erase(found);
    return items;
  }
  template <class Visit>
  void visit_rest(const Visit& visit) const {
    for (const auto& [key, no] : numbers_) visit(std::string_view(key), of(no));
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  [[nodiscard]] std::span<const Item> of(std::uint32_t no) const {
    return std::span(items_).subspan(firsts_[no], firsts_[no + 1] - firsts_[no]);
  }

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<Item> items_;
  std::vector<std::size_t> firsts_;  // of each key's items, and one past the last
};

std::uint64_t fold_cursor(Database& database) {
  return static_cast<std::uint64_t>(database.number("SELECT fold_cursor FROM store_state"));
}

void append_taps(std::string_view bytes, std::vector<PackedTap>& taps) {
  const auto old = taps.size();
  taps.resize(old + bytes.size() / sizeof(PackedTap));
  std::memcpy(taps.data() + old, bytes.data(), (taps.size() - old) * sizeof(PackedTap));
}

/// Adds to one folded row what came after it.
void merge(std::vector<PackedTap>& taps, std::span<const UnfoldedTaps::Item> items, std::uint64_t upto) {
  const auto old = static_cast<std::ptrdiff_t>(taps.size());
  for (const auto& item : items) {
    if (item.position > upto) taps.push_back(item.tap);
  }
  std::inplace_merge(taps.begin(), taps.begin() + old, taps.end());
}

}  // namespace

void MonthReader::for_each(MonthNumber month, const Visit& visit) {
  UnfoldedTaps unfolded;
  LogTail tail(database_, fold_cursor(database_));
  for (LoggedTap tap; tail.next(tap);) {
    const auto reached = months_reached(tap.packed.at());
    if (reached.first <= month && month <= reached.last) unfolded.add(tap.key, tap.position, tap.packed);
  }
  unfolded.sort();

  std::vector<PackedTap> taps;
  const auto show = [&](std::string_view key) {
    if (const auto tap_key = TapKey::from_bytes(key); tap_key && !taps.empty()) visit(*tap_key, taps);
  };
  for (Rows row(database_.statement("SELECT key, upto, taps FROM credential_month WHERE id >= ? AND id < ?"),
                month_row_id(month, 0), month_row_id(month + 1, 0));
       row.next();) {
    taps.clear();
    append_taps(row->blob(2), taps);
    if (!unfolded.empty()) merge(taps, unfolded.take(row->blob(0)), row->as<std::uint64_t>(1));
    show(row->blob(0));
  }
  unfolded.visit_rest([&](std::string_view key, std::span<const UnfoldedTaps::Item> items) {
    taps.clear();
    merge(taps, items, 0);
    show(key);
  });
}

std::vector<MonthReader::TapOfKey> MonthReader::taps_of(std::span<const TapKey> keys,
                                                        std::chrono::sys_seconds from,
                                                        std::chrono::sys_seconds to) {
  std::vector<TapOfKey> found;
  if (keys.empty() || from >= to) return found;
  UnfoldedTaps unfolded;
  LogTail tail(database_, fold_cursor(database_));
  for (LoggedTap tap; tail.next(tap);) {
    const auto at = tap.packed.at();
    const bool wanted =
        at >= from && at < to && std::ranges::find(keys, tap.key, &TapKey::bytes) != keys.end();
    if (wanted) unfolded.add(tap.key, tap.position, tap.packed);
  }
  unfolded.sort();

  auto& find_row = database_.statement(
      "SELECT m.upto, m.taps FROM credential c JOIN credential_month m ON m.id = (? << 32 | c.credential_no)"
      " WHERE c.key = ?");
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto items = unfolded.take(keys[i].bytes());
    for (auto month = month_number(from); month <= month_number(to); ++month) {
      std::uint64_t upto = 0;
      std::vector<PackedTap> taps;
      if (Rows row(find_row, month, Blob{keys[i].bytes()}); row.next()) {
        upto = row->as<std::uint64_t>(0);
        append_taps(row->blob(1), taps);
      }
      merge(taps, items, upto);
      for (const auto tap : taps) {
        // Near the end of a month a tap lies in two rows; it is taken from its own month's.
        if (tap.at() >= from && tap.at() < to && month_number(tap.at()) == month) found.push_back({i, tap});
      }
    }
  }
  std::ranges::stable_sort(found, {}, [](const TapOfKey& item) { return item.tap.word; });
  return found;
}

}  // namespace badge::store
