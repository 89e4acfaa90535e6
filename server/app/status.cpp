#include "server/app/status.hpp"

#include <algorithm>

#include "server/store/store.hpp"

namespace badge::app {

Status status_of(const store::Store& store, Instant now) {
  namespace chrono = std::chrono;
  Status status;
  status.now = now;
  status.queued_batches = store.queued_batches();
  status.backups = store.backups();
  const auto snapshot = store.snapshot();
  status.version = snapshot.version();
  status.streams = snapshot.streams();
  status.lost_rows = snapshot.lost_rows();
  status.quarantined_rows = snapshot.quarantined_rows();
  const chrono::year_month_day today(chrono::floor<chrono::days>(now));
  const auto month = today.year() / today.month();
  status.unknown_badges = snapshot.unknown_credentials(month);
  // A card of both months is listed once, with its newer taps.
  for (auto& before : snapshot.unknown_credentials(month - chrono::months(1))) {
    const auto is_same = [&](const auto& other) { return other.credential == before.credential; };
    const auto& listed = status.unknown_badges;
    if (std::none_of(listed.begin(), listed.end(), is_same))
      status.unknown_badges.push_back(std::move(before));
  }
  return status;
}

}  // namespace badge::app
