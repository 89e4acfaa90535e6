#include "server/server_config.hpp"

#include <arpa/inet.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "server/notice_settings.hpp"
#include "server/oidc_settings.hpp"
#include "server/paper_settings.hpp"
#include "server/retention_settings.hpp"

namespace badge {
namespace {

namespace fs = std::filesystem;

constexpr int clock_offset_limit_max_s = 62;  // the store keeps offsets of up to that many whole seconds

class Reader {
 public:
  Reader(const toml::table& table, const fs::path& file) : table_(table), file_(file) {}

  ServerConfig read() {
    ServerConfig config;
    read_listen(config);
    if (const auto data = text("data"); data && !data->empty()) {
      config.data = beside(*data);
    } else {
      complain("data", "needs a folder for everything the server keeps, for example \"var\"");
    }
    config.zone = text("zone").value_or(config.zone);
    config.tls_certificate = readable_file("tls_certificate");
    config.tls_key = readable_file("tls_key");
    if (table_.contains("tls_certificate") != table_.contains("tls_key")) {
      complain(table_.contains("tls_key") ? "tls_certificate" : "tls_key",
               "tls_certificate and tls_key belong together: name both files, or neither");
    }
    config.behind_proxy = yes_or_no("behind_proxy");
    config.clock_offset_limit_s = offset_limit(config.clock_offset_limit_s);
    config.second_factor_for = roles("second_factor_for");
    config.log = log_level(config.log);
    config.oidc = read_oidc_settings(table_, file_, mistakes);
    config.retention = read_retention_settings(table_, file_, mistakes);
    config.papers = read_paper_settings(table_, file_, mistakes);
    config.notices = read_notice_settings(table_, file_, mistakes);
    refuse_plain_off_loopback(config);
    refuse_unknown_keys();
    return config;
  }

  ConfigMistakes mistakes;

 private:
  static constexpr std::array<std::string_view, 13> keys = {"listen",
                                                            "data",
                                                            "zone",
                                                            "tls_certificate",
                                                            "tls_key",
                                                            "behind_proxy",
                                                            "clock_offset_limit_s",
                                                            "second_factor_for",
                                                            "log",
                                                            "notices",
                                                            "oidc",
                                                            "papers",
                                                            "retention"};

  void complain(std::string_view key, const std::string& what) {
    const auto* node = table_.get(key);
    const auto line = node == nullptr ? std::string() : ':' + std::to_string(node->source().begin.line);
    std::string written;
    if (node != nullptr && node->is_string()) written = " \"" + node->as_string()->get() + '"';
    mistakes.push_back(file_.filename().string() + line + ": " + std::string(key) + written + ": " + what);
  }

  std::optional<std::string> text(std::string_view key) {
    const auto* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_string()) return value->get();
    complain(key, "must be text in quotes");
    return std::nullopt;
  }

  bool yes_or_no(std::string_view key) {
    const auto* node = table_.get(key);
    if (node != nullptr && !node->is_boolean()) complain(key, "must be true or false");
    return node != nullptr && node->value_or(false);
  }

  [[nodiscard]] fs::path beside(const std::string& path) const { return file_.parent_path() / path; }

  fs::path readable_file(std::string_view key) {
    const auto path = text(key);
    if (!path) return {};
    auto file = beside(*path);
    if (::access(file.c_str(), R_OK) != 0)
      complain(key, "cannot be read; it should be a PEM file at " + file.string());
    return file;
  }

  void read_listen(ServerConfig& config) {
    constexpr std::string_view rule = "must be an IP address and a port, for example \"127.0.0.1:8080\"";
    const auto listen = text("listen");
    if (!listen) {
      if (!table_.contains("listen")) complain("listen", std::string(rule));
      return;
    }
    const auto colon = listen->rfind(':');
    auto address = listen->substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    const auto digits = colon == std::string::npos ? std::string() : listen->substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), config.port);
    const bool is_port = error == std::errc() && !digits.empty() && end == digits.data() + digits.size();
    std::array<unsigned char, sizeof(in6_addr)> binary{};
    const bool is_address = ::inet_pton(AF_INET, address.c_str(), binary.data()) == 1 ||
                            ::inet_pton(AF_INET6, address.c_str(), binary.data()) == 1;
    if (!is_port || !is_address) return complain("listen", std::string(rule));
    config.address = address;
  }

  int offset_limit(int otherwise) {
    const auto* node = table_.get("clock_offset_limit_s");
    if (node == nullptr) return otherwise;
    const auto value = node->is_integer() ? node->value_or(std::int64_t{0}) : 0;
    if (value < 1 || value > clock_offset_limit_max_s) {
      complain("clock_offset_limit_s",
               "must be a whole number from 1 to " + std::to_string(clock_offset_limit_max_s));
      return otherwise;
    }
    return static_cast<int>(value);
  }

  /// A list of roles of people.
  std::vector<app::Role> roles(std::string_view key) {
    std::vector<app::Role> roles;
    const auto* node = table_.get(key);
    if (node == nullptr) return roles;
    const auto* list = node->as_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const auto role = app::parse_role(list->get(i)->value_or(std::string()));
      if (!role || *role == app::Role::bridge) break;
      roles.push_back(*role);
    }
    if (list == nullptr || roles.size() != list->size()) {
      complain(key,
               "must be a list of roles, for example [\"administrator\", \"inspector\"]; there are "
               "administrator, hr, staff, timekeeper, head, inspector, guard, auditor");
    }
    return roles;
  }

  std::string log_level(const std::string& otherwise) {
    constexpr std::array<std::string_view, 4> levels = {"debug", "info", "warn", "error"};
    const auto level = text("log").value_or(otherwise);
    if (std::ranges::find(levels, level) == levels.end())
      complain("log", "allowed are debug, info, warn, error");
    return level;
  }

  void refuse_plain_off_loopback(const ServerConfig& config) {
    const bool is_loopback = config.address.starts_with("127.") || config.address == "::1";
    if (config.address.empty() || is_loopback || config.behind_proxy || table_.contains("tls_certificate"))
      return;
    complain(
        "listen",
        "other machines could read the taps and tokens on the way: name tls_certificate and tls_key, or set "
        "behind_proxy = true where a proxy with TLS stands before this server, or listen on 127.0.0.1");
  }

  void refuse_unknown_keys() {
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(keys, key.str()) != keys.end()) continue;
      std::string known;
      for (const auto name : keys) known += (known.empty() ? "" : ", ") + std::string(name);
      mistakes.push_back(file_.filename().string() + ':' + std::to_string(key.source().begin.line) + ": " +
                         std::string(key.str()) + ": is not a key of this file; its keys are " + known);
    }
  }

  const toml::table& table_;
  const fs::path& file_;
};

}  // namespace

tl::expected<ServerConfig, ConfigMistakes> parse_server_config(std::string_view text, const fs::path& file) {
  try {
    const auto table = toml::parse(text);
    Reader reader(table, file);
    auto config = reader.read();
    if (!reader.mistakes.empty()) return tl::unexpected(std::move(reader.mistakes));
    return config;
  } catch (const toml::parse_error& error) {
    return tl::unexpected(ConfigMistakes{file.filename().string() + ':' +
                                         std::to_string(error.source().begin.line) +
                                         ": is not TOML: " + std::string(error.description())});
  }
}

tl::expected<ServerConfig, ConfigMistakes> read_server_config(const fs::path& file) {
  std::ifstream stream(file);
  std::stringstream text;
  text << stream.rdbuf();
  if (!stream) return tl::unexpected(ConfigMistakes{file.string() + ": cannot be read"});
  return parse_server_config(text.str(), file);
}

}  // namespace badge
