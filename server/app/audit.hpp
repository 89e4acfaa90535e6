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
  /// Before something is changed; flushed. A change that was begun and not ended, because the program was
  /// killed, has its row from the next start on, with status store::audit_outcome_unknown.
  [[nodiscard]] std::int64_t begin(AuditEntry entry);
  void end(std::int64_t begun_no, AuditEntry entry);
  /// Newest first, at most store::audit_page_max.
  [[nodiscard]] std::vector<AuditEntry> search(const AuditFilter& filter) const;
  /// Recomputes every digest.
  [[nodiscard]] AuditCheck check() const;

 private:
  store::Store& store_;
};

}  // namespace badge::app
