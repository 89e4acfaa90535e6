#pragma once
/// Writes CSV that Excel, LibreOffice and our own reader open alike: UTF-8, CRLF, quotes where needed.
#include <cstdint>
#include <string>
#include <string_view>

namespace badge::documents {

class CsvWriter {
 public:
  /// The byte order mark is what makes Excel read Vietnamese letters rightly; programs do without.
  enum class ByteOrderMark : std::uint8_t { without, with };

  explicit CsvWriter(ByteOrderMark mark = ByteOrderMark::without, char separator = ',');

  /// Text of people: a cell that a spreadsheet would take for a formula (= + - @ tab at its beginning) gets
  /// an apostrophe before it, so that a name in a roster cannot run anything on the desk of who opens it. So
  /// does one that such an apostrophe begins already: without_guard() takes exactly one away.
  CsvWriter& text(std::string_view value);

  /// What this program made itself (numbers, dates): never changed.
  CsvWriter& number(std::int64_t value);
  CsvWriter& plain(std::string_view value);

  CsvWriter& end_row();

  [[nodiscard]] const std::string& str() const& { return out_; }
  [[nodiscard]] std::string str() && { return std::move(out_); }

 private:
  void cell(std::string_view value);

  std::string out_;
  char separator_;
  bool row_begun_ = false;
};

/// `cell` as it was before CsvWriter::text guarded it.
[[nodiscard]] std::string_view without_guard(std::string_view cell);

}  // namespace badge::documents
