#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "server/documents/page_layout.hpp"
#include "server/documents/pdf_strips.hpp"

namespace badge::documents::pdf {
namespace {

constexpr double padding_x = 3.5, padding_y = 2;
constexpr double gap_around = 6;

/// One cell of a row: where it stands, and its text.
struct SetCell {
  double x, width;
  SetText text;
};
using SetRow = std::vector<SetCell>;

/// The edges of the columns, from 0 to the width of the text.
std::vector<double> edges_of(const Table& table, double width) {
  double shares = 0;
  for (const auto& column : table.columns) shares += column.share;
  std::vector<double> edges = {0};
  for (const auto& column : table.columns) edges.push_back(edges.back() + width * column.share / shares);
  return edges;
}

/// Sets the rows of one table. In long tables most cells repeat ("–", "1"), and setting a text is what costs:
/// the same text in the same column is set once.
class RowSetter {
 public:
  RowSetter(const Setting& setting, const Table& table)
      : setting_(setting), table_(table), edges_(edges_of(table, setting.width)) {}

  SetRow set(const Row& row, bool bold) {
    SetRow cells;
    std::size_t column = 0;
    for (const auto& cell : row) {
      const auto next = column + static_cast<std::size_t>(cell.span);
      const auto width = edges_[next] - edges_[column];
      const Look look{.size = table_.compact ? layout::compact_table : layout::table,
                      .bold = bold,
                      .align = table_.columns[column].align};
      cells.push_back({edges_[column], width, set(cell, column, std::max(1.0, width - 2 * padding_x), look)});
      column = next;
    }
    return cells;
  }

 private:
  SetText set(const Cell& cell, std::size_t column, double width, const Look& look) {
    const auto& runs = cell.text.runs;
    if (runs.size() != 1 || runs[0].bold || runs[0].italic) return setting_.text(cell.text, width, look);
    const auto key = std::tuple(column, cell.span, look.bold, runs[0].text);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_.emplace(key, setting_.text(cell.text, width, look)).first->second;
  }

  const Setting& setting_;
  const Table& table_;
  const std::vector<double> edges_;
  std::map<std::tuple<std::size_t, int, bool, std::string>, SetText> known_;
};

SetRow set_headings(const Setting& setting, const Table& table) {
  auto centred = table;
  Row row;
  for (auto& column : centred.columns) {
    column.align = Align::centre;
    row.emplace_back(column.heading);
  }
  return RowSetter(setting, centred).set(row, true);
}

void sides(cairo_t* page, const SetRow& row, double top, double height) {
  for (const auto& cell : row) {
    cairo_move_to(page, cell.x, top);
    cairo_line_to(page, cell.x, top + height);
  }
  cairo_move_to(page, row.back().x + row.back().width, top);
  cairo_line_to(page, row.back().x + row.back().width, top + height);
  cairo_stroke(page);
}

double right_edge(const SetRow& row) { return row.back().x + row.back().width; }

DrawnStrip heading_strip(SetRow row) {
  double text_height = 0;
  for (const auto& cell : row) text_height = std::max(text_height, cell.text.height());
  const auto height = text_height + 2 * padding_y;
  return {{.height = height, .gap_before = gap_around, .keep_with_next = true},
          [row = std::move(row), height](cairo_t* page, double top) {
            rule(page, 0, top, right_edge(row));
            sides(page, row, top, height);
            rule(page, 0, top + height, right_edge(row));
            for (const auto& cell : row) {
              cell.text.draw(page, cell.x + padding_x, top + (height - cell.text.height()) / 2);
            }
          }};
}

/// A strip for each line of the row's tallest cell, so that a row higher than a page can go on on the next.
void add_row(DrawnStrips& strips, const SetRow& row, std::size_t head) {
  std::size_t lines = 1;
  for (const auto& cell : row) lines = std::max(lines, cell.text.lines());
  for (std::size_t i = 0; i < lines; ++i) {
    double text_height = 0;
    for (const auto& cell : row) {
      if (i < cell.text.lines()) text_height = std::max(text_height, cell.text.line_height(i));
    }
    const bool first = i == 0, last = i + 1 == lines;
    const auto above = first ? padding_y : 0;
    const auto height = above + text_height + (last ? padding_y : 0);
    strips.push_back(
        {{.height = height, .keep_with_next = !last, .head = head}, [=](cairo_t* page, double top) {
           if (first) rule(page, 0, top, right_edge(row));
           if (last) rule(page, 0, top + height, right_edge(row));
           sides(page, row, top, height);
           for (const auto& cell : row) {
             if (i < cell.text.lines()) {
               cell.text.draw_line(page, i, cell.x + padding_x, top + above);
             }
           }
         }});
  }
}

}  // namespace

void add_table(DrawnStrips& strips, const Setting& setting, const Table& table) {
  if (!table.caption.empty()) {
    const Look look{.size = layout::table, .italic = true, .align = Align::right};
    const auto first = strips.size();
    add_lines(strips, setting.text(table.caption, setting.width, look), 0, gap_around);
    for (auto i = first; i < strips.size(); ++i) strips[i].strip.keep_with_next = true;
  }
  const auto head = strips.size();
  strips.push_back(heading_strip(set_headings(setting, table)));
  RowSetter setter(setting, table);
  for (const auto& row : table.rows) add_row(strips, setter.set(row, false), head);
  if (!table.total.empty()) {
    strips.back().strip.keep_with_next = true;
    add_row(strips, setter.set(table.total, true), head);
  }
  strips.back().strip.keep_with_next = false;
  strips.push_back({{.height = gap_around / 2}, [](cairo_t*, double) {}});
}

}  // namespace badge::documents::pdf
