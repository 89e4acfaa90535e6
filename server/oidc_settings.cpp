#include "server/oidc_settings.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace badge {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> keys = {
    "issuer", "client_id", "client_secret_file", "redirect", "claim", "second_factor", "ca_file"};

class Reader {
 public:
  Reader(const toml::table& table, const fs::path& file, ConfigMistakes& mistakes)
      : table_(table), file_(file), mistakes_(mistakes) {}

  oidc::Settings read() {
    oidc::Settings settings;
    settings.issuer = needed("issuer", "https://id.tinh.gov.vn");
    settings.client_id = needed("client_id", "chuyen-can");
    settings.client_secret = content_of(needed("client_secret_file", "provider.secret"));
    settings.redirect = needed("redirect", "https://chamcong.tinh.gov.vn/");
    settings.claim = text("claim", settings.claim);
    const auto second_factor = text("second_factor", "provider");
    if (second_factor != "provider" && second_factor != "here")
      complain("second_factor", "allowed are provider, here");
    settings.second_factor_here = second_factor == "here";
    if (const auto ca = text("ca_file", ""); !ca.empty()) settings.ca_file = beside(ca);
    check(settings);
    return settings;
  }

 private:
  void complain(std::string_view key, const std::string& what) {
    const auto* node = table_.get(key);
    const auto line = (node == nullptr ? table_.source() : node->source()).begin.line;
    mistakes_.push_back(file_.filename().string() + ':' + std::to_string(line) + ": oidc." +
                        std::string(key) + ": " + what);
  }

  std::string text(std::string_view key, std::string otherwise) {
    const auto* node = table_.get(key);
    if (node == nullptr) return otherwise;
    if (const auto* value = node->as_string(); value != nullptr && !value->get().empty()) return value->get();
    complain(key, "must be text in quotes");
    return otherwise;
  }

  std::string needed(std::string_view key, const std::string& example) {
    if (!table_.contains(key)) complain(key, "must be there, for example \"" + example + '"');
    return text(key, {});
  }

  [[nodiscard]] fs::path beside(const std::string& path) const { return file_.parent_path() / path; }

  std::string content_of(const std::string& path) {
    if (path.empty()) return {};
    std::ifstream stream(beside(path));
    std::string secret;
    if (!std::getline(stream, secret) || secret.empty())
      complain("client_secret_file",
               "cannot be read; it should hold the secret alone, at " + beside(path).string());
    return secret;
  }

  void check(const oidc::Settings& settings) {
    constexpr auto* rule = "must begin with https:// (or be on this machine)";
    if (!settings.issuer.empty() && !oidc::is_safe_url(settings.issuer)) complain("issuer", rule);
    if (!settings.redirect.empty() && !oidc::is_safe_url(settings.redirect)) complain("redirect", rule);
    if (!settings.redirect.empty() && !settings.redirect.ends_with('/'))
      complain("redirect", "must end with \"/\": it is the address of the pages");
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(keys, key.str()) == keys.end()) complain(key.str(), "is not a key of [oidc]");
    }
  }

  const toml::table& table_;
  const fs::path& file_;
  ConfigMistakes& mistakes_;
};

}  // namespace

std::optional<oidc::Settings> read_oidc_settings(const toml::table& server, const fs::path& file,
                                                 ConfigMistakes& mistakes) {
  const auto* node = server.get("oidc");
  if (node == nullptr) return std::nullopt;
  const auto* table = node->as_table();
  if (table == nullptr) {
    mistakes.push_back(file.filename().string() + ':' + std::to_string(node->source().begin.line) +
                       ": oidc: must be a table, [oidc]");
    return std::nullopt;
  }
  return Reader(*table, file, mistakes).read();
}

}  // namespace badge
