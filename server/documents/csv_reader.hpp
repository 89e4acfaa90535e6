#pragma once
/// Reads CSV as offices have it: RFC 4180 with LF or CRLF, UTF-8 with or without a byte order mark, `,` or
/// `;` between fields (a Vietnamese Excel writes `;`), quoted fields with line breaks in them.
///
/// Text comes out in normal form C. A record that cannot be read is reported with its line and the next one
/// is read: only a quote that is never closed, and text that is not UTF-8 at all, end the reading.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace badge::documents {

inline constexpr std::size_t csv_field_bytes_max = 4096;  // a title of a paper is under 1,000 bytes
inline constexpr std::size_t csv_columns_max = 64;        // the widest file that we define has 15

enum class CsvFault : std::uint8_t {
  wide_encoding,      // the file begins as UTF-16 ("Unicode text" of Excel); nothing of it was read
  not_utf8,           // a field is in another encoding
  control_character,  // below U+0020, other than a tab or a line break
  stray_quote,        // a quote inside a field that does not begin with one
  text_after_quote,   // something stands between a closing quote and the next separator
  quote_not_closed,   // the file ends inside a quoted field
  field_too_long,     // over csv_field_bytes_max
  too_many_columns,   // over csv_columns_max
};

struct CsvError {
  std::size_t line = 0;    // where the record begins, from 1
  std::size_t column = 0;  // which field, from 1; 0: the record or file as a whole
  CsvFault fault = CsvFault::not_utf8;
  friend bool operator==(const CsvError&, const CsvError&) = default;
};

struct CsvRecord {
  std::size_t line = 0;  // where the record begins, from 1
  std::vector<std::string> fields;
  friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

class CsvReader {
 public:
  /// `text` must outlive the reader. The separator is the one that the first line holds more of, outside
  /// quotes.
  explicit CsvReader(std::string_view text);

  /// The next record; nothing at the end. Empty lines, and lines of separators only, are passed over.
  [[nodiscard]] std::optional<tl::expected<CsvRecord, CsvError>> next();

  [[nodiscard]] char separator() const { return separator_; }

 private:
  using Read = tl::expected<CsvRecord, CsvError>;
  Read record();
  void field(CsvRecord& record, std::optional<CsvError>& error);
  bool quoted(std::string& value, std::optional<CsvFault>& fault);
  void plain(std::string& value, std::optional<CsvFault>& fault);
  [[nodiscard]] bool at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }
  void pass_line_end();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  char separator_ = ',';
  bool wide_ = false;
};

/// How many bytes of `chunk` are whole records: up to and with the last line end that is outside quotes. For
/// cutting a large file into slices; `chunk` begins at the beginning of a record.
[[nodiscard]] std::size_t whole_csv_records(std::string_view chunk);

}  // namespace badge::documents
