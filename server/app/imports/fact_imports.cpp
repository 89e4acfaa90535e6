#include "server/app/imports/fact_imports.hpp"

#include <spdlog/spdlog.h>

#include "server/app/card_number.hpp"
#include "server/app/imports/aids_in_force.hpp"
#include "server/app/imports/readable_file.hpp"
#include "server/app/imports/within_scope.hpp"
#include "server/app/spare_memory.hpp"
#include "server/store/store.hpp"

namespace badge::app {
namespace {

using Plan = tl::expected<ImportPlan, ImportErrors>;

Plan planned(const FactFile& file, const ReadableFile& readable, const store::RosterFacts& stored,
             const ImportAids& aids) {
  auto plan = file.withdraw ? plan_withdrawal(file.kind, readable.text, stored, file.language, aids)
                            : plan_import(file.kind, readable.text, stored, file.language, aids);
  if (!plan) readable.name_places(plan.error());
  return plan;
}

}  // namespace

tl::expected<ImportCounts, ImportErrors> FactImports::run(const FactFile& file) { return run(file, Steps{}); }

tl::expected<FactImports::Preview, ImportErrors> FactImports::preview(FactFile file) {
  file.dry_run = true;
  Preview preview;
  const auto keep_plan = [&](const ImportPlan& plan,
                             const store::RosterFacts&) -> std::optional<ImportError> {
    preview.plan = plan;
    return std::nullopt;
  };
  auto counts = run(file, {keep_plan, nullptr});
  if (!counts) return tl::unexpected(std::move(counts.error()));
  preview.counts = *std::move(counts);
  return preview;
}

tl::expected<ImportCounts, ImportErrors> FactImports::run(const FactFile& file, const Steps& steps) {
  const std::lock_guard lock(one_at_a_time_);
  const SpareMemory given_back;
  auto stored = store_.snapshot().roster_facts();
  const bool is_limited = !file.scope.is_everything();
  auto aids = aids_in_force(file.kind, store_);
  if (is_limited) {
    keep_within(stored, file.scope);
    keep_statable(aids.trip_reports, stored, file.scope);
  }
  std::vector<store::UnsureStream> unsure;
  if (file.kind == ImportKind::clock_rulings) unsure = store_.snapshot().unsure_streams();
  aids.unsure = unsure;
  if (key_ != nullptr)
    aids.mark_number = [this](std::string_view number) { return mark_of_card_number(*key_, number); };
  auto readable = readable_file(file, stored);
  if (!readable) return tl::unexpected(std::move(readable.error()));
  auto plan = planned(file, *readable, stored, aids);
  if (!plan) return tl::unexpected(std::move(plan.error()));
  if (is_limited) {
    if (auto refusal = beyond_scope(*plan, stored, file.scope, file.language)) {
      return tl::unexpected(ImportErrors{{std::move(*refusal)}, 1});
    }
  }
  if (steps.check) {
    if (auto refusal = steps.check(*plan, stored))
      return tl::unexpected(ImportErrors{{std::move(*refusal)}, 1});
  }
  const ImportCounts counts{plan->rows,
                            plan->added,
                            plan->changed,
                            plan->unchanged,
                            plan->withdrawn.size(),
                            std::move(plan->notes),
                            std::move(readable->understood)};
  if (!file.dry_run && (!plan->facts.empty() || !plan->withdrawn.empty())) {
    store::FactBatch batch{file.author, file.name, std::move(plan->facts), std::move(plan->withdrawn)};
    if (steps.write) {
      steps.write(std::move(batch));
    } else {
      store_.apply(batch);
    }
    spdlog::info("import {}: {} rows of {} by {}; {} added, {} changed, {} withdrawn", to_string(file.kind),
                 counts.rows, file.name, file.author, counts.added, counts.changed, counts.withdrawn);
  }
  return counts;
}

}  // namespace badge::app
