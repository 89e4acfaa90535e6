// The only file that knows libxlsxwriter.
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "server/documents/printable.hpp"
#include "server/documents/unicode.hpp"
#include "server/documents/workbook.hpp"

namespace badge::documents {

namespace {

constexpr std::uint8_t a4 = 9;              // as spreadsheets number paper
constexpr double margin_in = 0.4;           // inches: what office printers can do
constexpr std::size_t sheet_name_max = 31;  // letters, by the format
constexpr lxw_color_t light_grey = 0xE4E4E4;

std::string place_of(const WorkbookSheet& sheet, const WorkbookCell& cell) {
  return fmt::format("sheet \"{}\", row {}, column {}", sheet.name, cell.row + 1, cell.column + 1);
}

std::string fault_of(const WorkbookCell& cell) {
  if (cell.rows == 0 || cell.columns == 0 || cell.row + cell.rows > workbook_rows_max ||
      cell.column + cell.columns > workbook_columns_max) {
    return fmt::format("a sheet has at most {} rows and {} columns", workbook_rows_max, workbook_columns_max);
  }
  const auto* text = std::get_if<std::string>(&cell.value);
  if (text == nullptr) return {};
  if (text->size() > workbook_text_bytes_max)
    return fmt::format("a text has at most {} bytes", workbook_text_bytes_max);
  if (const auto what = unprintable_in(*text))
    return fmt::format("the character U+{:04X} cannot be printed", *what);
  return {};
}

/// Bytes in memory that have a path, because the library writes to one.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (file_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(file_); }

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
  [[nodiscard]] std::string bytes() const {
    std::string all;
    std::array<char, 64 * 1024> piece;
    for (off_t at = 0;; at += static_cast<off_t>(piece.size())) {
      const auto count = pread(file_, piece.data(), piece.size(), at);
      if (count < 0) throw std::system_error(errno, std::generic_category(), "pread");
      all.append(piece.data(), static_cast<std::size_t>(count));
      if (count < static_cast<ssize_t>(piece.size())) return all;
    }
  }

 private:
  int file_;
};

/// One workbook on its way out. Library calls that fail were checked for before, so they are faults of ours.
class Writer {
 public:
  Writer(const Workbook& workbook, const std::string& path, std::chrono::sys_seconds made_at)
      : workbook_(workbook), out_(begin(path)) {
    if (out_ == nullptr) throw std::runtime_error("a workbook cannot be begun");
    auto title = workbook.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = std::chrono::system_clock::to_time_t(made_at);
    check(workbook_set_properties(out_, &properties));
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    if (out_ != nullptr) lxw_workbook_free(out_);
  }

  void add(const WorkbookSheet& sheet) {
    auto* to = workbook_add_worksheet(out_, sheet.name.c_str());
    if (to == nullptr) throw std::runtime_error("a sheet cannot be added: " + sheet.name);
    set_up(sheet, to);
    for (const auto& cell : sheet.cells) write(cell, to);
  }
  /// Ends the file.
  void finish() { check(workbook_close(std::exchange(out_, nullptr))); }

 private:
  /// The library keeps parts of the workbook in files meanwhile: in memory too, where the system has that, so
  /// that nobody's days lie on a disk.
  static lxw_workbook* begin(const std::string& path) {
    std::string memory = "/dev/shm";
    lxw_workbook_options options{};
    if (std::filesystem::is_directory(memory)) options.tmpdir = memory.data();
    return workbook_new_opt(path.c_str(), &options);
  }

  static void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("a workbook: ") + lxw_strerror(error));
  }

  static void set_up(const WorkbookSheet& sheet, lxw_worksheet* to) {
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      check(worksheet_set_column(to, column, column, sheet.widths[i], nullptr));
    }
    for (const auto& [row, height] : sheet.heights) check(worksheet_set_row(to, row, height, nullptr));
    worksheet_set_paper(to, a4);
    if (sheet.landscape) worksheet_set_landscape(to);
    worksheet_fit_to_pages(to, 1, 0);
    worksheet_set_margins(to, margin_in, margin_in, margin_in, margin_in + 0.1);
    check(worksheet_set_footer(to, "&R&P/&N"));
    worksheet_center_horizontally(to);
    if (sheet.head_rows) check(worksheet_repeat_rows(to, sheet.head_rows->first, sheet.head_rows->second));
    if (sheet.frozen.first > 0 || sheet.frozen.second > 0)
      worksheet_freeze_panes(to, sheet.frozen.first, sheet.frozen.second);
  }

  void write(const WorkbookCell& cell, lxw_worksheet* to) {
    auto* format = format_of(cell.style);
    if (cell.rows > 1 || cell.columns > 1) {
      check(worksheet_merge_range(to, cell.row, cell.column, cell.row + cell.rows - 1,
                                  static_cast<lxw_col_t>(cell.column + cell.columns - 1), "", format));
    }
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
      check(worksheet_write_string(to, cell.row, cell.column, text->c_str(), format));
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
      check(worksheet_write_number(to, cell.row, cell.column, *number, format));
    } else if (const auto* formula = std::get_if<Formula>(&cell.value)) {
      check(worksheet_write_formula_num(to, cell.row, cell.column, ("=" + formula->text).c_str(), format,
                                        formula->value));
    } else if (cell.rows == 1 && cell.columns == 1) {
      check(worksheet_write_blank(to, cell.row, cell.column, format));
    }
  }

  [[nodiscard]] lxw_format* format_of(const CellStyle& style) {
    auto& format = formats_[style];
    if (format != nullptr) return format;
    format = workbook_add_format(out_);
    format_set_font_name(format, workbook_.font.c_str());
    format_set_font_size(format, style.size);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.wrap) format_set_text_wrap(format);
    constexpr std::array aligns = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    format_set_align(format, static_cast<std::uint8_t>(aligns[static_cast<std::size_t>(style.align)]));
    const auto vertical = style.at_top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER;
    format_set_align(format, static_cast<std::uint8_t>(vertical));
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    if (style.shaded) {
      format_set_pattern(format, LXW_PATTERN_SOLID);
      format_set_fg_color(format, light_grey);
    }
    if (style.crossed) {
      format_set_diag_type(format, LXW_DIAGONAL_BORDER_UP_DOWN);
      format_set_diag_border(format, LXW_BORDER_THIN);
    }
    if (!style.number_format.empty()) format_set_num_format(format, style.number_format.c_str());
    return format;
  }

  const Workbook& workbook_;
  lxw_workbook* out_;
  std::map<CellStyle, lxw_format*> formats_;  // lie in the workbook
};

}  // namespace

tl::expected<std::string, std::string> xlsx_of(const Workbook& workbook, std::chrono::sys_seconds made_at) {
  for (const auto& sheet : workbook.sheets) {
    if (sheet.name.empty() || display_width(sheet.name) > sheet_name_max ||
        sheet.name.find_first_of("[]:*?/\\'") != std::string::npos) {
      return tl::unexpected(fmt::format("sheet \"{}\": a name has 1 to {} letters, and none of []:*?/\\'",
                                        sheet.name, sheet_name_max));
    }
    for (const auto& cell : sheet.cells) {
      if (auto fault = fault_of(cell); !fault.empty())
        return tl::unexpected(place_of(sheet, cell) + ": " + fault);
    }
  }
  const MemoryFile file;
  Writer writer(workbook, file.path(), made_at);
  for (const auto& sheet : workbook.sheets) writer.add(sheet);
  writer.finish();
  return file.bytes();
}

}  // namespace badge::documents
