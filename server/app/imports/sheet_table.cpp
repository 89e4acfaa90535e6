#include "server/app/imports/sheet_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/app/imports/sheet_rows.hpp"
#include "server/app/imports/sheet_values.hpp"
#include "server/documents/csv_writer.hpp"
#include "server/documents/legacy_text.hpp"
#include "server/documents/unicode.hpp"
#include "server/documents/xlsx_reader.hpp"

namespace badge::app {
namespace {

using documents::Sheet;

/// A sheet in which headings of ours were found.
struct Candidate {
  SheetGrid grid;
  SheetHeader header;
};

std::string reason_of(SheetRowKind kind, const ImportReport& report) {
  switch (kind) {
    case SheetRowKind::hidden:
      return report.say("dòng bị ẩn hoặc bị lọc", "hidden, or filtered out");
    case SheetRowKind::header_again:
      return report.say("tiêu đề lặp lại", "the header again");
    case SheetRowKind::total:
      return report.say("dòng cộng", "a total");
    case SheetRowKind::group:
      return report.say("tên nhóm", "the name of a group");
    case SheetRowKind::below:
      return report.say("phần ký và ghi chú dưới bảng", "signatures and notes below the table");
    case SheetRowKind::data:
    case SheetRowKind::blank:
      break;
  }
  return {};
}

std::string text_of_row(const SheetGrid& grid, std::uint32_t row) {
  constexpr std::size_t bytes_max = 120;  // enough to know it again
  std::string text;
  for (const auto* cell : grid.row(row)) text.append(text.empty() ? "" : " · ").append(shown(*cell));
  return documents::shortened(text, bytes_max);
}

/// One table on its way to CSV.
class Table {
 public:
  Table(const Candidate& candidate, ImportKind kind, const KnownCodes& known, ImportReport& report)
      : grid_(candidate.grid), header_(candidate.header), kind_(kind), known_(known), report_(report) {}

  SheetTable read() && {
    auto& understood = table_.understood;
    understood.sheet = grid_.sheet().name;
    understood.first_header_row = header_.first_row + 1;
    understood.last_header_row = header_.last_row + 1;
    sort_columns();
    sort_all_rows();
    if (report_.empty()) write();
    return std::move(table_);
  }

 private:
  void sort_columns() {
    for (const auto& column : header_.columns) {
      if (counts_lines(column.heading)) continue;
      const auto letters = documents::column_letters(column.column);
      if (column.is_hidden || column.means.empty()) {
        table_.understood.ignored.push_back(
            {report_.say("cột {}", "column {}", letters), column.heading,
             column.is_hidden
                 ? report_.say("cột bị ẩn", "the column is hidden")
                 : report_.say("không dùng cho loại dữ liệu này", "not used for this kind of data")});
        continue;
      }
      const auto twice =
          std::ranges::find(read_, column.means, [](const auto* other) { return other->means; });
      if (twice != read_.end()) {
        report_.add_at(place_in(grid_.sheet(), header_.last_row, column.column), header_.last_row + 1,
                       column.means, column.heading,
                       report_.say("cùng nghĩa với cột {} \"{}\"; ẩn hoặc xóa một trong hai cột",
                                   "means the same as column {} \"{}\"; hide or remove one of the two",
                                   documents::column_letters((*twice)->column), (*twice)->heading));
        continue;
      }
      read_.push_back(&column);
      table_.understood.columns.push_back(
          {std::string(column.means), called(column.means), column.heading, letters});
      table_.letters.emplace(column.means, letters);
    }
    for (const auto& column : sheet_columns(kind_)) {
      if (!table_.letters.contains(column.name)) table_.understood.absent.push_back(called(column.name));
    }
  }

  /// A column of ours in the reader's language; in English its name says enough.
  [[nodiscard]] std::string called(std::string_view column) const {
    return std::string(report_.language() == Language::vi ? usual_heading(kind_, column) : column);
  }

  void sort_all_rows() {
    const auto kinds = sort_rows(grid_, header_, kind_);
    for (std::uint32_t i = 0; i < kinds.size(); ++i) {
      const auto row = header_.data_row + i;
      if (kinds[i] == SheetRowKind::data) rows_.push_back(row);
      if (kinds[i] == SheetRowKind::data || kinds[i] == SheetRowKind::blank || grid_.row(row).empty())
        continue;
      auto& understood = table_.understood;
      ++understood.skipped_count;
      if (understood.skipped.size() < understood_listed_max)
        understood.skipped.push_back({row + 1, text_of_row(grid_, row), reason_of(kinds[i], report_)});
    }
  }

  void write() {
    std::vector<std::vector<std::string>> columns;  // by column, then by row
    for (const auto& column : sheet_columns(kind_)) {
      auto& texts = columns.emplace_back(rows_.size());
      const auto found = std::ranges::find(read_, column.name, [](const auto* one) { return one->means; });
      if (found == read_.end()) continue;
      SheetColumnReader reader(grid_, **found, column.nature, rows_, known_, report_, table_.understood);
      for (std::size_t i = 0; i < rows_.size(); ++i) texts[i] = reader.text(rows_[i]);
    }
    // Lines without text keep the numbers of lines those of the sheet's rows.
    table_.csv.assign(header_.data_row - 1, '\n');
    documents::CsvWriter header;
    for (const auto& column : sheet_columns(kind_)) header.plain(column.name);
    table_.csv += header.end_row().str();
    auto line = header_.data_row;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      table_.csv.append(rows_[i] - line, '\n');
      documents::CsvWriter csv;
      for (const auto& texts : columns) csv.plain(texts[i]);
      table_.csv += csv.end_row().str();
      line = rows_[i] + 1;
    }
  }

