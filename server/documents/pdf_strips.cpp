#include "server/documents/pdf_strips.hpp"

#include <algorithm>
#include <string>

#include "server/documents/page_layout.hpp"
#include "server/documents/paper_words.hpp"

namespace badge::documents::pdf {
namespace {

namespace l = layout;

constexpr double rule_share = 0.4;  // of the line above: the decree wants a third to a half
constexpr double gap_of_head = 12;
constexpr double gap_of_rule = 2.5;
constexpr double writing_line_height = 21;

Look centred(double size, bool bold, bool italic = false) {
  return {.size = size, .bold = bold, .italic = italic, .align = Align::centre};
}

/// Texts of the letterhead below each other in a column, the last of them with a rule.
struct HeadColumn {
  double x = 0, width = 0;
  std::vector<SetText> texts{};
  double rule_length = 0;

  [[nodiscard]] double height() const {
    double sum = rule_length > 0 ? gap_of_rule : 0;
    for (const auto& text : texts) sum += text.height();
    return sum;
  }

  void draw(cairo_t* page, double top) const {
    for (const auto& text : texts) {
      text.draw(page, x, top);
      top += text.height();
    }
    if (rule_length > 0) rule(page, x + (width - rule_length) / 2, top + gap_of_rule, rule_length);
  }
};

HeadColumn bodies_column(const Setting& setting, const Letterhead& head, double width) {
  HeadColumn column{.x = 0, .width = width};
  if (!head.superior.empty()) {
    column.texts.push_back(setting.text(head.superior, width, centred(l::issuer, false)));
  }
  column.texts.push_back(setting.text(head.issuer, width, centred(l::issuer, true)));
  column.rule_length = column.texts.back().widest() * rule_share;
  return column;
}

HeadColumn nation_column(const Setting& setting, double x, double width) {
  HeadColumn column{.x = x, .width = width};
  column.texts.push_back(setting.text(l::nation, width, centred(l::heading_of_nation, true)));
  column.texts.push_back(setting.text(l::nation_motto, width, centred(l::motto, true)));
  column.rule_length = column.texts.back().widest();
  return column;
}

/// The lines below: number at the left, place and date at the right, the mark of a draft under the number.
struct SecondRow {
  HeadColumn number, dated, draft;

  [[nodiscard]] double height() const {
    const auto both = std::max(number.height(), dated.height());
    return draft.texts.empty() ? both : both + l::paragraph_gap + draft.height();
  }

