#include "server/app/imports/sheet_values.hpp"

#include <cmath>

#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/written_clock.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/legacy_text.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::DateDoubt;
using documents::SheetFault;
using documents::SheetMoment;
using documents::SheetNumber;

/// One space for every line break, tab and no-break space, with those beside it; none at the ends.
std::string in_plain_spaces(std::string_view text) {
  constexpr std::string_view no_break = "\xC2\xA0", white = " \t\r\n";
  std::string plain, gap;
  while (!text.empty()) {
    const bool is_no_break = text.starts_with(no_break);
    const bool is_white = is_no_break || white.find(text.front()) != std::string_view::npos;
    if (!is_white) {
      const bool is_plain = gap.find_first_not_of(' ') == std::string::npos;
      if (!plain.empty() && !gap.empty()) plain += is_plain ? gap : " ";
      gap.clear();
      plain += text.front();
    } else {
      gap += is_no_break ? '\t' : text.front();
    }
    text.remove_prefix(is_no_break ? no_break.size() : 1);
  }
  return plain;
}

bool is_code(SheetNature nature) { return nature < SheetNature::exact; }

bool is_whole(double value) { return value == std::floor(value) && std::abs(value) < 1e15; }

}  // namespace

std::string place_in(const documents::Sheet& sheet, std::uint32_t row, std::uint32_t column) {
  return sheet.name + '!' + documents::cell_name(row, column);
}

SheetColumnReader::SheetColumnReader(const SheetGrid& grid, const HeadedColumn& column, SheetNature nature,
                                     const std::vector<std::uint32_t>& rows, const KnownCodes& known,
                                     ImportReport& report, Understood& understood)
    : grid_(grid), column_(column), nature_(nature), known_(known), report_(report), understood_(understood) {
  if (!is_date()) return;
  for (const auto row : rows) {
    if (const auto* cell = grid_.filled(row, column_.column)) order_.see(*cell);
  }
}

std::string SheetColumnReader::text(std::uint32_t row) {
  cell_ = grid_.filled(row, column_.column);
  row_ = row;
  if (cell_ == nullptr) return {};
  if (const auto* text = std::get_if<std::string>(&cell_->value)) return of_text(*text);
  if (const auto* number = std::get_if<SheetNumber>(&cell_->value)) return of_number(*number);
  if (const auto* moment = std::get_if<SheetMoment>(&cell_->value)) return of_moment(*moment);
  if (const auto* fault = std::get_if<SheetFault>(&cell_->value)) return of_fault(*fault);
  return shown(*cell_);
}

std::string SheetColumnReader::of_text(const std::string& text) {
  const auto plain = in_plain_spaces(text);
  if (documents::is_legacy_vietnamese(plain)) {
    return refuse(
        report_.say("chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI); chuyển cả tệp sang Unicode rồi nhập lại",
                    "was typed in an encoding of the time before Unicode (TCVN3 or VNI); convert the "
                    "whole file to Unicode and import it again"));
  }
  switch (nature_) {
    case SheetNature::unit_code:
      return unit_of(plain);
    case SheetNature::date:
      return date_of(plain);
    case SheetNature::moment:
      return moment_of(plain);
    case SheetNature::clock:
      return written_clock(plain);
    default:
      return plain;
  }
}

std::string SheetColumnReader::of_number(const SheetNumber& number) {
  const auto as_shown = shown(*cell_);
  if (is_date()) {
    return refuse(
        report_.say("là số, không phải ngày; định dạng ô là ngày, hoặc gõ lại như 09/03/2026",
                    "is a number and no date; format the cell as a date, or type it like 09/03/2026"));
  }
  if (nature_ == SheetNature::clock) {
    return refuse(report_.say("là số, không phải giờ; gõ lại như 07:30",
                              "is a number and no time; type it like 07:30"));
  }
  if (nature_ == SheetNature::exact) {
    return refuse(
        report_.say("Excel đã đổi ô này thành số nên có thể mất số 0 ở đầu; định dạng cột là Văn bản rồi "
                    "gõ lại",
                    "Excel made a number of this cell, and zeros before it may be lost; format the column "
                    "as text and type it again"));
  }
  if (!is_code(nature_) || number.digits_min > 0) return as_shown;
  const auto code = is_whole(number.value) ? known_.padded(nature_, as_shown) : std::nullopt;
  if (!code) {
    return refuse(
        report_.say("Excel đã đổi mã này thành số nên có thể mất số 0 ở đầu, và không có đúng một mã đã "
                    "lưu nào khớp; định dạng cột là Văn bản rồi gõ lại mã",
                    "Excel made a number of this code: zeros before it may be lost, and not exactly one "
                    "stored code matches; format the column as text and type the code again"));
  }
  if (*code != as_shown) note_change(as_shown, *code);
  return *code;
}

