#include "tests/server/app/imports/ugly_workbooks.hpp"

#include "tests/server/documents/raw_workbook.hpp"

namespace badge::app::test {
namespace {

using documents::test::bytes_of;
using documents::test::RawSheet;
using documents::test::RawStyle;
using documents::test::RawWorkbook;

const std::vector<std::string> absence_headings = {"STT",     "Mã số",    "Họ và tên",    "Loại nghỉ",
                                                   "Từ ngày", "Đến ngày", "Số quyết định"};

std::string alone(const RawSheet& sheet) { return bytes_of(RawWorkbook{{sheet}}); }

/// A row of the absences above.
RawSheet& leave(RawSheet& sheet, int row, const std::string& code, const std::string& from,
                const std::string& to) {
  return sheet.texts("A" + std::to_string(row),
                     {std::to_string(row), code, "Nguyễn Văn An", "nghỉ phép", from, to, "12/QĐ"});
}

UglyWorkbook merged_titles() {
  RawSheet sheet("Nghỉ phép");
  sheet.text("A1", "SỞ NỘI VỤ")
      .text("E1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
      .merge("A1:C1")
      .merge("E1:G1");
  sheet.text("A3", "DANH SÁCH NGHỈ PHÉP THÁNG 3 NĂM 2026").merge("A3:G3").texts("A5", absence_headings);
  leave(sheet, 6, "NV1", "09/03/2026", "10/03/2026");
  return {"titles above, merged over the table",
          ImportKind::absences,
          alone(sheet),
          "NV1,nghỉ phép,2026-03-09,2026-03-10,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook two_header_rows() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", {"TT", "Mã CBCC", "Loại nghỉ", "Thời gian nghỉ"}).texts("D2", {"Từ ngày", "Đến ngày"});
  sheet.merge("A1:A2").merge("B1:B2").merge("C1:C2").merge("D1:E1");
  sheet.texts("A3", {"(1)", "(2)", "(3)", "(4)", "(5)"});
  sheet.texts("A4", {"1", "NV1", "ốm", "9/3/2026", "9/3/2026"});
  return {"two rows of headings, and a row that numbers them",
          ImportKind::absences,
          alone(sheet),
          "NV1,ốm,2026-03-09,2026-03-09,,,,,,,,\r\n",
          {}};
}

UglyWorkbook dates_as_text() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "9/3/2026", "09-03-2026");
  leave(sheet, 3, "NV1", "2026-04-01", "2.4.2026");
  leave(sheet, 4, "NV1", " 25/05/2026 ", "2026/05/26");
  return {"dates as text in four ways",
          ImportKind::absences,
          alone(sheet),
          "NV1,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n"
          "NV1,nghỉ phép,2026-04-01,2026-04-02,,12/QĐ,,,,,,\r\n"
          "NV1,nghỉ phép,2026-05-25,2026-05-26,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook numbers_as_text() {
  RawSheet sheet("Phép năm");
  sheet.texts("A1", {"Mã số", "Năm", "Ngày vào ngành", "Số ngày phép", "Phép năm trước"});
  sheet.texts("A2", {"NV1", "2026", "01/03/2010", "14,5"}).number("E2", "0");
  return {
      "numbers as text", ImportKind::entitlements, alone(sheet), "NV1,2026,2010-03-01,\"14,5\",0,,\r\n", {}};
}

UglyWorkbook hidden_column() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", {"Mã số", "Loại nghỉ", "Từ ngày", "Đến ngày", "Số quyết định"});
  sheet.texts("A2", {"NV1", "ốm", "9/3/2026", "9/3/2026", "bí mật"}).hide_column(5);
  sheet.texts("A3", {"NV9", "ốm", "9/3/2026", "9/3/2026"}).hide_row(3);
  return {"a hidden column and a hidden row",
          ImportKind::absences,
          alone(sheet),
          "NV1,ốm,2026-03-09,2026-03-09,,,,,,,,\r\n",
          {}};
}

UglyWorkbook trailing_totals() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "9/3/2026", "9/3/2026");
  sheet.text("B3", "Tổng cộng").number("G3", "1").merge("B3:C3");
  sheet.text("E5", "Hà Nội, ngày 10 tháng 3 năm 2026")
      .texts("B6", {"Người lập biểu", "", "Thủ trưởng đơn vị"});
  sheet.text("B7", "(Ký, ghi rõ họ tên)").text("B10", "Trần Thị Bình");
  return {"totals and signatures below",
          ImportKind::absences,
          alone(sheet),
          "NV1,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook mixed_date_orders() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "25/03/2026", "25/03/2026");
  leave(sheet, 3, "NV1", "04/05/2026", "05/05/2026");
  leave(sheet, 4, "NV1", "03/26/2026", "26/03/2026");
  return {"day first and month first in one column",
          ImportKind::absences,
          alone(sheet),
          "",
          {"Nghỉ phép!E3: may have day or month first, because in the same column cell Nghỉ phép!E4",
           "Nghỉ phép!E4: has the month before the day"}};
}

