#include "server/documents/paper_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/documents/printable.hpp"
#include "server/documents/unicode.hpp"

namespace badge::documents {
namespace {

/// Goes through a paper and remembers the first fault; later ones are not looked for.
class Check {
 public:
  void text(std::string& value, const std::string& place) {
    if (fault_) return;
    auto composed = to_nfc(value);
    if (!composed) return fail(place, "the text is not UTF-8");
    value = std::move(*composed);
    std::ranges::replace(value, '\t', ' ');
    std::erase(value, '\r');
    if (const auto code = unprintable_in(value)) {
      fail(place, fmt::format("the character U+{:04X} cannot be printed", *code));
    }
  }

  void text(Text& value, const std::string& place) {
    for (auto& run : value.runs) text(run.text, place);
  }

  void texts(std::vector<std::string>& values, const std::string& place) {
    for (std::size_t i = 0; i < values.size(); ++i) text(values[i], fmt::format("{} {}", place, i + 1));
  }

  void operator()(Paragraph& paragraph) { text(paragraph.text, place_); }
  void operator()(Heading& heading) { text(heading.text, place_); }

  void operator()(WritingLines& lines) {
    if (lines.lines < 1 || lines.lines > writing_lines_max) {
      fail(place_, fmt::format("{} writing lines, but 1 to {} may be", lines.lines, writing_lines_max));
    }
  }

  void operator()(Table& table) {
    if (table.columns.empty() || table.columns.size() > columns_max) {
      fail(place_,
           fmt::format("a table of {} columns, but 1 to {} may be", table.columns.size(), columns_max));
    }
    text(table.caption, place_ + ", caption");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto place = fmt::format("{}, column {}", place_, i + 1);
      text(table.columns[i].heading, place);
      if (!(table.columns[i].share > 0)) fail(place, "the share of the width is not above 0");
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      row(table.rows[i], table.columns.size(), fmt::format("{}, row {}", place_, i + 1));
    }
    if (!table.total.empty()) row(table.total, table.columns.size(), place_ + ", total");
  }

  void block(Block& block, std::size_t number) {
    place_ = fmt::format("block {}", number);
    std::visit(*this, block);
  }

  void fail(const std::string& place, const std::string& rule) {
    if (!fault_) fault_ = place + ": " + rule;
  }

  [[nodiscard]] const std::optional<std::string>& fault() const { return fault_; }

 private:
  void row(Row& cells, std::size_t columns, const std::string& place) {
    std::size_t width = 0;
    for (auto& cell : cells) {
      if (cell.span < 1) return fail(place, "a cell takes less than one column");
      width += static_cast<std::size_t>(cell.span);
      text(cell.text, fmt::format("{}, column {}", place, width));
    }
    if (width != columns) {
      fail(place, fmt::format("its cells take {} columns, but the table has {}", width, columns));
    }
  }

  std::string place_;
  std::optional<std::string> fault_;
};

void check_head(Check& check, Letterhead& head) {
  check.text(head.superior, "superior body");
  check.text(head.issuer, "issuing body");
  check.text(head.number, "number");
  check.text(head.symbol, "symbol");
  if (!head.dated) return;
  check.text(head.dated->place, "place");
  const auto& [place, month, day] = *head.dated;
  if (!(month / day.value_or(std::chrono::day(1))).ok()) check.fail("date", "no such day");
}

}  // namespace

tl::expected<Paper, std::string> checked(const Paper& paper) {
  auto copy = paper;
  Check check;
  check_head(check, copy.head);
  check.text(copy.kind, "kind");
  check.text(copy.abstract, "abstract");
  check.texts(copy.addressees, "addressee");
  check.texts(copy.bases, "basis");
  for (std::size_t i = 0; i < copy.body.size(); ++i) check.block(copy.body[i], i + 1);
  for (auto& signer : copy.signers) {
    check.texts(signer.authority, "authority");
    check.text(signer.name, "name of a signer");
    check.text(signer.note, "note of a signer");
    check.text(signer.dated, "date of a signer");
  }
  check.texts(copy.recipients, "recipient");
  check.texts(copy.initials, "initials");
  if (check.fault()) return tl::unexpected(*check.fault());
  return copy;
}

}  // namespace badge::documents
