#pragma once
/// What stands in a cell, as a file would state it. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/app/imports/known_codes.hpp"
#include "server/app/imports/sheet_header.hpp"
#include "server/app/imports/understood.hpp"
#include "server/documents/written_dates.hpp"

namespace badge::app {

/// Reads the cells of one column. Nothing is guessed: where a cell can mean two things it is refused by its
/// place.
class SheetColumnReader {
 public:
  /// `rows`: those with data. Of a column of dates all of them are looked at first, for how it orders day and
  /// month. All must outlive the reader.
  SheetColumnReader(const SheetGrid& grid, const HeadedColumn& column, SheetNature nature,
                    const std::vector<std::uint32_t>& rows, const KnownCodes& known, ImportReport& report,
                    Understood& understood);

  /// "" where it holds nothing, and where it was refused.
  [[nodiscard]] std::string text(std::uint32_t row);

 private:
  std::string of_text(const std::string& text);
  std::string of_number(const documents::SheetNumber& number);
  std::string of_moment(const documents::SheetMoment& moment);
  std::string of_fault(documents::SheetFault fault);
  std::string date_of(const std::string& text);
  std::string moment_of(const std::string& text);
  std::string unit_of(const std::string& text);
  std::optional<std::string> refused_for_order();
  std::string refuse(std::string message);
  void note_change(const std::string& from, const std::string& to);
  [[nodiscard]] std::string place(std::uint32_t row) const;
  [[nodiscard]] bool is_date() const {
    return nature_ == SheetNature::date || nature_ == SheetNature::moment;
  }

  const SheetGrid& grid_;
  const HeadedColumn& column_;
  const SheetNature nature_;
  const KnownCodes& known_;
  ImportReport& report_;
  Understood& understood_;
  const documents::SheetCell* cell_ = nullptr;  // being read
  std::uint32_t row_ = 0;                       // of it
  documents::DateOrder order_;                  // of a column of dates
};

/// "Danh sách!C7".
[[nodiscard]] std::string place_in(const documents::Sheet& sheet, std::uint32_t row, std::uint32_t column);

}  // namespace badge::app
