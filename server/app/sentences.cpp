#include "server/app/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/imports/words.hpp"
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
    std::string text;
    const auto add = [&](const std::string& sentence) {
      if (!sentence.empty()) text += (text.empty() ? "" : " ") + sentence;
    };
    for (const auto& reason : verdict_.reasons) add(sentence(reason));
    if (verdict_.reasons.empty() || is_on_time()) {
      add(without_reason());
    } else if (verdict_.state == SessionState::present) {
      add(set_off());
    }
    return text;
  }

 private:
  template <class... Args>
  [[nodiscard]] std::string say(fmt::format_string<Args...> vi, fmt::format_string<Args...> en,
                                Args&&... args) const {
    return is_vi_ ? fmt::format(vi, std::forward<Args>(args)...)
                  : fmt::format(en, std::forward<Args>(args)...);
  }

  [[nodiscard]] const Reason* find(ReasonCode code) const {
    const auto found = std::find_if(verdict_.reasons.begin(), verdict_.reasons.end(),
                                    [&](const Reason& reason) { return reason.code == code; });
    return found == verdict_.reasons.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool is_counted_late_or_early() const {
    return verdict_.late > minutes(0) || verdict_.early > minutes(0);
  }
  /// Present by taps alone, though there is something to say beside it.
  [[nodiscard]] bool is_on_time() const {
    return verdict_.state == SessionState::present && !is_counted_late_or_early() && !verdict_.missing_in &&
           !verdict_.missing_out && find(ReasonCode::corrected) == nullptr &&
           find(ReasonCode::concluded) == nullptr;
  }

  [[nodiscard]] const std::string& session() const { return plan_.rule->name; }
  [[nodiscard]] const attendance::Tap& tap(std::int32_t no) const {
    return attendance::tap_at(day_.facts.taps, no);
  }
  /// "lúc 07:37 tại cong-a"; of a night that ends on the next day "lúc 07:02 ngày 30/4/2026 tại cong-a"
  [[nodiscard]] std::string tapped(std::int32_t no) const {
    const auto clock = time_text(tap(no).at, day_.facts.date, language_);
    const auto place = names_.place_of_tap(tap(no));
    if (place.empty()) return say("lúc {}", "at {}", clock);
    return say("lúc {} tại {}", "at {} at {}", clock, place);
  }

  [[nodiscard]] std::string without_reason() const {
    if (verdict_.state == SessionState::not_due) return say("Buổi chưa bắt đầu.", "Has not begun.");
    const auto* allowance = find(ReasonCode::allowance);
    const auto on_time = allowance == nullptr ? say("Đúng giờ", "On time")
                                              : say("Được tính đúng giờ sau khi trừ {} phút nghỉ theo chế độ",
                                                    "On time when {} min of an allowance are set off",
                                                    allowance->span.count());
    const auto in = verdict_.in < 0 ? "" : say("vào {}", "in {}", tapped(verdict_.in));
    const auto out = verdict_.out < 0 ? "" : say("ra {}", "out {}", tapped(verdict_.out));
    if (in.empty() && out.empty()) return on_time + ".";
    return on_time + ": " + (in.empty() ? out : out.empty() ? in : in + ", " + out) + ".";
  }

  /// What a regime took off, where minutes are left that count or a correction was told before.
  [[nodiscard]] std::string set_off() const {
    const auto* allowance = find(ReasonCode::allowance);
    if (allowance == nullptr) return {};
    return is_counted_late_or_early()
               ? say("Số phút này đã trừ {} phút nghỉ theo chế độ.",
                     "{} min of an allowance were set off before.", allowance->span.count())
               : say("Đã trừ {} phút nghỉ theo chế độ.", "{} min of an allowance were set off.",
                     allowance->span.count());
  }

  [[nodiscard]] std::string sentence(const Reason& reason) const {
    switch (reason.code) {
      case ReasonCode::late:
        return late(reason);
      case ReasonCode::left_early:
        return left_early(reason);
      case ReasonCode::missing_in:
      case ReasonCode::missing_out:
        return missing(reason.code);
      case ReasonCode::direction_unknown:
        return say(
            "Lượt quét thẻ {} cách xa cả giờ bắt đầu và giờ kết thúc nên không xác định được là vào "
            "hay ra.",
            "The tap {} is too far from start and end to be told to be in or out.", tapped(reason.tap));
      case ReasonCode::no_tap:
        return no_tap();
      case ReasonCode::on_paper:
        return say("Vắng có lý do: {}.", "Excused: {}.", describe(*reason.paper, language_));
      case ReasonCode::taps_during_absence:
        return say("Có lượt quét thẻ {} trong thời gian vắng có lý do; đề nghị đối chiếu.",
                   "There is a tap {} during the excused absence; please check.", tapped(reason.tap));
      case ReasonCode::exempt:
        return say("Miễn chấm công.", "Exempt from tapping.");
      case ReasonCode::still_running:
        return say("Chưa đủ dữ liệu: buổi {} còn nhận lượt quét thẻ đến {}; sau giờ này sẽ tự có kết quả.",
                   "Not enough data yet: taps of session {} are taken until {}; after that it is settled by "
                   "itself.",
                   session(), time_text(day_.facts.date + reason.span, day_.facts.date, language_));
      case ReasonCode::erased:
        return say("Chưa đủ dữ liệu: lượt quét thẻ của ngày này đã được xoá khi hết thời hạn lưu.",
                   "Not enough data: this day's taps were erased when the time to keep them was over.");
      case ReasonCode::no_badge:
        return say("Chưa đủ dữ liệu: chưa được cấp thẻ; chờ người chấm công xác nhận có mặt hay vắng.",
                   "Not enough data: no badge was issued; the timekeeper's mark is awaited.");
      case ReasonCode::no_entrance:
        return say(
            "Chưa đủ dữ liệu: đơn vị chưa có điểm quét thẻ; chờ người chấm công xác nhận có mặt hay "
            "vắng.",
            "Not enough data: no entrance serves the unit; the timekeeper's mark is awaited.");
      case ReasonCode::silent_entrance:
        return silent(reason);
      case ReasonCode::partly_excused:
        return partly_excused(*reason.paper);
      case ReasonCode::closure:
        return closure();
      case ReasonCode::allowance:
        return {};  // told beside what is left of the minutes
      case ReasonCode::corrected:
      case ReasonCode::concluded:
        return corrected(reason);
      case ReasonCode::marked:
        return marked(*reason.correction);
      case ReasonCode::explained:
        return explained(*reason.correction);
      case ReasonCode::unexplained:
        return unexplained(reason.correction);
      case ReasonCode::clock_doubtful:
        return say(
            "Chưa đủ dữ liệu: giờ của lượt quét thẻ {} chưa chắc đúng vì đồng hồ tại điểm quét thẻ "
            "chưa được xác nhận; chờ người chấm công xác nhận.",
            "Not enough data: the time of the tap {} is in doubt, because the entrance's clock was not "
            "confirmed; the timekeeper's mark is awaited.",
            tapped(reason.tap));
    }
    return {};
  }

  [[nodiscard]] std::string missing(ReasonCode code) const {
    const bool both = verdict_.missing_in && verdict_.missing_out;
    if (both && code == ReasonCode::missing_out) return {};  // told with the other
    if (both) {
      return say("Thiếu lượt quét vào và lượt quét ra buổi {}.",
                 "The taps in and out of session {} are missing.", session());
    }
    return code == ReasonCode::missing_in
               ? say("Thiếu lượt quét vào buổi {}.", "The tap in of session {} is missing.", session())
               : say("Thiếu lượt quét ra buổi {}.", "The tap out of session {} is missing.", session());
  }

  [[nodiscard]] std::string no_tap() const {
    if (find(ReasonCode::explained) != nullptr) {
      return say("Không có lượt quét thẻ, không có giấy tờ.", "There is no tap and no paper.");
    }
    return say(
        "Chưa có giải trình: buổi {} không có lượt quét thẻ và không có giấy tờ nào; hạn giải trình "
        "đến hết ngày {}.",
        "No explanation yet: session {} has no tap and no paper; it may be explained until {}.", session(),
        date_text(day_.facts.plan->explain_until, language_));
  }

  /// By a tap, or by what an approved correction says.
  [[nodiscard]] std::string seen(const Reason& reason) const {
    if (reason.correction == nullptr) return say("quét thẻ {}", "tapped {}", tapped(reason.tap));
    const auto at = clock_text(reason.correction->at);
    return reason.code == ReasonCode::late
               ? say("đến lúc {} theo điều chỉnh", "by the correction in at {}", at)
               : say("về lúc {} theo điều chỉnh", "by the correction out at {}", at);
  }

  [[nodiscard]] bool counts_after_grace() const { return plan_.schedule->minutes_after_grace; }

  [[nodiscard]] std::string late(const Reason& reason) const {
    const auto grace = plan_.late_grace.count();
    auto text =
        say("Đi muộn {} phút: {}; buổi {} {} {}", "Late {} min: {}; session {} {} {}", reason.span.count(),
            seen(reason), session(),
            owed_.start == plan_.start ? say("bắt đầu lúc", "starts at") : say("tính từ", "counts from"),
            clock_text(owed_.start));
    const auto& day = *day_.facts.plan;
    const bool is_flexible = day.flex_later > minutes(0) && plan_.rule == day.sessions.front().rule;
    if (is_flexible) {
      text += say(", được đến muộn nhất lúc {}", ", arrival is flexible until {}",
                  clock_text(plan_.start + day.flex_later));
    }
    if (grace == 0)
      return text + (is_flexible ? "." : say(", không có thời gian cho phép đi muộn.", ", without grace."));
    return text +
           (counts_after_grace()
                ? say(", không tính {} phút cho phép đi muộn.", ", {} min of grace not counted.", grace)
                : say(", thời gian cho phép đi muộn {} phút.", ", with {} min of grace.", grace));
  }

  [[nodiscard]] std::string left_early(const Reason& reason) const {
    const auto grace = plan_.early_grace.count();
    const auto text = say("Về sớm {} phút: {}; {}", "Left {} min early: {}; {}", reason.span.count(),
                          seen(reason), end_text(reason));
    if (grace == 0) return text + say(", không có thời gian cho phép về sớm.", ", without grace.");
    return text + (counts_after_grace()
                       ? say(", không tính {} phút cho phép về sớm.", ", {} min of grace not counted.", grace)
                       : say(", thời gian cho phép về sớm {} phút.", ", with {} min of grace.", grace));
  }

  /// Who came by flexible hours leaves by them.
  [[nodiscard]] std::string end_text(const Reason& reason) const {
    const auto& day = *day_.facts.plan;
    const bool is_flexible = (day.flex_earlier > minutes(0) || day.flex_later > minutes(0)) &&
                             plan_.rule == day.sessions.back().rule;
    if (is_flexible && find(ReasonCode::allowance) == nullptr) {
      const auto out = reason.correction != nullptr
                           ? reason.correction->at
                           : attendance::clock_minute(tap(reason.tap), day_.facts.date);
      const auto uncounted = counts_after_grace() ? plan_.early_grace : minutes(0);
      return say("giờ đến linh hoạt nên giờ về là {}", "arrival was flexible, so the end is {}",
                 clock_text(out + reason.span + uncounted));
    }
    return say("buổi {} {} {}", "session {} {} {}", session(),
               owed_.end == plan_.end ? say("kết thúc lúc", "ends at") : say("tính đến", "counts until"),
               clock_text(owed_.end));
  }

  [[nodiscard]] std::string what_is_left() const {
    return say("còn phải làm việc từ {} đến {}", "what is left runs from {} to {}", clock_text(owed_.start),
               clock_text(owed_.end));
  }

  [[nodiscard]] std::string partly_excused(const attendance::Absence& paper) const {
    return say("Được vắng một phần buổi {}: {}; {}.", "A part of session {} is excused: {}; {}.", session(),
               describe(paper, language_), what_is_left());
  }

  [[nodiscard]] std::string closure() const {
    const auto& letter = *day_.facts.plan->calendar;
    const auto paper = letter.paper.empty() ? "" : " (" + letter.paper + ")";
    const auto since = letter.from == minutes(0) ? say("cả ngày", "all day")
                                                 : say("từ {}", "from {}", clock_text(letter.from));
    const auto left = owed_.is_excused || owed_.paper != nullptr ? "" : "; " + what_is_left();
    return say("Cơ quan ngừng làm việc {}: {}{}{}.", "The office is closed {}: {}{}{}.", since, letter.name,
               paper, left);
  }

  [[nodiscard]] std::string corrected(const Reason& reason) const {
    const auto& correction = *reason.correction;
    const bool is_concluded = reason.code == ReasonCode::concluded && !correction.outage;
    return (is_concluded ? say("Kết luận theo văn bản vì dữ liệu quét thẻ không đầy đủ: ",
                               "Concluded on paper, because the taps may be incomplete: ")
                         : say("Đã điều chỉnh: ", "Corrected: ")) +
           describe_effect(correction, language_) + "; " + describe_decision(correction, language_) + ".";
  }

  [[nodiscard]] std::string marked(const attendance::Correction& correction) const {
    const auto cause = describe_cause(correction, language_);
    return say("Người chấm công: {}{}; {}.", "The timekeeper's mark: {}{}; {}.",
               describe_effect(correction, language_), cause.empty() ? "" : "; " + cause,
               describe_decision(correction, language_));
  }

  [[nodiscard]] std::string explained(const attendance::Correction& correction) const {
    const auto cause = describe_cause(correction, language_);
    return say("Đã có giải trình, chờ người đứng đầu duyệt: {}đề nghị {}.",
               "An explanation awaits the head's decision: {}asks to be {}.",
               cause.empty() ? "" : cause + ", ", describe_effect(correction, language_));
  }

  [[nodiscard]] std::string unexplained(const attendance::Correction* refused) const {
    if (refused == nullptr) {
      return say(
          "Vắng không có lý do: buổi {} không có lượt quét thẻ, không có giấy tờ, đã hết hạn giải "
          "trình (ngày {}).",
          "Absent without reason: session {} has no tap and no paper, and the time to explain was over "
          "on {}.",
          session(), date_text(day_.facts.plan->explain_until, language_));
    }
    return say("Vắng không có lý do: {} không duyệt giải trình ({}).",
               "Absent without reason: {} refused the explanation ({}).", refused->decided_by,
               refused->decision_reason);
  }

  [[nodiscard]] std::string silent(const Reason& reason) const {
    const auto text = say("Chưa đủ dữ liệu: ", "Not enough data: ");
    if (reason.silence == nullptr) {
      return text +
             say("điểm quét thẻ {} chưa gửi dữ liệu lần nào; khi dữ liệu được gửi về sẽ tự có kết quả.",
                 "entrance {} has never sent data; it is settled by itself once data arrive.",
                 *reason.entrance);
    }
    const bool may_still_come = reason.silence->until == LocalTime::max();
    return text + describe(*reason.silence, day_.facts.date, language_) +
           (may_still_come ? say("; khi dữ liệu được gửi về sẽ tự có kết quả.",
                                 "; it is settled by itself once data arrive.")
                           : say(", có thể đã có lượt quét thẻ không được ghi nhận; chờ người chấm công xác "
                                 "nhận hoặc điều chỉnh.",
                                 ", a tap may have gone unseen; the timekeeper's mark is awaited."));
  }

  const JudgedDay& day_;
  const attendance::SessionVerdict& verdict_;
  const attendance::PlannedSession& plan_;
  const attendance::OwedSession owed_;
  const Names& names_;
  const bool is_vi_;
  const Language language_;
};

}  // namespace

std::string explain(const JudgedDay& day, std::size_t session, const Names& names, Language language) {
  return Speaker(day, session, names, language).all();
}

}  // namespace badge::app
