#include "server/app/import_table.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "server/app/import_dates.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using documents::CsvError;
using documents::CsvFault;

std::string message_of(CsvFault fault, const ImportReport& report) {
  switch (fault) {
    case CsvFault::wide_encoding:
    case CsvFault::not_utf8:
      return report.say("không phải mã UTF-8; trong Excel hãy lưu tệp theo kiểu \"CSV UTF-8\"",
                        "is not UTF-8; in Excel, save the file as \"CSV UTF-8\"");
    case CsvFault::control_character:
      return report.say("có ký tự điều khiển không đọc được; xóa nội dung ô rồi nhập lại",
                        "holds an unreadable control character; clear the cell and type it again");
    case CsvFault::stray_quote:
      return report.say(
          "có dấu \" ở giữa ô; đặt cả ô trong dấu \" và viết \"\" cho mỗi dấu ở bên trong",
          "has a \" in its middle; put the whole field in quotes and write \"\" for each inside");
    case CsvFault::text_after_quote:
      return report.say("có chữ ở sau dấu \" đóng; viết \"\" nếu dấu \" thuộc nội dung",
                        "has text behind its closing \"; write \"\" where the quote is part of the text");
    case CsvFault::quote_not_closed:
      return report.say("dấu \" mở ở đây không được đóng đến hết tệp; phần còn lại chưa được đọc",
                        "the \" that opens here is never closed; the rest of the file was not read");
    case CsvFault::field_too_long:
      return report.say("dài quá {} byte; có thể thiếu một dấu \" đóng",
                        "is longer than {} bytes; perhaps a closing \" is missing",
                        documents::csv_field_bytes_max);
    case CsvFault::too_many_columns:
      return report.say("có quá {} cột", "has more than {} columns", documents::csv_columns_max);
  }
  return {};
}

void add_csv_error(const CsvError& error, const std::vector<std::string>& names, ImportReport& report) {
  std::string column;
  if (error.column > 0) {
    column = error.column <= names.size() ? names[error.column - 1]
                                          : report.say("cột {}", "column {}", error.column);
  }
  report.add(error.line, column, "", message_of(error.fault, report));
}

/// Which column stands where. An error for each that is required and missing, or there twice.
ImportRow::Header read_header(const documents::CsvRecord& record, const ImportColumns& columns,
                              ImportReport& report, TableRead& read) {
  ImportRow::Header header;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    auto name = documents::fold_case(documents::trimmed(record.fields[i]));
    const bool known = std::ranges::find(columns.required, name) != columns.required.end() ||
                       std::ranges::find(columns.optional, name) != columns.optional.end();
    if (!known) {
      if (!name.empty()) read.ignored_columns.push_back(name);
    } else if (!header.emplace(name, i).second) {
      report.add(record.line, name, "",
                 report.say("cột này có hai lần; xóa một cột", "this column is there twice; remove one"));
    }
  }
  for (const auto name : columns.required) {
    if (header.contains(name)) continue;
    report.add(record.line, name, "",
               report.say("thiếu cột này; dòng đầu của tệp phải có các cột: {}",
                          "this column is missing; the first line of the file must name: {}",
                          fmt::join(columns.required, ",")));
  }
  return header;
}

}  // namespace

std::string_view ImportRow::cell(std::string_view column) const {
  const auto found = header_.find(column);
  if (found == header_.end()) return {};
  return documents::trimmed(record_.fields[found->second]);
}

std::string ImportRow::text(std::string_view column) {
  const auto value = cell(column);
  if (value.size() > text_bytes_max) {
    refuse(column, report_.say("dài quá {} byte", "is longer than {} bytes", text_bytes_max));
  }
  return std::string(value);
}

std::string ImportRow::needed_text(std::string_view column) {
  if (cell(column).empty()) refuse_empty(column);
  return text(column);
}

std::string ImportRow::code(std::string_view column) {
  const auto value = cell(column);
  if (value.size() > code_bytes_max) {
    refuse(column, report_.say("mã dài quá {} byte", "a code is at most {} bytes long", code_bytes_max));
  } else if (value.find_first_of(" \t\r\n\"'") != std::string_view::npos) {
    refuse(column, report_.say("mã không được có khoảng trắng hay dấu nháy",
                               "a code must not have spaces or quotes in it"));
  }
  return std::string(value);
}

std::string ImportRow::needed_code(std::string_view column) {
  if (cell(column).empty()) refuse_empty(column);
  return code(column);
}

Date ImportRow::date(std::string_view column) {
  const auto value = cell(column);
  if (value.empty()) {
    refuse_empty(column);
    return {};
  }
  const auto date = parse_date(value);
  if (!date) {
    refuse(column,
           report_.say("không phải là một ngày từ năm 1900 đến năm 2037; viết 2026-03-09 hoặc 09/03/2026",
                       "is not a day from 1900 to 2037; write 2026-03-09 or 09/03/2026"));
  }
  return date.value_or(Date{});
}

DateSpan ImportRow::span(std::string_view from, std::string_view to) {
  DateSpan span{date(from), DateSpan::forever};
  if (cell(to).empty()) return span;
  const bool begins_well = good_;
  span.to = date(to);
  if (begins_well && good_ && span.to < span.from) {
    refuse(to, report_.say("kết thúc trước khi bắt đầu (ngày {})", "ends before it begins (on {})",
                           show_date(span.from)));
  }
  return span;
}

void ImportRow::refuse(std::string_view column, std::string message) {
  good_ = false;
  report_.add(line(), column, cell(column), std::move(message));
}

void ImportRow::refuse_empty(std::string_view column) {
  refuse(column, report_.say("chưa có giá trị; cột này bắt buộc", "is empty; this column must be filled"));
}

TableRead read_table(std::string_view csv, const ImportColumns& columns, ImportReport& report,
                     const std::function<void(ImportRow&)>& take) {
  TableRead read;
  documents::CsvReader reader(csv);
  const auto first = reader.next();
  if (!first) {
    report.add(0, "", "",
               report.say("tệp trống; dòng đầu phải có tên các cột: {}",
                          "the file is empty; its first line must name the columns: {}",
                          fmt::join(columns.required, ",")));
    return read;
  }
  if (!*first) {
    add_csv_error(first->error(), {}, report);
    return read;
  }
  const auto header = read_header(**first, columns, report, read);
  if (!report.empty()) return read;
  const auto& names = (*first)->fields;
  while (const auto record = reader.next()) {
    ++read.rows;
    if (!*record) {
      add_csv_error(record->error(), names, report);
    } else if ((*record)->fields.size() != names.size()) {
      report.add(
          (*record)->line, "", "",
          report.say("có {} ô, dòng đầu có {} cột; kiểm tra dấu \"{}\" và dấu ngoặc kép",
                     "has {} fields where the first line has {} columns; look at the \"{}\" and quotes",
                     (*record)->fields.size(), names.size(), reader.separator()));
    } else {
      ImportRow row(**record, header, report);
      take(row);
    }
  }
  return read;
}

}  // namespace badge::app
