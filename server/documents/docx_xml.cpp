#include "server/documents/docx_xml.hpp"

#include <cmath>
#include <sstream>
#include <utility>

#include "server/documents/page_layout.hpp"

namespace badge::documents::docx {
namespace {

namespace l = layout;

constexpr const char* font = "Times New Roman";
constexpr const char* language = "vi-VN";

constexpr Style styles[] = {
    {style::superior, "Cơ quan chủ quản", l::issuer, false, false, Align::centre},
    {style::issuer, "Cơ quan ban hành", l::issuer, true, false, Align::centre},
    {style::nation, "Quốc hiệu", l::heading_of_nation, true, false, Align::centre},
    {style::motto, "Tiêu ngữ", l::motto, true, false, Align::centre},
    {style::number, "Số, ký hiệu", l::number, false, false, Align::centre, l::paragraph_gap},
    {style::place_and_date, "Địa danh, ngày tháng năm", l::place_and_date, false, true, Align::centre,
     l::paragraph_gap},
    {style::draft, "Dự thảo", l::draft, true, false, Align::centre, l::paragraph_gap},
    {style::kind, "Tên loại", l::kind, true, false, Align::centre, 2 * l::paragraph_gap},
    {style::abstract, "Trích yếu", l::kind, true, false, Align::centre},
    {style::addressee, "Kính gửi", l::body, false, false, Align::left},
    {style::basis, "Căn cứ", l::body, false, true, Align::justified, l::paragraph_gap, l::first_line_indent},
    {style::body, "Thân văn bản", l::body, false, false, Align::justified, l::paragraph_gap,
     l::first_line_indent},
    {style::heading[0], "heading 1", l::body, true, false, Align::left, l::paragraph_gap,
     l::first_line_indent, 0},
    {style::heading[1], "heading 2", l::body, true, false, Align::left, l::paragraph_gap,
     l::first_line_indent, 1},
    {style::table, "Bảng", l::table, false, false, Align::left},
    {style::compact_table, "Bảng gọn", l::compact_table, false, false, Align::left},
    {style::caption, "Chú thích bảng", l::table, false, true, Align::right, l::paragraph_gap},
    {style::recipients_word, "Nơi nhận", l::recipients_word, true, true, Align::left},
    {style::recipients, "Danh sách nơi nhận", l::recipients, false, false, Align::left},
    {style::authority, "Quyền hạn, chức vụ người ký", l::signature, true, false, Align::centre},
    {style::signer_note, "Ghi chú người ký", l::signature, false, true, Align::centre},
    {style::signer, "Họ tên người ký", l::signature, true, false, Align::centre},
    {style::page_number, "Số trang", l::page_number, false, false, Align::centre},
    {style::initials, "Ký nháy", l::initials, false, false, Align::right},
    {style::rule, "Đường kẻ", 2, false, false, Align::centre},
};

pugi::xml_node child(pugi::xml_node parent, const char* name) { return parent.append_child(name); }

template <class Value>
pugi::xml_node child(pugi::xml_node parent, const char* name, const Value& value) {
  auto node = parent.append_child(name);
  node.append_attribute("w:val") = value;
  return node;
}

const char* justification(Align align) {
  switch (align) {
    case Align::left:
      return "left";
    case Align::centre:
      return "center";
    case Align::right:
      return "right";
    case Align::justified:
      return "both";
  }
  return "left";
}

void add_look(pugi::xml_node properties, double size, bool bold, bool italic) {
  if (bold) child(properties, "w:b");
  if (italic) child(properties, "w:i");
  const auto half_points = std::lround(2 * size);
  child(properties, "w:sz", half_points);
  child(properties, "w:szCs", half_points);
}

void add_spacing(pugi::xml_node properties, int before) {
  auto spacing = child(properties, "w:spacing");
  spacing.append_attribute("w:before") = before;
  spacing.append_attribute("w:after") = 0;
}

void add_style(pugi::xml_node parent, const Style& given) {
  auto node = child(parent, "w:style");
  node.append_attribute("w:type") = "paragraph";
  node.append_attribute("w:styleId") = given.id;
  if (!given.outline) node.append_attribute("w:customStyle") = 1;
  child(node, "w:name", given.name);
  child(node, "w:basedOn", "Normal");
  child(node, "w:qFormat");
  auto paragraph = child(node, "w:pPr");
  if (given.outline) child(paragraph, "w:keepNext");
  add_spacing(paragraph, twips_of_points(given.before));
  if (given.first_line > 0) {
    child(paragraph, "w:ind").append_attribute("w:firstLine") = twips(given.first_line);
  }
  child(paragraph, "w:jc", justification(given.align));
  if (given.outline) child(paragraph, "w:outlineLvl", *given.outline);
  add_look(child(node, "w:rPr"), given.size, given.bold, given.italic);
}

void add_defaults(pugi::xml_node styles_node) {
  auto defaults = child(styles_node, "w:docDefaults");
  auto look = child(child(defaults, "w:rPrDefault"), "w:rPr");
  auto fonts = child(look, "w:rFonts");
  for (const auto* script : {"w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"})
    fonts.append_attribute(script) = font;
  add_look(look, l::body, false, false);
  child(look, "w:lang", language);
  add_spacing(child(child(defaults, "w:pPrDefault"), "w:pPr"), 0);
  auto normal = child(styles_node, "w:style");
  normal.append_attribute("w:type") = "paragraph";
  normal.append_attribute("w:default") = 1;
  normal.append_attribute("w:styleId") = "Normal";
  child(normal, "w:name", "Normal");
  child(normal, "w:qFormat");
}

void add_box(pugi::xml_node properties, std::initializer_list<const char*> edges) {
  auto borders = child(properties, "w:pBdr");
  for (const auto* edge : edges) {
    auto border = child(borders, edge, "single");
    border.append_attribute("w:sz") = 6;
    border.append_attribute("w:space") = 1;
  }
}

void add_properties(pugi::xml_node paragraph, const char* style, const ParagraphLook& look) {
  auto properties = child(paragraph, "w:pPr");
  child(properties, "w:pStyle", style);
  if (look.keep_next) child(properties, "w:keepNext");
  if (look.boxed) add_box(properties, {"w:top", "w:left", "w:bottom", "w:right"});
  if (look.rule_indent && !look.boxed) add_box(properties, {"w:bottom"});
  if (!look.tabs.empty()) {
    auto tabs = child(properties, "w:tabs");
    for (const auto& stop : look.tabs) {
      auto tab = child(tabs, "w:tab", justification(stop.align));
      if (stop.dotted) tab.append_attribute("w:leader") = "dot";
      tab.append_attribute("w:pos") = stop.at;
    }
  }
  if (look.before) add_spacing(properties, *look.before);
  if (const auto more = look.rule_indent.value_or(0); more + look.left + look.right > 0 || look.no_indent) {
    auto indent = child(properties, "w:ind");
    indent.append_attribute("w:left") = look.left + more;
    indent.append_attribute("w:right") = look.right + more;
    indent.append_attribute("w:firstLine") = 0;
  }
  if (look.align) child(properties, "w:jc", justification(*look.align));
}

}  // namespace

int twips(double mm) { return twips_of_points(mm * l::points_per_mm); }
int twips_of_points(double points) { return static_cast<int>(std::lround(points * 20)); }

std::string styles_xml() {
  pugi::xml_document document;
  auto root = begin(document, "w:styles");
  add_defaults(root);
  for (const auto& one : styles) add_style(root, one);
  return text_of(document);
}

pugi::xml_node add_paragraph(pugi::xml_node parent, const char* style, const Text& text,
                             const ParagraphLook& look) {
  auto paragraph = child(parent, "w:p");
  add_properties(paragraph, style, look);
  for (const auto& run : text.runs) add_run(paragraph, run);
  return paragraph;
}

pugi::xml_node add_paragraph(pugi::xml_node parent, const char* style, const Text& text) {
  return add_paragraph(parent, style, text, {});
}

void add_run(pugi::xml_node paragraph, const Run& given) {
  auto run = child(paragraph, "w:r");
  if (given.bold || given.italic) {
    auto properties = child(run, "w:rPr");
    if (given.bold) child(properties, "w:b");
    if (given.italic) child(properties, "w:i");
  }
  std::istringstream lines(given.text);
  std::string line;
  for (bool first = true; std::getline(lines, line); first = false) {
    if (!first) child(run, "w:br");
    auto text = child(run, "w:t");
    text.append_attribute("xml:space") = "preserve";
    text.text().set(line.c_str());
  }
  if (given.text.ends_with('\n')) child(run, "w:br");
}

void add_tab(pugi::xml_node paragraph) { child(child(paragraph, "w:r"), "w:tab"); }

pugi::xml_node add_table(pugi::xml_node parent, const TableLook& look) {
  constexpr int side_margin = 70, row_margin = 35;  // twips: 1.2 mm between a letter and the line beside it
  auto table = child(parent, "w:tbl");
  auto properties = child(table, "w:tblPr");
  int sum = 0;
  for (const auto width : look.widths) sum += width;
  auto total = child(properties, "w:tblW");
  total.append_attribute("w:w") = sum;
  total.append_attribute("w:type") = "dxa";
  if (look.ruled) {
    auto indent = child(properties, "w:tblInd");  // the lines, not the letters, stand at the edge of the text
    indent.append_attribute("w:w") = side_margin;
    indent.append_attribute("w:type") = "dxa";
    auto borders = child(properties, "w:tblBorders");
    for (const auto* edge : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      child(borders, edge, "single").append_attribute("w:sz") = 4;
    }
  }
  child(properties, "w:tblLayout").append_attribute("w:type") = "fixed";
  auto margins = child(properties, "w:tblCellMar");
  const std::pair<const char*, int> sides[] = {
      {"w:top", row_margin}, {"w:left", side_margin}, {"w:bottom", row_margin}, {"w:right", side_margin}};
  for (const auto& [side, wide] : sides) {
    auto margin = child(margins, side);
    margin.append_attribute("w:w") = look.ruled ? wide : 0;
    margin.append_attribute("w:type") = "dxa";
  }
  auto grid = child(table, "w:tblGrid");
  for (const auto width : look.widths) child(grid, "w:gridCol").append_attribute("w:w") = width;
  return table;
}

pugi::xml_node add_row(pugi::xml_node table, bool stands_on_each_page) {
  auto row = child(table, "w:tr");
  auto properties = child(row, "w:trPr");
  child(properties, "w:cantSplit");
  if (stands_on_each_page) child(properties, "w:tblHeader");
  return row;
}

pugi::xml_node add_cell(pugi::xml_node row, int width, int span, bool middle) {
  auto cell = child(row, "w:tc");
  auto properties = child(cell, "w:tcPr");
  auto wide = child(properties, "w:tcW");
  wide.append_attribute("w:w") = width;
  wide.append_attribute("w:type") = "dxa";
  if (span > 1) child(properties, "w:gridSpan", span);
  if (middle) child(properties, "w:vAlign", "center");
  return cell;
}

pugi::xml_node begin(pugi::xml_document& document, const char* root) {
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  declaration.append_attribute("standalone") = "yes";
  auto node = document.append_child(root);
  node.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  node.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return node;
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream text;
  document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(text).str();
}

}  // namespace badge::documents::docx
