#pragma once
/// A month of many people in a tree of units, drawn at random.
#include "tests/server/attendance/property_facts.hpp"

namespace badge::attendance::testing {

inline constexpr auto march = std::chrono::year(2026) / std::chrono::March;

/// Gives what was drawn for "A" on the 10th to somebody, on some day.
template <class Fact>
void give_away(std::vector<Fact>& facts, int people) {
  for (auto& fact : facts) {
    if (fact.staff_code == "A") fact.staff_code = "P" + std::to_string(*rc::gen::inRange(0, people));
    const auto later = std::chrono::days(*rc::gen::inRange(-10, 22));
    if constexpr (requires { fact.days; }) {
      fact.days = {fact.days.from + later, std::min(fact.days.to + later, DateSpan::forever)};
    } else {
      fact.date += later;
    }
  }
}

struct RandomProvince {
  Office office;
  std::vector<std::vector<Tap>> taps;  // by PersonNo
};

/// A tree that changes on the 15th, and people who may move within it.
inline RandomProvince random_province() {
  RandomProvince province;
  province.office.hours() = random_hours();
  auto& facts = province.office.facts;
  const auto always = span("2020-01-01");
  facts.units.push_back({"xa", "Xã", "xã", "snv", span("2020-01-01", "14")});
  facts.units.push_back({"xa", "Xã", "xã", *rc::gen::element<std::string>("tinh", "vp", ""), span("15")});
  facts.postings.clear();
  const auto people = *rc::gen::inRange(1, 6);
  for (int i = 0; i < people; ++i) {
    const auto staff = "P" + std::to_string(i);
    const auto unit = [] { return *rc::gen::element<std::string>("tinh", "snv", "vp", "xa"); };
    const auto moves_on = date("1") + std::chrono::days(*rc::gen::inRange(0, 40));
    facts.postings.push_back({staff, staff, unit(), "", "", {always.from, moves_on}, 0});
    if (one_in(4)) facts.postings.back().works_at = unit();
    facts.postings.push_back({staff, staff, unit(), "", "", {moves_on + std::chrono::days(1), always.to}, 0});
    if (*rc::gen::arbitrary<bool>())
      facts.badges.push_back({staff, "0102030" + std::to_string(i), always, {}});
    auto& taps = province.taps.emplace_back();
    const auto count = *rc::gen::inRange(0, 30);
    for (int t = 0; t < count; ++t) {
      taps.push_back(random_tap());
      taps.back().at += std::chrono::days(*rc::gen::inRange(-11, 25));
    }
  }
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) add_facts(province.office);
  std::erase_if(facts.badges, [](const Badge& badge) { return badge.staff_code == "A"; });
  give_away(facts.absences, people);
  give_away(facts.regimes, people);
  give_away(facts.corrections, people);
  give_away(facts.duties, people);
  for (auto& row : facts.calendar) row.date += std::chrono::days(*rc::gen::inRange(-10, 22));
  return province;
}

struct JudgedProvince {
  explicit JudgedProvince(const RandomProvince& province)
      : book(province.office.facts),
        coverage(province.office.heard),
        in_force(book, coverage, with_neighbours(days_of(march))),
        report(judge(province)) {}

  MonthReport judge(const RandomProvince& province) {
    MonthJudge month(in_force, days_of(march), province.office.now);
    for (PersonNo person = 0; person < province.taps.size(); ++person) {
      auto taps = province.taps[person];
      if (!taps.empty()) month.add(person, taps);
    }
    return month.finish();
  }

  RuleBook book;
  Coverage coverage;
  InForce in_force;
  MonthReport report;
};

}  // namespace badge::attendance::testing
