#pragma once
/// How a paper writes dates, times and numbers (Nghị định 30/2020/NĐ-CP, Phụ lục I). Pure.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/documents/paper.hpp"

namespace badge::documents {

/// "05", "12", "1027": a number of a paper below 10 has a leading zero; "0" is none.
[[nodiscard]] std::string paper_number(int number);

/// "4", "1.240": a figure of a table, its thousands apart.
[[nodiscard]] std::string figure_text(std::int64_t figure);

/// "Số: 05/BC-SNV"; without a number room for the clerk to write it.
[[nodiscard]] std::string number_line(std::string_view number, std::string_view symbol);

/// "ngày 09 tháng 3 năm 2026": days below 10 and the months 1 and 2 have a leading zero.
[[nodiscard]] std::string date_words(std::chrono::year_month_day date);

/// "Khánh Hòa, ngày 09 tháng 3 năm 2026"; without a day room for the clerk to write it.
[[nodiscard]] std::string place_date_line(const PlaceAndDate& dated);

/// "07 giờ 37 phút" of minutes since midnight.
[[nodiscard]] std::string time_words(std::chrono::minutes since_midnight);

/// "I", "IV", "XII" of 1 to 3999; beyond that the number in Arabic digits.
[[nodiscard]] std::string roman(int number);

/// Each with ";" at its end, the last one with ".".
[[nodiscard]] std::vector<std::string> with_closing_signs(std::vector<std::string> lines);

/// What a file of the paper is called inside: kind and abstract, in one line.
[[nodiscard]] std::string title_of(const Paper& paper);

/// "Ký nháy:" with dots for each who initials the pages; empty where nobody does.
[[nodiscard]] std::string initials_line(const Paper& paper);

}  // namespace badge::documents
