#include "server/app/card_number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace badge::app {
namespace {

constexpr std::size_t citizen_id_digits = 12;  // Luật Căn cước 26/2023/QH15, art. 12
constexpr std::size_t digits_shown = 4;
constexpr std::size_t mark_bytes = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string masked(std::string_view digits) {
  std::string text;
  for (std::size_t i = digits_shown; i < digits.size(); ++i) text += "•";
  return text.append(digits.substr(digits.size() - digits_shown));
}

}  // namespace

std::string card_number(std::string_view written) {
  std::string number;
  for (const char c : written) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ' || c == '\t') continue;
    if (byte < 0x21 || byte == 0x7F) return {};
    number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return number.size() > card_number_bytes_max ? std::string() : number;
}

std::string without_citizen_ids(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto first = static_cast<std::size_t>(std::ranges::find_if(text, is_digit) - text.begin());
    result.append(text.substr(0, first));
    text.remove_prefix(first);
    const auto digits =
        text.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin()));
    result += digits.size() == citizen_id_digits ? masked(digits) : std::string(digits);
    text.remove_prefix(digits.size());
  }
  return result;
}

std::string mark_of_card_number(const SecretKey& key, std::string_view number) {
  const auto mark = key.mark("card number " + std::string(number));
  std::string text;
  for (std::size_t i = 0; i < mark_bytes; ++i) text += fmt::format("{:02x}", static_cast<unsigned>(mark[i]));
  return text;
}

}  // namespace badge::app
