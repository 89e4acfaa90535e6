#pragma once
/// What was understood of a file that is no CSV, for who looks at it before it is imported. Plain values;
/// words are in the reader's language.
#include <cstddef>
#include <string>
#include <vector>

namespace badge::app {

inline constexpr std::size_t understood_listed_max =
    200;  // of rows, changes and days each; nobody reads more

struct Understood {
  struct Column {
    std::string column, called, heading, letters;  // "staff_code", "Mã số", "Số hiệu CBCC", "B"
    friend bool operator==(const Column&, const Column&) = default;
  };
  struct Ignored {
    std::string place, text, why;  // "cột F", "Ghi chú"
    friend bool operator==(const Ignored&, const Ignored&) = default;
  };
  struct SkippedRow {
    std::size_t row = 0;  // from 1, as the sheet numbers it
    std::string text, why;
    friend bool operator==(const SkippedRow&, const SkippedRow&) = default;
  };
  struct Change {
    std::string place, from, to;  // "Danh sách!B7", "7", "007"
    friend bool operator==(const Change&, const Change&) = default;
  };
  struct Day {
    std::string date, kind, name, why;  // of a calendar: what an event became
    friend bool operator==(const Day&, const Day&) = default;
  };

  std::string sheet;
  std::size_t first_header_row = 0, last_header_row = 0;  // from 1; 0: the file has none
  std::vector<Column> columns;
  std::vector<std::string> absent;  // columns that it lacks, as they are called: read as empty
  std::vector<Ignored> ignored;
  std::vector<SkippedRow> skipped;  // the first of them
  std::vector<Change> changed;      // likewise
  std::vector<Day> days;            // likewise
  std::size_t skipped_count = 0, changed_count = 0, day_count = 0;
};

}  // namespace badge::app
