#include "server/app/programme_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/app/header_words.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::minutes;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The numbers of "06/7/2026"; at most three that stand together.
std::vector<std::string_view> date_parts(std::string_view cell) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < cell.size();) {
    if (!is_digit(cell[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < cell.size() && is_digit(cell[end])) ++end;
    parts.push_back(cell.substr(at, end - at));
    const bool goes_on = end + 1 < cell.size() &&
                         (cell[end] == '/' || cell[end] == '-' || cell[end] == '.') &&
                         is_digit(cell[end + 1]);
    if (!goes_on && parts.size() >= 2) return parts;
    if (!goes_on) parts.clear();  // "Thứ 2": no date
    at = end + 1;
  }
  return {};
}

std::optional<Date> written_date(std::string_view cell, const DateSpan& week) {
  const auto parts = date_parts(cell);
  if (parts.size() < 2) return std::nullopt;
  if (parts.size() >= 3) {
    const auto text = parts[0].size() == 4
                          ? std::string(parts[0]) + '-' + std::string(parts[1]) + '-' + std::string(parts[2])
                          : std::string(parts[0]) + '/' + std::string(parts[1]) + '/' + std::string(parts[2]);
    return parse_date(text);
  }
  const auto day = static_cast<unsigned>(number_of(parts[0])),
             month = static_cast<unsigned>(number_of(parts[1]));
  for (auto date = week.from; date <= week.to; date += std::chrono::days(1)) {
    const std::chrono::year_month_day of(date);
    if (unsigned(of.day()) == day && unsigned(of.month()) == month) return date;
  }
  return std::nullopt;
}

std::optional<Date> weekday_date(std::string_view cell, const DateSpan& week) {
  const auto words = plain_words(cell);
  for (auto date = week.from; date <= week.to; date += std::chrono::days(1)) {
    const auto& word = weekday_words()[std::chrono::weekday(date).iso_encoding() - 1];
    const auto is = [&](std::string_view way) { return words == plain_words(way); };
    if (is(word.code) || is(word.vietnamese) || std::ranges::any_of(word.also, is)) return date;
  }
  return std::nullopt;
}

/// "8h00", "8 giờ 30", "08:00", "14g": hours and minutes of each clock in the text, which is folded.
std::vector<minutes> clocks_in(std::string_view text) {
  constexpr std::array<std::string_view, 4> marks = {"giờ", ":", "h", "g"};
  constexpr int hours_max = 23, minutes_max = 59;
  std::vector<minutes> clocks;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const auto hour = number_of(text.substr(at, end - at));
    auto rest = text.substr(end);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const auto* const mark =
        std::ranges::find_if(marks, [&](std::string_view one) { return rest.starts_with(one); });
    at = end;
    if (mark == marks.end() || hour > hours_max) continue;
    rest.remove_prefix(mark->size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    const auto minute = digits == 0 ? 0 : number_of(rest.substr(0, digits));
    if (minute > minutes_max) continue;
    clocks.emplace_back(hour * 60 + minute);
    at = text.size() - rest.size() + digits;
  }
  return clocks;
}

/// The words behind a title: "đ/c Nguyễn Văn An" is "Nguyễn Văn An". Nothing: no title stands there.
std::optional<std::string_view> behind_title(std::string_view name) {
  constexpr std::array<std::string_view, 6> titles = {"đồng chí", "đ/c", "đ.c", "đc", "ông", "bà"};
  const auto folded = documents::fold_case(name);
  if (folded.size() != name.size()) return std::nullopt;
  for (const auto title : titles) {
    if (!folded.starts_with(title) || name.size() <= title.size()) continue;
    const char next = name[title.size()];
    if (next == ' ' || next == '.' || next == ':') return documents::trimmed(name.substr(title.size() + 1));
  }
  return std::nullopt;
}

/// Without what programmes put before a name and behind it.
std::string bare_name(std::string_view part) {
  auto name = documents::trimmed(part);
  while (name.starts_with('-') || name.starts_with('*')) name = documents::trimmed(name.substr(1));
  while (const auto rest = behind_title(name)) name = *rest;
  for (const std::string_view behind : {"(", " - ", " – ", ":"}) {
    if (const auto at = name.find(behind); at != std::string_view::npos && at > 0)
      name = documents::trimmed(name.substr(0, at));
  }
  while (name.ends_with('.')) name.remove_suffix(1);
  return std::string(name);
}

}  // namespace

std::optional<Date> programme_date(std::string_view cell, const DateSpan& week) {
  const auto date = date_parts(cell).size() >= 2 ? written_date(cell, week) : weekday_date(cell, week);
  return date && week.contains(*date) ? date : std::nullopt;
}

std::optional<ProgrammeTime> programme_time(std::string_view cell) {
  const auto folded = documents::fold_case(cell);
  const auto words = ' ' + plain_words(cell) + ' ';
  const auto says = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  ProgrammeTime time{says(" sang "), says(" chieu "), clocks_in(folded)};
  if (says(" ca ngay ") || says(" ngay ")) time.morning = time.afternoon = true;
  if (time.clocks.size() > 2 || (time.clocks.size() == 2 && time.clocks[1] <= time.clocks[0]))
    return std::nullopt;
  if (!time.morning && !time.afternoon && time.clocks.empty()) return std::nullopt;
  return time;
}

std::vector<std::string> programme_people(std::string_view cell) {
  std::vector<std::string> names;
  std::string text(cell);
  std::ranges::replace_if(text, [](char c) { return c == ';' || c == '\n' || c == '\r' || c == '+'; }, ',');
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    if (auto name = bare_name(std::string_view(text).substr(at, end - at)); !name.empty())
      names.push_back(std::move(name));
    at = end + 1;
  }
  return names;
}

}  // namespace badge::app
