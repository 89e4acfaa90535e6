// What a day is, what became of its taps, and when an entrance was silent.
#include <fmt/format.h>

#include <algorithm>

#include "server/app/sentences.hpp"

namespace badge::app {

using attendance::Date;
using attendance::DayKind;
using attendance::JudgedDay;
using attendance::LocalTime;
using std::chrono::minutes;

namespace {

/// The session of the night before that this tap belongs to. Null: none.
const attendance::PlannedSession* night_of(const JudgedDay& day, std::size_t tap) {
  if (day.facts.before == nullptr) return nullptr;
  const auto minute = attendance::clock_minute(day.facts.taps[tap], day.facts.date - std::chrono::days(1));
  for (const auto& session : day.facts.before->sessions) {
    if (session.opens <= minute && minute <= session.closes) return &session;
  }
  return nullptr;
}

}  // namespace

std::string time_text(LocalTime at, Date day, Language language) {
  const auto date = std::chrono::floor<std::chrono::days>(at);
  const auto clock = clock_text(std::chrono::floor<minutes>(at - LocalTime(date)));
  if (date == day) return clock;
  return clock + (language == Language::vi ? " ngày " : " on ") + date_text(date, language);
}

std::string explain(const JudgedDay& day, std::size_t tap, const attendance::TapUse& use, Language language) {
  using Kind = attendance::TapUse::Kind;
  const auto& sessions = day.facts.plan->sessions;
  const auto name = [&](std::size_t i) {
    return i < sessions.size() ? sessions[i].rule->name : std::string();
  };
  const auto say = [&](std::string vi, std::string en) { return language == Language::vi ? vi : en; };
  const auto session = name(use.session);
  switch (use.kind) {
    case Kind::in:
      return say("vào buổi " + session, "in of session " + session);
    case Kind::out:
      return say("ra buổi " + session, "out of session " + session);
    case Kind::out_and_in: {
      const auto next = name(use.session + 1U);
      return say("ra buổi " + session + " và vào buổi " + next,
                 "out of session " + session + " and in of " + next);
    }
    case Kind::between:
      return say("giữa buổi " + session, "within session " + session);
    case Kind::during_absence:
      return say("trong thời gian vắng có lý do (buổi " + session + ")",
                 "during the excused absence (session " + session + ")");
    case Kind::not_asked:
      return say("được lưu, không dùng để chấm công", "kept, not asked for");
    case Kind::repeat:
      return say("quét lặp lại, không tính", "repeated, not counted");
    case Kind::outside_windows:
      if (const auto* night = night_of(day, tap)) {
        return say("thuộc buổi " + night->rule->name + " của ngày hôm trước",
                   "of session " + night->rule->name + " of the day before");
      }
      return say("ngoài khung giờ quét thẻ", "outside every window");
  }
  return {};
}

std::string describe(const attendance::Silence& silence, Date day, Language language) {
  const bool is_vi = language == Language::vi;
  const bool has_begun = silence.from != LocalTime::min();
  const bool has_ended = silence.until != LocalTime::max();
  const auto from = has_begun ? time_text(silence.from, day, language) : "";
  const auto until = has_ended ? time_text(silence.until, day, language) : "";
  const auto who = silence.reader.empty() ? (is_vi ? "điểm quét thẻ " : "entrance ") + silence.entrance
                                          : (is_vi ? "đầu đọc thẻ " : "reader ") + silence.reader +
                                                (is_vi ? " tại " : " at ") + silence.entrance;
  if (!has_begun && has_ended) {
    return fmt::format(
        fmt::runtime(is_vi ? "{} đến {} mới bắt đầu gửi dữ liệu" : "{} sent no data before {}"), who, until);
  }
  const auto when = fmt::format("{}{}", from.empty() ? "" : (is_vi ? " từ " : " from ") + from,
                                until.empty() ? "" : (is_vi ? " đến " : " until ") + until);
  return who + (is_vi ? " không gửi dữ liệu" : " sent no data") + when;
}

std::string describe(DayKind kind, Language language) {
  const bool is_vi = language == Language::vi;
  switch (kind) {
    case DayKind::working:
      return is_vi ? "ngày làm việc" : "working day";
    case DayKind::make_up:
      return is_vi ? "ngày làm bù" : "make-up day";
    case DayKind::weekend:
      return is_vi ? "ngày nghỉ hằng tuần" : "weekly day off";
    case DayKind::holiday:
      return is_vi ? "ngày nghỉ lễ" : "public holiday";
    case DayKind::off:
      return is_vi ? "ngày nghỉ" : "day off";
    case DayKind::unscheduled:
      return is_vi ? "chưa có lịch làm việc" : "no schedule holds";
    case DayKind::closure:
      return is_vi ? "ngày cơ quan ngừng làm việc" : "the office is closed";
    case DayKind::duty:
      return is_vi ? "ngày trực" : "duty";
  }
  return {};
}

std::string describe_hours(const attendance::DayPlan& plan) {
  std::string text;
  for (const auto& session : plan.sessions) {
    if (session.is_duty) continue;
    text += (text.empty() ? "" : ", ") + clock_text(session.start) + "–" + clock_text(session.end);
  }
  return text;
}

}  // namespace badge::app
