#include "server/app/effect_preview.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "server/app/judged_month.hpp"
#include "server/store/fact_keys.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::PersonNo;
using attendance::RuleBook;
using std::chrono::months;
using std::chrono::year_month;

template <class Fact>
std::vector<Fact>* list_of(store::RosterFacts& facts) {
  if constexpr (std::is_same_v<Fact, attendance::CalendarDay>) {
    return &facts.calendar;
  } else if constexpr (std::is_same_v<Fact, attendance::Schedule>) {
    return &facts.schedules;
  } else if constexpr (std::is_same_v<Fact, attendance::Assignment>) {
    return &facts.assignments;
  } else {
    return nullptr;
  }
}

/// The facts as they would be.
store::RosterFacts with_plan(store::RosterFacts facts, const ImportPlan& plan) {
  const auto take_away = [&](const auto& fact) {
    auto* list = list_of<std::decay_t<decltype(fact)>>(facts);
    if (list == nullptr) return;
    std::erase_if(*list, [&](const auto& other) { return store::key_of(other) == store::key_of(fact); });
  };
  for (const auto& withdrawn : plan.withdrawn) std::visit(take_away, withdrawn);
  for (const auto& stated : plan.facts) {
    std::visit(take_away, stated);
    std::visit(
        [&](const auto& fact) {
          if (auto* list = list_of<std::decay_t<decltype(fact)>>(facts)) list->push_back(fact);
        },
        stated);
  }
  return facts;
}

year_month month_of(Date date) {
  const std::chrono::year_month_day day(date);
  return day.year() / day.month();
}

/// The months that the plan's facts speak of; hours of a schedule hold from their season on.
std::set<year_month> months_of(const ImportPlan& plan, year_month first, year_month last) {
  std::set<year_month> touched;
  const auto add = [&](Date from, Date to) {
    for (auto month = std::max(month_of(from), first); month <= std::min(month_of(to), last);
         month += months(1)) {
      touched.insert(month);
    }
  };
  const auto add_fact = [&](const auto& fact) {
    using Fact = std::decay_t<decltype(fact)>;
    if constexpr (std::is_same_v<Fact, attendance::CalendarDay>) {
      add(fact.date, fact.date);
    } else if constexpr (std::is_same_v<Fact, attendance::Assignment>) {
      add(fact.valid.from, DateSpan::forever);  // an earlier row of the same key may have reached farther
    } else if constexpr (std::is_same_v<Fact, attendance::Schedule>) {
      add(Date::min(), DateSpan::forever);
    }
  };
  for (const auto& fact : plan.facts) std::visit(add_fact, fact);
  for (const auto& fact : plan.withdrawn) std::visit(add_fact, fact);
  return touched;
}

constexpr int months_back_max = 120;  // ten years: what is older was closed long ago

/// Rather those with taps, and those to come, than those of which nothing is known.
std::vector<year_month> latest_of(const std::set<year_month>& touched,
                                  const std::vector<year_month>& with_taps, year_month current) {
  std::vector<year_month> chosen;
  std::ranges::copy_if(touched, std::back_inserter(chosen), [&](year_month month) {
    return month >= current || std::ranges::count(with_taps, month) > 0;
  });
  if (chosen.empty()) chosen.assign(touched.begin(), touched.end());
  if (chosen.size() > effect_months_max) chosen.erase(chosen.begin(), chosen.end() - effect_months_max);
  return chosen;
}

/// One month by the facts and by what they would be.
class TwoMonths {
 public:
  TwoMonths(const Evidence& evidence, const store::Snapshot& snapshot,
            std::shared_ptr<const RuleBook> planned, year_month month)
      : evidence_(evidence),
        snapshot_(snapshot),
        planned_(std::move(planned)),
        book_(evidence.rule_book(snapshot)),
        days_(attendance::days_of(month)),
        now_(evidence.now()),
        before_(judge_person_days(evidence, snapshot, book_, month, now_)),
        after_(judge_person_days(evidence, snapshot, planned_, month, now_)) {}

