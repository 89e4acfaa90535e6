#pragma once
/// Dates as people type them into sheets, and whether a column leaves no doubt which number is the day. Pure.
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "server/documents/spreadsheet.hpp"

namespace badge::documents {

/// Three numbers with the same sign between them: "9/3/2026", "09-03-2026", "9.3.2026", "2026-03-09".
struct WrittenDate {
  int first = 0, second = 0, third = 0;
  bool is_year_first = false;

  /// Day before month, or year before both. Nothing: there is no such day.
  [[nodiscard]] std::optional<std::chrono::local_days> date() const;
  /// "03/25/2026": a day only if the month stands first.
  [[nodiscard]] bool is_month_first() const;
  /// "25/03/2026": it says which number is the day.
  [[nodiscard]] bool is_day_first() const;
};

[[nodiscard]] std::optional<WrittenDate> written_date(std::string_view text);

enum class DateDoubt : std::uint8_t {
  none,
  month_first,     // this cell has the month before the day
  order_unknown,   // it could, and another cell of the column has
  perhaps_turned,  // a real date of a day up to 12, in a column where later days stayed text: a spreadsheet
                   // that expects the month first reads 04/05 as 5 April and leaves 25/03 alone
};

/// What all cells of one column together say of their order. First each is seen, then asked about.
class DateOrder {
 public:
  void see(const SheetCell& cell);
  [[nodiscard]] DateDoubt doubt(const SheetCell& cell) const;
  /// The row of the cell that gives rise to order_unknown or perhaps_turned.
  [[nodiscard]] std::uint32_t cause(DateDoubt doubt) const;

 private:
  std::optional<std::uint32_t> month_first_,
      day_first_;                 // rows of the first texts that can be read in one way only
  bool has_sure_moment_ = false;  // a real date whose day cannot be a month
};

}  // namespace badge::documents
