#pragma once
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/store/audit.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

using store::AuditEntry, store::AuditFilter, store::AuditCheck;

/// The log of who did what and who read whose records. Citizen ids in what was asked are masked. Blocks on
/// the store; call from workers. Throws what the store throws.
class Audit {
 public:
  explicit Audit(store::Store& store) : store_(store) {}

  /// `flushed`: it must survive a power cut too.
  void note(AuditEntry entry, bool flushed);
  /// A reading; not flushed. The same again within `same_reading` is not noted: a page that keeps itself
  /// fresh asks every second, and is one reading.
  void note_reading(AuditEntry entry);
  /// Before something is changed; flushed. A change that was begun and not ended, because the program was
  /// killed, has its row from the next start on, with status store::audit_outcome_unknown.
  [[nodiscard]] std::int64_t begin(AuditEntry entry);
  void end(std::int64_t begun_no, AuditEntry entry);
  /// Newest first, at most store::audit_page_max.
  [[nodiscard]] std::vector<AuditEntry> search(const AuditFilter& filter) const;
  /// Recomputes every digest.
  [[nodiscard]] AuditCheck check() const;

  static constexpr std::chrono::minutes same_reading{10};

 private:
  static constexpr std::size_t readings_remembered_max =
      20'000;  // of ten minutes; 6 MB; then all are forgotten

  store::Store& store_;
  std::mutex mutex_;                                                               // guards the next
  std::unordered_map<std::string, std::chrono::steady_clock::time_point> lately_;  // what was read when
};

}  // namespace badge::app
