#include "server/retention_settings.hpp"

#include <fmt/format.h>

#include <set>

namespace badge {
namespace {

class Reader {
 public:
  Reader(const toml::table& table, const std::filesystem::path& file, ConfigMistakes& mistakes)
      : table_(table), file_(file), mistakes_(mistakes) {}

  app::RetentionSettings read() {
    app::RetentionSettings settings;
    settings.taps = months("taps_months", app::kept_months_min);
    settings.people = months("people_months", app::kept_months_min);
    settings.requests = months("requests_months", app::kept_months_min);
    settings.inspections = months("inspections_months", app::kept_months_min);
    settings.audit = months("audit_months", app::kept_audit_months_min);
    if (settings.people && (!settings.taps || *settings.taps > *settings.people)) {
      complain("people_months",
               "must not be less than taps_months: who is in a sheet that can be judged again must be known");
    }
    for (const auto& [key, node] : table_) {
      if (!known_.contains(std::string(key.str())))
        complain(key.str(),
                 "is not a key of [retention]; its keys are taps_months, people_months, requests_months, "
                 "audit_months, inspections_months");
    }
    return settings;
  }

 private:
  void complain(std::string_view key, std::string_view what) {
    const auto* node = table_.get(key);
    const auto line = (node == nullptr ? table_.source() : node->source()).begin.line;
    mistakes_.push_back(fmt::format("{}:{}: retention.{}: {}", file_.filename().string(), line, key, what));
  }

  std::optional<int> months(const std::string& key, int min) {
    known_.insert(key);
    const auto* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->is_integer() ? node->value_or(std::int64_t{0}) : 0;
    if (value >= min && value <= app::kept_months_max) return static_cast<int>(value);
    complain(key,
             fmt::format("must be a whole number of months from {} to {}; without it, they are kept for ever",
                         min, app::kept_months_max));
    return std::nullopt;
  }

  const toml::table& table_;
  const std::filesystem::path& file_;
  ConfigMistakes& mistakes_;
  std::set<std::string> known_;
};

}  // namespace

app::RetentionSettings read_retention_settings(const toml::table& server, const std::filesystem::path& file,
                                               ConfigMistakes& mistakes) {
  const auto* node = server.get("retention");
  if (node == nullptr) return {};
  if (const auto* table = node->as_table()) return Reader(*table, file, mistakes).read();
  mistakes.push_back(fmt::format("{}:{}: retention: must be a table, [retention]", file.filename().string(),
                                 node->source().begin.line));
  return {};
}

}  // namespace badge
