#include "server/app/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "server/documents/csv_writer.hpp"
#include "server/documents/workbook.hpp"

namespace badge::app {
namespace {

constexpr double letters_a_width =
    0.9;  // bold and capital letters are wider than the digits that widths count

using documents::CellStyle;
using documents::WorkbookSheet;

/// Shares with four decimals: a ten-thousandth of a month's sessions is less than one session.
std::string csv_of(const Listing& listing) {
  documents::CsvWriter csv(documents::CsvWriter::ByteOrderMark::with);
  for (const auto& column : listing.columns) csv.plain(column.key);
  csv.end_row();
  for (const auto& row : listing.rows) {
    for (const auto& cell : row) {
      if (const auto* text = std::get_if<std::string>(&cell)) {
        csv.text(*text);
      } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
        csv.number(*count);
      } else if (const auto* share = std::get_if<double>(&cell)) {
        csv.plain(fmt::format("{:.4f}", *share));
      } else {
        csv.plain("");
      }
    }
    csv.end_row();
  }
  return std::move(csv).str();
}

/// How many lines a text takes in a column of so many letters. Spreadsheets do not make rows higher by
/// themselves when a program wrote them.
double lines_of(std::string_view text, double width) {
  const auto letters = std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });  // of UTF-8
  return std::max(1.0, std::ceil(static_cast<double>(letters) / (width * letters_a_width)));
}

/// Writes the one sheet from its title to its total.
class SheetWriter {
 public:
  explicit SheetWriter(const Listing& listing) : listing_(listing) {
    sheet_.name = "1";
    for (const auto& column : listing.columns) sheet_.widths.push_back(column.width);
  }

  [[nodiscard]] WorkbookSheet write() {
    line(listing_.title, {.bold = true, .wrap = true, .size = 14}, title_height);
    const auto width = std::accumulate(sheet_.widths.begin(), sheet_.widths.end(), 0.0);
    for (const auto& note : listing_.notes)
      line(note, {.italic = true, .wrap = true}, line_height * lines_of(note, width));
    head();
    for (const auto& row : listing_.rows) cells(row, false);
    if (!listing_.total.empty()) cells(listing_.total, true);
    return std::move(sheet_);
  }

 private:
  static constexpr double title_height = 24, line_height = 15;

  void line(const std::string& text, const CellStyle& style, double height) {
    sheet_.cells.push_back({row_, 0, text, style, 1, static_cast<std::uint16_t>(listing_.columns.size())});
    sheet_.heights[row_++] = height;
  }

  void head() {
    for (const auto& column : listing_.columns) {
      put(column.heading,
          {.align = CellStyle::Align::center, .bold = true, .wrap = true, .border = true, .shaded = true});
    }
    sheet_.head_rows = {row_, row_};
    sheet_.frozen = {row_ + 1, 0};
    end_row();
  }

  void cells(const std::vector<ListingCell>& row, bool is_total) {
    for (const auto& cell : row) {
      CellStyle style{.at_top = true, .bold = is_total, .wrap = true, .border = true};
      if (const auto* text = std::get_if<std::string>(&cell)) {
        put(*text, style);
      } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
        style.align = CellStyle::Align::right;
        style.number_format = "#,##0";
        put(static_cast<double>(*count), style);
      } else if (const auto* share = std::get_if<double>(&cell)) {
        style.align = CellStyle::Align::right;
        style.number_format = "0.0%";
        put(*share, style);
      } else {
        put({}, style);
      }
    }
    end_row();
  }

  void put(decltype(documents::WorkbookCell::value) value, const CellStyle& style) {
    if (const auto* text = std::get_if<std::string>(&value))
      lines_ = std::max(lines_, lines_of(*text, sheet_.widths[column_]));
    sheet_.cells.push_back({row_, column_++, std::move(value), style});
  }
  void end_row() {
    sheet_.heights[row_++] = line_height * lines_;
    column_ = 0;
    lines_ = 1;
  }

  const Listing& listing_;
  WorkbookSheet sheet_;
  std::uint32_t row_ = 0;
  std::uint16_t column_ = 0;
  double lines_ = 1;  // of the row's highest cell
};

}  // namespace

tl::expected<std::string, std::string> listing_file(const Listing& listing, ListingFormat format,
                                                    std::chrono::sys_seconds made_at) {
  if (format == ListingFormat::csv) return csv_of(listing);
  return documents::xlsx_of({.title = listing.title, .sheets = {SheetWriter(listing).write()}}, made_at);
}

ListingCell date_listed(attendance::Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace badge::app
