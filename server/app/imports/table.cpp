#include "server/app/imports/table.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

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

/// Of a first line that names no column of ours at all.
std::string not_a_header(const documents::CsvRecord& record, const ImportColumns& columns,
                         const ImportReport& report) {
  if (record.fields.size() == 1 && record.fields.front().find_first_of("\t|") != std::string::npos) {
    return report.say(
        "các cột phải cách nhau bằng dấu phẩy hoặc dấu chấm phẩy; lưu lại theo kiểu \"CSV UTF-8\"",
        "columns must be separated by commas or semicolons; save the file as \"CSV UTF-8\"");
  }
  return report.say("không có tên cột nào; dòng đầu của tệp phải có các cột: {}",
                    "names none of the columns; the first line of the file must name: {}",
                    fmt::join(columns.required, ","));
}

/// Which column stands where. An error for each that is required and missing, or there twice.
ImportRow::Header read_header(const documents::CsvRecord& record, const ImportColumns& columns,
                              ImportReport& report, TableRead& read) {
  ImportRow::Header header;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    auto name = documents::fold_case(documents::trimmed(record.fields[i]));
    if (columns.meant_by != nullptr) {
      if (const auto meant = columns.meant_by(name); !meant.empty()) name = meant;
    }
    const bool known = std::ranges::find(columns.required, name) != columns.required.end() ||
                       std::ranges::find(columns.optional, name) != columns.optional.end();
    if (!known) {
      if (!name.empty()) read.ignored_columns.push_back(name);
    } else if (!header.emplace(name, i).second) {
      report.add(record.line, name, "",
                 report.say("cột này có hai lần; xóa một cột", "this column is there twice; remove one"));
    } else {
      read.columns.push_back(name);
    }
  }
  if (header.empty() && report.empty()) {
    report.add(record.line, "", record.fields.front(), not_a_header(record, columns, report));
    return header;
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
