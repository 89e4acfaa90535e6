#include "server/notice_settings.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "server/notices/webhook.hpp"

namespace badge {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t webhooks_max = 20;          // each is waited for in turn
constexpr std::int64_t told_after_max_min = 240;  // later is no notice any more

/// One table of the file; `name` as mistakes call it.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string name, const fs::path& file, ConfigMistakes& mistakes)
      : table_(table), name_(std::move(name)), file_(file), mistakes_(mistakes) {}

  void complain(std::string_view key, const std::string& what) const {
    const auto* node = table_.get(key);
    const auto line = (node == nullptr ? table_.source() : node->source()).begin.line;
    mistakes_.push_back(file_.filename().string() + ':' + std::to_string(line) + ": " + name_ + '.' +
                        std::string(key) + ": " + what);
  }

  [[nodiscard]] std::string text(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return {};
    if (const auto* value = node->as_string(); value != nullptr && !value->get().empty()) return value->get();
    complain(key, "must be text in quotes");
    return {};
  }

  [[nodiscard]] std::string needed(std::string_view key, const std::string& example) const {
    if (!table_.contains(key)) complain(key, "must be there, for example \"" + example + '"');
    return text(key);
  }

  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
    std::vector<std::string> words;
    const auto* node = table_.get(key);
    if (node == nullptr) return words;
    const auto* list = node->as_array();
    if (list == nullptr) complain(key, "must be a list of texts");
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
      words.push_back(list->get(i)->value_or(std::string("?")));
    return words;
  }

  [[nodiscard]] std::optional<bool> yes_or_no(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_boolean()) complain(key, "must be true or false");
    return node->value_or(false);
  }

  [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t otherwise, std::int64_t max) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return otherwise;
    const auto value = node->is_integer() ? node->value_or(std::int64_t{-1}) : -1;
    if (value >= 0 && value <= max) return value;
    complain(key, "must be a whole number from 0 to " + std::to_string(max));
    return otherwise;
  }

  /// A file beside server.toml; empty where the key is not there.
  [[nodiscard]] std::string path(std::string_view key) const {
    const auto written = text(key);
    return written.empty() ? std::string() : (file_.parent_path() / written).string();
  }

  /// The first line of a file that its owner alone may read. It is never quoted.
  [[nodiscard]] std::string secret(std::string_view key) const {
    const auto file = path(key);
    if (file.empty()) return {};
    struct stat about{};
    std::ifstream stream(file);
    std::string line;
    if (!std::getline(stream, line) || line.empty() || ::stat(file.c_str(), &about) != 0) {
      complain(key, "cannot be read; it should hold the secret alone, at " + file);
    } else if ((about.st_mode & 077U) != 0) {
      complain(key, "others may read " + file + "; chmod 600 it");
    }
    return line;
  }

  void refuse_other_keys(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(keys, key.str()) == keys.end())
        complain(key.str(), "is not a key of [" + name_ + "]");
    }
  }

 private:
  const toml::table& table_;
  const std::string name_;
  const fs::path& file_;
  ConfigMistakes& mistakes_;
};

std::chrono::minutes clock_of(const TableReader& table, std::string_view key,
                              std::chrono::minutes otherwise) {
  const auto text = table.text(key);
  if (text.empty()) return otherwise;
  const auto digit = [&](std::size_t place) { return text[place] - '0'; };
  const bool has_form =
      text.size() == 5 && text[2] == ':' && text.find_first_not_of("0123456789:") == text.npos;
  const int hour = has_form ? digit(0) * 10 + digit(1) : -1,
            minute = has_form ? digit(3) * 10 + digit(4) : -1;
  if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) return std::chrono::minutes(hour * 60 + minute);
  table.complain(key, "must be a time of day, for example \"07:45\"");
  return otherwise;
}

std::bitset<7> days_of(const TableReader& table, std::string_view key, std::bitset<7> otherwise) {
  constexpr std::array<std::string_view, 7> names = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  const auto words = table.texts(key);
  std::bitset<7> days;
  for (const auto& word : words) {
    const auto found = std::ranges::find(names, word);
    if (found == names.end()) {
      table.complain(key, "must name days: mon, tue, wed, thu, fri, sat, sun");
      return otherwise;
    }
    days.set(static_cast<std::size_t>(found - names.begin()));
  }
  return words.empty() ? otherwise : days;
}

