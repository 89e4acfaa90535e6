#include "server/app/imports/tap_imports.hpp"

#include <spdlog/spdlog.h>

#include <atomic>
#include <vector>

#include "server/app/imports/dates.hpp"
#include "server/app/spare_memory.hpp"

namespace badge::app {

using Steady = std::chrono::steady_clock;

struct TapImports::Import {
  std::mutex mutex;  // of all below: one slice of a file at a time
  std::string author, file_name;
  TapFileContext context;
  Digest digest;
  std::uint32_t next_slice = 0;
  std::uint64_t rows = 0;
  bool has_errors = false;
  std::atomic<Steady::time_point> last_used{Steady::now()};
};

namespace {

tl::expected<attendance::Completeness, ImportErrors> checked(const TapImports::Completeness& stated,
                                                             const std::string& author,
                                                             const attendance::UnitTree& units,
                                                             Language language) {
  ImportReport report(language);
  const auto day = [&](std::string_view option, const std::string& text) {
    const auto date = parse_date(text);
    if (!date) {
      report.add(0, option, text,
                 report.say("không phải là ngày; viết 2026-03-09 hoặc 09/03/2026",
                            "is not a day; write 2026-03-09 or 09/03/2026"));
    }
    return date.value_or(attendance::Date{});
  };
  attendance::Completeness complete{
      stated.unit_code, {day("from", stated.from), day("to", stated.to)}, author};
  if (report.empty() && complete.days.to < complete.days.from) {
    report.add(0, "to", stated.to, report.say("trước ngày bắt đầu", "lies before the first day"));
  }
  if (!units.find(complete.unit_code)) {
    report.add(0, "complete_for", complete.unit_code,
               report.say("không có đơn vị nào có mã này", "no unit has this code"));
  }
  if (!report.empty()) return tl::unexpected(report.take());
  return complete;
}

}  // namespace

tl::expected<std::uint32_t, TapImportFault> TapImports::begin(std::string author, std::string file_name) {
  auto import = std::make_shared<Import>();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  auto& context = import->context;
  context.knows_staff = [book](std::string_view code) { return book->people().find(code).has_value(); };
  context.instant_of = [this](attendance::LocalTime local) { return evidence_.office().to_instant(local); };
  context.now = now_();
  import->author = author;
  import->file_name = file_name;
  drop_idle();
  const std::lock_guard lock(mutex_);
  if (imports_.size() >= open_tap_imports_max) return tl::unexpected(TapImportFault::too_many);
  const auto id = store_.begin_import(std::move(author), std::move(file_name));
  imports_.emplace(id, std::move(import));
  return id;
}

tl::expected<std::size_t, std::variant<TapImportFault, ImportErrors>> TapImports::stage(
    std::uint32_t id, std::uint32_t slice, std::string_view csv, std::size_t first_line, Language language) {
  const auto import = find(id);
  if (!import) return tl::unexpected(TapImportFault::unknown);
  const std::lock_guard lock(import->mutex);
  if (slice > import->next_slice) return tl::unexpected(TapImportFault::out_of_order);
  auto taps = read_tap_slice(csv, first_line, import->context, language);
  const bool is_repeat = slice < import->next_slice;
  if (!is_repeat) ++import->next_slice;
  if (!taps) {
    import->has_errors = true;
    return tl::unexpected(std::move(taps.error()));
  }
  if (is_repeat || import->has_errors) return taps->size();
  if (!store_.stage_taps(id, slice, *taps)) {
    --import->next_slice;
    return tl::unexpected(TapImportFault::unknown);
  }
  import->digest = digest_of(import->digest, *taps);
  import->rows += taps->size();
  return taps->size();
}

tl::expected<TapFileCounts, std::variant<TapImportFault, ImportErrors>> TapImports::finish(
    std::uint32_t id, const std::optional<Completeness>& complete, Language language) {
  const SpareMemory given_back;
  const auto import = find(id);
  if (!import) return tl::unexpected(TapImportFault::unknown);
  const std::lock_guard lock(import->mutex);
  if (import->has_errors) return tl::unexpected(TapImportFault::has_errors);
  std::optional<attendance::Completeness> stated;
  if (complete) {
    const auto book = evidence_.rule_book(evidence_.snapshot());
    auto good = checked(*complete, import->author, book->units(), language);
    if (!good) return tl::unexpected(std::move(good.error()));
    stated = std::move(*good);
  }
  const auto outcome = store_.finish_import(id, import->digest, stated);
  {
    const std::lock_guard all(mutex_);
    imports_.erase(id);
  }
  if (!outcome) return tl::unexpected(TapImportFault::unknown);
  spdlog::info("import taps: {} rows of {} by {}; {} added", import->rows, import->file_name, import->author,
               outcome->added);
  return TapFileCounts{import->rows, outcome->added, outcome->unchanged};
}

void TapImports::discard(std::uint32_t id) {
  {
    const std::lock_guard lock(mutex_);
    imports_.erase(id);
  }
  store_.discard_import(id);
}

std::shared_ptr<TapImports::Import> TapImports::find(std::uint32_t id) {
  const std::lock_guard lock(mutex_);
  const auto found = imports_.find(id);
  if (found == imports_.end()) return nullptr;
  found->second->last_used = Steady::now();
  return found->second;
}

/// Also what was begun and never touched again must not hold its place for ever.
void TapImports::drop_idle() {
  std::vector<std::uint32_t> idle;
  {
    const std::lock_guard lock(mutex_);
    const auto limit = Steady::now() - tap_import_idle_max;
    for (const auto& [id, import] : imports_) {
      if (import->last_used.load() < limit) idle.push_back(id);
    }
  }
  for (const auto id : idle) discard(id);
}

}  // namespace badge::app
