#include "server/documents/csv_reader.hpp"

#include <algorithm>

#include "server/documents/unicode.hpp"

namespace badge::documents {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_wide(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }

char separator_of(std::string_view text) {
  std::size_t commas = 0, semicolons = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',' ? 1U : 0U;
    semicolons += c == ';' ? 1U : 0U;
  }
  return semicolons > commas ? ';' : ',';
}

bool holds_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
}

/// Appends within the limit; beyond it the fault is noted and the text dropped, so that a missing quote does
/// not make a copy of the whole file.
void append(std::string& value, std::string_view more, std::optional<CsvFault>& fault) {
  if (value.size() + more.size() > csv_field_bytes_max) {
    if (!fault) fault = CsvFault::field_too_long;
    return;
  }
  value += more;
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text), wide_(is_wide(text)) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  separator_ = separator_of(text_);
}

std::optional<CsvReader::Read> CsvReader::next() {
  if (wide_) {
    wide_ = false;
    at_ = text_.size();
    return tl::unexpected(CsvError{1, 0, CsvFault::wide_encoding});
  }
  while (at_ < text_.size()) {
    auto read = record();
    const bool empty =
        read && std::ranges::all_of(read->fields, [](const auto& field) { return trimmed(field).empty(); });
    if (!empty) return read;
  }
  return std::nullopt;
}

CsvReader::Read CsvReader::record() {
  CsvRecord record;
  record.line = line_;
  std::optional<CsvError> error;
  for (;;) {
    field(record, error);
    if (at_line_end()) break;
    ++at_;  // the separator
  }
  pass_line_end();
  if (error) return tl::unexpected(*error);
  return record;
}

void CsvReader::field(CsvRecord& record, std::optional<CsvError>& error) {
  std::string value;
  std::optional<CsvFault> fault;
  if (at_ < text_.size() && text_[at_] == '"') {
    if (!quoted(value, fault)) fault = CsvFault::quote_not_closed;
  } else {
    plain(value, fault);
  }
  if (!fault && holds_control_character(value)) fault = CsvFault::control_character;
  if (!fault) {
    if (auto text = to_nfc(value)) {
      value = std::move(*text);
      if (value.size() > csv_field_bytes_max) fault = CsvFault::field_too_long;  // composing can lengthen
    } else {
      fault = CsvFault::not_utf8;
    }
  }
  if (record.fields.size() == csv_columns_max) {
    if (!error) error = CsvError{record.line, csv_columns_max + 1, CsvFault::too_many_columns};
    return;  // the rest of the line is still read, not kept
  }
  record.fields.push_back(std::move(value));
  if (fault && !error) error = CsvError{record.line, record.fields.size(), *fault};
}

/// From the opening quote to the separator or line end behind the closing one. False: there is no closing
/// one.
bool CsvReader::quoted(std::string& value, std::optional<CsvFault>& fault) {
  ++at_;
  for (;;) {
    const auto end = text_.find('"', at_);
    const auto piece = text_.substr(at_, end == std::string_view::npos ? end : end - at_);
    line_ += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
    append(value, piece, fault);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return false;
    }
    at_ = end + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    append(value, "\"", fault);
    ++at_;
  }
  std::string behind;
  std::optional<CsvFault> behind_fault;
  plain(behind, behind_fault);
  if (!fault && (behind_fault || !trimmed(behind).empty())) fault = CsvFault::text_after_quote;
  return true;
}

void CsvReader::plain(std::string& value, std::optional<CsvFault>& fault) {
  const auto begin = at_;
  while (!at_line_end() && text_[at_] != separator_) ++at_;
  const auto piece = text_.substr(begin, at_ - begin);
  if (!fault && piece.find('"') != std::string_view::npos) fault = CsvFault::stray_quote;
  append(value, piece, fault);
}

void CsvReader::pass_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++line_;
}

std::size_t whole_csv_records(std::string_view chunk) {
  std::size_t whole = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    if (chunk[i] == '"') quoted = !quoted;
    if (chunk[i] == '\n' && !quoted) whole = i + 1;
  }
  return whole;
}

}  // namespace badge::documents
