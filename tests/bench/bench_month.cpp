// Judging: the work of a month report that is left when the taps have been read.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "server/attendance/month.hpp"
#include "tools/load/person_month.hpp"

namespace badge::attendance {
namespace {

using tools::Hours;

/// The rules and taps of an invented province, as the judge takes them.
struct Judged {
  std::unique_ptr<RuleBook> book;
  Coverage coverage;
  std::chrono::year_month month;
  std::vector<std::vector<Tap>> taps;  // by PersonNo
};

Schedule schedule_of(const std::string& name, TapsDemanded taps, Hours hours) {
  const tools::HoursOfDay day = tools::hours_of_day(hours);
  const auto session = [](const char* session_name, int start, int end, int before, int after) {
    return SessionRule{session_name,   minutes(start), minutes(end), minutes(before),
                       minutes(after), minutes(5),     minutes(5)};
  };
  Season season{.valid_from = Date(std::chrono::year(2025) / 7 / 1), .weekdays = 0x1F, .sessions = {}};
  season.sessions = {session("sáng", day.morning_start, day.morning_end, 120, 60),
                     session("chiều", day.afternoon_start, day.afternoon_end, 60, 240)};
  Schedule schedule;
  schedule.name = name;
  schedule.taps = taps;
  schedule.seasons = {season};
  return schedule;
}

RuleFacts facts_of(const tools::Province& province, const tools::OfficeMonth& month) {
  const DateSpan always{Date(std::chrono::year(2025) / 7 / 1)};
  RuleFacts facts;
  for (std::size_t i = 0; i < province.units.size(); ++i) {
    const auto& unit = province.units[i];
    facts.units.push_back({unit.code, unit.name, "", i == 0 ? "" : province.units[unit.parent].code, always});
  }
  for (const auto& person : province.people) {
    facts.postings.push_back({person.code, person.name, province.units[person.unit].code, person.position,
                              person.category, always});
    if (!person.uid.empty()) facts.badges.push_back({person.code, person.uid, always});
    if (person.hours == Hours::exempt)
      facts.assignments.push_back({"mien-cham-cong", "", person.code, always});
    if (person.hours == Hours::nursing)
      facts.assignments.push_back({"nuoi-con-nho", "", person.code, always});
  }
  facts.schedules = {schedule_of("hanh-chinh", TapsDemanded::each_session, Hours::office),
                     schedule_of("nuoi-con-nho", TapsDemanded::each_session, Hours::nursing),
                     schedule_of("mien-cham-cong", TapsDemanded::none, Hours::exempt)};
  facts.assignments.push_back({"hanh-chinh", "MH", "", always});
  facts.completeness.push_back({"MH", {month.day(1), month.last()}, "bench"});
  return facts;
}

Judged make_judged(int people) {
  const tools::Province province =
      tools::make_province({.units = 40 + people / 40, .people = people, .four_taps_everywhere = true});
  const tools::OfficeMonth month = tools::office_month(province.options.month);
  Judged judged{std::make_unique<RuleBook>(facts_of(province, month)), {}, province.options.month, {}};
  std::map<std::string, std::size_t, std::less<>> place;
  for (std::size_t i = 0; i < province.people.size(); ++i) place.emplace(province.people[i].code, i);
  for (PersonNo person = 0; person < judged.book->people().size(); ++person) {
    std::vector<Tap>& taps = judged.taps.emplace_back();
    for (const auto& tap :
         tools::live_through(province, month, place.find(judged.book->people().code(person))->second).taps)
      taps.push_back({.at = tap.at});
  }
  return judged;
}

void judge_a_month(benchmark::State& state) {
  const Judged judged = make_judged(static_cast<int>(state.range(0)));
  const LocalTime now = LocalTime(Date(std::chrono::year(2026) / 3 / 1));
  std::vector<Tap> taps;
  for (auto _ : state) {
    const InForce in_force(*judged.book, judged.coverage, with_neighbours(days_of(judged.month)));
    MonthJudge judge(in_force, days_of(judged.month), now);
    for (PersonNo person = 0; person < judged.taps.size(); ++person) {
      taps = judged.taps[person];  // they are put in order in place
      judge.add(person, taps);
    }
    benchmark::DoNotOptimize(judge.finish());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(judge_a_month)->Arg(600)->Arg(40'000)->Unit(benchmark::kMillisecond);

void make_a_rule_book(benchmark::State& state) {
  const tools::Province province =
      tools::make_province({.units = 1000, .people = static_cast<int>(state.range(0))});
  const RuleFacts facts = facts_of(province, tools::office_month(province.options.month));
  for (auto _ : state) benchmark::DoNotOptimize(RuleBook(facts));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(make_a_rule_book)->Arg(40'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace badge::attendance
