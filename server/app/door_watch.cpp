#include "server/app/door_watch.hpp"

#include <algorithm>

namespace badge::app {

DoorWatch watch_doors(const store::Store& store, const Evidence& evidence, Instant now,
                      std::chrono::seconds clock_limit) {
  const auto snapshot = store.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto today = std::chrono::floor<std::chrono::days>(evidence.office().to_local(now));
  DoorFacts facts{now, snapshot.streams(), snapshot.lost_rows(), {}, {}, {}, clock_limit};
  facts.given_up.assign(book->reader_ends().begin(), book->reader_ends().end());
  for (attendance::UnitNo unit = 0; unit < book->units().size(); ++unit) {
    for (auto& entrance : book->own_entrances(unit, today)) facts.serving.insert(std::move(entrance));
  }
  for (const auto& account : store.accounts()) {
    if (account.role != store::Role::bridge || account.revoked_at) continue;
    facts.expected.insert(account.entrances.begin(), account.entrances.end());
  }
  DoorWatch watch{now, doors_of(facts), store.queued_batches(), {}, true};
  for (const auto& backup : store.backups()) {
    if (backup.completed) watch.backup_at = std::max(watch.backup_at.value_or(backup.at), backup.at);
  }
  watch.backup_is_old = !watch.backup_at || now - *watch.backup_at > backup_age_max;
  return watch;
}

}  // namespace badge::app