notices::SmtpSettings read_mail(const TableReader& table) {
  notices::SmtpSettings mail;
  mail.url = table.needed("server", "smtp://mail.tinh.gov.vn:587");
  const bool is_implicit = mail.url.starts_with("smtps://");
  const auto rest = mail.url.find("://");
  if (!mail.url.empty() && !is_implicit && !mail.url.starts_with("smtp://"))
    table.complain("server", "must begin with smtp:// or smtps://");
  const bool is_here = rest != mail.url.npos && oidc::is_safe_url("http" + mail.url.substr(rest));
  mail.tls = is_implicit || table.yes_or_no("tls").value_or(!is_here);
  mail.from = table.needed("from", "cham-cong@tinh.gov.vn");
  if (!mail.from.empty() && !notices::is_mail_address(mail.from))
    table.complain("from", "must be an address, for example \"cham-cong@tinh.gov.vn\"");
  mail.user = table.text("user");
  mail.password = table.secret("password_file");
  if (mail.user.empty() != mail.password.empty())
    table.complain("user", "user and password_file belong together: name both, or neither");
  if (!mail.tls && !is_here && !mail.password.empty())
    table.complain("tls",
                   "others could read the password on the way: leave tls out, or user and password_file");
  mail.ca_file = table.path("ca_file");
  table.refuse_other_keys({"server", "tls", "from", "user", "password_file", "ca_file"});
  return mail;
}

notices::WebhookSettings read_webhook(const TableReader& table) {
  notices::WebhookSettings hook;
  hook.name = table.needed("name", "dieu-hanh");
  if (hook.name == "mail") table.complain("name", "\"mail\" is taken");
  hook.url = table.needed("url", "https://dieu-hanh.tinh.gov.vn/su-kien");
  if (!hook.url.empty() && !oidc::is_safe_url(hook.url))
    table.complain("url", "must begin with https:// (or be on this machine)");
  if (const auto text = table.secret("secret_file"); !text.empty()) {
    const auto secret = notices::webhook_secret(text);
    if (!secret) table.complain("secret_file", "must hold \"whsec_\" and the base64 of 24 to 64 bytes");
    hook.secret = secret.value_or("");
  } else if (table.text("secret_file").empty()) {
    table.complain("secret_file", "must be there: a file with \"whsec_\" and the base64 of 24 to 64 bytes");
  }
  constexpr std::array known = {
      notices::reader_silent,   notices::clock_off,      notices::badge_lost, notices::explanation_waiting,
      notices::finding_overdue, notices::repair_waiting, notices::month_due};
  for (auto& type : table.texts("types")) {
    if (std::ranges::find(known, type) == known.end())
      table.complain("types",
                     "there are reader.silent, clock.off, badge.lost, explanation.waiting, finding.overdue, "
                     "repair.waiting, month.due");
    hook.types.insert(std::move(type));
  }
  hook.ca_file = table.path("ca_file");
  table.refuse_other_keys({"name", "url", "secret_file", "types", "ca_file"});
  return hook;
}

}  // namespace

std::optional<notices::Settings> read_notice_settings(const toml::table& server, const fs::path& file,
                                                      ConfigMistakes& mistakes) {
  const auto* node = server.get("notices");
  if (node == nullptr) return std::nullopt;
  const auto wrong = [&](const toml::node& at, const std::string& what) {
    mistakes.push_back(file.filename().string() + ':' + std::to_string(at.source().begin.line) + ": " + what);
  };
  const auto* table = node->as_table();
  if (table == nullptr) {
    wrong(*node, "notices: must be a table, [notices]");
    return std::nullopt;
  }
  const TableReader reader(*table, "notices", file, mistakes);
  notices::Settings settings;
  settings.page = reader.text("page");
  if (!settings.page.empty() && (!oidc::is_safe_url(settings.page) || !settings.page.ends_with('/')))
    reader.complain("page",
                    "must be the address of the pages, for example \"https://chamcong.tinh.gov.vn/\"");
  settings.digest_at = clock_of(reader, "digest_at", settings.digest_at);
  settings.digest_days = days_of(reader, "digest_days", settings.digest_days);
  settings.told_after =
      std::chrono::minutes(reader.number("told_after_min", settings.told_after.count(), told_after_max_min));
  reader.refuse_other_keys({"page", "digest_at", "digest_days", "told_after_min", "mail", "webhook"});
  if (const auto* mail = table->get("mail"); mail != nullptr && mail->is_table()) {
    settings.mail = read_mail(TableReader(*mail->as_table(), "notices.mail", file, mistakes));
  } else if (mail != nullptr) {
    wrong(*mail, "notices.mail: must be a table, [notices.mail]");
  }
  const auto* hooks = table->get("webhook");
  if (hooks == nullptr) return settings;
  if (!hooks->is_array_of_tables() || hooks->as_array()->size() > webhooks_max) {
    wrong(*hooks,
          "notices.webhook: must be tables, [[notices.webhook]], at most " + std::to_string(webhooks_max));
    return settings;
  }
  for (const auto& hook : *hooks->as_array()) {
    settings.webhooks.push_back(
        read_webhook(TableReader(*hook.as_table(), "notices.webhook", file, mistakes)));
    const auto& name = settings.webhooks.back().name;
    if (std::ranges::count(settings.webhooks, name, &notices::WebhookSettings::name) > 1)
      wrong(hook, "notices.webhook: two are called \"" + name + '"');
  }
  return settings;
}

}  // namespace badge
