#include "server/app/audit.hpp"

#include <utility>

#include "server/store/store.hpp"

namespace badge::app {

void Audit::note(AuditEntry entry, bool flushed) { store_.note(std::move(entry), flushed); }

std::vector<AuditEntry> Audit::search(const AuditFilter& filter) const { return store_.audit(filter); }

AuditCheck Audit::check() const { return store_.check_audit(); }

}  // namespace badge::app
