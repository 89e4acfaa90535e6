#include "server/app/timesheet_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/imports/words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

namespace {

using attendance::TimesheetGapKind;
using attendance::TimesheetMethod;

std::string meaning_word(attendance::DayMeaning meaning, Language language) {
  const auto words = day_meaning_words();
  const auto& word = *std::ranges::find(words, meaning, &Word<attendance::DayMeaning>::meaning);
  return std::string(language == Language::vi ? word.vietnamese : word.code);
}

}  // namespace

std::string heading_of(std::string_view column, Language language) {
  const bool is_vi = language == Language::vi;
  if (column == attendance::column_time) return is_vi ? "Số công hưởng lương thời gian" : "Days paid by time";
  if (column == attendance::column_unpaid) return is_vi ? "Số công nghỉ không lương" : "Days of unpaid leave";
  if (column == attendance::column_insurance) return is_vi ? "Số công hưởng BHXH" : "Days paid by insurance";
  if (column == attendance::column_compensatory)
    return is_vi ? "Trong đó: số công nghỉ bù" : "Of these: compensatory leave";
  return std::string(column);
}

std::string_view describe(TimesheetMethod method, Language language) {
  const bool is_vi = language == Language::vi;
  switch (method) {
    case TimesheetMethod::day:
      return is_vi ? "Chấm công ngày" : "By day";
    case TimesheetMethod::hour:
      return is_vi ? "Chấm công theo giờ (8 giờ là một công; 22,4 là 22 công 4 giờ)"
                   : "By hour (8 hours are a day; 22,4 is 22 days and 4 hours)";
    case TimesheetMethod::compensatory:
      return is_vi ? "Chấm công nghỉ bù" : "With compensatory leave";
  }
  return {};
}

std::string describe(const attendance::TimesheetGap& gap, Language language) {
  const bool is_vi = language == Language::vi;
  switch (gap.kind) {
    case TimesheetGapKind::not_over:
      return is_vi ? "Buổi này chưa kết thúc" : "The session is not over";
    case TimesheetGapKind::not_enough_data:
      return is_vi ? "Chưa đủ dữ liệu để kết luận; bổ sung dữ liệu hoặc điều chỉnh"
                   : "Not enough data; add what is missing, or correct it";
    case TimesheetGapKind::unexplained:
      return is_vi ? "Chưa có giải trình" : "There is no explanation yet";
    case TimesheetGapKind::awaits_decision:
      return is_vi ? "Giải trình đang chờ duyệt" : "The explanation awaits a decision";
    case TimesheetGapKind::marked_absent:
      return is_vi ? "Được miễn chấm công, đã ghi là vắng mặt; cần giấy tờ về buổi vắng"
                   : "Exempt, and noted as absent: it needs a paper";
    case TimesheetGapKind::leave_by_the_hour:
      return is_vi ? "Nghỉ phép theo giờ, không trừ vào số ngày phép; ghi lại giấy nghỉ theo buổi"
                   : "Annual leave by the hour, which uses no leave; state the paper by sessions";
    case TimesheetGapKind::leave_on_duty:
      return is_vi ? "Vừa có giấy nghỉ phép vừa có lịch trực; bỏ một trong hai"
                   : "Both annual leave and a duty; take one of them back";
    case TimesheetGapKind::paper_gone:
      return is_vi ? "Giấy tờ của buổi này đã xoá theo thời hạn lưu"
                   : "The paper is erased by the retention period";
    case TimesheetGapKind::no_schedule:
      return is_vi ? "Chưa phân công giờ làm việc" : "Nobody stated what hours hold";
    case TimesheetGapKind::no_symbol:
      return fmt::format(
          fmt::runtime(is_vi ? "Bảng ký hiệu của đơn vị chưa có ký hiệu cho “{}”; khai báo ở trang Nhập "
                               "dữ liệu, mục Ký hiệu chấm công"
                             : "The unit's table has no symbol for “{}”; state it on the page of imports"),
          meaning_word(gap.meaning, language));
  }
  return {};
}

std::string sum_text(const attendance::TimesheetSum& sum, TimesheetMethod method, Language language) {
  if (method == TimesheetMethod::hour) return attendance::hours_text(sum);
  auto text = fmt::format("{:.2f}", sum.in_days());
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  if (language == Language::vi) std::ranges::replace(text, '.', ',');
  return text;
}

}  // namespace badge::app
