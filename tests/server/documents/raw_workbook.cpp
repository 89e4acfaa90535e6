#include "tests/server/documents/raw_workbook.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/documents/spreadsheet.hpp"
#include "server/documents/zip_writer.hpp"

namespace badge::documents::test {
namespace {

constexpr std::string_view main_names = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_names =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_names = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Row and column from 1.
std::pair<std::uint32_t, std::uint32_t> place_of(const std::string& cell) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; cell[at] >= 'A'; ++at) column = column * 26 + static_cast<std::uint32_t>(cell[at] - 'A' + 1);
  return {static_cast<std::uint32_t>(std::stoul(cell.substr(at))), column};
}

std::string style_of(RawStyle style) { return fmt::format(R"( s="{}")", static_cast<int>(style)); }

std::string relation(int number, std::string_view type, std::string_view target) {
  return fmt::format(R"(<Relationship Id="r{}" Type="{}/{}" Target="{}"/>)", number, relation_names, type,
                     target);
}

std::string relations(const std::string& inside) {
  return fmt::format(R"(<Relationships xmlns="{}">{}</Relationships>)", package_names, inside);
}

/// In the order of RawStyle.
std::string styles() {
  return fmt::format(
      R"(<styleSheet xmlns="{}"><numFmts count="3"><numFmt numFmtId="164" formatCode="0000"/>)"
      R"(<numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/>)"
      R"(<numFmt numFmtId="166" formatCode="[Red][$-42A]dd/mm/yyyy;@"/></numFmts><cellXfs count="6">)"
      R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/>)"
      R"(<xf numFmtId="166"/></cellXfs></styleSheet>)",
      main_names);
}

std::string workbook_part(const RawWorkbook& workbook) {
  std::string sheets;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    sheets +=
        fmt::format(R"(<sheet name="{}" sheetId="{}"{} r:id="r{}"/>)", escaped(workbook.sheets[i].name()),
                    i + 1, workbook.sheets[i].is_hidden() ? R"( state="hidden")" : "", i + 1);
  }
  return fmt::format(R"(<workbook xmlns="{}" xmlns:r="{}"><workbookPr{}/><sheets>{}</sheets></workbook>)",
                     main_names, relation_names, workbook.from_1904 ? R"( date1904="1")" : "", sheets);
}

}  // namespace

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&') {
      safe += "&amp;";
    } else if (c == '<') {
      safe += "&lt;";
    } else {
      safe += c;
    }
  }
  return safe;
}

RawSheet& RawSheet::raw(const std::string& cell, const std::string& attributes, const std::string& inside) {
  const auto [row, column] = place_of(cell);
  rows_[row][column] = fmt::format(R"(<c r="{}"{}>{}</c>)", cell, attributes, inside);
  return *this;
}

RawSheet& RawSheet::text(const std::string& cell, const std::string& text) {
  return raw(cell, R"( t="inlineStr")",
             fmt::format(R"(<is><t xml:space="preserve">{}</t></is>)", escaped(text)));
}

RawSheet& RawSheet::shared(const std::string& cell, std::size_t text) {
  return raw(cell, R"( t="s")", fmt::format("<v>{}</v>", text));
}

RawSheet& RawSheet::number(const std::string& cell, const std::string& value, RawStyle style) {
  return raw(cell, style_of(style), fmt::format("<v>{}</v>", value));
}

RawSheet& RawSheet::formula(const std::string& cell, const std::string& formula, const std::string& value,
                            RawStyle style) {
  return raw(cell, style_of(style),
             "<f>" + escaped(formula) + "</f>" + (value.empty() ? "" : "<v>" + value + "</v>"));
}

RawSheet& RawSheet::texts(const std::string& first_cell, const std::vector<std::string>& row) {
  const auto [number, column] = place_of(first_cell);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!row[i].empty()) text(cell_name(number - 1, column - 1 + static_cast<std::uint32_t>(i)), row[i]);
  }
  return *this;
}

RawSheet& RawSheet::merge(const std::string& range) {
  merged_.push_back(range);
  return *this;
}

RawSheet& RawSheet::hide_column(std::uint32_t number) {
  hidden_columns_.push_back(number);
  return *this;
}

RawSheet& RawSheet::hide_row(std::uint32_t number) {
  hidden_rows_.push_back(number);
  return *this;
}

RawSheet& RawSheet::hide() {
  hidden_ = true;
  return *this;
}

std::string RawSheet::xml() const {
  std::string cols, rows, merged;
  for (const auto number : hidden_columns_)
    cols += fmt::format(R"(<col min="{0}" max="{0}" width="9" hidden="1"/>)", number);
  for (const auto& [number, cells] : rows_) {
    const bool is_hidden = std::ranges::find(hidden_rows_, number) != hidden_rows_.end();
    rows += fmt::format(R"(<row r="{}"{}>)", number, is_hidden ? R"( hidden="1")" : "");
    for (const auto& [column, cell] : cells) rows += cell;
    rows += "</row>";
  }
  for (const auto& range : merged_) merged += fmt::format(R"(<mergeCell ref="{}"/>)", range);
  return fmt::format(R"(<worksheet xmlns="{}">{}<sheetData>{}</sheetData>{}</worksheet>)", main_names,
                     cols.empty() ? "" : "<cols>" + cols + "</cols>", rows,
                     merged.empty() ? "" : "<mergeCells>" + merged + "</mergeCells>");
}

std::string bytes_of(const RawWorkbook& workbook) { return bytes_of(workbook, {}); }

std::string bytes_of(const RawWorkbook& workbook, const std::map<std::string, std::string>& parts) {
  std::map<std::string, std::string> all = parts;
  std::string related, texts;
  int number = 0;
  for (const auto& sheet : workbook.sheets) {
    ++number;
    related += relation(number, "worksheet", fmt::format("worksheets/sheet{}.xml", number));
    all.emplace(fmt::format("xl/worksheets/sheet{}.xml", number), sheet.xml());
  }
  related += relation(number + 1, "styles", "styles.xml");
  related += relation(number + 2, "sharedStrings", "sharedStrings.xml");
  for (const auto& text : workbook.shared) texts += "<si>" + text + "</si>";
  all.emplace("xl/sharedStrings.xml", fmt::format(R"(<sst xmlns="{}">{}</sst>)", main_names, texts));
  all.emplace("xl/styles.xml", styles());
  all.emplace("xl/workbook.xml", workbook_part(workbook));
  all.emplace("xl/_rels/workbook.xml.rels", relations(related));
  all.emplace("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
  std::vector<ZipEntry> entries;
  for (const auto& [path, bytes] : all) entries.push_back({path, bytes});
  return zip_of(entries).value();
}

}  // namespace badge::documents::test
