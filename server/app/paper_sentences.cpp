#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/app/import_words.hpp"
#include "server/app/sentences.hpp"

namespace badge::app {

namespace {

using attendance::Absence;
using attendance::Correction;
using attendance::CorrectionCause;
using attendance::Date;
using attendance::LocalTime;
using std::chrono::minutes;

std::string kind_of(const Absence& paper, Language language) {
  for (const auto& word : absence_words()) {
    if (word.meaning != paper.kind) continue;
    if (language == Language::vi) return std::string(word.vietnamese);
    std::string text(word.code);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
  }
  return {};
}

std::string weekdays_of(const Absence& paper, Language language) {
  std::string text;
  const Date monday = Date(std::chrono::year(2024) / 1 / 1);
  for (int day = 0; day < 7; ++day) {
    if ((paper.weekdays & (1U << day)) == 0) continue;
    text += (text.empty() ? "" : ", ") + weekday_text(monday + std::chrono::days(day), language);
  }
  return text;
}

/// "ngày 10/3/2026", "từ 13:30 đến 15:00 ngày 10/3/2026", "từ 05:00 ngày 09/3/2026 đến 20:00 ngày …"
std::string when_of(const Absence& paper, Language language) {
  const bool is_vi = language == Language::vi;
  const auto from = date_text(paper.days.from, language);
  const auto to = date_text(paper.days.to, language);
  const bool one_day = paper.days.from == paper.days.to;
  const bool weekly = paper.weekdays != attendance::every_weekday;
  std::string text;
  if (paper.time && (one_day || weekly)) {
    text = fmt::format(fmt::runtime(is_vi ? "từ {} đến {} " : "from {} to {} "), clock_text(paper.time->from),
                       clock_text(paper.time->to));
  }
  if (weekly) {
    return text + fmt::format(fmt::runtime(is_vi ? "{} hằng tuần, từ ngày {} đến ngày {}"
                                                 : "on {} of every week, from {} to {}"),
                              weekdays_of(paper, language), from, to);
  }
  if (one_day) return text + (is_vi ? "ngày " : "on ") + from;
  if (paper.time) {
    return fmt::format(fmt::runtime(is_vi ? "từ {} ngày {} đến {} ngày {}" : "from {} on {} to {} on {}"),
                       clock_text(paper.time->from), from, clock_text(paper.time->to), to);
  }
  return fmt::format(fmt::runtime(is_vi ? "từ {} đến {}" : "from {} to {}"), from, to);
}

/// When it was reported, where that was not before its first day.
std::string report_of(const Absence& paper, bool is_vi) {
  if (!paper.reported_at || *paper.reported_at < paper.days.from) return {};
  const auto date = std::chrono::floor<std::chrono::days>(*paper.reported_at);
  const auto clock = clock_text(std::chrono::floor<minutes>(*paper.reported_at - LocalTime(date)));
  const auto day = date_text(date, is_vi ? Language::vi : Language::en);
  const bool is_late = date > paper.days.from ||
                       (paper.time && *paper.reported_at > LocalTime(paper.days.from) + paper.time->from);
  if (is_late) {
    return fmt::format(fmt::runtime(is_vi ? ", báo sau khi đã bắt đầu: lúc {} ngày {}"
                                          : ", reported after it began: at {} on {}"),
                       clock, day);
  }
  return fmt::format(fmt::runtime(is_vi ? ", báo lúc {} ngày {}" : ", reported at {} on {}"), clock, day);
}

std::string_view cause_of(const Correction& correction, bool is_vi) {
  switch (correction.cause) {
    case CorrectionCause::forgot_badge:
      return is_vi ? "quên thẻ" : "badge forgotten";
    case CorrectionCause::reader_fault:
      return is_vi ? "đầu đọc thẻ hỏng" : "reader out of order";
    case CorrectionCause::field_work:
      return is_vi ? "làm việc ngoài cơ quan" : "work outside the office";
    case CorrectionCause::other:
      return is_vi ? "lý do khác" : "another cause";
  }
  return {};
}

}  // namespace

std::string clock_text(minutes of_day) {
  constexpr minutes day_length{24 * 60};
  const auto clock = (of_day % day_length + day_length) % day_length;
  return fmt::format("{:02}:{:02}", clock.count() / 60, clock.count() % 60);
}

std::string date_text(Date date, Language language) {
  static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::year_month_day day(date);
  const auto month = static_cast<unsigned>(day.month());
  const auto number = static_cast<unsigned>(day.day());
  const auto year = static_cast<int>(day.year());
  if (language == Language::en) return fmt::format("{} {} {}", number, months[month - 1], year);
  // On Vietnamese papers January and February take a leading zero, the other months do not.
  return fmt::format("{:02}/{}{}/{}", number, month < 3 ? "0" : "", month, year);
}

std::string weekday_text(Date date, Language language) {
  static constexpr std::array vi = {"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư",
                                    "thứ Năm",  "thứ Sáu", "thứ Bảy"};
  static constexpr std::array en = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                    "Thursday", "Friday", "Saturday"};
  const auto day = std::chrono::weekday(date).c_encoding();
  return language == Language::vi ? vi[day] : en[day];
}

std::string describe(const Absence& paper, Language language) {
  const bool is_vi = language == Language::vi;
  auto text = kind_of(paper, language);
  text += paper.paper.empty() ? (is_vi ? " (không có số giấy tờ)" : " (no paper number)")
                              : " (" + paper.paper + ")";
  text += ", " + when_of(paper, language);
  if (!paper.approved_by.empty()) text += (is_vi ? ", người duyệt: " : ", approved by ") + paper.approved_by;
  return text + report_of(paper, is_vi);
}

std::string describe(const Correction& correction, Language language) {
  const bool is_vi = language == Language::vi;
  std::string text(cause_of(correction, is_vi));
  if (!correction.explanation.empty()) text += ": " + correction.explanation;
  if (!correction.decided_by.empty() && correction.decision == attendance::Decision::approved) {
    text += (is_vi ? "; người duyệt: " : "; approved by ") + correction.decided_by;
  }
  if (!correction.paper.empty()) text += " (" + correction.paper + ")";
  return text;
}

}  // namespace badge::app
