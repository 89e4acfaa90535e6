#include "server/notices/mail.hpp"

#include <array>
#include <cstdio>

#include "server/notices/base64.hpp"

namespace badge::notices {
namespace {

constexpr std::string_view sender_name = "Chuyên Cần";
constexpr std::size_t line_letters_max = 76;  // of base64: RFC 2045, 6.8
constexpr std::size_t encoded_word_bytes_max =
    39;  // with "=?UTF-8?B?", "?=" and "Subject: " 73 letters of 76

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Encoded words, each on a line of its own; none ends inside a letter.
std::string encoded_words(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    auto size = std::min(text.size(), encoded_word_bytes_max);
    while (size < text.size() && size > 1 && continues_letter(text[size])) --size;
    words += words.empty() ? "" : "\r\n ";
    words += "=?UTF-8?B?" + to_base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return words;
}

std::string date_field(std::chrono::sys_seconds at) {
  constexpr std::array<const char*, 7> weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                weekdays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
                months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

std::string with_crlf(std::string_view text) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return lines;
}

std::string in_lines(std::string_view letters) {
  std::string lines;
  for (; !letters.empty(); letters.remove_prefix(std::min(letters.size(), line_letters_max)))
    lines.append(letters.substr(0, line_letters_max)).append("\r\n");
  return lines;
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  if (text.size() > address_bytes_max || at == text.npos || at == 0 || at + 1 == text.size()) return false;
  constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";  // RFC 5322: atext and the dot
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == at || is_letter(c) || c == '-' || c == '.') continue;
    if (i > at || marks.find(c) == marks.npos) return false;
  }
  return true;
}

std::string to_rfc5322(const Mail& mail) {
  const auto host = mail.from.substr(mail.from.find('@') + 1);
  return "Date: " + date_field(mail.at) + "\r\nFrom: " + encoded_words(sender_name) + " <" + mail.from +
         ">\r\nTo: <" + mail.to + ">\r\nSubject: " + encoded_words(mail.subject) + "\r\nMessage-ID: <" +
         mail.id + '@' + host +
         ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
         "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         in_lines(to_base64(with_crlf(mail.text)));
}

}  // namespace badge::notices
