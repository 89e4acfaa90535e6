#include "reader-config/site/site_table.hpp"

#include <algorithm>

#include "reader-config/site/nearest_name.hpp"
#include "reader-config/tap/tap_wire.hpp"

namespace badge {
namespace {

constexpr std::size_t quoted_bytes_max = 80;  // an error stays one line

std::string quoted(std::string_view written) {
  std::string shown;
  for (const char c : written.substr(0, quoted_bytes_max)) {
    shown += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  }
  return '"' + shown + (written.size() > quoted_bytes_max ? "…\"" : "\"");
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.';
}

}  // namespace

const toml::node* SiteTable::find(std::string_view key) {
  known_.push_back(key);
  return table_.get(key);
}

std::size_t SiteTable::line_of(std::string_view key) const {
  const auto* node = table_.get(key);
  if (node != nullptr) return node->source().begin.line;
  return path_.empty() ? 0 : table_.source().begin.line;  // what the whole file lacks has no line
}

void SiteTable::refuse(std::string_view key, std::string_view written, std::string_view rule) {
  complain(key, quoted(written) + ": " + std::string(rule));
}

void SiteTable::complain(std::string_view key, std::string what) {
  errors_.push_back({line_of(key), path_ + std::string(key), std::move(what)});
}

std::optional<std::string> SiteTable::text(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return std::nullopt;
  const auto* value = node->as_string();
  if (value == nullptr) {
    complain(key, "must be text in quotes");
    return std::nullopt;
  }
  // The systems below take C strings: a NUL would silently cut the value there.
  if (value->get().empty() || value->get().find('\0') != std::string::npos) {
    complain(key, "must not be empty; leave the key out instead");
    return std::nullopt;
  }
  return value->get();
}

std::optional<std::string> SiteTable::required_text(std::string_view key, std::string_view example) {
  auto value = text(key);
  if (!value && table_.get(key) == nullptr) {
    complain(key, "is missing, for example: " + std::string(key) + " = \"" + std::string(example) + '"');
  }
  return value;
}

std::string SiteTable::required_name(std::string_view key, std::string_view example) {
  auto name = required_text(key, example);
  if (!name) return {};
  if (name->size() > name_bytes_max || !std::ranges::all_of(*name, is_name_letter)) {
    refuse(key, *name, "a name has 1 to 64 of the letters a-z A-Z, digits, '-', '_' and '.'");
    return {};
  }
  return *std::move(name);
}

std::int64_t SiteTable::whole_number(std::string_view key, std::int64_t from, std::int64_t to,
                                     std::int64_t otherwise) {
  const auto* node = find(key);
  if (node == nullptr) return otherwise;
  const auto rule = "allowed are whole numbers from " + std::to_string(from) + " to " + std::to_string(to);
  const auto* value = node->as_integer();
  if (value == nullptr) {
    complain(key, rule);
    return otherwise;
  }
  if (value->get() < from || value->get() > to) {
    complain(key, std::to_string(value->get()) + ": " + rule);
    return otherwise;
  }
  return value->get();
}

bool SiteTable::yes_or_no(std::string_view key, bool otherwise) {
  const auto* node = find(key);
  if (node == nullptr) return otherwise;
  const auto* value = node->as_boolean();
  if (value == nullptr) complain(key, "allowed are true and false, without quotes");
  return value != nullptr ? value->get() : otherwise;
}

const toml::table* SiteTable::table(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table()) complain(key, "must be a table, written [" + path_ + std::string(key) + "]");
  return node->as_table();
}

const toml::array* SiteTable::tables(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) return nullptr;
  const auto* list = node->as_array();
  if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
    complain(key, "must be a list of tables, each begun with [[" + std::string(key) + "]]");
    return nullptr;
  }
  return list;
}

void SiteTable::finish() {
  for (const auto& [key, node] : table_) {
    if (std::ranges::find(known_, key.str()) != known_.end()) continue;
    const auto near = nearest_name(key.str(), known_);
    const auto hint = near.empty() ? std::string() : "; did you mean " + std::string(near) + "?";
    errors_.push_back({key.source().begin.line, path_ + std::string(key.str()), "no such key here" + hint});
  }
}

}  // namespace badge
