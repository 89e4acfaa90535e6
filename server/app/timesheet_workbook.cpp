#include "server/app/timesheet_workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "server/app/sentences.hpp"
#include "server/app/timesheet_words.hpp"

namespace badge::app {

namespace {

using attendance::TimesheetCell;
using attendance::TimesheetDay;
using attendance::TimesheetMethod;
using attendance::TimesheetSum;
using documents::CellStyle;
using documents::WorkbookCell;
using documents::WorkbookSheet;
using Align = CellStyle::Align;

constexpr std::uint16_t name_column = 1, first_day = 2, days = attendance::timesheet_days_max;
constexpr std::uint16_t first_sum = first_day + days;
constexpr std::uint16_t legend_columns = 4;

// Widths in letters: what fits A4 landscape on one page without small print.
constexpr double number_width = 4.3, name_width = 25, day_width = 3.9, hour_width = 5.4, sum_width = 10.5;
constexpr double row_height = 19, high_row_height = 31, heading_height = 62, signature_height = 64;

constexpr std::string_view dots = "…………………………";

std::string or_else(const std::string& text, std::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : text;
}

/// "AH" of 33.
std::string column_letters(std::uint16_t column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

std::string_view weekday_letters(attendance::Date date) {
  constexpr std::array<std::string_view, 7> letters = {"CN", "T2", "T3", "T4", "T5", "T6", "T7"};
  return letters[std::chrono::weekday(date).c_encoding()];
}

bool is_weekend(attendance::Date date) { return std::chrono::weekday(date).iso_encoding() > 5; }

/// Writes one sheet from its head to its last line.
class SheetWriter {
 public:
  explicit SheetWriter(const TimesheetReport& report)
      : report_(report),
        sheet_(report.sheet),
        last_column_(static_cast<std::uint16_t>(first_sum + sheet_.columns.size() - 1)) {
    out_.name = "Bảng chấm công";
    out_.widths = {number_width, name_width};
    out_.widths.insert(out_.widths.end(), days,
                       sheet_.method == TimesheetMethod::hour ? hour_width : day_width);
    out_.widths.insert(out_.widths.end(), sheet_.columns.size(), sum_width);
  }

  [[nodiscard]] WorkbookSheet write() {
    corners();
    title();
    head();
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i) person(i);
    totals();
    signatures();
    legend();
    made_from();
    return std::move(out_);
  }

 private:
  void put(std::uint16_t column, std::uint16_t columns, decltype(WorkbookCell::value) value,
           const CellStyle& style, std::uint32_t rows = 1) {
    out_.cells.push_back({row_, column, std::move(value), style, rows, columns});
  }
  void next(double height = row_height) { out_.heights[row_++] = height; }

  /// The unit at the left, the form at the right.
  void corners() {
    constexpr std::uint16_t left = 16;
    const auto right = static_cast<std::uint16_t>(last_column_ - 15);
    const auto width = static_cast<std::uint16_t>(last_column_ - right + 1);
    const auto& form = report_.form;
    put(0, left, "Đơn vị: " + report_.body, {.bold = true});
    put(right, width, or_else(form.form, "Mẫu số: C01-HD"),
        {.align = Align::center, .bold = true, .size = 12});
    next();
    put(0, left, "Bộ phận: " + report_.of.unit.name, {});
    put(right, width, "(" + or_else(form.issued_by, "Ban hành theo " + std::string(dots)) + ")",
        {.align = Align::center, .at_top = true, .italic = true, .wrap = true}, 2);
    next();
    put(0, left, "Mã đơn vị có quan hệ với ngân sách: " + or_else(form.budget_code, dots), {});
    next();
  }

  void title() {
    const auto all = static_cast<std::uint16_t>(last_column_ + 1);
    put(0, all, "BẢNG CHẤM CÔNG", {.align = Align::center, .bold = true, .size = 16});
    next(26);
    put(0, all, period_text(), {.align = Align::center, .bold = true, .size = 12});
    next();
    const auto half = static_cast<std::uint16_t>(all / 2);
    put(0, half, state_text(), {.bold = report_.of.state != UnitState::closed, .italic = true});
    put(half, static_cast<std::uint16_t>(all - half), "Số: …………", {.align = Align::right});
    next();
  }

  [[nodiscard]] std::string period_text() const {
    auto text = fmt::format("Tháng {} năm {}", static_cast<unsigned>(report_.of.month.month()),
                            static_cast<int>(report_.of.month.year()));
    if (sheet_.days != attendance::days_of(report_.of.month)) {
      text += fmt::format(" (từ ngày {} đến ngày {})", date_text(sheet_.days.from, Language::vi),
                          date_text(sheet_.days.to, Language::vi));
    }
    return text;
  }

  [[nodiscard]] std::string state_text() const {
    std::string text(describe(sheet_.method, Language::vi));
    if (report_.of.state == UnitState::closed) return text;
    text = "BẢN NHÁP – " +
           std::string(report_.of.state == UnitState::preliminary ? "mới chốt công tạm" : "chưa chốt công") +
           ". " + text;
    if (!sheet_.is_complete()) text += fmt::format(". Còn {} buổi chưa có ký hiệu", sheet_.gaps.size());
    return text;
  }

  void head() {
    const CellStyle style{.align = Align::center, .bold = true, .wrap = true, .border = true};
    const CellStyle code{.align = Align::center, .italic = true, .border = true, .size = 9};
    const auto first = row_;
    put(0, 1, "Số TT", style, 3);
    put(name_column, 1, "Họ và tên", style, 3);
    put(first_day, days, "Ngày trong tháng", style);
    put(first_sum, static_cast<std::uint16_t>(sheet_.columns.size()), "Quy ra công", style);
    next();
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
      auto small = style;
      small.size = 9;
      put(sum_column(i), 1, heading_of(sheet_.columns[i], Language::vi), small, 2);
    }
    for (std::uint16_t i = 0; i < days; ++i) put(day_column(i), 1, day_number(i), day_style(i, style));
    next(heading_height / 2);
    for (std::uint16_t i = 0; i < days; ++i) {
      auto small = day_style(i, style);
      small.size = 9;
      small.bold = false;
      put(day_column(i), 1, is_day(i) ? std::string(weekday_letters(date_of(i))) : std::string(), small);
    }
    next(heading_height / 2);
    put(0, 1, "A", code);
    put(name_column, 1, "B", code);
    for (std::uint16_t i = 0; i < days; ++i) put(day_column(i), 1, i + 1.0, code);
    for (std::size_t i = 0; i < sheet_.columns.size(); ++i)
      put(sum_column(i), 1, static_cast<double>(first_sum_number + static_cast<int>(i)), code);
    next(15);
    out_.head_rows = {first, row_ - 1};
    out_.frozen = {row_, first_day};
  }

