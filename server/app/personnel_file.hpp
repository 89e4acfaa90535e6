#pragma once
/// The list that another system keeps of an office's people, as that system writes it. Pure.
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/imports/error.hpp"

namespace badge::app {

/// What it says of one person. Empty: nothing.
struct PersonnelRow {
  std::size_t line = 0;
  std::string staff_code, full_name, unit_code, unit_name, position, category;
};

struct PersonnelFile {
  std::vector<PersonnelRow> rows;                     // each with a code that no other row has
  std::vector<std::string> columns, ignored_columns;  // that were read, by our names; and the others
  ImportErrors unread;                                // rows without a code, or with one that came before
};

/// CSV with a first line that names the columns in our words or in those of offices: "Mã CBCC", "Họ và tên",
/// "Đơn vị", "Chức vụ". The error: it cannot be read, or has no column of codes.
[[nodiscard]] tl::expected<PersonnelFile, ImportErrors> read_personnel_file(std::string_view text,
                                                                            Language language);

}  // namespace badge::app
