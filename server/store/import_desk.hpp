#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <span>

#include "reader-config/tap/digest.hpp"
#include "server/store/tap_import.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

/// Takes in taps of other systems. Rows of an import lie hidden until one small transaction gives them their
/// positions and shows them. An import is a stream: its file's digest, its rows.
class ImportDesk {
 public:
  ImportDesk(Writer& writer, std::function<Instant()> now) : writer_(writer), now_(std::move(now)) {}

  [[nodiscard]] ImportId begin(std::string author, std::string file_name);
  [[nodiscard]] tl::expected<void, std::string> stage(ImportId id, std::uint32_t slice,
                                                      std::span<const ImportedTap> taps);
  [[nodiscard]] tl::expected<ImportOutcome, std::string> finish(
      ImportId id, const Digest& file_digest, const std::optional<attendance::Completeness>& complete);
  void discard(ImportId id);

 private:
  Writer& writer_;
  std::function<Instant()> now_;
  std::mutex one_at_a_time_;
};

/// At the start: what was being staged when the program ended is given up.
void discard_staged_imports(Database& database);

/// Removes rows of imports that were given up, slice by slice.
[[nodiscard]] BackgroundWork import_cleaning();

}  // namespace badge::store
