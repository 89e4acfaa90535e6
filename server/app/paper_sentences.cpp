#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"

namespace badge::app {

namespace {

using attendance::Absence;
using attendance::Correction;
using attendance::CorrectionCause;
using attendance::CorrectionEffect;
using attendance::Date;
using attendance::Decision;
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

/// "buổi sáng "; nothing where all are meant
std::string sessions_of(const Absence& paper, bool is_vi) {
  std::string text;
  for (const auto& session : paper.sessions) text += (text.empty() ? "" : ", ") + session;
  return text.empty() ? text : (is_vi ? "buổi " : "session ") + text + " ";
}

/// "ngày 10/3/2026", "buổi sáng ngày 10/3/2026", "từ 13:30 đến 15:00 ngày 10/3/2026", "từ 05:00 ngày
/// 09/3/2026 đến 20:00 ngày …"
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
  if (one_day) return text + sessions_of(paper, is_vi) + (is_vi ? "ngày " : "on ") + from;
  if (paper.time) {
    return fmt::format(fmt::runtime(is_vi ? "từ {} ngày {} đến {} ngày {}" : "from {} on {} to {} on {}"),
                       clock_text(paper.time->from), from, clock_text(paper.time->to), to);
  }
  return fmt::format(fmt::runtime(is_vi ? "{}từ ngày {} đến ngày {}" : "{}from {} to {}"),
                     sessions_of(paper, is_vi), from, to);
}

/// "; báo lúc 09:15 ngày 10/3/2026, sau khi đã bắt đầu"
std::string report_of(const Absence& paper, Language language) {
  if (!paper.reported_at) return {};
  const bool is_vi = language == Language::vi;
  const auto date = std::chrono::floor<std::chrono::days>(*paper.reported_at);
  const auto clock = clock_text(std::chrono::floor<minutes>(*paper.reported_at - LocalTime(date)));
  const bool is_late = date > paper.days.from ||
                       (paper.time && *paper.reported_at > LocalTime(paper.days.from) + paper.time->from);
  const auto text = fmt::format(fmt::runtime(is_vi ? "; báo lúc {} ngày {}" : "; reported at {} on {}"),
                                clock, date_text(date, language));
  return text + (!is_late ? "" : is_vi ? ", sau khi đã bắt đầu" : ", after it began");
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
      return "";
  }
  return {};
}

}  // namespace

std::string clock_text(minutes of_day) {
  using attendance::day_length;
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
  text += paper.paper.empty() ? (is_vi ? " (chưa ghi số giấy tờ)" : " (no paper number)")
                              : " (" + paper.paper + ")";
  return text + ", " + when_of(paper, language);
}

std::string describe_wish(const Absence& paper, Language language) {
  return kind_of(paper, language) + ", " + when_of(paper, language);
}

std::string describe_in_full(const Absence& paper, Language language) {
  const bool is_vi = language == Language::vi;
  auto text = describe(paper, language);
  if (!paper.approved_by.empty())
    text += "; " + (is_vi ? paper.approved_by + " duyệt" : "approved by " + paper.approved_by);
  text += report_of(paper, language);
  if (paper.kept_despite_taps)
    text += is_vi ? "; đã đối chiếu với lượt quét thẻ và giữ nguyên" : "; held against the taps and kept";
  return text;
}

std::string describe_effect(const Correction& correction, Language language) {
  const bool is_vi = language == Language::vi;
  if (correction.outage) {
    return fmt::format(
        fmt::runtime(is_vi ? "không tính phần thiếu lượt quét, đi muộn, về sớm do đầu đọc thẻ "
                             "không hoạt động từ {} đến {}"
                           : "what the reader missed is not counted, it was down from {} to {}"),
        clock_text(correction.outage->from), clock_text(correction.outage->to));
  }
  switch (correction.effect) {
    case CorrectionEffect::present:
      return is_vi ? "ghi nhận có mặt đúng giờ" : "counted as present in time";
    case CorrectionEffect::in_at:
      return (is_vi ? "ghi nhận đến lúc " : "counted as arrived at ") + clock_text(correction.at);
    case CorrectionEffect::out_at:
      return (is_vi ? "ghi nhận về lúc " : "counted as left at ") + clock_text(correction.at);
    case CorrectionEffect::absent:
      return is_vi ? "ghi nhận vắng không có lý do" : "counted as absent";
  }
  return {};
}

std::string describe_cause(const Correction& correction, Language language) {
  const std::string cause(cause_of(correction, language == Language::vi));
  const auto& explanation = correction.explanation;
  if (explanation.empty()) return cause;
  return explanation.starts_with(cause) ? explanation : cause + " (" + explanation + ")";
}

std::string describe_decision(const Correction& correction, Language language) {
  const bool is_vi = language == Language::vi;
  const auto& by = correction.decided_by;
  const auto paper = correction.paper.empty() ? "" : " (" + correction.paper + ")";
  switch (correction.decision) {
    case Decision::pending:
      return (is_vi ? "chờ duyệt" : "awaits a decision") + paper;
    case Decision::approved:
      return (is_vi ? by + " duyệt" : "approved by " + by) + paper;
    case Decision::refused:
      return (is_vi ? by + " không duyệt" : "refused by " + by) + " (" + correction.decision_reason + ")";
  }
  return {};
}

std::string describe(const Correction& correction, Language language) {
  const bool is_vi = language == Language::vi;
  const bool is_settled = correction.decision == Decision::approved;
  const bool is_asked = !is_settled && correction.effect != CorrectionEffect::absent;
  std::string text =
      is_asked ? (is_vi ? "Giải trình" : "Explanation") : (is_vi ? "Điều chỉnh" : "Correction");
  if (correction.outage) text += is_vi ? " chung" : " for all";
  if (!correction.session.empty()) text += (is_vi ? " buổi " : " of session ") + correction.session;
  text += ": ";
  if (is_asked) text += is_vi ? "đề nghị " : "asks to be ";
  text += describe_effect(correction, language);
  if (const auto cause = describe_cause(correction, language); !cause.empty()) text += "; " + cause;
  return text + "; " + describe_decision(correction, language);
}

std::string describe(const attendance::CardLoan& loan, Language language) {
  const bool is_vi = language == Language::vi;
  const bool forgotten = loan.cause == attendance::LoanCause::forgotten;
  const std::string_view cause = is_vi ? (forgotten ? "quên thẻ" : "chưa được cấp thẻ")
                                       : (forgotten ? "badge forgotten" : "no badge issued yet");
  const auto day = std::chrono::floor<std::chrono::days>(loan.from);
  const auto from = time_text(loan.from, day, language);
  if (!loan.returned) {
    return is_vi
               ? fmt::format("Mượn thẻ tạm {} từ {}, chưa trả ({})", loan.label, from, cause)
               : fmt::format("Was lent temporary card {} at {}, not returned ({})", loan.label, from, cause);
  }
  const auto to = time_text(*loan.returned, day, language);
  return is_vi ? fmt::format("Mượn thẻ tạm {} từ {} đến {} ({})", loan.label, from, to, cause)
               : fmt::format("Had temporary card {} from {} to {} ({})", loan.label, from, to, cause);
}

}  // namespace badge::app
