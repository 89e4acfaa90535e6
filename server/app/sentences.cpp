#include "server/app/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/app/import_words.hpp"
#include "server/attendance/session_taps.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::JudgedDay;
using attendance::LocalTime;
using attendance::Reason;
using attendance::ReasonCode;
using attendance::SessionState;
using std::chrono::minutes;

/// The sentences of one session.
class Speaker {
 public:
  Speaker(const JudgedDay& day, std::size_t session, const Names& names, Language language)
      : day_(day),
        verdict_(day.verdict.sessions[session]),
        plan_(day.facts.plan->sessions[session]),
        names_(names),
        is_vi_(language == Language::vi),
        language_(language) {}

  [[nodiscard]] std::string all() const {
    if (verdict_.reasons.empty()) return without_reason();
    std::string text;
    for (const auto& reason : verdict_.reasons) text += (text.empty() ? "" : " ") + sentence(reason);
    return text;
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string say(fmt::format_string<Args...> vi, fmt::format_string<Args...> en,
                                Args&&... args) const {
    return is_vi_ ? fmt::format(vi, std::forward<Args>(args)...)
                  : fmt::format(en, std::forward<Args>(args)...);
  }

  [[nodiscard]] const std::string& session() const { return plan_.rule->name; }
  [[nodiscard]] const attendance::Tap& tap(std::int32_t no) const {
    return attendance::tap_at(day_.facts.taps, no);
  }
  [[nodiscard]] std::string clock(std::int32_t no) const {
    return clock_text(attendance::clock_minute(tap(no), day_.facts.date));
  }
  /// "lúc 07:37 tại cong-a"
  [[nodiscard]] std::string tapped(std::int32_t no) const {
    const auto place = names_.place_of_tap(tap(no));
    if (place.empty()) return say("lúc {}", "at {}", clock(no));
    return say("lúc {} tại {}", "at {} at {}", clock(no), place);
  }

  [[nodiscard]] std::string without_reason() const {
    if (verdict_.state == SessionState::not_due) return say("Buổi chưa bắt đầu.", "Has not begun.");
    const auto in = verdict_.in < 0 ? "" : say("vào {}", "in {}", tapped(verdict_.in));
    const auto out = verdict_.out < 0 ? "" : say("ra {}", "out {}", tapped(verdict_.out));
    if (in.empty() && out.empty()) return say("Đúng giờ.", "On time.");
    const auto both = in.empty() ? out : out.empty() ? in : in + ", " + out;
    return say("Đúng giờ: {}.", "On time: {}.", both);
  }

  [[nodiscard]] std::string sentence(const Reason& reason) const {
    switch (reason.code) {
      case ReasonCode::late:
        return late(reason);
      case ReasonCode::left_early:
        return left_early(reason);
      case ReasonCode::missing_in:
        return say("Thiếu lượt quét vào buổi {}.", "The tap in of session {} is missing.", session());
      case ReasonCode::missing_out:
        return say("Thiếu lượt quét ra buổi {}.", "The tap out of session {} is missing.", session());
      case ReasonCode::direction_unknown:
        return say("Lượt quét {} cách xa cả giờ bắt đầu và giờ kết thúc, không xác định được là vào hay ra.",
                   "The tap {} is too far from start and end to be told to be in or out.",
                   tapped(reason.tap));
      case ReasonCode::no_tap:
        return say("Chưa có giải trình: buổi {} không có lượt quét thẻ và không có giấy tờ nào.",
                   "No explanation yet: session {} has no tap and no paper.", session());
      case ReasonCode::on_paper:
        return say("Vắng có lý do: {}.", "Excused: {}.", describe(*reason.paper, language_));
      case ReasonCode::taps_during_absence:
        return say("Có lượt quét thẻ {} trong thời gian vắng có lý do; đề nghị đối chiếu.",
                   "There is a tap {} during the excused absence; please check.", tapped(reason.tap));
      case ReasonCode::exempt:
        return say("Miễn chấm công.", "Exempt from tapping.");
      case ReasonCode::still_running:
        return say("Chưa đủ dữ liệu: buổi {} còn có thể quét thẻ đến {}.",
                   "Not enough data yet: taps of session {} are taken until {}.", session(),
                   clock_text(reason.span));
      case ReasonCode::no_badge:
        return say("Chưa đủ dữ liệu: chưa được cấp thẻ; chờ người chấm công xác nhận.",
                   "Not enough data: no badge was issued; the timekeeper's mark is awaited.");
      case ReasonCode::no_entrance:
        return say("Chưa đủ dữ liệu: đơn vị chưa có điểm quét thẻ nào.",
                   "Not enough data: no entrance serves the unit.");
      case ReasonCode::silent_entrance:
        return silent(reason);
      case ReasonCode::clock_doubtful:
        return say(
            "Chưa đủ dữ liệu: không chắc chắn về giờ của lượt quét {}, đồng hồ tại điểm quét thẻ chưa được "
            "xác nhận.",
            "Not enough data: the time of the tap {} is in doubt, the entrance's clock was not confirmed.",
            tapped(reason.tap));
    }
    return {};
  }

  [[nodiscard]] std::string late(const Reason& reason) const {
    const auto start = clock_text(plan_.start);
    const auto grace = plan_.late_grace.count();
    if (grace == 0) {
      return say("Đi muộn {} phút: quét thẻ {}; buổi {} bắt đầu lúc {}, không có thời gian cho phép đi muộn.",
                 "Late {} min: tapped {}; session {} starts at {}, without grace.", reason.span.count(),
                 tapped(reason.tap), session(), start);
    }
    return say("Đi muộn {} phút: quét thẻ {}; buổi {} bắt đầu lúc {}, thời gian cho phép đi muộn {} phút.",
               "Late {} min: tapped {}; session {} starts at {}, with {} min of grace.", reason.span.count(),
               tapped(reason.tap), session(), start, grace);
  }

  [[nodiscard]] std::string left_early(const Reason& reason) const {
    const auto end = clock_text(plan_.end);
    const auto grace = plan_.early_grace.count();
    if (grace == 0) {
      return say("Về sớm {} phút: quét thẻ {}; buổi {} kết thúc lúc {}, không có thời gian cho phép về sớm.",
                 "Left {} min early: tapped {}; session {} ends at {}, without grace.", reason.span.count(),
                 tapped(reason.tap), session(), end);
    }
    return say("Về sớm {} phút: quét thẻ {}; buổi {} kết thúc lúc {}, thời gian cho phép về sớm {} phút.",
               "Left {} min early: tapped {}; session {} ends at {}, with {} min of grace.",
               reason.span.count(), tapped(reason.tap), session(), end, grace);
  }

  [[nodiscard]] std::string silent(const Reason& reason) const {
    if (reason.silence != nullptr && !reason.silence->reader.empty()) {
      return describe(*reason.silence, day_.facts.date, language_);
    }
    return say("Chưa đủ dữ liệu: điểm quét thẻ {} chưa gửi dữ liệu lần nào cho đến lúc đó.",
               "Not enough data: entrance {} had never sent data by then.",
               names_.entrances[static_cast<std::size_t>(reason.entrance)]);
  }

  const JudgedDay& day_;
  const attendance::SessionVerdict& verdict_;
  const attendance::PlannedSession& plan_;
  const Names& names_;
  const bool is_vi_;
  const Language language_;
};

/// "06:00" on the day itself, else with its date.
std::string time_text(LocalTime at, Date day, Language language) {
  const auto date = std::chrono::floor<std::chrono::days>(at);
  const auto clock = clock_text(std::chrono::floor<minutes>(at - LocalTime(date)));
  if (date == day) return clock;
  return clock + (language == Language::vi ? " ngày " : " on ") + date_text(date, language);
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

std::string explain(const JudgedDay& day, std::size_t session, const Names& names, Language language) {
  return Speaker(day, session, names, language).all();
}

std::string explain(const JudgedDay& day, const attendance::TapUse& use, Language language) {
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
      return say("trong thời gian vắng có lý do, buổi " + session,
                 "during the excused absence, session " + session);
    case Kind::not_asked:
      return say("được lưu, không dùng để chấm công", "kept, not asked for");
    case Kind::repeat:
      return say("quét lặp lại", "repeated");
    case Kind::outside_windows:
      return say("ngoài khung giờ quét thẻ", "outside every window");
  }
  return {};
}

std::string describe(const attendance::Absence& paper, Language language) {
  std::string text;
  for (const auto& word : absence_words()) {
    if (word.meaning != paper.kind) continue;
    text = language == Language::vi ? word.vietnamese : word.code;
    if (language == Language::en) std::replace(text.begin(), text.end(), '_', ' ');
  }
  if (!paper.paper.empty()) text += " (" + paper.paper + ")";
  const auto from = date_text(paper.days.from, language);
  if (paper.days.from == paper.days.to) return text + (language == Language::vi ? ", ngày " : ", on ") + from;
  const auto to = date_text(paper.days.to, language);
  return language == Language::vi ? fmt::format("{}, từ {} đến {}", text, from, to)
                                  : fmt::format("{}, from {} to {}", text, from, to);
}

std::string describe(const attendance::Silence& silence, Date day, Language language) {
  const bool is_vi = language == Language::vi;
  const bool has_begun = silence.from != LocalTime::min();
  const bool has_ended = silence.until != LocalTime::max();
  const auto from = has_begun ? time_text(silence.from, day, language) : "";
  const auto until = has_ended ? time_text(silence.until, day, language) : "";
  const auto who = silence.reader.empty() ? (is_vi ? "điểm quét thẻ " : "entrance ") + silence.entrance
                                          : (is_vi ? "đầu đọc " : "reader ") + silence.reader +
                                                (is_vi ? " tại " : " at ") + silence.entrance;
  const auto when = fmt::format("{}{}", from.empty() ? "" : (is_vi ? " từ " : " from ") + from,
                                until.empty() ? "" : (is_vi ? " đến " : " until ") + until);
  return is_vi ? fmt::format("Chưa đủ dữ liệu: {} không gửi dữ liệu{}.", who, when)
               : fmt::format("Not enough data: {} sent no data{}.", who, when);
}

std::string describe_hours(const attendance::DayPlan& plan) {
  std::string text;
  for (const auto& session : plan.sessions) {
    text += (text.empty() ? "" : ", ") + clock_text(session.start) + "–" + clock_text(session.end);
  }
  return text;
}

}  // namespace badge::app
