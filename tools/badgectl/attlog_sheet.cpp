#include "tools/badgectl/attlog_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "server/documents/unicode.hpp"
#include "server/documents/written_dates.hpp"
#include "server/documents/xlsx_reader.hpp"

namespace badge::tools {
namespace {

using documents::DateDoubt;
using documents::Sheet;
using documents::SheetCell;
using documents::SheetMoment;
using documents::SheetNumber;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::seconds;
using Row = std::map<std::uint32_t, const SheetCell*>;  // by column

constexpr std::uint32_t header_rows_searched = 40;

/// Without marks and case, one space for all that is no letter or digit.
std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : documents::without_marks(text)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return std::string(documents::trimmed(words));
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& ways, std::string_view words) {
  return std::ranges::find(ways, words) != ways.end();
}

constexpr std::array<std::string_view, 14> number_headings = {
    "ma nv", "ma nhan vien", "ma cham cong",  "ma cc",     "ma so", "ma",      "id",
    "pin",   "user id",      "ma nguoi dung", "enroll no", "ac no", "so hieu", "ma can bo"};
constexpr std::array<std::string_view, 4> date_headings = {"ngay", "date", "ngay cham", "ngay cham cong"};
constexpr std::array<std::string_view, 9> whole_headings = {
    "thoi gian",           "time",          "ngay gio",  "date time", "datetime",
    "thoi gian cham cong", "gio cham cong", "thoi diem", "check time"};

/// "Giờ 1", "Vào 2", "Ra", "Lần 3", "Vào sáng": one of the times of a day.
bool heads_a_time(std::string_view words) {
  constexpr std::array<std::string_view, 9> begins = {"gio", "vao",  "ra",    "lan",      "in",
                                                      "out", "time", "check", "thoi gian"};
  return std::ranges::any_of(begins, [&](std::string_view begin) {
    return words == begin || (words.starts_with(begin) && words[begin.size()] == ' ');
  });
}

struct Header {
  std::uint32_t row = 0, number = 0;
  std::optional<std::uint32_t> date;  // nothing: each time holds its date
  std::vector<std::uint32_t> times;
};

/// Nothing: the row heads no such table.
std::optional<Header> header_of(std::uint32_t number, const Row& row) {
  Header header;
  header.row = number;
  bool has_number = false;
  std::vector<std::uint32_t> times, whole;
  for (const auto& [column, cell] : row) {
    const auto* text = std::get_if<std::string>(&cell->value);
    const auto words = text == nullptr ? std::string() : words_of(*text);
    if (words.empty()) continue;
    if (!has_number && is_one_of(number_headings, words)) {
      has_number = true;
      header.number = column;
    } else if (!header.date && is_one_of(date_headings, words)) {
      header.date = column;
    } else {
      if (is_one_of(whole_headings, words)) whole.push_back(column);
      if (heads_a_time(words) || is_one_of(whole_headings, words)) times.push_back(column);
    }
  }
  header.times = header.date ? times : whole;
  if (!has_number || header.times.empty()) return std::nullopt;
  return header;
}

/// "07:31" or "07:31:02".
std::optional<seconds> clock_of(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t count = 0;
  for (; count < parts.size() && !text.empty(); ++count) {
    const auto end = std::min(text.find(':'), text.size());
    const auto part = text.substr(0, end);
    const bool is_number =
        !part.empty() && part.size() <= 2 && part.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_number) return std::nullopt;
    parts[count] = std::stoi(std::string(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const auto [hours, minutes, of_minute] = parts;
  if (count < 2 || !text.empty() || hours > 23 || minutes > 59 || of_minute > 59) return std::nullopt;
  return std::chrono::hours(hours) + std::chrono::minutes(minutes) + seconds(of_minute);
}

/// One sheet being read.
class SheetReading {
 public:
  SheetReading(const Sheet& sheet, const AttLogReading& reading) : sheet_(sheet), reading_(reading) {
    for (const auto& cell : sheet.cells) rows_[cell.row][cell.column] = &cell;
  }

  [[nodiscard]] bool has_table() {
    for (const auto& [number, row] : rows_) {
      if (number >= header_rows_searched) break;
      if (auto header = header_of(number, row)) {
        header_ = *std::move(header);
        return true;
      }
    }
    return false;
  }

  tl::expected<AttLogSheet, std::vector<AttLogFault>> read() && {
    const auto dated = header_.date ? std::vector{*header_.date} : header_.times;
    for (const auto& [number, row] : rows_) {
      for (const auto column : dated) {
        if (const auto* cell = cell_at(row, column); cell != nullptr && number > header_.row)
          orders_[column].see(*cell);
      }
    }
    for (const auto& [number, row] : rows_) {
      if (number > header_.row && !sheet_.hides_row(number)) read_row(row);
    }
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    return std::move(taken_);
  }

 private:
  static const SheetCell* cell_at(const Row& row, std::uint32_t column) {
    const auto found = row.find(column);
    return found == row.end() ? nullptr : found->second;
  }

  /// A row without any time is none of a tap: a name of a group, a day of leave, a total.
  void read_row(const Row& row) {
    std::vector<const SheetCell*> times;
    for (const auto column : header_.times) {
      if (const auto* cell = cell_at(row, column)) times.push_back(cell);
    }
    if (times.empty()) return;
    const auto* number = cell_at(row, header_.number);
    if (number == nullptr) {
      fault(*times.front(), "dòng này có giờ mà không có mã nhân viên",
            "the row has a time and no number of a person");
      return;
    }
    const auto code = code_of(*number);
    if (!code) return;
    std::optional<local_days> date;
    if (header_.date) {
      const auto* cell = cell_at(row, *header_.date);
      date = cell == nullptr ? std::nullopt : date_of(*cell, *header_.date);
      if (cell == nullptr)
        fault(*times.front(), "dòng này có giờ mà không có ngày", "the row has a time and no date");
      if (!date) return;
    }
    for (const auto* cell : times) read_time(*cell, date, *code);
  }

  [[nodiscard]] std::optional<std::string> code_of(const SheetCell& cell) {
    std::string number;
    if (const auto* text = std::get_if<std::string>(&cell.value)) number = documents::trimmed(*text);
    const auto* value = std::get_if<SheetNumber>(&cell.value);
    if (value != nullptr && value->value == std::floor(value->value))
      number = fmt::format("{:0>{}}", fmt::format("{:.0f}", value->value), value->digits_min);
    const auto found = reading_.codes.find(number);
    if (number.empty() || number.find_first_of(",;\"\n\r ") != std::string::npos) {
      fault(cell, "không phải là mã nhân viên", "is no number of a person");
    } else if (!reading_.codes.empty() && found == reading_.codes.end()) {
      fault(cell, fmt::format("không có mã cán bộ cho số {} của máy; thêm vào tệp --codes", number),
            fmt::format("number {} of the machine has no staff code; add it to the file --codes", number));
    } else if (reading_.codes.empty() && value != nullptr && value->digits_min == 0) {
      fault(cell, "mã là số nên có thể mất số 0 ở đầu; định dạng cột là Văn bản, hoặc dùng tệp --codes",
            "the code is a number: zeros before it may be lost; format the column as text, or give a file "
            "--codes");
    } else {
      return reading_.codes.empty() ? number : found->second;
    }
    return std::nullopt;
  }

  std::optional<local_days> date_of(const SheetCell& cell, std::uint32_t column) {
    if (const auto doubt = orders_[column].doubt(cell); doubt != DateDoubt::none) {
      fault(cell, "không rõ ngày hay tháng đứng trước; viết lại cả cột theo ngày/tháng/năm",
            "may have day or month first; write the whole column as day/month/year");
      return std::nullopt;
    }
    if (const auto* moment = std::get_if<SheetMoment>(&cell.value); moment != nullptr && moment->has_date)
      return std::chrono::floor<days>(moment->at);
    const auto* text = std::get_if<std::string>(&cell.value);
    const auto written = text == nullptr ? std::nullopt : documents::written_date(*text);
    const auto date = written ? written->date() : std::nullopt;
    if (!date) fault(cell, "không phải là một ngày, ví dụ 09/07/2026", "is not a date, like 09/07/2026");
    return date;
  }

  /// `date`: of the row; nothing: the cell holds it.
  void read_time(const SheetCell& cell, std::optional<local_days> date, const std::string& code) {
    if (const auto* moment = std::get_if<SheetMoment>(&cell.value)) {
      if (date) {
        const auto of_day = moment->at - std::chrono::floor<days>(moment->at);
        if (moment->has_date && std::chrono::floor<days>(moment->at) != *date) {
          fault(cell, "ghi ngày khác với ngày của dòng", "has another date than its row");
          return;
        }
        take(cell, *date + of_day, code);
      } else if (moment->has_date && orders_[cell.column].doubt(cell) == DateDoubt::none) {
        take(cell, moment->at, code);
      } else {
        bad_time(cell);
      }
      return;
    }
    const auto* text = std::get_if<std::string>(&cell.value);
    if (text == nullptr) {
      bad_time(cell);
    } else {
      read_times(cell, *text, date, code);
    }
  }

  /// "07:31 11:32", or with its date before it.
  void read_times(const SheetCell& cell, std::string_view text, std::optional<local_days> date,
                  const std::string& code) {
    text = documents::trimmed(text);
    if (text == "-") return;
    if (!date) {
      const auto space = std::min(text.find_first_of(" T"), text.size());
      const SheetCell before{cell.row, cell.column, std::string(text.substr(0, space))};
      if (!(date = date_of(before, cell.column))) return;
      text = documents::trimmed(text.substr(std::min(space + 1, text.size())));
      if (text.empty()) bad_time(cell);
    }
    while (!text.empty()) {
      const auto end = std::min(text.find_first_of(" ;,\n"), text.size());
      const auto clock = clock_of(text.substr(0, end));
      if (!clock) {
        bad_time(cell);
        return;
      }
      take(cell, *date + *clock, code);
      text = documents::trimmed(text.substr(std::min(end + 1, text.size())));
    }
  }

  void take(const SheetCell& cell, std::chrono::local_seconds at, const std::string& code) {
    taken_.rows += fmt::format("{},{},{}\n", tap_time(at - reading_.clock_ahead), code, reading_.reader);
    taken_.from.push_back(cell.row + 1);
  }

  void bad_time(const SheetCell& cell) {
    fault(cell, "không phải là giờ, ví dụ 07:31 hoặc 09/07/2026 07:31",
          "is no time, like 07:31 or 09/07/2026 07:31");
  }

  void fault(const SheetCell& cell, const std::string& vi, const std::string& en) {
    if (faults_.size() == attlog_faults_max) return;
    const auto place = sheet_.name + '!' + documents::cell_name(cell.row, cell.column) + ": ";
    faults_.push_back({cell.row + 1, place + vi, place + en});
  }

  const Sheet& sheet_;
  const AttLogReading& reading_;
  std::map<std::uint32_t, Row> rows_;
  Header header_;
  std::map<std::uint32_t, documents::DateOrder> orders_;  // of columns with dates
  AttLogSheet taken_;
  std::vector<AttLogFault> faults_;
};

}  // namespace

tl::expected<AttLogSheet, std::vector<AttLogFault>> attlog_sheet_rows(std::string_view bytes,
                                                                      const AttLogReading& reading) {
  const auto refuse = [](std::string vi, std::string en) {
    return tl::unexpected(std::vector{AttLogFault{0, std::move(vi), std::move(en)}});
  };
  const auto sheets = documents::read_xlsx(bytes);
  if (!sheets) return refuse(sheets.error().vi, sheets.error().en);
  std::vector<SheetReading> found;
  for (const auto& sheet : *sheets) {
    SheetReading one(sheet, reading);
    if (!sheet.is_hidden && one.has_table()) found.push_back(std::move(one));
  }
  if (found.empty())
    return refuse("không trang tính nào có dòng tiêu đề với mã nhân viên, ngày và giờ",
                  "no sheet has a header with a number of people, a date and a time");
  if (found.size() > 1)
    return refuse("nhiều trang tính có giờ chấm công; chỉ giữ lại một trang",
                  "several sheets hold times; keep one of them");
  return std::move(found.front()).read();
}

}  // namespace badge::tools
