#include "server/attendance/tap_pairs.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace badge::attendance {

namespace {

using Days = std::vector<Date>;  // ascending, each once

Date day_of(const ReaderTap& tap) { return std::chrono::floor<std::chrono::days>(tap.at); }

void put_once(Days& days) {
  std::ranges::sort(days);
  const auto repeated = std::ranges::unique(days);
  days.erase(repeated.begin(), repeated.end());
}

/// `taps` in the order of each reader.
std::map<std::pair<PersonNo, PersonNo>, Days> days_together(const std::vector<ReaderTap>& taps) {
  std::map<std::pair<PersonNo, PersonNo>, Days> together;
  for (std::size_t i = 1; i < taps.size(); ++i) {
    const auto& before = taps[i - 1];
    const auto& tap = taps[i];
    if (tap.reader != before.reader || tap.at - before.at > pair_gap || tap.person == before.person) continue;
    together[std::minmax(before.person, tap.person)].push_back(day_of(before));
  }
  return together;
}

std::map<PersonNo, Days> days_of_people(const std::vector<ReaderTap>& taps) {
  std::map<PersonNo, Days> days;
  for (const auto& tap : taps) {
    auto& of_person = days[tap.person];
    if (of_person.empty() || of_person.back() != day_of(tap)) of_person.push_back(day_of(tap));
  }
  for (auto& [person, of_person] : days) put_once(of_person);
  return days;
}

std::uint32_t shared(const Days& one, const Days& other) {
  Days both;
  std::ranges::set_intersection(one, other, std::back_inserter(both));
  return static_cast<std::uint32_t>(both.size());
}

}  // namespace

std::vector<TapPair> tap_pairs(std::vector<ReaderTap> taps) {
  std::ranges::sort(taps, {},
                    [](const ReaderTap& tap) { return std::tuple(tap.reader, tap.at, tap.person); });
  const auto days = days_of_people(taps);
  std::vector<TapPair> pairs;
  for (auto& [people, together] : days_together(taps)) {
    put_once(together);
    if (together.size() < pair_days_min) continue;
    const auto& [one, other] = people;
    const TapPair pair{one, other, static_cast<std::uint32_t>(together.size()),
                       shared(days.at(one), days.at(other))};
    if (2 * pair.together > pair.both) pairs.push_back(pair);
  }
  std::ranges::stable_sort(pairs, std::ranges::greater(), &TapPair::together);
  return pairs;
}

}  // namespace badge::attendance
