#include "server/app/audit.hpp"

#include <utility>

#include "server/app/card_number.hpp"
#include "server/store/store.hpp"

namespace badge::app {

namespace {

AuditEntry masked(AuditEntry entry) {
  entry.target = without_citizen_ids(entry.target);
  return entry;
}

}  // namespace

void Audit::note(AuditEntry entry, bool flushed) { store_.note(masked(std::move(entry)), flushed); }

void Audit::note_reading(AuditEntry entry) {
  const auto now = std::chrono::steady_clock::now();
  const auto what = entry.actor + '\n' + entry.address + '\n' + entry.action + '\n' + entry.target + '\n' +
                    entry.staff_code + '\n' + entry.unit_code + '\n' + std::to_string(entry.status);
  {
    const std::lock_guard lock(mutex_);
    if (const auto read = lately_.find(what); read != lately_.end() && now - read->second < same_reading)
      return;
  }
  note(std::move(entry), false);  // where that fails, the next time is noted
  const std::lock_guard lock(mutex_);
  if (lately_.size() >= readings_remembered_max) lately_.clear();
  lately_.insert_or_assign(what, now);
}

std::int64_t Audit::begin(AuditEntry entry) { return store_.begin_audited(masked(std::move(entry))); }

void Audit::end(std::int64_t begun_no, AuditEntry entry) {
  store_.end_audited(begun_no, masked(std::move(entry)));
}

std::vector<AuditEntry> Audit::search(const AuditFilter& filter) const { return store_.audit(filter); }

AuditCheck Audit::check() const { return store_.check_audit(); }

}  // namespace badge::app
