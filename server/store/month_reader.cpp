#include "server/store/month_reader.hpp"

#include <algorithm>
#include <cstring>

namespace badge::store {
namespace {

/// A tap that is not folded yet.
struct UnfoldedTap {
  std::uint32_t credential_no;
  std::uint64_t position;
  PackedTap tap;
};

constexpr std::uint64_t never_folded = UINT64_MAX;  // behind every position

/// Those of the log's tail that are wanted, and of the ruled ones, by credential, then time.
template <class Wanted>
std::vector<UnfoldedTap> unfolded_taps(Database& database, const RuledTaps& rulings, const Wanted& wanted) {
  std::vector<UnfoldedTap> taps;
  const auto cursor = static_cast<std::uint64_t>(database.number("SELECT fold_cursor FROM store_state"));
  LogTail tail(database, cursor);
  for (LoggedTap tap; tail.next(tap);) {
    if (wanted(tap.credential_no, tap.packed)) taps.push_back({tap.credential_no, tap.position, tap.packed});
  }
  for (const auto& tap : rulings.all()) {
    if (wanted(tap.credential_no, tap.judged)) taps.push_back({tap.credential_no, never_folded, tap.judged});
  }
  std::ranges::sort(taps, {},
                    [](const UnfoldedTap& tap) { return std::pair(tap.credential_no, tap.tap.word); });
  return taps;
}

using UnfoldedSpan = std::span<const UnfoldedTap>;

/// Takes the taps of the first credential off the front.
UnfoldedSpan take_first(UnfoldedSpan& taps) {
  const auto no = taps.front().credential_no;
  const auto end =
      std::ranges::find_if(taps, [no](const UnfoldedTap& tap) { return tap.credential_no != no; });
  const auto first = taps.first(static_cast<std::size_t>(end - taps.begin()));
  taps = taps.subspan(first.size());
  return first;
}

void assign_taps(std::vector<PackedTap>& taps, std::string_view bytes) {
  taps.resize(bytes.size() / sizeof(PackedTap));
  std::memcpy(taps.data(), bytes.data(), taps.size() * sizeof(PackedTap));
}

/// Adds to a folded row, which is complete up to a position, what came after it.
void merge(std::vector<PackedTap>& taps, UnfoldedSpan unfolded, std::uint64_t upto) {
  const auto old = static_cast<std::ptrdiff_t>(taps.size());
  for (const auto& tap : unfolded) {
    if (tap.position > upto) taps.push_back(tap.tap);
  }
  std::inplace_merge(taps.begin(), taps.begin() + old, taps.end());
}

/// Whether a tap lies in a month's reach. Most taps come in the hour of the one before, and all of an hour
/// reaches the same months.
class ReachOf {
 public:
  explicit ReachOf(MonthNumber month) : month_(month) {}
  bool operator()(std::chrono::sys_seconds at) {
    const auto hour = std::chrono::floor<std::chrono::hours>(at);
    if (hour != hour_) {
      hour_ = hour;
      const auto reached = months_reached(at);
      inside_ = reached.first <= month_ && month_ <= reached.last;
    }
    return inside_;
  }

 private:
  MonthNumber month_;
  std::chrono::sys_time<std::chrono::hours> hour_ = std::chrono::sys_time<std::chrono::hours>::min();
  bool inside_ = false;
};

}  // namespace

// Rows of a month lie in the order of their credentials' numbers, and so do the unfolded taps: two sorted
// lists that are read side by side.
void MonthReader::for_each(MonthNumber month, const Visit& visit) {
  ReachOf reach(month);
  const auto unfolded =
      unfolded_taps(database_, rulings_, [&](std::uint32_t, PackedTap tap) { return reach(tap.at()); });
  UnfoldedSpan rest(unfolded);
  std::vector<PackedTap> taps;
  const auto show = [&](std::uint32_t no, std::string_view bytes) {
    rulings_.take_stamped(no, taps);
    if (const auto key = TapKey::from_bytes(bytes); key && !taps.empty()) visit({no, *key, taps});
  };
  const auto show_first_of_rest = [&] {
    taps.clear();
    const auto no = rest.front().credential_no;
    merge(taps, take_first(rest), 0);
    Rows row(database_.statement("SELECT key FROM credential WHERE credential_no = ?"), no);
    if (row.next()) show(no, row->blob(0));
  };
  for (Rows row(
           database_.statement("SELECT id, key, upto, taps FROM credential_month WHERE id >= ? AND id < ?"),
           month_row_id(month, 0), month_row_id(month + 1, 0));
       row.next();) {
    const auto no = static_cast<std::uint32_t>(row->integer(0));
    while (!rest.empty() && rest.front().credential_no < no) show_first_of_rest();
    assign_taps(taps, row->blob(3));
    if (!rest.empty() && rest.front().credential_no == no)
      merge(taps, take_first(rest), row->as<std::uint64_t>(2));
    show(no, row->blob(1));
  }
  while (!rest.empty()) show_first_of_rest();
}

std::vector<MonthReader::TapOfKey> MonthReader::taps_of(std::span<const TapKey> keys,
                                                        std::chrono::sys_seconds from,
                                                        std::chrono::sys_seconds to) {
  std::vector<TapOfKey> found;
  if (from >= to) return found;
  std::vector<std::uint32_t> numbers;  // 0, which no credential has, where a key was never seen
  for (const auto& key : keys) {
    numbers.push_back(static_cast<std::uint32_t>(
        database_.number("SELECT credential_no FROM credential WHERE key = ?", Blob{key.bytes()})));
  }
  const auto unfolded = unfolded_taps(database_, rulings_, [&](std::uint32_t no, PackedTap tap) {
    return tap.at() >= from && tap.at() < to && std::ranges::find(numbers, no) != numbers.end();
  });
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto own = std::ranges::equal_range(unfolded, numbers[i], {}, &UnfoldedTap::credential_no);
    for (auto month = month_number(from); month <= month_number(to); ++month) {
      std::uint64_t upto = 0;
      std::vector<PackedTap> taps;
      Rows row(database_.statement("SELECT upto, taps FROM credential_month WHERE id = ?"),
               month_row_id(month, numbers[i]));
      if (row.next()) {
        upto = row->as<std::uint64_t>(0);
        assign_taps(taps, row->blob(1));
      }
      merge(taps, own, upto);
      rulings_.take_stamped(numbers[i], taps);
      for (const auto tap : taps) {
        // Near the end of a month a tap lies in two rows; it is taken from its own month's.
        if (tap.at() < from || tap.at() >= to || month_number(tap.at()) != month) continue;
        found.push_back({i, tap, rulings_.find(numbers[i], tap)});
      }
    }
  }
  std::ranges::stable_sort(found, {}, [](const TapOfKey& item) { return item.tap.word; });
  return found;
}

}  // namespace badge::store
