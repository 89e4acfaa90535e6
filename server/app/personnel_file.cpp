#include "server/app/personnel_file.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "server/app/header_words.hpp"
#include "server/app/imports/table.hpp"

namespace badge::app {
namespace {

/// As the personnel systems and lists of offices head their columns.
constexpr std::array headings = {
    Heading{"staff_code", "code"},
    Heading{"staff_code", "ma"},
    Heading{"staff_code", "ma so"},
    Heading{"staff_code", "ma cb"},
    Heading{"staff_code", "ma cc"},
    Heading{"staff_code", "ma cbcc"},
    Heading{"staff_code", "ma cbccvc"},
    Heading{"staff_code", "ma cbccvc nld"},
    Heading{"staff_code", "ma can bo"},
    Heading{"staff_code", "ma can bo cong chuc"},
    Heading{"staff_code", "ma cong chuc"},
    Heading{"staff_code", "ma vien chuc"},
    Heading{"staff_code", "ma nhan vien"},
    Heading{"staff_code", "ma nv"},
    Heading{"staff_code", "ma ho so"},
    Heading{"staff_code", "so hieu"},
    Heading{"staff_code", "so hieu cbcc"},
    Heading{"staff_code", "so hieu cong chuc"},
    Heading{"full_name", "name"},
    Heading{"full_name", "ho ten"},
    Heading{"full_name", "ho va ten"},
    Heading{"full_name", "ho va ten khai sinh"},
    Heading{"full_name", "ten can bo"},
    Heading{"unit_code", "ma don vi"},
    Heading{"unit_code", "ma phong ban"},
    Heading{"unit_code", "ma co quan"},
    Heading{"unit_name", "unit"},
    Heading{"unit_name", "don vi"},
    Heading{"unit_name", "ten don vi"},
    Heading{"unit_name", "don vi cong tac"},
    Heading{"unit_name", "co quan don vi"},
    Heading{"unit_name", "co quan don vi cong tac"},
    Heading{"unit_name", "phong ban"},
    Heading{"unit_name", "phong ban don vi"},
    Heading{"unit_name", "noi cong tac"},
    Heading{"position", "chuc vu"},
    Heading{"position", "chuc danh"},
    Heading{"position", "chuc vu chuc danh"},
    Heading{"position", "chuc vu hien tai"},
    Heading{"position", "vi tri viec lam"},
    Heading{"category", "loai"},
    Heading{"category", "loai cbcc"},
    Heading{"category", "loai can bo"},
    Heading{"category", "doi tuong"},
    Heading{"category", "phan loai"},
};

std::string_view meant_by(std::string_view header) { return column_of(headings, header); }

}  // namespace

tl::expected<PersonnelFile, ImportErrors> read_personnel_file(std::string_view text, Language language) {
  const ImportColumns columns{
      {"staff_code"}, {"full_name", "unit_code", "unit_name", "position", "category"}, meant_by};
  ImportReport report(language);
  PersonnelFile file;
  std::map<std::string, std::size_t, std::less<>> lines;
  auto read = read_table(text, columns, report, [&](ImportRow& row) {
    PersonnelRow person{row.line(),
                        row.needed_code("staff_code"),
                        row.text("full_name"),
                        row.code("unit_code"),
                        row.text("unit_name"),
                        row.text("position"),
                        row.text("category")};
    if (!row.good()) return;
    const auto [first, is_first] = lines.emplace(person.staff_code, person.line);
    if (!is_first) {
      row.refuse("staff_code",
                 report.say("mã này đã có ở dòng {}; dòng sau không được đối chiếu",
                            "line {} has this code already; the later one was not compared", first->second));
      return;
    }
    file.rows.push_back(std::move(person));
  });
  if (read.columns.empty() || std::ranges::find(read.columns, "staff_code") == read.columns.end() ||
      (read.rows == 0 && !report.empty()))
    return tl::unexpected(report.take());
  file.columns = std::move(read.columns);
  file.ignored_columns = std::move(read.ignored_columns);
  file.unread = report.take();
  return file;
}

}  // namespace badge::app
