#include "server/app/why.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/sentences.hpp"
#include "server/app/why_sentences.hpp"
#include "server/attendance/owed.hpp"
#include "server/attendance/tap_use.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::JudgedDay;
using attendance::LocalTime;

std::string clock_with_seconds(LocalTime at) {
  const std::chrono::hh_mm_ss time(at - LocalTime(std::chrono::floor<std::chrono::days>(at)));
  return fmt::format("{:02}:{:02}:{:02}", time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string_view direction_text(Direction direction, bool is_vi) {
  switch (direction) {
    case Direction::both:
      return is_vi ? "vào và ra" : "both";
    case Direction::in:
      return is_vi ? "vào" : "in";
    case Direction::out:
      return is_vi ? "ra" : "out";
  }
  return {};
}

class WhyWriter {
 public:
  WhyWriter(const DayInForce& day, const Evidence::PersonTaps& taps, const OfficeTime& office)
      : in_words_(day),
        day_(day.day),
        taps_(taps),
        office_(office),
        in_force_(day.in_force),
        language_(day.language) {}

  [[nodiscard]] Why write() {
    why_.person = person_name(in_force_.book(), *day_.stay, day_.facts.date);
    why_.date = day_.facts.date;
    why_.kind = day_.verdict.kind;
    if (day_.facts.plan->calendar != nullptr) why_.calendar = day_.facts.plan->calendar->name;
    if (const auto* assignment = assignment_of(in_words_)) {
      why_.schedule = Why::Schedule{assignment->schedule, whom_it_names(*assignment, in_words_),
                                    describe_hours(*day_.facts.plan)};
    }
    why_.letters = tell_letters(in_words_);
    why_.duties = tell_duties(in_words_);
    why_.corrections = tell_corrections(in_words_);
    for (const auto& loan : in_force_.book().loans(in_words_.person)) {
      if (std::chrono::floor<std::chrono::days>(loan.from) == why_.date)
        why_.loans.push_back(describe(loan, language_));
    }
    add_taps();
    for (const auto& paper : day_.facts.papers) {
      if (is_of(paper, why_.date)) why_.papers.push_back(describe_in_full(paper, language_));
    }
    add_silences();
    why_.sessions = session_rows(day_, taps_, language_);
    add_text();
    return std::move(why_);
  }

 private:
  [[nodiscard]] bool is_vi() const { return language_ == Language::vi; }

  void add_taps() {
    const auto uses = attendance::tap_uses(day_.facts, day_.verdict);
    for (std::size_t i = 0; i < uses.size(); ++i) {
      const auto& tap = day_.facts.taps[i];
      const auto& detail = taps_.details[tap.source];
      const auto credential = detail.key.credential();
      why_.taps.push_back({clock_with_seconds(tap.at), detail.source.reader, detail.source.entrance,
                           std::string(direction_text(detail.source.direction, is_vi())),
                           credential ? credential->masked() : std::string(),
                           explain(day_, i, uses[i], language_), tap.temporary, ruling_text(detail)});
    }
  }

  void add_silences() {
    const auto& sessions = day_.facts.plan->sessions;
    const attendance::Watch watch(in_force_, *day_.stay, why_.date);
    // Where somebody stated that every tap is known, the silence of an entrance hides nothing.
    if (sessions.empty() || watch.is_complete(why_.date)) return;
    if (in_force_.coverage().is_erased(why_.date)) return;  // the verdict says so
    const LocalTime from = LocalTime(why_.date) + sessions.front().opens;
    const LocalTime to = std::min<LocalTime>(LocalTime(why_.date) + sessions.back().closes, day_.facts.now);
    for (const auto* entrances : watch.entrances()) {
      if (entrances == nullptr) continue;
      for (const auto& entrance : *entrances) add_silences_of(entrance, from, to);
    }
  }

  void add_silences_of(const attendance::WatchedEntrance& entrance, LocalTime from, LocalTime to) {
    if (!entrance.no) return add_silence({LocalTime::min(), LocalTime::max(), entrance.name, ""});
    for (const auto& silence : in_force_.coverage().silences(*entrance.no)) {
      if (silence.from <= to && silence.until > from) add_silence(silence);
    }
  }

  void add_silence(const attendance::Silence& silence) {
    const auto clock = [this](LocalTime at) {
      const bool within_day = at >= why_.date && at < why_.date + std::chrono::days(1);
      return within_day ? clock_with_seconds(at).substr(0, 5) : std::string();
    };
    why_.silences.push_back({silence.entrance, clock(silence.from), clock(silence.until),
                             (is_vi() ? "Thiếu dữ liệu: " : "Data are missing: ") +
                                 describe(silence, why_.date, language_) + "."});
  }

  void add_text() {
    auto& text = why_.text;
    const auto& person = why_.person;
    text.push_back(fmt::format("{} ({}), {} · {}, {}", person.full_name, person.code, person.unit.name,
                               weekday_text(why_.date, language_), date_text(why_.date, language_)));
    for (auto& line : tell_postings(in_words_)) text.push_back(std::move(line));
    text.push_back(tell_rules(in_words_));
    add_lines(is_vi() ? "Thông báo " : "Calendar: ", why_.letters);
    add_lines(is_vi() ? "Phân công " : "Roster: ", why_.duties);
    add_lines("", why_.loans);
    for (std::size_t i = 0; i < why_.taps.size(); ++i) text.push_back(tap_line(i));
    if (why_.taps.empty()) text.emplace_back(is_vi() ? "Không có lượt quét thẻ nào." : "There are no taps.");
    add_lines(is_vi() ? "Giấy tờ: " : "Paper: ", why_.papers);
    add_lines("", why_.corrections);
    for (std::size_t i = 0; i < why_.sessions.size(); ++i) text.push_back(session_line(i));
  }

  void add_lines(std::string_view what, const std::vector<std::string>& lines) {
    for (const auto& line : lines) why_.text.push_back(fmt::format("{}{}.", what, line));
  }

  /// "Quét thẻ tạm lúc 07:28:00 tại cong-a: vào buổi sáng."
  [[nodiscard]] std::string tap_line(std::size_t i) const {
    const auto& tap = why_.taps[i];
    const auto date = std::chrono::floor<std::chrono::days>(day_.facts.taps[i].at);
    auto text = tap.temporary_card ? (is_vi() ? "Quét thẻ tạm lúc " : "Tap of a lent card at ")
                                   : (is_vi() ? "Quét thẻ lúc " : "Tap at ");
    auto when = tap.at;
    if (date != why_.date) when += (is_vi() ? " ngày " : " on ") + date_text(date, language_);
    const auto& place = tap.entrance.empty() ? tap.reader : tap.entrance;
    const auto where = place.empty() ? "" : (is_vi() ? " tại " : " at ") + place;
    const auto ruled = tap.ruled.empty() ? "" : fmt::format(" ({})", tap.ruled);
    return fmt::format("{}{}{}{}: {}.", text, when, where, ruled, tap.use);
  }

  /// "giờ theo kết luận của Lê Thị Hà: hết pin; đồng hồ tại cửa ghi 00:03:10 ngày 1/1/2000"
  [[nodiscard]] std::string ruling_text(const store::TapDetail& detail) const {
    if (!detail.ruled) return {};
    const auto at = office_.to_local(Instant(detail.ruled->stamped.at()));
    const auto date = date_text(std::chrono::floor<std::chrono::days>(at), language_);
    const auto& ruling = detail.ruled->ruling;
    return is_vi() ? fmt::format("giờ theo kết luận của {}: {}; đồng hồ tại điểm quét ghi {} ngày {}",
                                 ruling.ruled_by, ruling.reason, clock_with_seconds(at), date)
                   : fmt::format("the time is as {} ruled: {}; the entrance's clock said {} on {}",
                                 ruling.ruled_by, ruling.reason, clock_with_seconds(at), date);
  }

  [[nodiscard]] std::string session_line(std::size_t i) const {
    const auto& session = why_.sessions[i];
    const bool is_duty = day_.facts.plan->sessions[i].is_duty;
    return fmt::format("{} {}{} {}–{}. {}", is_vi() ? "Buổi" : "Session", session.name,
                       !is_duty  ? ""
                       : is_vi() ? " (trực)"
                                 : " (duty)",
                       session.start, session.end, session.text);
  }

  const DayInForce& in_words_;
  const JudgedDay& day_;
  const Evidence::PersonTaps& taps_;
  const OfficeTime& office_;
  const attendance::InForce& in_force_;
  const Language language_;
  Why why_;
};

}  // namespace

std::optional<Why> why(const Evidence& evidence, std::string_view staff, Date date, const Scope& scope,
                       Language language) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto person = book->people().find(staff);
  if (!person) return std::nullopt;

  const attendance::DateSpan day_only = {date, date};
  const auto around = attendance::with_neighbours(day_only);
  const auto coverage = evidence.coverage(snapshot, *book, around.to + std::chrono::days(1));
  const attendance::InForce in_force(*book, coverage, around);
  auto taps = evidence.taps_of(snapshot, *book, *person, day_only);
  attendance::PersonDays days(in_force, *person, day_only, taps.taps, evidence.now());
  const auto* day = days.next();
  if (day == nullptr || !scope.holds(*book, *person, *day->stay, date)) return std::nullopt;
  return WhyWriter({*day, in_force, *person, language}, taps, evidence.office()).write();
}

}  // namespace badge::app
