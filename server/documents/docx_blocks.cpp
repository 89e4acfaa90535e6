#include "server/documents/docx_blocks.hpp"

#include <algorithm>
#include <numeric>

#include "server/documents/docx_xml.hpp"
#include "server/documents/page_layout.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::documents::docx {
namespace {

namespace l = layout;

int text_width(const Paper& paper) { return twips(l::text_width(paper.orientation)); }

/// Two tables that touch become one; what follows a table keeps its distance from it.
void add_gap(pugi::xml_node parent) {
  add_paragraph(parent, style::rule, {}, {.before = twips_of_points(4)});
}

/// A line of `length` in the middle of a column.
void add_rule(pugi::xml_node parent, int column, int length) {
  add_paragraph(parent, style::rule, {}, {.rule_indent = std::max(0, (column - length) / 2)});
}

/// About two fifths of a line of capitals; the decree wants a third to a half.
int rule_below(const std::string& capitals, int column) {
  constexpr double letter = 0.68;  // of the size, in the mean
  const auto letters = static_cast<double>(display_width(capitals));
  return static_cast<int>(0.4 * std::min<double>(column, twips_of_points(letters * letter * l::issuer)));
}

constexpr double motto_length = 163;  // points: as long as its letters

void add_bodies(pugi::xml_node cell, const Letterhead& head, int width) {
  if (!head.superior.empty()) add_paragraph(cell, style::superior, head.superior);
  add_paragraph(cell, style::issuer, head.issuer);
  add_rule(cell, width, rule_below(head.issuer, width));
}

void add_nation(pugi::xml_node parent, int width) {
  add_paragraph(parent, style::nation, l::nation);
  add_paragraph(parent, style::motto, l::nation_motto);
  add_rule(parent, width, twips_of_points(motto_length));
}

void add_number(pugi::xml_node cell, const Paper& paper, int width) {
  const auto& head = paper.head;
  add_paragraph(cell, style::number, head.symbol.empty() ? "" : number_line(head.number, head.symbol));
  if (paper.draft) {
    constexpr double box = 62;  // points, around the two words
    add_paragraph(cell, style::draft, l::draft_mark,
                  {.boxed = true, .rule_indent = (width - twips_of_points(box)) / 2});
  }
}

const char* style_of(const Table& table) { return table.compact ? style::compact_table : style::table; }

ParagraphLook kept(bool keep) { return {.keep_next = keep}; }

void add_table_row(pugi::xml_node table, const Table& given, const std::vector<int>& widths, const Row& row,
                   bool bold, bool keep_next) {
  auto node = add_row(table, false);
  std::size_t column = 0;
  for (const auto& cell : row) {
    const auto span = static_cast<std::size_t>(cell.span);
    const auto first = widths.begin() + static_cast<std::ptrdiff_t>(column);
    const auto width = std::accumulate(first, first + cell.span, 0);
    auto text = cell.text;
    for (auto& run : text.runs) run.bold = run.bold || bold;
    add_paragraph(add_cell(node, width, cell.span, false), style_of(given), text,
                  {.keep_next = keep_next, .align = given.columns[column].align});
    column += span;
  }
}

void add_block(pugi::xml_node body, const Table& table, int width, bool keep_next) {
  if (!table.caption.empty()) add_paragraph(body, style::caption, table.caption, kept(true));
  add_gap(body);
  double shares = 0;
  for (const auto& column : table.columns) shares += column.share;
  std::vector<int> widths;
  for (const auto& column : table.columns) {
    widths.push_back(static_cast<int>(static_cast<double>(width) * column.share / shares));
  }
  auto node = docx::add_table(body, {.ruled = true, .widths = widths});
  auto headings = add_row(node, true);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    add_paragraph(add_cell(headings, widths[i], 1, true), style_of(table),
                  Text{{.text = table.columns[i].heading, .bold = true}},
                  {.keep_next = true, .align = Align::centre});
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool last = i + 1 == table.rows.size();
    add_table_row(node, table, widths, table.rows[i], false, last && (keep_next || !table.total.empty()));
  }
  if (!table.total.empty()) add_table_row(node, table, widths, table.total, true, keep_next);
  add_paragraph(body, style::rule, {}, {.keep_next = keep_next, .before = twips_of_points(4)});
}

void add_block(pugi::xml_node body, const Paragraph& paragraph, int, bool keep_next) {
  const bool plain = paragraph.align == Align::justified;
  ParagraphLook look{.keep_next = keep_next, .no_indent = !plain};
  if (!plain) look.align = paragraph.align;
  add_paragraph(body, style::body, paragraph.text, look);
}

void add_block(pugi::xml_node body, const Heading& heading, int, bool) {
  add_paragraph(body, style::heading[heading.level > 1 ? 1 : 0], heading.text);
}

void add_block(pugi::xml_node body, const WritingLines& block, int width, bool keep_next) {
  for (int i = 0; i < block.lines; ++i) {
    const ParagraphLook look{
        .keep_next = keep_next, .no_indent = true, .tabs = {{Align::right, width, true}}};
    add_tab(add_paragraph(body, style::body, {}, look));
  }
}

