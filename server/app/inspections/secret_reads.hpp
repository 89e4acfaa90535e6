#pragma once
#include <vector>

#include "server/app/audit.hpp"
#include "server/app/inspections/book.hpp"

namespace badge::app {

/// What a person may hear of who read their record: a reading made for an inspection that has not begun is
/// left out until it begins, or is dropped. Such a reading says "inspection=FILE" in its target; the auditor
/// sees it at once. Pure.
[[nodiscard]] std::vector<AuditEntry> without_secret_reads(std::vector<AuditEntry> entries,
                                                           const InspectionFiles& files);

/// One page of who read the records of somebody, but for themselves: newest first, and never empty while
/// there is an earlier one to show.
[[nodiscard]] std::vector<AuditEntry> own_reads(const Audit& audit, InspectionBook& book, AuditFilter filter);

}  // namespace badge::app