  void person(std::size_t no) {
    const auto& row = sheet_.rows[no];
    put(0, 1, static_cast<double>(no + 1), {.align = Align::center, .border = true});
    put(name_column, 1, row.full_name, {.wrap = true, .border = true});
    bool is_high = false;
    for (std::uint16_t i = 0; i < days; ++i) {
      CellStyle style{.align = Align::center, .wrap = true, .border = true};
      if (!is_day(i)) {
        put(day_column(i), 1, std::monostate(), day_style(i, style));
        continue;
      }
      const auto& cell = row.cells[i];
      style.shaded = cell.kind == TimesheetDay::Kind::rest;
      is_high = is_high || cell.text.find(' ') != std::string::npos;
      if (cell.text.size() > 3) style.size = 9;
      put(day_column(i), 1, cell.text, style);
    }
    for (std::size_t i = 0; i < row.sums.size(); ++i)
      put(sum_column(i), 1, figure(row.sums[i]), sum_style(row.sums[i]));
    next(is_high ? high_row_height : row_height);
  }

  void totals() {
    const CellStyle style{.align = Align::center, .bold = true, .border = true};
    put(0, first_sum, "Cộng", style);
    const auto last = row_;  // of people, counted from 1
    const auto first = last - sheet_.rows.size() + 1;
    for (std::size_t i = 0; i < sheet_.totals.size(); ++i) {
      const auto& sum = sheet_.totals[i];
      auto bold = sum_style(sum);
      bold.bold = true;
      if (sheet_.method == TimesheetMethod::hour || sheet_.rows.empty()) {
        put(sum_column(i), 1, figure(sum), bold);
        continue;
      }
      const auto letters = column_letters(sum_column(i));
      put(sum_column(i), 1,
          documents::Formula{fmt::format("SUM({0}{1}:{0}{2})", letters, first, last), sum.in_days()}, bold);
    }
    next();
  }

