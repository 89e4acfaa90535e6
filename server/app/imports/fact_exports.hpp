#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/imports/plan.hpp"
#include "server/app/scope.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

enum class ExportFormat : std::uint8_t { csv, xlsx, toml };  // toml: of schedules alone

struct ExportedFile {
  ImportKind kind = ImportKind::units;
  ExportFormat format = ExportFormat::csv;
  std::string bytes;
};

/// Why there is no such file.
struct NotExported {
  enum class Why : std::uint8_t { unknown, out_of_scope, not_made } why = Why::unknown;
  std::string detail = {};  // of not_made
};

/// Takes facts in force out of the store as files that, imported again, change nothing. Any thread.
class FactExports {
 public:
  explicit FactExports(store::Store& store) : store_(store) {}

  /// `name`: "staff.csv", "staff.xlsx"; "schedules.toml" too. Who may not import files of a kind may not take
  /// it out; whose scope is a part of the units gets what they might state.
  [[nodiscard]] tl::expected<ExportedFile, NotExported> file(std::string_view name, const Scope& scope,
                                                             std::chrono::sys_seconds made_at) const;

 private:
  store::Store& store_;
};

/// "units, staff, …"
[[nodiscard]] std::string export_kind_list();

}  // namespace badge::app
