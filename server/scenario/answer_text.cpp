#include "server/scenario/answer_text.hpp"

#include <fmt/format.h>

#include "server/app/sentences.hpp"

namespace badge::scenario {
namespace {

/// "07:37:12"; with its date where that is another day's.
std::string tap_time(LocalTime at, Date date, app::Language language) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss clock(at - LocalTime(day));
  const auto text = fmt::format("{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(),
                                clock.seconds().count());
  return day == date
             ? text
             : text + (language == app::Language::vi ? " ngày " : " on ") + app::date_text(day, language);
}

std::string day_text(const AnsweredDay& day, app::Language language) {
  const bool is_vi = language == app::Language::vi;
  const auto person =
      day.full_name == day.staff_code ? day.staff_code : day.full_name + " (" + day.staff_code + ")";
  auto text = fmt::format("{} · {}, {} · {}\n", person, app::weekday_text(day.date, language),
                          app::date_text(day.date, language),
                          day.name.empty() ? app::describe(day.kind, language) : day.name);
  for (const auto& tap : day.taps) {
    text += fmt::format("  {} {}{}: {}\n", is_vi ? "Quét thẻ lúc" : "Tap at",
                        tap_time(tap.at, day.date, language),
                        tap.reader.empty() ? "" : (is_vi ? " tại " : " at ") + tap.reader, tap.text);
  }
  for (const auto& session : day.sessions) {
    text += fmt::format("  {} {} {}–{}. {}\n", is_vi ? "Buổi" : "Session", session.name, session.start,
                        session.end, session.text);
  }
  return text;
}

}  // namespace

std::string to_text(const Answer& answer, app::Language language) {
  std::string text;
  for (const auto& day : answer.days) text += day_text(day, language);
  if (answer.days.empty()) {
    text = language == app::Language::vi ? "Không ai có vị trí công tác trong những ngày này.\n"
                                         : "Nobody is in service on these days.\n";
  }
  for (const auto& difference : answer.differences) {
    text += (language == app::Language::vi ? "KHÁC MONG ĐỢI: " : "NOT AS EXPECTED: ") + difference + "\n";
  }
  return text;
}

std::string to_text(const app::ImportErrors& errors, std::string_view file, app::Language language) {
  std::string text;
  for (const auto& error : errors.listed) {
    text += fmt::format("{}{}: {}{}{}{}\n", file, error.line == 0 ? "" : ":" + std::to_string(error.line),
                        error.column, error.value.empty() ? "" : " \"" + error.value + "\"",
                        error.column.empty() ? "" : ": ", error.message);
  }
  text += language == app::Language::vi
              ? fmt::format("{} lỗi.\n", errors.total)
              : fmt::format("{} error{}.\n", errors.total, errors.total == 1 ? "" : "s");
  return text;
}

}  // namespace badge::scenario