UglyWorkbook turned_round_dates() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "25/03/2026", "25/03/2026");
  leave(sheet, 3, "NV1", "x", "04/05/2026").number("E3", "46147", RawStyle::date);  // 05/05/2026: no matter
  leave(sheet, 4, "NV1", "x", "04/05/2026").number("E4", "46090", RawStyle::date);  // 09/03/2026
  return {"dates that Excel knew beside dates that it did not",
          ImportKind::absences,
          alone(sheet),
          "",
          {"Nghỉ phép!E4: Excel may have turned day and month round: in the same column cell Nghỉ phép!E2"}};
}

UglyWorkbook decomposed_letters() {
  RawSheet sheet("Nhân sự");
  sheet.texts("A1",
              {"Ma\u0303 so\u0302\u0301", "Ho\u0323 va\u0300 te\u0302n", "Đơn vi\u0323", "Từ nga\u0300y"});
  sheet.texts("A2",
              {"NV2", "Nguye\u0302\u0303n Thi\u0323 E\u0301n", "Sở No\u0323\u0302i vu\u0323", "1/3/2026"});
  return {"letters typed on a Mac, a unit by its name",
          ImportKind::staff,
          alone(sheet),
          "NV2,Nguyễn Thị Én,SNV,,,2026-03-01,,,,\r\n",
          {}};
}

UglyWorkbook lost_zeros() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "x", "9/3/2026", "9/3/2026").number("B2", "7");
  leave(sheet, 3, "x", "9/3/2026", "9/3/2026").number("B3", "2045");
  leave(sheet, 4, "x", "9/3/2026", "9/3/2026").number("B4", "12", RawStyle::zeros);
  return {"codes that became numbers, one shown with its zeros",
          ImportKind::absences,
          alone(sheet),
          "007,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n"
          "2045,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n"
          "0012,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook doubtful_zeros() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "x", "9/3/2026", "9/3/2026").number("B2", "12");
  leave(sheet, 3, "x", "9/3/2026", "9/3/2026").number("B3", "99");
  return {
      "codes that became numbers, of which several or none are stored",
      ImportKind::absences,
      alone(sheet),
      "",
      {"Nghỉ phép!B2: Excel made a number of this code", "Nghỉ phép!B3: Excel made a number of this code"}};
}

UglyWorkbook dates_from_1904() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "", "")
      .number("E2", "44628", RawStyle::date)
      .number("F2", "44629", RawStyle::coloured_date);
  return {"a workbook that counts days from 1904",
          ImportKind::absences,
          bytes_of(RawWorkbook{{sheet}, {}, true}),
          "NV1,nghỉ phép,2026-03-09,2026-03-10,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook formulas() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "", "")
      .number("E2", "46090", RawStyle::date)
      .formula("F2", "E2+1", "46091", RawStyle::date);
  leave(sheet, 3, "NV1", "1/4/2026", "").formula("F3", "E3+1", "", RawStyle::date);
  leave(sheet, 4, "NV1", "1/5/2026", "").raw("F4", R"( t="e")", "<f>E9/0</f><v>#DIV/0!</v>");
  return {"formulas, two of them without a value",
          ImportKind::absences,
          alone(sheet),
          "",
          {"Nghỉ phép!F3: holds a formula that was not calculated",
           "Nghỉ phép!F4: holds the error of a formula"}};
}

UglyWorkbook several_sheets() {
  RawSheet notes("Hướng dẫn"), sheet("Tháng 3"), old("Tháng 2");
  notes.text("A1", "Điền vào trang Tháng 3");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "9/3/2026", "9/3/2026");
  old.texts("A1", absence_headings).hide();
  leave(old, 2, "NV1", "9/2/2026", "9/2/2026");
  return {"several sheets, one of them hidden",
          ImportKind::absences,
          bytes_of(RawWorkbook{{notes, old, sheet}}),
          "NV1,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook two_sheets_alike() {
  RawSheet one("Tháng 2"), other("Tháng 3");
  for (auto* sheet : {&one, &other})
    leave(sheet->texts("A1", absence_headings), 2, "NV1", "9/3/2026", "9/3/2026");
  return {"two sheets that could both be meant",
          ImportKind::absences,
          bytes_of(RawWorkbook{{one, other}}),
          "",
          {": sheets \"Tháng 2\" and \"Tháng 3\" both hold a table of this kind"}};
}

