#include <fmt/format.h>

#include <algorithm>

#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/rules_in_use.hpp"
#include "server/app/lists/whole_people.hpp"

namespace badge::app {

namespace {

using attendance::ListRule;

struct Late {
  PersonRow person;  // in the unit in which the period ended
  std::int32_t limit;
};

/// Of those whom a rule is stated for.
std::vector<Late> late_people(const PeriodPeople& report, RulesInUse& rules, LookedAt& looked_at) {
  std::vector<Late> late;
  for (auto& person : whole_people(report)) {
    const auto* rule = rules.of(person.unit.code);
    if (rule == nullptr) continue;
    ++looked_at.people;
    looked_at.sessions += person.tally;
    if (std::int64_t{person.tally.late} < *rule->late_times) continue;
    late.push_back({std::move(person), *rule->late_times});
  }
  std::ranges::stable_sort(late, std::greater(), [](const Late& one) { return one.person.tally.late; });
  return late;
}

}  // namespace

ListOrNot HeadLists::late(const ListAsked& asked) const {
  const Say say(asked.language);
  const auto report =
      period_people(months_, not_compared(asked.period), asked.unit, true, asked.scope, today());
  if (!report) return tl::unexpected(NoList::not_found);
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  auto stated = snapshot.list_rules();
  std::erase_if(stated, [](const ListRule& rule) { return !rule.late_times; });
  RulesInUse rules(std::move(stated), store_.house_rules(), *book, std::min(asked.period.days.to, today()));
  LookedAt looked_at;
  const auto people = late_people(*report, rules, looked_at);

  auto list = begin_list(asked, report->unit, today(), say("DANH SÁCH ĐI MUỘN NHIỀU LẦN", "LATE OFTEN"));
  list.notes = rules.notes(
      [&](const ListRule& rule) {
        return fmt::format(fmt::runtime(say("từ {} lần trở lên", "{} times or more")), *rule.late_times);
      },
      say);
  list.notes.push_back(looked_at_note(looked_at, say));
  list.columns = person_columns(say);
  add_columns(list, {{"late", say("Số lần đi muộn", "Times late"), 9},
                     {"late_min", say("Phút đi muộn", "Minutes late"), 9},
                     {"late_times", say("Từ số lần", "From so many"), 9}});
  for (const auto& [person, limit] : people) {
    auto& row = list.rows.emplace_back(
        person_cells({person.staff_code, person.full_name, person.position, person.unit}));
    add_cells(row, {count_cell(person.tally.late), count_cell(person.tally.late_min), std::int64_t{limit}});
  }
  return list;
}

}  // namespace badge::app
