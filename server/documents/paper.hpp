#pragma once
/// A paper of an office in the layout of Nghị định 30/2020/NĐ-CP, as who writes it thinks of it: what it
/// says, not where it stands. `pdf_paper` and `docx_paper` make the same paper of the same value.
///
/// All text is UTF-8; a line break (\n) inside a text begins a new line. What the decree wants in capitals is
/// given in capitals.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace badge::documents {

/// Characters of one look.
struct Run {
  std::string text;
  bool bold = false;
  bool italic = false;
  friend bool operator==(const Run&, const Run&) = default;
};

/// A text with words that stand out. Plain text converts.
struct Text {
  std::vector<Run> runs;

  Text() = default;
  Text(std::string plain) { runs.push_back({std::move(plain)}); }  // NOLINT: meant to convert
  Text(const char* plain) : Text(std::string(plain)) {}            // NOLINT
  Text(std::initializer_list<Run> given) : runs(given) {}
  friend bool operator==(const Text&, const Text&) = default;
};

enum class Align : std::uint8_t { left, centre, right, justified };

/// Of the body: 14 pt, the first line indented when `align` is `justified`. Items of a list are paragraphs
/// that begin with "- " or "a) ", as offices write them.
struct Paragraph {
  Text text;
  Align align = Align::justified;
};

/// With its number in the text ("I. KẾT QUẢ", "1. Số người theo danh sách"); stays with what follows.
struct Heading {
  std::string text;
  int level = 1;  // 1 or 2, both bold
};

struct Column {
  std::string heading;
  double share = 1;  // of the width, relative to the other columns; above 0
  Align align = Align::left;
};

struct Cell {
  Text text;
  int span = 1;  // how many columns it takes

  Cell() = default;
  Cell(Text given, int columns = 1) : text(std::move(given)), span(columns) {}  // NOLINT: meant to convert
  Cell(std::string plain) : text(std::move(plain)) {}                           // NOLINT
  Cell(const char* plain) : text(plain) {}                                      // NOLINT
};

using Row = std::vector<Cell>;

/// 12 pt, or 11 where it is `compact`: a list that should stay on one page. The row of headings stands again
/// on each page; a row is cut only if it is taller than a page.
struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;  // the spans of a row add up to the number of columns
  Row total;              // bold, last, stays with the row before it; empty: none
  std::string caption;    // italic, above, at the right ("Đơn vị tính: người"); empty: none
  bool compact = false;
};

/// Dotted lines for what is written by hand.
struct WritingLines {
  int lines = 1;  // 1 to writing_lines_max
};

using Block = std::variant<Paragraph, Heading, Table, WritingLines>;

/// Who signs: the authority on top ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"; one line each, in capitals), the
/// name below a space for signature and seal. Without a name dots stand there.
struct Signer {
  std::vector<std::string> authority;
  std::string name;
  std::string note;   // italic below the authority: "(Ký, ghi rõ họ tên)"; empty: none
  std::string dated;  // italic above the authority, where the head has no date; empty: none
};

/// `day` is left blank for the clerk where it is not given.
struct PlaceAndDate {
  std::string place;
  std::chrono::year_month month;
  std::optional<std::chrono::day> day;
};

/// The bodies and the number at the left, quốc hiệu and tiêu ngữ at the right. Without an issuing body (an
/// application, an explanation) quốc hiệu stands alone in the middle.
struct Letterhead {
  std::string superior;               // plain; empty: none
  std::string issuer;                 // bold
  std::string number;                 // "05"; empty: blank for the clerk
  std::string symbol;                 // "BC-SNV"; empty: no line of a number
  std::optional<PlaceAndDate> dated;  // a biên bản has none
};

enum class Orientation : std::uint8_t { portrait, landscape };

struct Paper {
  Orientation orientation = Orientation::portrait;
  Letterhead head;
  bool draft = false;                   // "DỰ THẢO" below the number and on top of each further page
  std::string kind;                     // "BIÊN BẢN"
  std::string abstract;                 // trích yếu
  std::vector<std::string> addressees;  // "Kính gửi: …"; none: no such line
  std::vector<std::string> bases;       // căn cứ, without the ";" and "." at their ends
  std::vector<Block> body;
  std::vector<Signer> signers;  // one: at the right; several: side by side, up to three in a row
  std::vector<std::string>
      recipients;                     // nơi nhận, without "- " and ";": at the left of one signer, else below
  std::vector<std::string> initials;  // who initials each page at its foot (ký nháy); none: no room for it
};

/// How many of `count` signers stand side by side: four as two and two.
[[nodiscard]] constexpr std::size_t columns_of_signers(std::size_t count) {
  constexpr std::size_t most = 3;
  constexpr std::size_t square = 4;
  return count == square ? 2 : (count < most ? count : most);
}

inline constexpr int writing_lines_max = 40;    // more than a page of them helps nobody
inline constexpr std::size_t columns_max = 40;  // a timesheet has 31 days and some sums

}  // namespace badge::documents