  void count(Effects& effects, std::set<PersonNo>& people) {
    std::set<Date> dates;
    for (PersonNo person = 0; person < before_.size(); ++person) {
      std::set<Date> of_person;
      for (std::size_t day = 0; day < before_[person].size(); ++day) {
        const auto changed = attendance::different_sessions(before_[person][day], after_[person][day]);
        if (changed == 0) continue;
        effects.verdicts += changed;
        of_person.insert(days_.from + std::chrono::days(day));
      }
      if (of_person.empty()) continue;
      people.insert(person);
      dates.insert(of_person.begin(), of_person.end());
      if (effects.listed.size() < effects_listed_max) list(person, of_person, effects);
    }
    effects.days += dates.size();
  }

 private:
  void list(PersonNo person, const std::set<Date>& dates, Effects& effects) {
    for (auto& change :
         attendance::compare(sheet_of(person, dates, *book_), sheet_of(person, dates, *planned_))) {
      if (effects.listed.size() == effects_listed_max) return;
      effects.listed.push_back(std::move(change));
    }
  }

  /// Of these days of the person.
  attendance::Sheet sheet_of(PersonNo person, const std::set<Date>& dates, const RuleBook& book) {
    auto taps = evidence_.taps_of(snapshot_, book, person, days_);
    attendance::PersonDays person_days(in_force(book), person, days_, taps.taps, now_);
    const auto& posting = book.people().postings(person).back();
    attendance::SheetPerson lines{std::string(posting.staff_code), std::string(posting.full_name), {}, {}};
    while (const auto* day = person_days.next()) {
      if (dates.contains(day->facts.date)) attendance::add_lines(*day, lines);
    }
    return {{}, {}, {}, days_, {std::move(lines)}};
  }

  const attendance::InForce& in_force(const RuleBook& book) {
    auto& kept = in_force_[&book];
    if (kept == nullptr) kept = std::make_unique<Rules>(evidence_, snapshot_, book, days_);
    return kept->in_force;
  }

  struct Rules {
    Rules(const Evidence& evidence, const store::Snapshot& snapshot, const RuleBook& book,
          const DateSpan& days)
        : coverage(evidence.coverage(snapshot, book, days.to + std::chrono::days(2))),
          in_force(book, coverage, attendance::with_neighbours(days)) {}
    attendance::Coverage coverage;
    attendance::InForce in_force;
  };

  const Evidence& evidence_;
  const store::Snapshot& snapshot_;
  const std::shared_ptr<const RuleBook> planned_, book_;
  const DateSpan days_;
  const attendance::LocalTime now_;
  const attendance::PersonDayVerdicts before_, after_;
  std::map<const RuleBook*, std::unique_ptr<Rules>> in_force_;  // made where somebody is listed
};

}  // namespace

bool has_effects(ImportKind kind) {
  return kind == ImportKind::calendar || kind == ImportKind::schedules || kind == ImportKind::assignments;
}

Effects effects_of(const Evidence& evidence, const ImportPlan& plan) {
  const auto snapshot = evidence.snapshot();
  const auto current = month_of(std::chrono::floor<std::chrono::days>(evidence.now()));
  // Next month's calendar is what is planned most; beyond it nobody is judged yet.
  const auto touched = months_of(plan, current - months(months_back_max), current + months(1));
  Effects effects;
  effects.months = latest_of(touched, snapshot.months(), current);
  effects.has_more_months = effects.months.size() < touched.size();
  if (effects.months.empty()) return effects;
  const auto planned = std::make_shared<const RuleBook>(with_plan(snapshot.roster_facts(), plan));
  std::set<PersonNo> people;
  for (const auto month : effects.months)
    TwoMonths(evidence, snapshot, planned, month).count(effects, people);
  effects.people = people.size();
  return effects;
}

}  // namespace badge::app
