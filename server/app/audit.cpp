#include "server/app/audit.hpp"

#include <utility>

#include "server/store/store.hpp"

namespace badge::app {

void Audit::note(AuditEntry entry, bool flushed) { store_.note(std::move(entry), flushed); }

std::int64_t Audit::begin(AuditEntry entry) { return store_.begin_audited(std::move(entry)); }

void Audit::end(std::int64_t begun_no, AuditEntry entry) { store_.end_audited(begun_no, std::move(entry)); }

std::vector<AuditEntry> Audit::search(const AuditFilter& filter) const { return store_.audit(filter); }

AuditCheck Audit::check() const { return store_.check_audit(); }

}  // namespace badge::app
