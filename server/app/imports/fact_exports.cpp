#include "server/app/imports/fact_exports.hpp"

#include <optional>

#include "server/app/imports/aids_in_force.hpp"
#include "server/app/imports/fact_file.hpp"
#include "server/app/imports/within_scope.hpp"
#include "server/app/spare_memory.hpp"
#include "server/store/store.hpp"

namespace badge::app {
namespace {

using Why = NotExported::Why;

/// Nothing: there is no such file.
std::optional<ExportedFile> asked(std::string_view name) {
  const auto dot = name.rfind('.');
  const auto kind = parse_import_kind(name.substr(0, dot));
  const auto format = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  if (!kind) return std::nullopt;
  if (*kind == ImportKind::schedules && format == "toml") return ExportedFile{*kind, ExportFormat::toml, {}};
  if (!has_fact_file(*kind)) return std::nullopt;
  if (format == "csv") return ExportedFile{*kind, ExportFormat::csv, {}};
  if (format == "xlsx") return ExportedFile{*kind, ExportFormat::xlsx, {}};
  return std::nullopt;
}

}  // namespace

tl::expected<ExportedFile, NotExported> FactExports::file(std::string_view name, const Scope& scope,
                                                          std::chrono::sys_seconds made_at) const {
  auto file = asked(name);
  if (!file) return tl::unexpected(NotExported{Why::unknown});
  const bool is_limited = !scope.is_everything();
  if (is_limited && !is_of_single_people(file->kind)) return tl::unexpected(NotExported{Why::out_of_scope});
  const SpareMemory given_back;
  auto facts = store_.snapshot().roster_facts();
  auto aids = aids_in_force(file->kind, store_);
  if (is_limited) {
    keep_statable(aids.trip_reports, facts, scope);
    keep_statable(facts, scope);
  }
  if (file->format == ExportFormat::toml) {
    file->bytes = schedules_toml(facts.schedules);
    return *std::move(file);
  }
  const auto rows = rows_in_force(file->kind, facts, aids);
  if (file->format == ExportFormat::csv) {
    file->bytes = fact_csv(file->kind, rows);
    return *std::move(file);
  }
  auto workbook = fact_workbook(file->kind, rows, made_at);
  if (!workbook) return tl::unexpected(NotExported{Why::not_made, std::move(workbook.error())});
  file->bytes = *std::move(workbook);
  return *std::move(file);
}

std::string export_kind_list() {
  std::string list;
  for (std::size_t i = 0; i < import_kind_count; ++i) {
    const auto kind = static_cast<ImportKind>(i);
    if (has_fact_file(kind)) list.append(list.empty() ? "" : ", ").append(to_string(kind));
  }
  return list;
}

}  // namespace badge::app