UglyWorkbook blank_rows_and_groups() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  sheet.texts("A2", {"I", "Văn phòng"});
  leave(sheet, 4, "NV1", "9/3/2026", "9/3/2026");
  sheet.text("B6", "Phòng Tổ chức").merge("B6:G6").number("A7", "2");
  sheet.texts("A8", absence_headings);
  leave(sheet, 9, "2045", "9/3/2026", "9/3/2026");
  return {"blank rows, names of groups, the header again",
          ImportKind::absences,
          alone(sheet),
          "NV1,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n"
          "2045,nghỉ phép,2026-03-09,2026-03-09,,12/QĐ,,,,,,\r\n",
          {}};
}

UglyWorkbook header_in_row_nine() {
  RawSheet sheet("Lịch nghỉ");
  for (int row = 1; row <= 7; ++row)
    sheet.text("A" + std::to_string(row), "Căn cứ văn bản số " + std::to_string(row));
  sheet.texts("A9", {"STT", "Ngày", "Loại ngày", "Nội dung", "Làm theo ngày"});
  sheet.texts("A10", {"1", "30/4/2026", "nghỉ lễ", "Ngày Chiến thắng"});
  sheet.texts("A11", {"2", "2/5/2026", "làm bù", "Làm bù ngày 4/5", "thứ Hai"});
  return {"a header in row 9",
          ImportKind::calendar,
          alone(sheet),
          "2026-04-30,nghỉ lễ,Ngày Chiến thắng,,,,,,\r\n2026-05-02,làm bù,Làm bù ngày 4/5,thứ Hai,,,,,\r\n",
          {}};
}

UglyWorkbook no_break_spaces() {
  RawSheet sheet("Phân công");
  sheet.texts("A1", {"Mã\u00A0đơn\u00A0vị", "Mã số\u00A0", "Vai trò", "Từ\nngày"});
  sheet.texts("A2", {"\u00A0SNV ", "NV1\u00A0", "phụ\u00A0 trách", "1/3/2026\u00A0"});
  return {"no-break spaces and line breaks",
          ImportKind::heads,
          alone(sheet),
          "SNV,NV1,phụ trách,2026-03-01,,\r\n",
          {}};
}

UglyWorkbook vni_text() {
  RawSheet sheet("Nhân sự");
  sheet.texts("A1", {"Mã số", "Họ và tên", "Mã đơn vị", "Từ ngày"});
  sheet.texts("A2", {"NV2", "Nguyeãn Vaên Haûi", "SNV", "1/3/2026"});
  sheet.texts("A3", {"NV3", "TrÇn ThÞ Hµ", "SNV", "1/3/2026"});
  return {"names in VNI and TCVN3",
          ImportKind::staff,
          alone(sheet),
          "",
          {"Nhân sự!B2: was typed in an encoding", "Nhân sự!B3: was typed in an encoding"}};
}

UglyWorkbook papers_as_dates() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", absence_headings);
  leave(sheet, 2, "NV1", "9/3/2026", "9/3/2026").number("G2", "46093", RawStyle::date);
  leave(sheet, 3, "NV1", "x", "9/3/2026").number("E3", "46090");
  return {
      "the number of a paper that became a date, and a date that became a number",
      ImportKind::absences,
      alone(sheet),
      "",
      {"Nghỉ phép!G2: Excel made a date or a time of this cell", "Nghỉ phép!E3: is a number and no date"}};
}

UglyWorkbook lacking_columns() {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A3", {"Mã số", "Họ và tên", "Từ ngày", "Đến ngày"});
  sheet.texts("A4", {"NV1", "Nguyễn Văn An", "9/3/2026", "9/3/2026"});
  return {"a column that is missing",
          ImportKind::absences,
          alone(sheet),
          "",
          {"Nghỉ phép!3: the header lacks this column; add a column \"Loại nghỉ\""}};
}

UglyWorkbook merged_downwards() {
  RawSheet sheet("Trực");
  sheet.texts("A1", {"Ngày", "Ca trực", "Đơn vị", "Mã số"});
  sheet.texts("A2", {"9/3/2026", "hanh-chinh", "SNV", "NV1"}).text("D3", "2045");
  sheet.merge("A2:A3").merge("B2:B3").merge("C2:C3");
  return {"cells merged over several people",
          ImportKind::duties,
          alone(sheet),
          "2026-03-09,hanh-chinh,SNV,NV1,\r\n2026-03-09,hanh-chinh,SNV,2045,\r\n",
          {}};
}

}  // namespace

std::vector<UglyWorkbook> ugly_workbooks() {
  return {merged_titles(),      two_header_rows(), dates_as_text(),     numbers_as_text(),
          hidden_column(),      trailing_totals(), mixed_date_orders(), turned_round_dates(),
          decomposed_letters(), lost_zeros(),      doubtful_zeros(),    dates_from_1904(),
          formulas(),           several_sheets(),  two_sheets_alike(),  blank_rows_and_groups(),
          header_in_row_nine(), no_break_spaces(), vni_text(),          papers_as_dates(),
          lacking_columns(),    merged_downwards()};
}

}  // namespace badge::app::test
