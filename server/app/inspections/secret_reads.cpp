#include "server/app/inspections/secret_reads.hpp"

#include <algorithm>

namespace badge::app {
namespace {

constexpr std::string_view named = "inspection=";

/// The file that a target names; empty: none.
std::string_view file_of(std::string_view target) {
  const auto at = target.find(named);
  if (at == std::string_view::npos) return {};
  const auto file = target.substr(at + named.size());
  return file.substr(0, file.find(' '));
}

}  // namespace

std::vector<AuditEntry> without_secret_reads(std::vector<AuditEntry> entries, const InspectionFiles& files) {
  std::erase_if(entries, [&](const AuditEntry& entry) {
    const auto* known = files.inspection(file_of(entry.target));
    return known != nullptr && known->inspection.state == inspection::State::prepared;
  });
  return entries;
}

std::vector<AuditEntry> own_reads(const Audit& audit, InspectionBook& book, AuditFilter filter) {
  while (true) {  // ends: each turn goes further back in a log that has an end
    auto entries = audit.search(filter);
    const bool is_last = entries.size() < store::audit_page_max;
    if (!entries.empty()) filter.before = entries.back().no;
    auto told = without_secret_reads(std::move(entries), *book.get());
    if (!told.empty() || is_last) return told;
  }
}

}  // namespace badge::app
