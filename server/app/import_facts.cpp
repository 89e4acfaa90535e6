#include "server/app/import_facts.hpp"

#include <spdlog/spdlog.h>

#include "server/app/spare_memory.hpp"
#include "server/store/store.hpp"

namespace badge::app {

tl::expected<ImportCounts, ImportErrors> FactImports::run(const FactFile& file) {
  const std::lock_guard lock(one_at_a_time_);
  const SpareMemory given_back;
  auto plan = plan_import(file.kind, file.text, store_.snapshot().roster_facts(), file.language);
  if (!plan) return tl::unexpected(std::move(plan.error()));
  if (!file.dry_run && !plan->facts.empty()) {
    store_.apply({file.author, file.name, std::move(plan->facts)});
    spdlog::info("import {}: {} rows of {} by {}; {} added, {} changed", to_string(file.kind), plan->rows,
                 file.name, file.author, plan->added, plan->changed);
  }
  return ImportCounts{plan->rows, plan->added, plan->changed, plan->unchanged, std::move(plan->notes)};
}

}  // namespace badge::app
