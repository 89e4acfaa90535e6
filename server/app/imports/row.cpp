#include "server/app/imports/row.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "reader-config/tap/credential.hpp"
#include "server/app/card_number.hpp"
#include "server/app/imports/dates.hpp"
#include "server/app/imports/written_weekdays.hpp"
#include "server/documents/csv_writer.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::minutes;

/// Empty: it may be a code.
std::string fault_of_code(std::string_view code, const ImportReport& report) {
  if (code.size() > code_bytes_max) {
    return report.say("mã dài quá {} byte", "a code is at most {} bytes long", code_bytes_max);
  }
  if (code.find_first_of(" \t\r\n\"'") != std::string_view::npos) {
    return report.say("mã không được có khoảng trắng hay dấu nháy",
                      "a code must not have spaces or quotes in it");
  }
  return {};
}

}  // namespace

std::string_view ImportRow::cell(std::string_view column) const {
  const auto found = header_.find(column);
  if (found == header_.end()) return {};
  return documents::without_guard(documents::trimmed(record_.fields[found->second]));
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

std::string ImportRow::needed_name(std::string_view column) {
  auto name = needed_text(column);
  if (name.size() > code_bytes_max) {
    refuse(column, report_.say("tên dài quá {} byte", "a name is at most {} bytes long", code_bytes_max));
  }
  return name;
}

std::string ImportRow::code(std::string_view column) {
  const auto value = cell(column);
  if (auto fault = fault_of_code(value, report_); !fault.empty()) refuse(column, std::move(fault));
  return std::string(value);
}

std::string ImportRow::needed_code(std::string_view column) {
  if (cell(column).empty()) refuse_empty(column);
  return code(column);
}

std::string ImportRow::card(std::string_view column) {
  const auto text = cell(column);
  if (text.empty()) {
    refuse_empty(column);
    return {};
  }
  const auto credential = Credential::parse(text);
  if (!credential) {
    refuse(column,
           report_.say("không phải là số thẻ: cần 4, 7 hoặc 10 byte viết bằng số thập lục phân, ví dụ "
                       "04A1B2C3D4E5F6; nếu Excel đã đổi thành số, hãy định dạng cột là văn bản",
                       "is no card number: 4, 7 or 10 bytes in hexadecimal are needed, for example "
                       "04A1B2C3D4E5F6; if Excel made a number of it, format the column as text"));
    return {};
  }
  if (credential->is_random()) {
    refuse(column,
           report_.say("thẻ này đổi số mỗi lần quét (số bắt đầu bằng 08) nên không nhận ra được ai; cấp "
                       "thẻ khác",
                       "this card shows a new number at every tap (it begins with 08) and identifies "
                       "nobody; issue another card"));
  }
  return credential->hex();
}

std::string ImportRow::card_number(std::string_view column) {
  if (cell(column).empty()) {
    refuse_empty(column);
    return {};
  }
  auto number = app::card_number(cell(column));
  if (number.empty()) {
    good_ = false;
    report_.add(line(), column, "",
                report_.say("không phải là số in trên thẻ: nhiều nhất {} ký tự",
                            "is no number printed on a card: at most {} characters", card_number_bytes_max));
  }
  return number;
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

DateSpan ImportRow::closed_span(std::string_view from, std::string_view to) {
  if (cell(to).empty()) refuse_empty(to);
  return span(from, to);
}

std::vector<std::string> ImportRow::codes(std::string_view column) {
  std::set<std::string> codes;
  for (const auto part : parts(cell(column))) {
    if (const auto fault = fault_of_code(part, report_); !fault.empty()) {
      refuse(column, fault);
    } else if (part.empty()) {
      refuse(column, report_.say("có mã trống; viết các mã nối bằng dấu +, ví dụ A+B",
                                 "holds an empty code; join codes by +, for example A+B"));
    } else {
      codes.emplace(part);
    }
  }
  return {codes.begin(), codes.end()};
}

std::optional<minutes> ImportRow::clock(std::string_view column) {
  const auto value = cell(column);
  if (value.empty()) return std::nullopt;
  if (value == "24:00") return minutes(24 * 60);
  const auto clock = parse_clock(value);
  if (!clock || clock->count() % 60 != 0) {
    refuse(column, report_.say("không phải là giờ trong ngày; viết giờ và phút, ví dụ 07:30",
                               "is not a time of day; write hour and minute, for example 07:30"));
    return std::nullopt;
  }
  return std::chrono::duration_cast<minutes>(*clock);
}

std::optional<attendance::LocalTime> ImportRow::local_time(std::string_view column) {
  const auto value = cell(column);
  if (value.empty()) return std::nullopt;
  const auto at = parse_local_time(value);
  if (!at) {
    refuse(column, report_.say("không phải là thời điểm; viết 2026-03-09 07:15 hoặc 09/03/2026 07:15",
                               "is not a time; write 2026-03-09 07:15 or 09/03/2026 07:15"));
  }
  return at;
}

attendance::LocalTime ImportRow::needed_local_time(std::string_view column) {
  if (cell(column).empty()) refuse_empty(column);
  return local_time(column).value_or(attendance::LocalTime{});
}

std::optional<std::uint8_t> ImportRow::weekdays(std::string_view column) {
  const auto value = cell(column);
  if (value.empty()) return std::nullopt;
  const auto days = written_weekdays(value);
  if (!days) {
    refuse(column,
           report_.say("phải là các thứ trong tuần nối bằng dấu +, ví dụ mon+thu, hoặc một khoảng, ví "
                       "dụ thứ Hai - thứ Sáu; có thể dùng: {}",
                       "must be weekdays joined by +, for example mon+thu, or a range like mon-fri; "
                       "allowed: {}",
                       list_of(weekday_words(), report_.language())));
  }
  return days;
}

std::optional<std::int32_t> ImportRow::number(std::string_view column, std::int32_t min, std::int32_t max) {
  const auto value = cell(column);
  if (value.empty()) return std::nullopt;
  std::int32_t number = 0;
  const auto* const end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number < min || number > max) {
    refuse(column,
           report_.say("phải là số nguyên từ {} đến {}", "must be a whole number from {} to {}", min, max));
    return std::nullopt;
  }
  return number;
}

std::int32_t ImportRow::needed_number(std::string_view column, std::int32_t min, std::int32_t max) {
  if (cell(column).empty()) refuse_empty(column);
  return number(column, min, max).value_or(min);
}

std::optional<std::int32_t> ImportRow::half_days(std::string_view column) {
  constexpr std::int32_t days_max = 366;
  const auto value = cell(column);
  if (value.empty()) return std::nullopt;
  const auto point = value.find_first_of(".,");
  const auto fraction = point == std::string_view::npos ? std::string_view("0") : value.substr(point + 1);
  std::int32_t days = 0;
  const auto* const end = value.data() + std::min(point, value.size());
  const auto read = std::from_chars(value.data(), end, days);
  if (read.ec != std::errc() || read.ptr != end || value.starts_with('-') || days > days_max ||
      (fraction != "0" && fraction != "5")) {
    refuse(column, report_.say("phải là số ngày từ 0 đến {}, lẻ nửa ngày thì viết 0,5 hoặc 0.5",
                               "must be a number of days from 0 to {}; half a day is 0.5 or 0,5", days_max));
    return std::nullopt;
  }
  return 2 * days + (fraction == "5" ? 1 : 0);
}

std::optional<std::int32_t> ImportRow::percent_tenths(std::string_view column) {
  constexpr std::int32_t tenths_max = 1000;
  const auto value = cell(column);
  if (value.empty()) return std::nullopt;
  const auto point = value.find_first_of(".,");
  auto digits = std::string(value.substr(0, point));
  digits += point == std::string_view::npos ? "0" : value.substr(point + 1);
  std::int32_t tenths = 0;
  const auto* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, tenths);
  const bool is_one_decimal = point == std::string_view::npos || (point > 0 && value.size() == point + 2);
  if (read.ec != std::errc() || read.ptr != end || value.starts_with('-') || !is_one_decimal ||
      tenths > tenths_max) {
    refuse(column,
           report_.say("phải là tỷ lệ phần trăm từ 0 đến 100 với nhiều nhất một chữ số thập phân, ví dụ 62,5",
                       "must be a percentage from 0 to 100 with at most one decimal, for example 62.5"));
    return std::nullopt;
  }
  return tenths;
}

