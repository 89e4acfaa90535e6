#include "server/documents/paper_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "server/documents/page_layout.hpp"

namespace badge::documents {
namespace {

// No-break spaces: a blank that a clerk fills in keeps its width and its place in the line.
constexpr std::string_view blank_number = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";
constexpr std::string_view blank_day = "\u00A0\u00A0\u00A0\u00A0\u00A0";

std::string month_words(std::chrono::year_month month) {
  constexpr unsigned last_month_with_zero = 2;
  const auto number = static_cast<unsigned>(month.month());
  return fmt::format("tháng {}{} năm {}", number <= last_month_with_zero ? "0" : "", number,
                     static_cast<int>(month.year()));
}

}  // namespace

std::string paper_number(int number) { return number == 0 ? "0" : fmt::format("{:02}", number); }

std::string figure_text(std::int64_t figure) {
  constexpr int digits_together = 3;
  auto text = std::to_string(figure);
  const int first = figure < 0 ? 1 : 0;
  for (int at = static_cast<int>(text.size()) - digits_together; at > first; at -= digits_together)
    text.insert(static_cast<std::size_t>(at), ".");
  return text;
}

std::string number_line(std::string_view number, std::string_view symbol) {
  return fmt::format("Số: {}/{}", number.empty() ? blank_number : number, symbol);
}

std::string date_words(std::chrono::year_month_day date) {
  return fmt::format("ngày {:02} {}", static_cast<unsigned>(date.day()),
                     month_words(date.year() / date.month()));
}

std::string place_date_line(const PlaceAndDate& dated) {
  if (dated.day) return dated.place + ", " + date_words(dated.month / *dated.day);
  return fmt::format("{}, ngày {} {}", dated.place, blank_day, month_words(dated.month));
}

std::string time_words(std::chrono::minutes since_midnight) {
  const auto minutes = since_midnight.count();
  return fmt::format("{:02} giờ {:02} phút", minutes / 60, minutes % 60);
}

std::string roman(int number) {
  constexpr int roman_max = 3999;  // beyond it Roman numerals need signs that nobody reads
  if (number < 1 || number > roman_max) return std::to_string(number);
  constexpr std::array<std::pair<int, std::string_view>, 13> signs = {{{1000, "M"},
                                                                       {900, "CM"},
                                                                       {500, "D"},
                                                                       {400, "CD"},
                                                                       {100, "C"},
                                                                       {90, "XC"},
                                                                       {50, "L"},
                                                                       {40, "XL"},
                                                                       {10, "X"},
                                                                       {9, "IX"},
                                                                       {5, "V"},
                                                                       {4, "IV"},
                                                                       {1, "I"}}};
  std::string text;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) text += sign;
  }
  return text;
}

std::vector<std::string> with_closing_signs(std::vector<std::string> lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] += i + 1 < lines.size() ? ";" : ".";
  return lines;
}

std::string title_of(const Paper& paper) {
  auto title = paper.kind.empty() || paper.abstract.empty() ? paper.kind + paper.abstract
                                                            : paper.kind + " " + paper.abstract;
  std::ranges::replace(title, '\n', ' ');
  return title;
}

std::string initials_line(const Paper& paper) {
  if (paper.initials.empty()) return {};
  std::string line = layout::initials_title;
  for (const auto& who : paper.initials) line += fmt::format("    {} {}", who, layout::dots_to_fill);
  return line;
}

}  // namespace badge::documents