  const SheetGrid& grid_;
  const SheetHeader& header_;
  const ImportKind kind_;
  const KnownCodes& known_;
  ImportReport& report_;
  std::vector<const HeadedColumn*> read_;
  std::vector<std::uint32_t> rows_;
  SheetTable table_;
};

/// Of a sheet without a header that we know: perhaps its letters are not ours.
std::optional<std::string> place_of_legacy_text(const Sheet& sheet) {
  for (const auto& cell : sheet.cells) {
    if (cell.row >= header_rows_searched) break;
    const auto* text = std::get_if<std::string>(&cell.value);
    if (text != nullptr && documents::is_legacy_vietnamese(*text))
      return place_in(sheet, cell.row, cell.column);
  }
  return std::nullopt;
}

void add_no_header(const std::vector<Sheet>& sheets, ImportKind kind, ImportReport& report) {
  for (const auto& sheet : sheets) {
    if (sheet.is_hidden) continue;
    if (const auto place = place_of_legacy_text(sheet)) {
      report.add_at(
          *place, 0, "", "",
          report.say("chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI) nên không đọc được tiêu đề; chuyển cả tệp "
                     "sang Unicode rồi nhập lại",
                     "was typed in an encoding of the time before Unicode (TCVN3 or VNI), so no header can "
                     "be read; convert the whole file to Unicode and import it again"));
      return;
    }
  }
  std::string wanted;
  for (const auto& column : sheet_columns(kind)) {
    if (column.needed) wanted.append(wanted.empty() ? "" : ", ").append(usual_heading(kind, column.name));
  }
  report.add(
      0, "", "",
      report.say(
          "không trang tính nào có dòng tiêu đề với các cột của loại dữ liệu này, trong {} dòng đầu; "
          "cần các cột: {}",
          "no sheet has a header with columns of this kind of data within its first {} rows; these are "
          "needed: {}",
          header_rows_searched, wanted));
}

void add_lacking(const Candidate& candidate, ImportKind kind, ImportReport& report) {
  const auto& [grid, header] = candidate;
  for (const auto column : header.lacking) {
    report.add_at(
        grid.sheet().name + '!' + std::to_string(header.last_row + 1), header.last_row + 1, column, "",
        report.say("dòng tiêu đề chưa có cột này; thêm cột \"{}\"",
                   "the header lacks this column; add a column \"{}\"", usual_heading(kind, column)));
  }
}

/// The one sheet to read. Null: an error says why there is none.
const Candidate* chosen(const std::vector<Candidate>& candidates, const std::vector<Sheet>& sheets,
                        ImportKind kind, ImportReport& report) {
  std::vector<const Candidate*> complete;
  for (const auto& one : candidates) {
    if (one.header.lacking.empty()) complete.push_back(&one);
  }
  if (complete.size() == 1) return complete.front();
  if (complete.size() > 1) {
    report.add(
        0, "", "",
        report.say(
            "trang tính \"{}\" và \"{}\" đều có bảng của loại dữ liệu này; ẩn hoặc xóa trang không cần "
            "nhập",
            "sheets \"{}\" and \"{}\" both hold a table of this kind; hide or remove the one that is "
            "not to be imported",
            complete[0]->grid.sheet().name, complete[1]->grid.sheet().name));
    return nullptr;
  }
  const auto nearest = std::ranges::max_element(
      candidates, {}, [](const Candidate& candidate) { return candidate.header.found; });
  if (nearest == candidates.end()) {
    add_no_header(sheets, kind, report);
  } else {
    add_lacking(*nearest, kind, report);
  }
  return nullptr;
}

void note_other_sheets(Understood& understood, const std::vector<Sheet>& sheets, const ImportReport& report) {
  for (const auto& sheet : sheets) {
    if (sheet.name == understood.sheet || sheet.cells.empty()) continue;
    understood.ignored.push_back({report.say("trang tính", "sheet"), sheet.name,
                                  sheet.is_hidden ? report.say("trang bị ẩn", "the sheet is hidden")
                                                  : report.say("không có bảng của loại dữ liệu này",
                                                               "has no table of this kind of data")});
  }
}

}  // namespace

tl::expected<SheetTable, ImportErrors> read_sheet_table(std::string_view bytes, ImportKind kind,
                                                        const store::RosterFacts& stored, Language language) {
  ImportReport report(language);
  const auto sheets = documents::read_xlsx(bytes);
  if (!sheets) {
    const auto& error = sheets.error();
    report.add_at(error.part, 0, "", "", language == Language::vi ? error.vi : error.en);
    return tl::unexpected(report.take());
  }
  std::vector<Candidate> candidates;
  for (const auto& sheet : *sheets) {
    if (sheet.is_hidden) continue;
    SheetGrid grid(sheet);
    if (auto header = find_header(grid, kind)) candidates.push_back({std::move(grid), *std::move(header)});
  }
  const auto* candidate = chosen(candidates, *sheets, kind, report);
  if (candidate == nullptr) return tl::unexpected(report.take());
  const KnownCodes known(stored);
  auto table = Table(*candidate, kind, known, report).read();
  if (!report.empty()) return tl::unexpected(report.take());
  note_other_sheets(table.understood, *sheets, report);
  return table;
}

void name_places(ImportErrors& errors, const SheetTable& table) {
  for (auto& error : errors.listed) {
    if (error.line == 0 || !error.place.empty()) continue;
    const auto letters = table.letters.find(error.column);
    error.place = table.understood.sheet + '!' + (letters == table.letters.end() ? "" : letters->second) +
                  std::to_string(error.line);
  }
}

}  // namespace badge::app
