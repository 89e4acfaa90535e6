#pragma once
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/imports/plan.hpp"
#include "server/app/imports/understood.hpp"
#include "server/app/scope.hpp"
#include "server/app/secret_key.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

struct FactFile {
  ImportKind kind = ImportKind::units;
  std::string_view text;  // as plan_import takes it; or the bytes of a workbook (sheet_table.hpp)
  std::string name;       // "staff.csv", for the log of facts
  std::string author;     // name of the token
  bool dry_run = false;
  Language language = Language::vi;
  bool withdraw = false;              // take back what the rows name
  Scope scope = Scope::everything();  // the author's; limited: see within_scope.hpp
};

struct ImportCounts {
  std::size_t rows = 0, added = 0, changed = 0, unchanged = 0, withdrawn = 0;
  std::vector<std::string> notes;
  std::optional<Understood> understood = {};  // of a workbook
};

/// Brings files of facts into the store: all of a file or nothing of it. Any thread; one file at a time,
/// because each is checked against what is stored. Throws what the store throws.
class FactImports {
 public:
  /// `key`: by which numbers of cards are marked; null: no file of them may come.
  explicit FactImports(store::Store& store, const SecretKey* key = nullptr) : store_(store), key_(key) {}

  [[nodiscard]] tl::expected<ImportCounts, ImportErrors> run(const FactFile& file);

  /// What run() would do now, with the plan. Writes nothing.
  struct Preview {
    ImportCounts counts;
    ImportPlan plan;
  };
  [[nodiscard]] tl::expected<Preview, ImportErrors> preview(FactFile file);

  /// The same for who lets some facts through only, or writes something else with them.
  struct Steps {
    /// Looks at the plan before anything is written, and may amend it; what it returns refuses it.
    std::function<std::optional<ImportError>(ImportPlan&, const store::RosterFacts& stored)> check;
    /// Writes the facts, in place of Store::apply. Null: Store::apply.
    std::function<void(store::FactBatch)> write;
  };
  [[nodiscard]] tl::expected<ImportCounts, ImportErrors> run(const FactFile& file, const Steps& steps);

 private:
  store::Store& store_;
  const SecretKey* key_;
  std::mutex one_at_a_time_;
};

}  // namespace badge::app
