#include "server/documents/spreadsheet.hpp"

#include <algorithm>

namespace badge::documents {

bool Sheet::hides_column(std::uint32_t column) const {
  return std::ranges::any_of(hidden_columns,
                             [&](const auto& span) { return span.first <= column && column <= span.second; });
}

bool Sheet::hides_row(std::uint32_t row) const { return std::ranges::binary_search(hidden_rows, row); }

std::string column_letters(std::uint32_t column) {
  constexpr std::uint32_t letters = 26;
  std::string name;
  for (auto rest = column + 1; rest > 0; rest = (rest - 1) / letters) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  }
  return name;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return column_letters(column) + std::to_string(row + 1);
}

}  // namespace badge::documents