  void signatures() {
    next(8);
    const auto& form = report_.form;
    constexpr std::uint16_t left = 11, middle = 12;
    const auto right = static_cast<std::uint16_t>(last_column_ + 1 - left - middle);
    put(left + middle, right, "Ngày …… tháng …… năm ………", {.align = Align::center, .italic = true});
    next();
    const auto line = [&](const CellStyle& style, std::string one, std::string two, std::string three) {
      put(0, left, std::move(one), style);
      put(left, middle, std::move(two), style);
      put(left + middle, right, std::move(three), style);
    };
    line({.align = Align::center, .bold = true}, or_else(form.timekeeper, "Người chấm công"),
         or_else(form.division_head, "Phụ trách bộ phận"), or_else(form.approver, "Thủ trưởng đơn vị"));
    next();
    line({.align = Align::center, .italic = true}, "(Ký, họ tên)", "(Ký, họ tên)", "(Ký, họ tên)");
    next();
    next(signature_height);
  }

  [[nodiscard]] std::vector<std::string> legend_words() const {
    std::vector<std::string> words;
    for (const auto& line : sheet_.legend) {
      const auto column = std::ranges::find(sheet_.columns, line.column);
      auto word = line.symbol + ": " + line.name;
      if (column != sheet_.columns.end())
        word += fmt::format(" (cột {})", first_sum_number + (column - sheet_.columns.begin()));
      words.push_back(std::move(word));
    }
    if (sheet_.has_fractions) words.push_back("…/2: nửa ngày; nửa còn lại làm việc, nếu không ghi khác");
    if (!sheet_.is_complete()) words.push_back("?: chưa có ký hiệu, xem trang sau");
    words.push_back("Ô xám: ngày không phải làm việc; ô gạch chéo: không có ngày này");
    return words;
  }

  void legend() {
    put(0, static_cast<std::uint16_t>(last_column_ + 1), "Ký hiệu chấm công:", {.bold = true, .size = 10});
    next(16);
    const auto words = legend_words();
    const auto lines = (words.size() + legend_columns - 1) / legend_columns;
    constexpr std::array<std::uint16_t, legend_columns> starts = {0, 8, 18, 27};
    for (std::size_t line = 0; line < lines; ++line) {
      for (std::uint16_t column = 0; column < legend_columns; ++column) {
        const auto place = column * lines + line;
        if (place >= words.size()) continue;
        const int end = column + 1 < legend_columns ? starts[column + 1U] : last_column_ + 1;
        put(starts[column], static_cast<std::uint16_t>(end - starts[column]), words[place], {.size = 10});
      }
      next(16);
    }
  }

  void made_from() {
    auto text =
        fmt::format("Lập lúc {} ngày {} từ dữ liệu đến mục số {}",
                    clock_text(std::chrono::floor<std::chrono::minutes>(
                        report_.of.made_at - std::chrono::floor<std::chrono::days>(report_.of.made_at))),
                    date_text(std::chrono::floor<std::chrono::days>(report_.of.made_at), Language::vi),
                    report_.of.version);
    if (report_.of.closed_at) {
      text +=
          fmt::format("; {} ngày {}, người chốt: {}",
                      report_.of.state == UnitState::closed ? "đã chốt công" : "đã chốt công tạm",
                      date_text(std::chrono::floor<std::chrono::days>(*report_.of.closed_at), Language::vi),
                      report_.of.closed_by);
    }
    put(0, static_cast<std::uint16_t>(last_column_ + 1), text + ".", {.italic = true, .size = 9});
    next(16);
  }

