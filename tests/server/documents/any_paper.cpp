#include "tests/server/documents/any_paper.hpp"

#include <string>

namespace badge::documents {
namespace {

/// Short words only: a narrow column breaks a long one, and a reader then finds two.
std::string any_words(int words_max) {
  static const std::vector<std::string> words = {"Nghĩa", "nữ",    "rợp",   "kỹ",    "Đặng",  "ủy",
                                                 "quyền", "A&B",   "<thẻ>", "07:37", "ngoẵn", "lỡ",
                                                 "100%",  "\"ý\"", "rẫy",   "huỵch"};
  std::string text;
  const auto count = *rc::gen::inRange(1, words_max);
  for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + *rc::gen::elementOf(words);
  return text;
}

std::vector<std::string> any_list(int count_max) {
  std::vector<std::string> list;
  const auto count = *rc::gen::inRange(0, count_max);
  for (int i = 0; i < count; ++i) list.push_back(any_words(6));
  return list;
}

Row any_row(std::size_t columns, int words_max) {
  Row row;
  for (std::size_t left = columns; left > 0;) {
    const auto span = *rc::gen::inRange<std::size_t>(1, left + 1);
    row.emplace_back(any_words(words_max), static_cast<int>(span));
    left -= span;
  }
  return row;
}

Table any_table() {
  Table table;
  const auto columns = *rc::gen::inRange<std::size_t>(1, 8);
  for (std::size_t i = 0; i < columns; ++i) {
    table.columns.push_back({any_words(3), 1, *rc::gen::element(Align::left, Align::centre, Align::right)});
  }
  const auto rows = *rc::gen::inRange(0, 30);
  const auto words_max = *rc::gen::element(4, 4, 4, 400);
  for (int i = 0; i < rows; ++i) table.rows.push_back(any_row(columns, words_max));
  if (*rc::gen::arbitrary<bool>()) table.total = any_row(columns, 3);
  if (*rc::gen::arbitrary<bool>()) table.caption = any_words(5);
  return table;
}

Block any_block() {
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return any_table();
    case 1:
      return Heading{any_words(8), *rc::gen::inRange(1, 3)};
    case 2:
      return WritingLines{*rc::gen::inRange(1, writing_lines_max)};
    default: {
      Paragraph paragraph{Text{{any_words(60)}, {any_words(5), true}, {any_words(5), false, true}}};
      for (std::size_t i = 1; i < 3; ++i) paragraph.text.runs[i].text.insert(0, " ");
      return paragraph;
    }
  }
}

Signer any_signer() {
  return {any_list(3), any_words(4), *rc::gen::arbitrary<bool>() ? "(Ký, ghi rõ họ tên)" : "", ""};
}

}  // namespace

rc::Gen<Paper> any_paper() {
  return rc::gen::exec([] {
    Paper paper;
    paper.orientation = *rc::gen::element(Orientation::portrait, Orientation::landscape);
    if (*rc::gen::arbitrary<bool>()) {
      paper.head = {
          any_words(8), any_words(8), {}, "BC-SNV", PlaceAndDate{"Huế", std::chrono::year(2026) / 7, {}}};
    }
    paper.draft = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) paper.kind = any_words(4);
    if (*rc::gen::arbitrary<bool>()) paper.abstract = any_words(40);
    paper.addressees = any_list(4);
    paper.bases = any_list(4);
    const auto blocks = *rc::gen::inRange(0, 8);
    for (int i = 0; i < blocks; ++i) paper.body.push_back(any_block());
    const auto signers = *rc::gen::inRange(0, 8);
    for (int i = 0; i < signers; ++i) paper.signers.push_back(any_signer());
    paper.recipients = any_list(8);
    if (*rc::gen::arbitrary<bool>()) paper.initials = {"Trưởng đoàn", "Thư ký"};
    return paper;
  });
}

}  // namespace badge::documents
