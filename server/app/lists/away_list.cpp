#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/listed_unit.hpp"
#include "server/app/lists/rules_in_use.hpp"
#include "server/app/sentences.hpp"
#include "server/attendance/away.hpp"

namespace badge::app {

namespace {

using attendance::ListRule;

struct Found {
  std::size_t place;  // of the person
  attendance::Date date;
  std::string session, out, in;
  std::int64_t minutes, limit;
};

std::string clock_of(const attendance::DayFacts& facts, attendance::TapNo tap) {
  return clock_text(attendance::clock_minute(attendance::tap_at(facts.taps, tap), facts.date));
}

/// By person in the order of papers, then by day; of those days on which a rule holds.
std::vector<Found> long_aways(const ListedUnit& listed, RulesInUse& rules, LookedAt& looked_at) {
  std::vector<Found> found;
  std::set<std::size_t> people;
  listed.for_each_day([&](const ListedUnit::Day& day) {
    const auto* rule = rules.of(listed.book().units().code(day.judged.stay->unit));
    if (rule == nullptr) return;
    people.insert(day.place);
    looked_at.sessions += day.tally();
    const auto& facts = day.judged.facts;
    for (const auto& away : attendance::aways_of(facts, day.judged.verdict)) {
      if (away.length <= *rule->away_min) continue;
      found.push_back({day.place, facts.date, facts.plan->sessions[away.session].rule->name,
                       clock_of(facts, away.out), clock_of(facts, away.in), away.length.count(),
                       rule->away_min->count()});
    }
  });
  looked_at.people = people.size();
  std::ranges::stable_sort(found, {}, &Found::place);
  return found;
}

}  // namespace

ListOrNot HeadLists::away(const ListAsked& asked) const {
  const Say say(asked.language);
  const auto listed = ListedUnit::open(evidence_, asked, list_people_max);
  if (!listed) return tl::unexpected(listed.error());
  auto stated = listed->snapshot().list_rules();
  std::erase_if(stated, [](const ListRule& rule) { return !rule.away_min; });
  RulesInUse rules(std::move(stated), store_.house_rules(), listed->book(),
                   std::min(asked.period.days.to, today()));
  LookedAt looked_at;
  const auto found = long_aways(*listed, rules, looked_at);

  auto list =
      begin_list(asked, listed->unit(), today(),
                 say("DANH SÁCH RA KHỎI CƠ QUAN TRONG GIỜ LÀM VIỆC", "OUT OF THE OFFICE DURING HOURS"));
  list.mark = hint_mark(say);
  list.notes = rules.notes(
      [&](const ListRule& rule) {
        return fmt::format(fmt::runtime(say("quá {} phút giữa hai lượt quét, không có giấy tờ",
                                            "over {} minutes between two taps, without a paper")),
                           rule.away_min->count());
      },
      say);
  list.notes.push_back(looked_at_note(looked_at, say));
  list.columns = person_columns(say);
  add_columns(list, {{"date", say("Ngày", "Day"), 11, ListingText::date},
                     {"session", say("Buổi", "Session"), 9},
                     {"out", say("Ra", "Out"), 7},
                     {"in", say("Vào", "In"), 7},
                     {"minutes", say("Số phút", "Minutes"), 8},
                     {"away_min", say("Quá số phút", "Over"), 8}});
  for (const auto& one : found) {
    auto& row = list.rows.emplace_back(person_cells(listed->name_of(one.place)));
    add_cells(row, {date_listed(one.date), one.session, one.out, one.in, one.minutes, one.limit});
  }
  return list;
}

}  // namespace badge::app