  [[nodiscard]] static std::uint16_t day_column(std::uint16_t day) {
    return static_cast<std::uint16_t>(first_day + day);
  }
  [[nodiscard]] static std::uint16_t sum_column(std::size_t sum) {
    return static_cast<std::uint16_t>(first_sum + sum);
  }
  [[nodiscard]] attendance::Date date_of(std::uint16_t day) const {
    return sheet_.days.from + std::chrono::days(day);
  }
  [[nodiscard]] bool is_day(std::uint16_t day) const { return date_of(day) <= sheet_.days.to; }
  /// The day of the month; of a column without a day its number.
  [[nodiscard]] double day_number(std::uint16_t day) const {
    if (!is_day(day)) return day + 1.0;
    return static_cast<unsigned>(std::chrono::year_month_day(date_of(day)).day());
  }
  [[nodiscard]] CellStyle day_style(std::uint16_t day, CellStyle style) const {
    style.crossed = !is_day(day);
    style.shaded = style.crossed || is_weekend(date_of(day));
    return style;
  }

  [[nodiscard]] decltype(WorkbookCell::value) figure(const TimesheetSum& sum) const {
    if (sheet_.method == TimesheetMethod::hour) return attendance::hours_text(sum);
    return sum.in_days();
  }
  [[nodiscard]] CellStyle sum_style(const TimesheetSum& sum) const {
    CellStyle style{.align = Align::center, .border = true};
    if (sheet_.method == TimesheetMethod::hour) return style;
    style.number_format = std::floor(sum.in_days()) == sum.in_days() ? "0" : "0.0#";
    return style;
  }

  const TimesheetReport& report_;
  const attendance::Timesheet& sheet_;
  const std::uint16_t last_column_;
  WorkbookSheet out_;
  std::uint32_t row_ = 0;
};

/// What has no symbol, a line for each person and reason.
WorkbookSheet list_of_gaps(const attendance::Timesheet& sheet) {
  WorkbookSheet out;
  out.name = "Buổi chưa có ký hiệu";
  out.widths = {6, 14, 28, 12, 12, 9, 68};
  const CellStyle head{.align = Align::center, .bold = true, .wrap = true, .border = true};
  const CellStyle plain{.wrap = true, .border = true};
  const CellStyle centred{.align = Align::center, .border = true};
  out.cells.push_back({0, 0, "Các buổi chưa có ký hiệu, và lý do", {.bold = true, .size = 13}, 1, 7});
  std::uint16_t column = 0;
  for (const auto* heading : {"Số TT", "Mã", "Họ và tên", "Từ ngày", "Đến ngày", "Số buổi", "Lý do"})
    out.cells.push_back({2, column++, heading, head});
  out.head_rows = {2, 2};
  out.frozen = {3, 0};
  std::uint32_t row = 3;
  for (const auto& run : attendance::gap_runs(sheet.gaps)) {
    out.cells.push_back({row, 0, static_cast<double>(row - 2), centred});
    out.cells.push_back({row, 1, run.first->staff_code, plain});
    out.cells.push_back({row, 2, run.first->full_name, plain});
    out.cells.push_back({row, 3, date_text(run.first->date, Language::vi), centred});
    out.cells.push_back({row, 4, date_text(run.last->date, Language::vi), centred});
    out.cells.push_back({row, 5, static_cast<double>(run.sessions), centred});
    out.cells.push_back({row, 6, describe(*run.first, Language::vi), plain});
    ++row;
  }
  return out;
}

}  // namespace

documents::Workbook workbook_of(const TimesheetReport& report) {
  documents::Workbook workbook;
  workbook.title = "Bảng chấm công " + report.of.unit.name;
  workbook.sheets.push_back(SheetWriter(report).write());
  if (!report.sheet.is_complete()) workbook.sheets.push_back(list_of_gaps(report.sheet));
  return workbook;
}

}  // namespace badge::app