std::string SheetColumnReader::of_moment(const SheetMoment& moment) {
  if (nature_ == SheetNature::clock) {
    if (!moment.has_date) return shown(*cell_);
    return refuse(report_.say("là một ngày, không phải giờ; gõ lại như 07:30",
                              "is a date and no time of day; type it like 07:30"));
  }
  if (!is_date()) {
    return refuse(
        report_.say("Excel đã đổi ô này thành ngày hoặc giờ; định dạng cột là Văn bản rồi gõ lại",
                    "Excel made a date or a time of this cell; format the column as text and type it "
                    "again"));
  }
  if (!moment.has_date) {
    return refuse(report_.say("là giờ, không phải ngày; gõ lại như 09/03/2026",
                              "is a time of day and no date; type it like 09/03/2026"));
  }
  if (auto refused = refused_for_order()) return *std::move(refused);
  const auto date = std::chrono::floor<std::chrono::days>(moment.at);
  if (nature_ == SheetNature::date || moment.at == date) return date_cell(date);
  return date_cell(date) + ' ' + clock_text(std::chrono::floor<std::chrono::minutes>(moment.at - date));
}

std::string SheetColumnReader::of_fault(SheetFault fault) {
  switch (fault) {
    case SheetFault::error_value:
      return refuse(report_.say("ô có lỗi công thức; sửa công thức hoặc gõ giá trị",
                                "holds the error of a formula; mend the formula or type the value"));
    case SheetFault::not_calculated:
      return refuse(
          report_.say("công thức chưa được tính; mở tệp bằng Excel rồi lưu lại",
                      "holds a formula that was not calculated; open the file in Excel and save it again"));
    case SheetFault::not_a_date:
      break;
  }
  return refuse(
      report_.say("không phải là một ngày; gõ lại như 09/03/2026", "is not a day; type it like 09/03/2026"));
}

/// Nothing: it is clear which number of the date in the cell is the day.
std::optional<std::string> SheetColumnReader::refused_for_order() {
  const auto doubt = order_.doubt(*cell_);
  const auto cause = place(order_.cause(doubt));
  switch (doubt) {
    case DateDoubt::none:
      return std::nullopt;
    case DateDoubt::month_first:
      return refuse(report_.say("ghi tháng trước ngày; viết lại theo ngày/tháng/năm",
                                "has the month before the day; write day/month/year"));
    case DateDoubt::order_unknown:
      return refuse(
          report_.say("không rõ ngày hay tháng đứng trước, vì trong cùng cột ô {} ghi tháng trước; viết lại "
                      "cả cột theo ngày/tháng/năm",
                      "may have day or month first, because in the same column cell {} has the month "
                      "first; write the whole column as day/month/year",
                      cause));
    case DateDoubt::perhaps_turned:
      return refuse(
          report_.say("có thể Excel đã đổi chỗ ngày và tháng: trong cùng cột, ô {} vẫn là chữ; kiểm tra và "
                      "gõ lại các ngày của cột này",
                      "Excel may have turned day and month round: in the same column cell {} is still "
                      "text; look at the dates of this column and type them again",
                      cause));
  }
  return std::nullopt;
}

std::string SheetColumnReader::date_of(const std::string& text) {
  if (auto refused = refused_for_order()) return *std::move(refused);
  const auto written = documents::written_date(text);
  const auto date = written ? written->date() : std::nullopt;
  return date ? date_cell(*date) : text;  // where it is none the rule for dates says what is wrong
}

std::string SheetColumnReader::moment_of(const std::string& text) {
  const auto space = text.find(' ');
  auto date = date_of(text.substr(0, space));
  if (date.empty() || space == std::string::npos) return date;
  return date + ' ' + written_clock(text.substr(space + 1));
}

/// Lists name units by what they are called; a code of ours is none of the names.
std::string SheetColumnReader::unit_of(const std::string& text) {
  if (column_.means != "unit_code" && column_.means != "parent_code" && column_.means != "works_at")
    return text;
  const auto code = known_.unit_named(text);
  if (!code) return text;
  if (*code != text) note_change(text, *code);
  return *code;
}

std::string SheetColumnReader::refuse(std::string message) {
  report_.add_at(place(row_), row_ + 1, column_.means, nature_ == SheetNature::exact ? "" : shown(*cell_),
                 std::move(message));
  return {};
}

void SheetColumnReader::note_change(const std::string& from, const std::string& to) {
  ++understood_.changed_count;
  if (understood_.changed.size() < understood_listed_max)
    understood_.changed.push_back({place(row_), from, to});
}

std::string SheetColumnReader::place(std::uint32_t row) const {
  return place_in(grid_.sheet(), row, column_.column);
}

}  // namespace badge::app
