#pragma once
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "reader-config/tap/tap.hpp"

namespace badge {

/// One JSON object on one line, written by hand, so that equal values give equal bytes whatever the library's
/// version.
class Line {
 public:
  explicit Line(std::size_t reserve = 256) { text_.reserve(reserve); }
  Line& number(std::string_view key, std::int64_t value) {
    open(key);
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text_.append(digits.data(), end);
    return *this;
  }
  Line& number(std::string_view key, std::uint64_t value) {
    return number(key, static_cast<std::int64_t>(value));  // a seq counts taps: it never comes near 2^63
  }
  Line& time(std::string_view key, Instant value) {
    return number(key, std::int64_t{value.time_since_epoch().count()});
  }
  Line& text(std::string_view key, std::string_view value) {
    open(key);
    append_quoted(value);
    return *this;
  }
  Line& raw(std::string_view key, std::string_view value) {
    open(key);
    text_ += value;
    return *this;
  }
  std::string close() {
    text_ += text_.empty() ? "{}" : "}";
    return std::move(text_);
  }

 private:
  void open(std::string_view key) {
    text_ += text_.empty() ? '{' : ',';
    append_quoted(key);
    text_ += ':';
  }
  void append_quoted(std::string_view value) {
    constexpr std::string_view hex = "0123456789abcdef";
    text_ += '"';
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        text_ += '\\';
        text_ += c;
      } else if (byte < 0x20) {
        text_ += "\\u00";
        text_ += hex[byte >> 4];
        text_ += hex[byte & 0x0F];
      } else {
        text_ += c;
      }
    }
    text_ += '"';
  }
  std::string text_;
};

}  // namespace badge