void add_addressees(pugi::xml_node body, const Paper& paper) {
  const auto before = twips_of_points(2 * l::paragraph_gap);
  if (paper.addressees.empty()) return;
  if (paper.addressees.size() == 1) {
    add_paragraph(body, style::addressee, std::string(l::addressees_title) + " " + paper.addressees.front(),
                  {.align = Align::centre, .before = before});
    return;
  }
  add_paragraph(body, style::addressee, l::addressees_title,
                {.left = text_width(paper) / 4, .before = before});
  for (const auto& addressee : with_closing_signs(paper.addressees)) {
    add_paragraph(body, style::addressee, "- " + addressee, {.left = text_width(paper) * 3 / 8});
  }
}

void add_upper(pugi::xml_node cell, const Signer& signer) {
  if (!signer.dated.empty()) add_paragraph(cell, style::signer_note, signer.dated, kept(true));
  for (const auto& line : signer.authority) add_paragraph(cell, style::authority, line, kept(true));
  if (!signer.note.empty()) add_paragraph(cell, style::signer_note, signer.note, kept(true));
}

void add_name(pugi::xml_node cell, const Signer& signer) {
  add_paragraph(cell, style::signer, signer.name.empty() ? l::dots_to_fill : signer.name,
                {.before = twips(l::signature_room)});
}

void add_recipients(pugi::xml_node parent, const Paper& paper) {
  if (paper.recipients.empty()) return;
  add_paragraph(parent, style::recipients_word, l::recipients_title);
  for (const auto& recipient : with_closing_signs(paper.recipients)) {
    add_paragraph(parent, style::recipients, "- " + recipient);
  }
}

void add_one_signer(pugi::xml_node body, const Paper& paper) {
  constexpr double left_share = 0.45;
  const auto left = static_cast<int>(text_width(paper) * left_share);
  const auto right = text_width(paper) - left;
  auto row = add_row(docx::add_table(body, {.ruled = false, .widths = {left, right}}), false);
  auto beside = add_cell(row, left, 1, false);
  if (paper.recipients.empty()) add_paragraph(beside, style::recipients, {});
  add_recipients(beside, paper);
  auto cell = add_cell(row, right, 1, false);
  add_upper(cell, paper.signers.front());
  add_name(cell, paper.signers.front());
}

/// Each row of signers is two of the table, so that their names stand at one height.
void add_signers_in_rows(pugi::xml_node body, const Paper& paper) {
  const auto count = paper.signers.size();
  const auto in_a_row = columns_of_signers(count);
  const auto width = text_width(paper) / static_cast<int>(in_a_row);
  auto table = docx::add_table(body, {.ruled = false, .widths = std::vector<int>(in_a_row, width)});
  for (std::size_t first = 0; first < count; first += in_a_row) {
    auto upper = add_row(table, false), names = add_row(table, false);
    for (auto i = first; i < first + in_a_row; ++i) {
      const auto signer = i < count ? paper.signers[i] : Signer{};
      auto above = add_cell(upper, width, 1, false), below = add_cell(names, width, 1, false);
      add_upper(above, signer);
      if (!above.child("w:p")) add_paragraph(above, style::authority, {});  // a cell has one at least
      if (i < count) add_name(below, signer);
      if (i >= count) add_paragraph(below, style::signer, {});
    }
  }
}

}  // namespace

void add_letterhead(pugi::xml_node body, const Paper& paper) {
  const auto width = text_width(paper);
  const bool with_bodies = !paper.head.issuer.empty();
  const auto left = with_bodies ? static_cast<int>(width * l::left_share_of_head) : width / 2;
  const auto right = width - left;
  auto table = docx::add_table(body, {.ruled = false, .widths = {left, right}});
  auto first = add_row(table, false);
  if (with_bodies) {
    add_bodies(add_cell(first, left, 1, false), paper.head, left);
    add_nation(add_cell(first, right, 1, false), right);
  } else {
    add_nation(add_cell(first, width, 2, false), width);
  }
  auto second = add_row(table, false);
  add_number(add_cell(second, left, 1, false), paper, left);
  add_paragraph(add_cell(second, right, 1, false), style::place_and_date,
                paper.head.dated ? place_date_line(*paper.head.dated) : "");
}

void add_title(pugi::xml_node body, const Paper& paper) {
  const auto width = text_width(paper);
  if (!paper.kind.empty()) add_paragraph(body, style::kind, paper.kind, kept(true));
  if (paper.abstract.empty()) return;
  add_paragraph(body, style::abstract, paper.abstract,
                {.keep_next = true, .left = width / 14, .right = width / 14});
  add_rule(body, width, width / 6);
}

void add_blocks(pugi::xml_node body, const Paper& paper) {
  add_addressees(body, paper);
  for (const auto& basis : with_closing_signs(paper.bases)) add_paragraph(body, style::basis, basis);
  for (std::size_t i = 0; i < paper.body.size(); ++i) {
    const bool keeps_signature = i + 1 == paper.body.size() && !paper.signers.empty();
    std::visit([&](const auto& block) { add_block(body, block, text_width(paper), keeps_signature); },
               paper.body[i]);
  }
}

void add_signatures(pugi::xml_node body, const Paper& paper) {
  if (!paper.signers.empty()) {
    add_paragraph(body, style::rule, {},
                  {.keep_next = true, .before = twips_of_points(2 * l::paragraph_gap)});
  }
  if (paper.signers.size() == 1) {
    add_one_signer(body, paper);
  } else {
    if (!paper.signers.empty()) add_signers_in_rows(body, paper);
    add_gap(body);
    add_recipients(body, paper);
  }
  add_gap(body);
}

}  // namespace badge::documents::docx
