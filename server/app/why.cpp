#include "server/app/why.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/sentences.hpp"
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
  WhyWriter(const JudgedDay& day, const Evidence::PersonTaps& taps, const attendance::InForce& in_force,
            Language language)
      : day_(day), taps_(taps), in_force_(in_force), language_(language), is_vi_(language == Language::vi) {}

  [[nodiscard]] Why write() {
    why_.person = person_name(in_force_.book(), *day_.stay, day_.facts.date);
    why_.date = day_.facts.date;
    why_.kind = day_.verdict.kind;
    if (day_.facts.plan->calendar != nullptr) why_.calendar = day_.facts.plan->calendar->name;
    add_schedule();
    add_taps();
    for (const auto& paper : day_.facts.papers) {
      if (paper.days.contains(why_.date)) why_.papers.push_back(describe(paper, language_));
    }
    add_silences();
    why_.sessions = session_rows(day_, taps_, language_);
    add_text();
    return std::move(why_);
  }

 private:
  void add_schedule() {
    const auto& book = in_force_.book();
    const auto person = book.people().find(why_.person.code);
    const auto* assigned = in_force_.assigned(*person, *day_.stay, why_.date);
    if (assigned == nullptr) return;
    const auto& assignment = *assigned->assignment;
    std::string to = is_vi_ ? "riêng cho người này" : "this person's own";
    if (assignment.staff_code.empty()) {
      const auto unit = book.units().find(assignment.unit_code);
      const auto* row = unit ? book.units().on(*unit, why_.date) : nullptr;
      to = row == nullptr ? assignment.unit_code : row->name;
    }
    why_.schedule = Why::Schedule{assignment.schedule, std::move(to), describe_hours(*day_.facts.plan)};
  }

  void add_taps() {
    const auto uses = attendance::tap_uses(day_.facts, day_.verdict);
    for (std::size_t i = 0; i < uses.size(); ++i) {
      const auto& tap = day_.facts.taps[i];
      const auto& detail = taps_.details[tap.source];
      const auto credential = detail.key.credential();
      why_.taps.push_back({clock_with_seconds(tap.at), detail.source.reader, detail.source.entrance,
                           std::string(direction_text(detail.source.direction, is_vi_)),
                           credential ? credential->masked() : std::string(),
                           explain(day_, uses[i], language_)});
    }
  }

  void add_silences() {
    const auto& sessions = day_.facts.plan->sessions;
    const attendance::Watch watch(in_force_, *day_.stay, why_.date);
    // Where somebody stated that every tap is known, the silence of an entrance hides nothing.
    if (sessions.empty() || watch.is_complete(why_.date)) return;
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
                             describe(silence, why_.date, language_)});
  }

  void add_text() {
    auto& text = why_.text;
    const auto& person = why_.person;
    text.push_back(fmt::format("{} ({}), {} · {}, {}", person.full_name, person.code, person.unit.name,
                               weekday_text(why_.date, language_), date_text(why_.date, language_)));
    auto rules = describe(why_.kind, language_);
    if (!why_.calendar.empty()) rules += " – " + why_.calendar;
    if (why_.schedule) {
      rules += fmt::format("; {} {} ({})", is_vi_ ? "lịch" : "schedule", why_.schedule->name,
                           why_.schedule->assigned_to);
      if (!why_.schedule->hours.empty()) rules += ": " + why_.schedule->hours;
    }
    text.push_back((is_vi_ ? "Quy định: " : "Rules: ") + rules);
    if (why_.taps.empty()) text.emplace_back(is_vi_ ? "Không có lượt quét thẻ nào." : "There are no taps.");
    for (const auto& tap : why_.taps) {
      const auto& place = tap.entrance.empty() ? tap.reader : tap.entrance;
      text.push_back(fmt::format("{} {}{}{}: {}", is_vi_ ? "Quét thẻ" : "Tap", tap.at,
                                 place.empty() ? "" : " · ", place, tap.use));
    }
    for (const auto& paper : why_.papers) text.push_back((is_vi_ ? "Giấy tờ: " : "Paper: ") + paper);
    for (const auto& session : why_.sessions) {
      text.push_back(fmt::format("{} {} {}–{}: {}", is_vi_ ? "Buổi" : "Session", session.name, session.start,
                                 session.end, session.text));
    }
  }

  const JudgedDay& day_;
  const Evidence::PersonTaps& taps_;
  const attendance::InForce& in_force_;
  const Language language_;
  const bool is_vi_;
  Why why_;
};

}  // namespace

std::optional<Why> why(const Evidence& evidence, std::string_view staff, Date date, std::string_view scope,
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
  if (day == nullptr || !may_see(book->units(), day->stay->unit, date, scope)) return std::nullopt;
  return WhyWriter(*day, taps, in_force, language).write();
}

}  // namespace badge::app
