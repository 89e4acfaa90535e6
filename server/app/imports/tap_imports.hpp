#pragma once
/// Imports of taps: begun, staged slice by slice while entrances go on delivering, made visible in one step.
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

#include "server/app/evidence.hpp"
#include "server/app/imports/tap_rows.hpp"
#include "server/store/store.hpp"

namespace badge::app {

inline constexpr std::size_t open_tap_imports_max =
    4;  // each has rows staged on the disk, and may keep an old rule book
inline constexpr std::chrono::minutes tap_import_idle_max{
    60};  // a tool that stopped half-way; its slices are dropped

/// Why a step was not taken.
enum class TapImportFault : std::uint8_t {
  unknown,       // no such import: finished, dropped, or from before a restart
  out_of_order,  // the slices before this one have not come
  too_many,      // open_tap_imports_max are open
  has_errors,    // a slice was refused: the file cannot be finished
};

struct TapFileCounts {
  std::uint64_t rows = 0, added = 0, unchanged = 0;
};

/// Any thread. Throws what the store throws.
class TapImports {
 public:
  TapImports(store::Store& store, const Evidence& evidence, std::function<Instant()> now)
      : store_(store), evidence_(evidence), now_(std::move(now)) {}

  [[nodiscard]] tl::expected<std::uint32_t, TapImportFault> begin(std::string author, std::string file_name);

  /// Slices count from 0, in order; one that came before is only counted again. Returns its rows. After a
  /// slice with errors the later ones are still checked, so that all errors of a file can be told, but not
  /// staged.
  [[nodiscard]] tl::expected<std::size_t, std::variant<TapImportFault, ImportErrors>> stage(
      std::uint32_t id, std::uint32_t slice, std::string_view csv, std::size_t first_line, Language language);

  /// Somebody states that the file holds every tap of a unit on these days; not yet checked.
  struct Completeness {
    std::string unit_code, from, to;
  };
  [[nodiscard]] tl::expected<TapFileCounts, std::variant<TapImportFault, ImportErrors>> finish(
      std::uint32_t id, const std::optional<Completeness>& complete, Language language);

  void discard(std::uint32_t id);

 private:
  struct Import;
  [[nodiscard]] std::shared_ptr<Import> find(std::uint32_t id);
  void drop_idle();

  store::Store& store_;
  const Evidence& evidence_;
  const std::function<Instant()> now_;
  std::mutex mutex_;  // of imports_
  std::map<std::uint32_t, std::shared_ptr<Import>> imports_;
};

}  // namespace badge::app
