#pragma once
/// What a number of a workbook means by its number format. Pure.
#include <cstdint>
#include <optional>
#include <string_view>

#include "server/documents/spreadsheet.hpp"

namespace badge::documents {

struct NumberFormat {
  enum class Kind : std::uint8_t { number, date, time };  // date: perhaps with a time
  Kind kind = Kind::number;
  std::uint8_t digits_min = 0;  // "0000"
  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// "dd/mm/yyyy", "[h]:mm", "0000": what a code means, whatever colours, languages and quoted words it holds.
[[nodiscard]] NumberFormat number_format_of(std::string_view code);
/// Those that every spreadsheet knows by number; nothing: a number like any other.
[[nodiscard]] NumberFormat built_in_number_format(std::uint32_t id);

/// Days from which a workbook counts: 1900 with a 29 February that never was, or 1904.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// To the nearest second. Nothing: before the first day, the day that never was, or behind the year 9999.
[[nodiscard]] std::optional<SheetMoment> moment_of(double serial, DateSystem system, NumberFormat::Kind kind);

}  // namespace badge::documents
