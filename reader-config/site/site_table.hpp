#pragma once
/// One table of a site.toml while it is being read: hands out checked values and gathers errors instead of
/// stopping at them. Every key that was asked for is known; `finish` reports the others.
#include <toml++/toml.h>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reader-config/site/read_site.hpp"

namespace badge {

class SiteTable {
 public:
  /// `path` stands before the keys in errors: "" or "reader[2].". `table` must outlive this.
  SiteTable(const toml::table& table, std::string path, SiteErrors& errors)
      : table_(table), path_(std::move(path)), errors_(errors) {}

  /// Text; nothing and an error where it is missing or no text.
  std::optional<std::string> required_text(std::string_view key, std::string_view example);
  /// Text; nothing where it is missing, and an error where it is no text.
  std::optional<std::string> text(std::string_view key);
  /// A name for people and machines; see site_config.hpp for its letters.
  std::string required_name(std::string_view key, std::string_view example);

  std::int64_t whole_number(std::string_view key, std::int64_t from, std::int64_t to, std::int64_t otherwise);
  bool yes_or_no(std::string_view key, bool otherwise);

  /// One of several words.
  template <typename Value>
  Value one_of(std::string_view key, const std::vector<std::pair<std::string_view, Value>>& words,
               Value otherwise) {
    const auto written = text(key);
    if (!written) return otherwise;
    std::string allowed;
    for (const auto& [word, value] : words) {
      if (*written == word) return value;
      allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    }
    refuse(key, *written, "allowed are " + allowed);
    return otherwise;
  }

  /// The table or the list of tables under `key`; nullptr where there is none.
  const toml::table* table(std::string_view key);
  const toml::array* tables(std::string_view key);

  /// An error at `key` about the text that is written there.
  void refuse(std::string_view key, std::string_view written, std::string_view rule);
  /// An error at `key` without a value.
  void complain(std::string_view key, std::string what);

  /// Reports every key that nobody asked for, with the known key that is nearest.
  void finish();

  [[nodiscard]] std::size_t line_of(std::string_view key) const;

 private:
  const toml::node* find(std::string_view key);

  const toml::table& table_;
  std::string path_;
  SiteErrors& errors_;
  std::vector<std::string_view> known_;  // string literals of the callers
};

}  // namespace badge
