#pragma once
/// A report as rows under named columns: one value for JSON, CSV, XLSX and papers, so that a figure is the
/// same in all of them. Pure.
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::app {

/// Nothing, text, a count, or a share between 0 and 1.
using ListingCell = std::variant<std::monostate, std::string, std::int64_t, double>;

/// What the texts of a column are, for papers, which write them as offices do.
enum class ListingText : std::uint8_t {
  words,
  date,   // "2026-07-09"
  month,  // "2026-07"
  code,   // for programs: papers leave it out
};

struct ListingColumn {
  std::string key;      // in JSON and CSV; words of the HTTP interface, so they never change
  std::string heading;  // on the sheet, in the reader's language
  double width = 12;    // in letters
  ListingText text = ListingText::words;
};

struct Listing {
  std::string title;               // "Danh sách đi muộn từ 3 lần trở lên"
  std::vector<std::string> notes;  // what one must know to read it: the unit, the period, the rule
  std::vector<ListingColumn> columns;
  std::vector<std::vector<ListingCell>> rows;  // each as long as `columns`
  std::vector<ListingCell> total = {};         // empty: there is none
};

enum class ListingFormat : std::uint8_t { csv, xlsx };

/// The bytes of a file. CSV has the keys as its head, then the rows alone: dates, counts and shares as
/// programs read them. XLSX is a sheet to print, A4 landscape, with title, notes, headings and total. The
/// error names what of it no spreadsheet takes.
[[nodiscard]] tl::expected<std::string, std::string> listing_file(const Listing& listing,
                                                                  ListingFormat format,
                                                                  std::chrono::sys_seconds made_at);

/// "2026-07-09", which spreadsheets and programs read alike.
[[nodiscard]] ListingCell date_listed(attendance::Date date);

}  // namespace badge::app
