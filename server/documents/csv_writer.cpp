#include "server/documents/csv_writer.hpp"

namespace badge::documents {
namespace {

bool looks_like_formula(std::string_view value) {
  return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
}

/// However many apostrophes stand before a formula.
bool needs_guard(std::string_view value) {
  const auto begin = value.find_first_not_of('\'');
  return begin != std::string_view::npos && looks_like_formula(value.substr(begin));
}

}  // namespace

CsvWriter::CsvWriter(ByteOrderMark mark, char separator) : separator_(separator) {
  if (mark == ByteOrderMark::with) out_ = "\xEF\xBB\xBF";
}

CsvWriter& CsvWriter::text(std::string_view value) {
  if (needs_guard(value)) {
    cell("'" + std::string(value));
  } else {
    cell(value);
  }
  return *this;
}

CsvWriter& CsvWriter::number(std::int64_t value) { return plain(std::to_string(value)); }

CsvWriter& CsvWriter::plain(std::string_view value) {
  cell(value);
  return *this;
}

CsvWriter& CsvWriter::end_row() {
  out_ += "\r\n";
  row_begun_ = false;
  return *this;
}

std::string_view without_guard(std::string_view cell) {
  return cell.starts_with('\'') && needs_guard(cell) ? cell.substr(1) : cell;
}

void CsvWriter::cell(std::string_view value) {
  if (row_begun_) out_ += separator_;
  row_begun_ = true;
  const bool needs_quotes = value.find_first_of("\"\r\n,;") != std::string_view::npos;
  if (!needs_quotes) {
    out_ += value;
    return;
  }
  out_ += '"';
  for (const char c : value) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

}  // namespace badge::documents
