#include "server/app/now_report.hpp"

#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"

namespace badge::app {
namespace {

using attendance::JudgedDay;
using attendance::Presence;

std::string clock_of(const JudgedDay& day, std::int32_t tap) {
  if (tap < 0) return {};
  return clock_text(attendance::clock_minute(day.facts.taps[static_cast<std::size_t>(tap)], day.facts.date));
}

/// Why it is not known whether somebody came.
std::string text_of(const attendance::Reason& doubt, const JudgedDay& day, Language language) {
  const bool is_vi = language == Language::vi;
  if (doubt.silence != nullptr) return describe(*doubt.silence, day.facts.date, language);
  switch (doubt.code) {
    case attendance::ReasonCode::no_badge:
      return is_vi ? "chưa được cấp thẻ" : "has no badge";
    case attendance::ReasonCode::no_entrance:
      return is_vi ? "đơn vị chưa có điểm quét thẻ" : "no entrance serves the unit";
    default:
      return is_vi ? "điểm quét thẻ chưa gửi dữ liệu" : "the entrance has sent no data";
  }
}

std::string text_of(const JudgedDay& day, const attendance::PresenceNow& now, const Names& names,
                    Language language) {
  switch (now.presence) {
    case Presence::away:
      if (now.paper != nullptr) return describe(*now.paper, language);
      return explain(day, static_cast<std::size_t>(now.session), names, language);
    case Presence::unknown:
      return text_of(*now.doubt, day, language);
    case Presence::off:
      return describe(day.verdict.kind, language);
    case Presence::exempt:
    case Presence::present:
    case Presence::not_seen:
      return {};
  }
  return {};
}

NowRow row_of(const JudgedDay& day, const attendance::InForce& in_force, PersonName person,
              const Evidence::PersonTaps& taps, Language language) {
  const auto now = attendance::presence_of(day, in_force);
  const Names names{[&taps](const attendance::Tap& tap) { return taps.details[tap.source].source.entrance; }};
  return {std::move(person),
          now.presence,
          now.session < 0 ? std::string()
                          : day.facts.plan->sessions[static_cast<std::size_t>(now.session)].rule->name,
          clock_of(day, now.first_tap),
          clock_of(day, now.last_tap),
          text_of(day, now, names, language)};
}

}  // namespace

std::optional<NowReport> now_report(const Evidence& evidence, std::string_view unit, const Scope& scope,
                                    Language language) {
  const auto now = evidence.now();
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const attendance::DateSpan day_only{today, today};
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  auto people = people_of_unit(*book, unit, day_only, scope);
  if (!people) return std::nullopt;
  NowReport report{std::move(people->top), now, people->people.size(), {}};
  if (report.people > now_people_max) return report;
  const auto around = attendance::with_neighbours(day_only);
  const auto coverage = evidence.coverage(snapshot, *book, around.to + std::chrono::days(1));
  const attendance::InForce in_force(*book, coverage, around);
  for (const auto& one : people->people) {
    auto taps = evidence.taps_of(snapshot, *book, one.person, day_only);
    attendance::PersonDays days(in_force, one.person, day_only, taps.taps, now);
    const auto* day = days.next();
    if (day == nullptr) continue;
    report.rows.push_back(row_of(*day, in_force, person_name(*book, *one.stay, today), taps, language));
  }
  return report;
}

}  // namespace badge::app
