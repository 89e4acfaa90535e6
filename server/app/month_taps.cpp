#include "server/app/month_taps.hpp"

#include <cstdint>

namespace badge::app {

using attendance::PersonNo;

std::vector<std::vector<attendance::Tap>> month_taps(const Evidence& evidence,
                                                     const store::Snapshot& snapshot,
                                                     std::chrono::year_month month,
                                                     std::span<const PersonNo> people,
                                                     const attendance::DateSpan& days) {
  std::vector<std::vector<attendance::Tap>> taps(people.size());
  if (people.empty()) return taps;
  const auto holders = evidence.holders(snapshot);
  const auto origins = tap_origins(snapshot);
  constexpr std::size_t nobody = SIZE_MAX;
  std::vector<std::size_t> places(holders->book()->people().size(), nobody);
  for (std::size_t i = 0; i < people.size(); ++i) places[people[i]] = i;

  snapshot.for_each_credential_month(month, [&](const store::CredentialMonth& found) {
    for (const auto& tenure : holders->of(found.credential_no)) {
      if (places[tenure.person] == nobody) continue;
      for (const auto packed : found.taps) {
        const auto tap = evidence.judged_tap(packed, origins[packed.source_no()], 0);
        const auto date = std::chrono::floor<std::chrono::days>(tap.at);
        if (days.contains(date) && tenure.held.contains(tap.at)) {
          taps[places[tenure.person]].push_back(tap);
        }
      }
    }
  });
  return taps;
}

}  // namespace badge::app
