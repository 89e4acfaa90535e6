#pragma once
#include <vector>

#include "server/store/audit.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

using store::AuditEntry, store::AuditFilter, store::AuditCheck;

/// The log of who did what and who read whose records. Blocks on the store; call from workers. Throws what
/// the store throws.
class Audit {
 public:
  explicit Audit(store::Store& store) : store_(store) {}

  /// `flushed`: it must survive a power cut too.
  void note(AuditEntry entry, bool flushed);
  /// Newest first, at most store::audit_page_max.
  [[nodiscard]] std::vector<AuditEntry> search(const AuditFilter& filter) const;
  /// Recomputes every digest.
  [[nodiscard]] AuditCheck check() const;

 private:
  store::Store& store_;
};

}  // namespace badge::app
