#include "server/documents/xlsx_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "server/documents/unicode.hpp"
#include "server/documents/xlsx_numbers.hpp"
#include "server/documents/xlsx_parts.hpp"
#include "server/documents/xlsx_texts.hpp"

namespace badge::documents {
namespace {

constexpr std::string_view begin_of_zip = "PK\x03\x04";
constexpr std::string_view begin_of_ole = "\xD0\xCF\x11\xE0";

/// What all sheets of a workbook share.
struct Shared {
  std::vector<std::string> texts;
  std::vector<NumberFormat> formats;  // by the number of a cell's style
  DateSystem dates = DateSystem::from_1900;
};

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

bool is_on(pugi::xml_node node, const char* attribute) {
  const std::string_view value(node.attribute(attribute).value());
  return value == "1" || value == "true";
}

/// "AB12"; from 0. Nothing: no name of a cell.
std::optional<std::pair<std::uint32_t, std::uint32_t>> place_of(std::string_view name) {
  constexpr std::uint32_t letters = 26;
  constexpr std::size_t letters_max = 3;  // XFD
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
    if (at == letters_max) return std::nullopt;
    column = column * letters + static_cast<std::uint32_t>(name[at] - 'A' + 1);
  }
  const auto row = number_of<std::uint32_t>(name.substr(at));
  if (at == 0 || !row || *row == 0) return std::nullopt;
  return std::pair(*row - 1, column - 1);
}

std::optional<SheetRange> range_of(std::string_view text) {
  const auto colon = text.find(':');
  const auto first = place_of(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : place_of(text.substr(colon + 1));
  if (!first || !last || *last < *first || last->second < first->second) return std::nullopt;
  return SheetRange{first->first, first->second, last->first, last->second};
}

XlsxError too_many(const std::string& part, std::string_view vi, std::string_view en, std::size_t most) {
  return {part, fmt::format("có quá {} {}; chia thành nhiều tệp", most, vi),
          fmt::format("has more than {} {}; divide it into several files", most, en)};
}

/// Cells of all sheets, counted together.
class SheetReader {
 public:
  explicit SheetReader(const Shared& shared) : shared_(shared) {}

  tl::expected<Sheet, XlsxError> read(pugi::xml_node root, const std::string& part) {
    sheet_ = {};
    part_ = &part;
    error_.reset();
    each_child(child_of(root, "cols"), "col", [&](pugi::xml_node column) { note_column(column); });
    std::uint32_t next_row = 0;
    each_child(child_of(root, "sheetData"), "row", [&](pugi::xml_node row) {
      if (error_) return;
      const auto stated = number_of<std::uint32_t>(row.attribute("r").value());
      const auto number = stated && *stated > 0 ? *stated - 1 : next_row;
      next_row = number + 1;
      if (is_on(row, "hidden") && number < xlsx_rows_max) sheet_.hidden_rows.push_back(number);
      read_row(row, number);
    });
    each_child(child_of(root, "mergeCells"), "mergeCell", [&](pugi::xml_node merged) {
      const auto range = range_of(merged.attribute("ref").value());
      if (range && sheet_.merged.size() < xlsx_ranges_max) sheet_.merged.push_back(*range);
    });
    if (error_) return tl::unexpected(*std::move(error_));
    // The format has them in order; who writes them otherwise is read alike.
    std::ranges::sort(sheet_.hidden_rows);
    std::ranges::stable_sort(sheet_.cells, {},
                             [](const SheetCell& cell) { return std::pair(cell.row, cell.column); });
    const auto twice =
        std::ranges::adjacent_find(sheet_.cells, [](const SheetCell& one, const SheetCell& other) {
          return one.row == other.row && one.column == other.column;
        });
    if (twice != sheet_.cells.end()) return tl::unexpected(damaged(part));
    return std::move(sheet_);
  }

 private:
  void note_column(pugi::xml_node column) {
    const auto first = number_of<std::uint32_t>(column.attribute("min").value());
    const auto last = number_of<std::uint32_t>(column.attribute("max").value());
    const auto width = column.attribute("width");
    const bool is_hidden = is_on(column, "hidden") || (width && width.as_double() == 0);
    if (is_hidden && first && last && *first > 0 && sheet_.hidden_columns.size() < xlsx_ranges_max)
      sheet_.hidden_columns.emplace_back(*first - 1, *last - 1);
  }

  void read_row(pugi::xml_node row, std::uint32_t number) {
    std::uint32_t next_column = 0;
    each_child(row, "c", [&](pugi::xml_node node) {
      if (error_) return;
      const auto place = place_of(node.attribute("r").value());
      SheetCell cell{number, place ? place->second : next_column, {}};
      next_column = cell.column + 1;
      auto value = value_of(node);
      if (!value || error_) return;
      if (cell.row >= xlsx_rows_max) {
        error_ = too_many(*part_, "dòng", "rows", xlsx_rows_max);
      } else if (cell.column >= xlsx_columns_max) {
        error_ = too_many(*part_, "cột", "columns", xlsx_columns_max);
      } else if (++cells_ > xlsx_cells_max) {
        error_ = too_many(*part_, "ô có dữ liệu", "filled cells", xlsx_cells_max);
      } else {
        cell.value = *std::move(value);
        sheet_.cells.push_back(std::move(cell));
      }
    });
  }

  using Value = decltype(SheetCell::value);

  std::optional<Value> value_of(pugi::xml_node node) {
    const std::string_view type(node.attribute("t").value());
    if (type == "inlineStr") return text(rich_text(child_of(node, "is")));
    const std::string_view raw(child_of(node, "v").text().get());
    if (raw.empty()) {
      if (child_of(node, "f") && type != "str") return SheetFault::not_calculated;
      return std::nullopt;
    }
    if (type == "s") {
      const auto index = number_of<std::size_t>(raw);
      if (!index || *index >= shared_.texts.size()) {
        error_ = damaged(*part_);
        return std::nullopt;
      }
      return text(shared_.texts[*index]);
    }
    if (type == "str") return text(unescaped(raw));
    if (type == "b") return raw == "1" || raw == "true";
    if (type == "e") return SheetFault::error_value;
    if (type == "d") return text(std::string(raw));  // an ISO date, as it stands there
    return number(raw, node.attribute("s").as_uint());
  }

  std::optional<Value> text(std::string raw) {
    auto composed = to_nfc(raw);
    if (!composed || (text_bytes_ += composed->size()) > xlsx_text_bytes_max) {
      error_ =
          composed ? too_many(*part_, "byte văn bản", "bytes of text", xlsx_text_bytes_max) : damaged(*part_);
      return std::nullopt;
    }
    if (trimmed(*composed).empty()) return std::nullopt;
    return *std::move(composed);
  }

  std::optional<Value> number(std::string_view raw, std::size_t style) {
    const auto value = number_of<double>(raw);
    if (!value || !std::isfinite(*value)) {
      error_ = damaged(*part_);
      return std::nullopt;
    }
    const auto format = style < shared_.formats.size() ? shared_.formats[style] : NumberFormat();
    if (format.kind == NumberFormat::Kind::number) return SheetNumber{*value, format.digits_min};
    const auto moment = moment_of(*value, shared_.dates, format.kind);
    if (!moment) return SheetFault::not_a_date;
    return *moment;
  }

  const Shared& shared_;
  Sheet sheet_;
  const std::string* part_ = nullptr;
  std::optional<XlsxError> error_;
  std::size_t cells_ = 0, text_bytes_ = 0;
};

std::string path_of_type(const std::map<std::string, XlsxParts::Relation>& relations, std::string_view type) {
  const auto found =
      std::ranges::find_if(relations, [&](const auto& one) { return one.second.type == type; });
  return found == relations.end() ? std::string() : found->second.path;
}

tl::expected<std::vector<Sheet>, XlsxError> sheets_of(XlsxParts& parts) {
  const auto roots = parts.relations("");
  if (!roots) return tl::unexpected(roots.error());
  const auto path = path_of_type(*roots, "officeDocument");
  const auto workbook = parts.xml(path.empty() ? "xl/workbook.xml" : path);
  if (!workbook) return tl::unexpected(workbook.error());
  const auto related = parts.relations(path);
  if (!related) return tl::unexpected(related.error());
  const auto root = (*workbook)->document_element();

  Shared shared;
  if (is_on(child_of(root, "workbookPr"), "date1904")) shared.dates = DateSystem::from_1904;
  if (const auto texts = path_of_type(*related, "sharedStrings"); parts.has(texts)) {
    const auto part = parts.xml(texts);
    if (!part) return tl::unexpected(part.error());
    shared.texts = shared_texts((*part)->document_element());
  }
  if (const auto styles = path_of_type(*related, "styles"); parts.has(styles)) {
    const auto part = parts.xml(styles);
    if (!part) return tl::unexpected(part.error());
    shared.formats = cell_formats((*part)->document_element());
  }

  std::vector<Sheet> sheets;
  SheetReader reader(shared);
  for (const auto node : child_of(root, "sheets").children()) {
    if (local_name(node.name()) != "sheet") continue;
    std::string id;
    for (const auto attribute : node.attributes()) {
      if (local_name(attribute.name()) == "id") id = attribute.value();
    }
    const auto relation = related->find(id);
    if (relation == related->end()) return tl::unexpected(damaged(path));
    if (relation->second.type != "worksheet") continue;  // a chart
    if (sheets.size() == xlsx_sheets_max)
      return tl::unexpected(too_many(path, "trang tính", "sheets", xlsx_sheets_max));
    const auto part = parts.xml(relation->second.path);
    if (!part) return tl::unexpected(part.error());
    auto sheet = reader.read((*part)->document_element(), relation->second.path);
    if (!sheet) return tl::unexpected(sheet.error());
    sheet->name = to_nfc(node.attribute("name").value()).value_or("");
    const std::string_view state(node.attribute("state").value());
    sheet->is_hidden = state == "hidden" || state == "veryHidden";
    sheets.push_back(*std::move(sheet));
  }
  return sheets;
}

/// Of a file in the older container: an .xls, or a workbook behind a password.
XlsxError error_of_ole(std::string_view bytes) {
  constexpr std::string_view package("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  if (bytes.find(package) != std::string_view::npos) {
    return {
        "", "tệp có mật khẩu; mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc) rồi lưu lại",
        "the file has a password; open it in Excel, take the password off (File, Info, Protect Workbook) and "
        "save it again"};
  }
  return {
      "", "tệp .xls đời cũ; mở bằng Excel hoặc LibreOffice, chọn Lưu thành và kiểu .xlsx, rồi nhập tệp mới",
      "this is an .xls file of the older kind; open it in Excel or LibreOffice, choose Save as and the type "
      ".xlsx, then import the new file"};
}

}  // namespace

bool looks_like_workbook(std::string_view bytes) {
  return bytes.starts_with(begin_of_zip) || bytes.starts_with(begin_of_ole);
}

tl::expected<std::vector<Sheet>, XlsxError> read_xlsx(std::string_view bytes) {
  if (bytes.starts_with(begin_of_ole)) return tl::unexpected(error_of_ole(bytes));
  auto archive = ZipReader::open(bytes);
  if (!archive) return tl::unexpected(damaged(""));
  XlsxParts parts(std::move(archive));
  return sheets_of(parts);
}

}  // namespace badge::documents
