#include "server/app/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/app/import_words.hpp"
#include "server/attendance/session_taps.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DayKind;
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
        owed_(attendance::owed_on(day.facts)[session]),
        names_(names),
        is_vi_(language == Language::vi),
        language_(language) {}

  [[nodiscard]] std::string all() const {
    if (verdict_.reasons.empty()) return without_reason();
    std::string text;
    if (is_on_time()) text = without_reason();
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

  /// Present by taps alone, though there is something to say beside it.
  [[nodiscard]] bool is_on_time() const {
    return verdict_.state == SessionState::present && verdict_.late == minutes(0) &&
           verdict_.early == minutes(0) && !verdict_.missing_in && !verdict_.missing_out &&
           std::none_of(verdict_.reasons.begin(), verdict_.reasons.end(), [](const Reason& reason) {
             return reason.code == ReasonCode::corrected || reason.code == ReasonCode::concluded;
           });
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
      case ReasonCode::partly_excused:
        return partly_excused(*reason.paper);
      case ReasonCode::closure:
        return closure();
      case ReasonCode::allowance:
        return say("Đã trừ {} phút nghỉ theo chế độ.", "{} min were set off by an allowance.",
                   reason.span.count());
      case ReasonCode::corrected:
      case ReasonCode::concluded:
        return corrected(reason);
      case ReasonCode::explained:
        return say("Đã có giải trình, chờ người đứng đầu xem xét: {}.",
                   "An explanation awaits the head's decision: {}.", describe(*reason.correction, language_));
      case ReasonCode::unexplained:
        return unexplained(reason.correction);
      case ReasonCode::clock_doubtful:
        return say(
            "Chưa đủ dữ liệu: không chắc chắn về giờ của lượt quét {}, đồng hồ tại điểm quét thẻ chưa được "
            "xác nhận.",
            "Not enough data: the time of the tap {} is in doubt, the entrance's clock was not confirmed.",
            tapped(reason.tap));
    }
    return {};
  }

  /// By a tap, or by what an approved correction says.
  [[nodiscard]] std::string seen(const Reason& reason) const {
    if (reason.correction != nullptr) {
      return say("theo giải trình là lúc {}", "by the explanation at {}", clock_text(reason.correction->at));
    }
    return say("quét thẻ {}", "tapped {}", tapped(reason.tap));
  }

  [[nodiscard]] std::string late(const Reason& reason) const {
    const auto grace = plan_.late_grace.count();
    const auto text =
        say("Đi muộn {} phút: {}; buổi {} {} {}", "Late {} min: {}; session {} {} {}", reason.span.count(),
            seen(reason), session(),
            owed_.start == plan_.start ? say("bắt đầu lúc", "starts at") : say("tính từ", "counts from"),
            clock_text(owed_.start));
    const auto& day = *day_.facts.plan;
    if (day.flex_later > minutes(0) && plan_.rule == day.sessions.front().rule) {
      return text + say(", được đến muộn nhất lúc {}.", ", arrival is flexible until {}.",
                        clock_text(plan_.start + day.flex_later));
    }
    if (grace == 0) return text + say(", không có thời gian cho phép đi muộn.", ", without grace.");
    return text + say(", thời gian cho phép đi muộn {} phút.", ", with {} min of grace.", grace);
  }

  [[nodiscard]] std::string left_early(const Reason& reason) const {
    const auto grace = plan_.early_grace.count();
    const auto text =
        say("Về sớm {} phút: {}; buổi {} {} {}", "Left {} min early: {}; session {} {} {}",
            reason.span.count(), seen(reason), session(),
            owed_.end == plan_.end ? say("kết thúc lúc", "ends at") : say("tính đến", "counts until"),
            clock_text(owed_.end));
    if (grace == 0) return text + say(", không có thời gian cho phép về sớm.", ", without grace.");
    return text + say(", thời gian cho phép về sớm {} phút.", ", with {} min of grace.", grace);
  }

  [[nodiscard]] std::string partly_excused(const attendance::Absence& paper) const {
    return say("Có lý do cho một phần buổi {}: {}; phần còn lại từ {} đến {}.",
               "A part of session {} is excused: {}; what is left runs from {} to {}.", session(),
               describe(paper, language_), clock_text(owed_.start), clock_text(owed_.end));
  }

  [[nodiscard]] std::string closure() const {
    const auto& letter = *day_.facts.plan->calendar;
    const auto paper = letter.paper.empty() ? "" : " (" + letter.paper + ")";
    if (letter.from == minutes(0)) {
      return say("Cơ quan ngừng làm việc cả ngày: {}{}.", "The office is closed all day: {}{}.", letter.name,
                 paper);
    }
    return say("Cơ quan ngừng làm việc từ {}: {}{}.", "The office is closed from {}: {}{}.",
               clock_text(letter.from), letter.name, paper);
  }

  [[nodiscard]] std::string corrected(const Reason& reason) const {
    const auto& correction = *reason.correction;
    const auto text = reason.code == ReasonCode::corrected
                          ? say("Đã điều chỉnh: ", "Corrected: ")
                          : say("Kết luận bằng văn bản, thay cho dữ liệu quét thẻ không đầy đủ: ",
                                "Concluded on paper, because the taps may be incomplete: ");
    return text + effect_text(correction) + "; " + describe(correction, language_) + ".";
  }

  [[nodiscard]] std::string effect_text(const attendance::Correction& correction) const {
    if (correction.outage) {
      return say("đầu đọc thẻ không hoạt động từ {} đến {}, không tính thiếu lượt quét, đi muộn, về sớm",
                 "the reader was down from {} to {}, what it missed is not counted",
                 clock_text(correction.outage->from), clock_text(correction.outage->to));
    }
    switch (correction.effect) {
      case attendance::CorrectionEffect::present:
        return say("ghi nhận có mặt đúng giờ", "counted as present in time");
      case attendance::CorrectionEffect::in_at:
        return say("ghi nhận đến lúc {}", "counted as arrived at {}", clock_text(correction.at));
      case attendance::CorrectionEffect::out_at:
        return say("ghi nhận ra về lúc {}", "counted as left at {}", clock_text(correction.at));
      case attendance::CorrectionEffect::absent:
        return say("ghi nhận vắng", "counted as absent");
    }
    return {};
  }

  [[nodiscard]] std::string unexplained(const attendance::Correction* refused) const {
    if (refused == nullptr) {
      return say(
          "Vắng không có lý do: buổi {} không có lượt quét thẻ, không có giấy tờ, đã hết hạn giải trình.",
          "Absent without reason: session {} has no tap and no paper, and the time to explain is over.",
          session());
    }
    return say("Vắng không có lý do: giải trình không được duyệt ({}): {}.",
               "Absent without reason: the explanation was refused ({}): {}.", refused->decided_by,
               refused->decision_reason);
  }

  [[nodiscard]] std::string silent(const Reason& reason) const {
    if (reason.silence != nullptr && !reason.silence->reader.empty()) {
      return describe(*reason.silence, day_.facts.date, language_);
    }
    return say("Chưa đủ dữ liệu: điểm quét thẻ {} chưa gửi dữ liệu lần nào cho đến lúc đó.",
               "Not enough data: entrance {} had never sent data by then.", *reason.entrance);
  }

  const JudgedDay& day_;
  const attendance::SessionVerdict& verdict_;
  const attendance::PlannedSession& plan_;
  const attendance::OwedSession owed_;
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
    text += (text.empty() ? "" : ", ") + clock_text(session.start) + "–" + clock_text(session.end);
  }
  return text;
}

}  // namespace badge::app