  void draw(cairo_t* page, double top) const {
    number.draw(page, top);
    dated.draw(page, top);
    if (draft.texts.empty()) return;
    constexpr double padding = 4;
    const auto& text = draft.texts.front();
    top += std::max(number.height(), dated.height()) + l::paragraph_gap;
    draft.draw(page, top);
    const auto wide = text.widest() + 2 * padding;
    cairo_rectangle(page, draft.x + (draft.width - wide) / 2, top - 1, wide, text.height() + 2);
    cairo_stroke(page);
  }
};

SecondRow second_row(const Setting& setting, const Paper& paper, double left, double right_x) {
  const auto right = setting.width - right_x;
  SecondRow row{.number = {.x = 0, .width = left},
                .dated = {.x = right_x, .width = right},
                .draft = {.x = 0, .width = left}};
  const auto& head = paper.head;
  if (!head.symbol.empty()) {
    const auto line = number_line(head.number, head.symbol);
    row.number.texts.push_back(setting.text(line, left, centred(l::number, false)));
  }
  if (head.dated) {
    const auto line = place_date_line(*head.dated);
    row.dated.texts.push_back(setting.text(line, right, centred(l::place_and_date, false, true)));
  }
  if (paper.draft) row.draft.texts.push_back(setting.text(l::draft_mark, left, centred(l::draft, true)));
  return row;
}

/// Centred lines of about one length: as narrow as they can be without being more.
SetText balanced(const Setting& setting, const std::string& text, double width, const Look& look) {
  const auto lines = setting.text(text, width, look).lines();
  constexpr double step = 6;  // points: less is not seen
  auto narrow = width;
  while (lines > 1 && narrow > 2 * step && setting.text(text, narrow - step, look).lines() == lines) {
    narrow -= step;
  }
  return setting.text(text, narrow, look);
}

void add_paragraph(DrawnStrips& strips, const Setting& setting, const Paragraph& paragraph) {
  const auto indent = paragraph.align == Align::justified ? l::first_line_indent * l::points_per_mm : 0;
  const Look look{.size = l::body, .align = paragraph.align, .indent = indent};
  add_lines(strips, setting.text(paragraph.text, setting.width, look), 0, l::paragraph_gap);
}

void add_heading(DrawnStrips& strips, const Setting& setting, const Heading& heading) {
  const Look look{.size = l::body, .bold = true, .indent = l::first_line_indent * l::points_per_mm};
  const auto first = strips.size();
  add_lines(strips, setting.text(heading.text, setting.width, look), 0, l::paragraph_gap);
  for (auto i = first; i < strips.size(); ++i) strips[i].strip.keep_with_next = true;
}

void add_writing_lines(DrawnStrips& strips, const Setting& setting, const WritingLines& block) {
  for (int i = 0; i < block.lines; ++i) {
    strips.push_back({{.height = writing_line_height}, [width = setting.width](cairo_t* page, double top) {
                        const double dots[] = {0, 3};
                        cairo_save(page);
                        cairo_set_dash(page, dots, 2, 0);
                        cairo_set_line_cap(page, CAIRO_LINE_CAP_ROUND);
                        cairo_set_line_width(page, 0.9);
                        rule(page, 0, top + writing_line_height - 3, width);
                        cairo_restore(page);
                      }});
  }
}

}  // namespace

void rule(cairo_t* page, double x, double y, double length) {
  cairo_move_to(page, x, y);
  cairo_line_to(page, x + length, y);
  cairo_stroke(page);
}

void add_lines(DrawnStrips& strips, const SetText& text, double x, double gap_before) {
  const auto lines = text.lines();
  for (std::size_t i = 0; i < lines; ++i) {
    const bool keeps = lines > 1 && (i == 0 || i + 2 == lines);
    strips.push_back(
        {{.height = text.line_height(i), .gap_before = i == 0 ? gap_before : 0, .keep_with_next = keeps},
         [text, i, x](cairo_t* page, double top) { text.draw_line(page, i, x, top); }});
  }
}

void add_letterhead(DrawnStrips& strips, const Setting& setting, const Paper& paper) {
  const bool with_bodies = !paper.head.issuer.empty();
  const auto left = with_bodies ? setting.width * l::left_share_of_head : 0;
  const auto bodies = with_bodies ? bodies_column(setting, paper.head, left) : HeadColumn{};
  const auto nation = nation_column(setting, left, setting.width - left);
  const auto second = second_row(setting, paper, with_bodies ? left : setting.width / 2, left);
  const auto first_height = std::max(bodies.height(), nation.height());
  const auto second_height = second.height();
  const auto height = first_height + (second_height > 0 ? l::paragraph_gap + second_height : 0);
  strips.push_back({{.height = height, .keep_with_next = true}, [=](cairo_t* page, double top) {
                      bodies.draw(page, top);
                      nation.draw(page, top);
                      second.draw(page, top + first_height + l::paragraph_gap);
                    }});
}

void add_title(DrawnStrips& strips, const Setting& setting, const Paper& paper) {
  constexpr double width_share = 0.86;  // a long abstract stands in lines shorter than the body's
  const auto width = setting.width * width_share;
  const auto x = (setting.width - width) / 2;
  const auto first = strips.size();
  if (!paper.kind.empty()) {
    add_lines(strips, setting.text(paper.kind, width, centred(l::kind, true)), x, gap_of_head);
  }
  if (!paper.abstract.empty()) {
    const auto abstract = balanced(setting, paper.abstract, width, centred(l::kind, true));
    add_lines(strips, abstract, (setting.width - abstract.given_width()) / 2, 0);
    const auto length = std::min(abstract.widest(), width / 2) * rule_share;
    const auto middle = setting.width / 2;
    strips.push_back({{.height = l::paragraph_gap}, [=](cairo_t* page, double top) {
                        rule(page, middle - length / 2, top + gap_of_rule, length);
                      }});
  }
  for (auto i = first; i < strips.size(); ++i) strips[i].strip.keep_with_next = true;
}

void add_body(DrawnStrips& strips, const Setting& setting, const Paper& paper) {
  if (paper.addressees.size() == 1) {
    const auto line = std::string(l::addressees_title) + " " + paper.addressees.front();
    add_lines(strips, setting.text(line, setting.width, centred(l::body, false)), 0, gap_of_head);
  } else if (!paper.addressees.empty()) {
    const auto x = setting.width / 4;
    const Look look{.size = l::body};
    add_lines(strips, setting.text(l::addressees_title, setting.width - x, look), x, gap_of_head);
    for (const auto& addressee : with_closing_signs(paper.addressees)) {
      add_lines(strips, setting.text("- " + addressee, setting.width - 1.5 * x, look), 1.5 * x, 0);
    }
  }
  for (const auto& basis : with_closing_signs(paper.bases)) {
    add_paragraph(strips, setting, {Text{{.text = basis, .italic = true}}});
  }
  for (const auto& block : paper.body) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) add_paragraph(strips, setting, *paragraph);
    if (const auto* heading = std::get_if<Heading>(&block)) add_heading(strips, setting, *heading);
    if (const auto* table = std::get_if<Table>(&block)) add_table(strips, setting, *table);
    if (const auto* lines = std::get_if<WritingLines>(&block)) add_writing_lines(strips, setting, *lines);
  }
}

}  // namespace badge::documents::pdf
