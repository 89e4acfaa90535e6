#include "server/app/lists/list_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "server/app/imports/dates.hpp"
#include "server/app/inspections/paper_parts.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::Align;
using documents::Paragraph;
using documents::Table;

constexpr double number_width = 8;        // of the running number, in letters
constexpr double portrait_letters = 110;  // of all columns; beyond that too many words would be cut in lines

bool is_printed(const ListingColumn& column) { return column.text != ListingText::code; }

/// In letters; dates and figures are not cut in lines.
double width_of(const ListingColumn& column) {
  constexpr double date_width = 16, figure_width = 10;
  if (column.text == ListingText::date) return date_width;
  return std::max(column.width, figure_width);
}

/// "09/7/2026", "7/2026"; texts that are none of it stay as they are.
std::string text_of(const std::string& text, ListingText kind) {
  if (text.empty()) return "–";
  switch (kind) {
    case ListingText::date:
      if (const auto date = parse_date(text)) return date_text(*date, Language::vi);
      break;
    case ListingText::month:
      if (const auto first = parse_date(text + "-01")) {
        const std::chrono::year_month_day day(*first);
        return fmt::format("{}/{}", static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
      }
      break;
    case ListingText::words:
    case ListingText::code:
      break;
  }
  return text;
}

std::string text_of(const ListingCell& cell, ListingText kind) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text_of(*text, kind);
  if (const auto* count = std::get_if<std::int64_t>(&cell)) return documents::figure_text(*count);
  if (const auto* share = std::get_if<double>(&cell)) {
    auto text = fmt::format("{:.1f}%", 100 * *share);
    std::ranges::replace(text, '.', ',');
    return text;
  }
  return "–";
}

/// A column of counts or shares.
bool is_of_figures(const UnitList& list, std::size_t column) {
  return std::ranges::any_of(
      list.rows, [&](const auto& row) { return !std::holds_alternative<std::string>(row[column]); });
}

Table table_of(const UnitList& list) {
  Table table;
  table.compact = true;
  table.columns = {{"STT", number_width, Align::centre}};
  for (std::size_t i = 0; i < list.columns.size(); ++i) {
    const auto& column = list.columns[i];
    if (!is_printed(column)) continue;
    table.columns.push_back(
        {column.heading, width_of(column), is_of_figures(list, i) ? Align::right : Align::left});
  }
  for (const auto& row : list.rows) {
    auto& printed = table.rows.emplace_back();
    printed.emplace_back(std::to_string(table.rows.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (is_printed(list.columns[i])) printed.emplace_back(text_of(row[i], list.columns[i].text));
    }
  }
  return table;
}

double letters_of(const Table& table) {
  double letters = 0;
  for (const auto& column : table.columns) letters += column.share;
  return letters;
}

}  // namespace

documents::Paper list_paper_of(const UnitList& list, const UnitStands& unit, const IssuingBody& body) {
  documents::Paper paper;
  paper.head.superior = documents::in_capitals(unit.above);
  paper.head.issuer = documents::in_capitals(list.unit.name);
  paper.head.dated = dated(body, list.made_on);
  paper.draft = list.is_provisional;
  paper.kind = list.title;
  paper.abstract = documents::capitalized(list.period);
  if (!list.mark.empty()) {
    paper.body.emplace_back(
        Paragraph{documents::Text{documents::Run{.text = list.mark, .bold = true}}, Align::centre});
  }
  for (const auto& note : list.notes) paper.body.emplace_back(Paragraph{note + "."});
  if (list.is_provisional) {
    paper.body.emplace_back(
        Paragraph{"Kỳ chưa hết; số liệu đến ngày " + date_text(list.made_on, Language::vi) + "."});
  }
  auto table = table_of(list);
  if (letters_of(table) > portrait_letters) paper.orientation = documents::Orientation::landscape;
  if (list.rows.empty()) {
    paper.body.emplace_back(Paragraph{"Danh sách không có mục nào."});
  } else {
    paper.body.emplace_back(std::move(table));
  }
  paper.signers = {{.authority = {"NGƯỜI LẬP"}, .name = {}, .note = "(Ký, ghi rõ họ tên)", .dated = {}},
                   {.authority = {"NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ"}, .name = unit.head, .note = {}, .dated = {}}};
  return paper;
}

PaperOrNot print_list(std::string name, const UnitList& list, const IssuingBody& body, PaperFormat format,
                      const Evidence& evidence) {
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto& units = book->units();
  UnitStands stands;
  if (const auto unit = units.find(list.unit.code)) {
    const auto above = units.parent_on(*unit, list.made_on);
    const auto* row = above ? units.on(*above, list.made_on) : nullptr;
    if (row != nullptr) stands.above = row->name;
    stands.head = head_name(*book, *unit, list.made_on);
  }
  return print_now(std::move(name), "", list_paper_of(list, stands, body), format, evidence);
}

}  // namespace badge::app