inspection::Period ImportRow::period(std::string_view column) {
  if (cell(column).empty()) {
    refuse_empty(column);
    return {};
  }
  const auto period = inspection::parse_period(cell(column));
  if (!period) {
    refuse(column, report_.say("không phải là kỳ từ năm 2000 đến năm 2037; viết 2026-Q3 (quý), 2026-07 "
                               "(tháng) hoặc 2026 (năm)",
                               "is no period from 2000 to 2037; write 2026-Q3 (a quarter), 2026-07 (a month) "
                               "or 2026 (a year)"));
  }
  return period.value_or(inspection::Period{});
}

bool ImportRow::yes(std::string_view column) { return word(column, yes_words()).value_or(false); }

void ImportRow::refuse(std::string_view column, std::string message) {
  if (is_trusted_) return;
  good_ = false;
  report_.add(line(), column, cell(column), std::move(message));
}

void ImportRow::refuse_empty(std::string_view column) {
  refuse(column, report_.say("chưa có giá trị; cột này bắt buộc", "is empty; this column must be filled"));
}

void ImportRow::refuse_filled(std::string_view column, std::string_view vi, std::string_view en) {
  refuse(column, report_.say("chỉ ghi khi {}; để trống", "belongs to {} only; leave it empty",
                             report_.language() == Language::vi ? vi : en));
}

}  // namespace badge::app
