#include "server/attendance/rule_book.hpp"

#include <algorithm>
#include <unordered_map>

namespace badge::attendance {

RuleBook::RuleBook(RuleFacts facts)
    : units_(std::move(facts.units)),
      people_(std::move(facts.postings), facts.badges, facts.loans),
      calendar_(std::move(facts.calendar)),
      schedules_(std::move(facts.schedules)),
      assignments_(std::move(facts.assignments)),
      unit_assignments_(units_.size()),
      has_own_hours_(people_.size()),
      absences_(std::move(facts.absences), people_),
      regimes_(std::move(facts.regimes), people_),
      duties_(std::move(facts.duties), people_),
      corrections_(facts.corrections, people_),
      loans_(facts.loans, people_),
      outages_(units_.size()),
      heads_(units_.size()),
      pay_periods_(units_.size()),
      successions_(std::move(facts.successions)),
      reader_ends_(std::move(facts.reader_ends)),
      entrances_(units_.size()),
      complete_(units_.size()) {
  index_assignments();
  first_stay_.reserve(people_.size() + 1);
  for (PersonNo person = 0; person < people_.size(); ++person) {
    first_stay_.push_back(static_cast<std::uint32_t>(stays_.size()));
    for (const auto& posting : people_.postings(person)) {
      const auto unit = units_.find(posting.unit_code);
      if (!unit) continue;
      const auto works_at = posting.works_at.empty() ? unit : units_.find(posting.works_at);
      stays_.push_back({posting.valid, *unit, works_at.value_or(*unit), &posting});
    }
  }
  first_stay_.push_back(static_cast<std::uint32_t>(stays_.size()));
  stays_.shrink_to_fit();
  for (const auto& stay : stays_) {
    if (!stay.posting->entrances.empty()) stays_with_entrances_.push_back(&stay);
  }
  for (auto& service : facts.entrances) {
    if (const auto unit = units_.find(service.unit_code)) entrances_[*unit].push_back(std::move(service));
  }
  for (const auto& statement : facts.completeness) {
    if (const auto unit = units_.find(statement.unit_code)) complete_[*unit].push_back(statement.days);
  }
  for (auto& correction : facts.corrections) {
    if (correction.unit_code.empty() || correction.decision != Decision::approved) continue;
    if (const auto unit = units_.find(correction.unit_code)) outages_[*unit].push_back(std::move(correction));
  }
  for (auto& head : facts.heads) {
    if (const auto unit = units_.find(head.unit_code)) heads_[*unit].push_back(std::move(head));
  }
  std::erase_if(successions_, [this](const Succession& succession) {
    return !units_.find(succession.from_unit) || !units_.find(succession.to_unit);
  });
  for (auto& rule : facts.pay_periods) {
    if (const auto unit = units_.find(rule.unit_code)) pay_periods_[*unit].push_back(std::move(rule));
  }
}

void RuleBook::index_assignments() {
  std::unordered_map<std::string_view, std::uint32_t> schedule_no;
  for (std::uint32_t no = 0; no < schedules_.size(); ++no) schedule_no[schedules_[no].name] = no;

  for (const auto& assignment : assignments_) {
    const auto schedule = schedule_no.find(assignment.schedule);
    if (schedule == schedule_no.end()) continue;
    const Assigned assigned{&assignment, schedule->second};
    if (!assignment.staff_code.empty()) {
      const auto person = people_.find(assignment.staff_code);
      if (!person) continue;
      person_assignments_[*person].add(assignment.valid, assigned);
      has_own_hours_[*person] = true;
    } else if (const auto unit = units_.find(assignment.unit_code)) {
      unit_assignments_[*unit].add(assignment.valid, assigned);
    }
  }
}

std::vector<const Correction*> RuleBook::own_outages(UnitNo unit, Date date) const {
  std::vector<const Correction*> outages;
  for (const auto& outage : outages_[unit]) {
    if (outage.date == date) outages.push_back(&outage);
  }
  return outages;
}

const Schedule* RuleBook::schedule(std::string_view name) const {
  const auto found = std::find_if(schedules_.begin(), schedules_.end(),
                                  [&](const Schedule& schedule) { return schedule.name == name; });
  return found == schedules_.end() ? nullptr : &*found;
}

const Head* RuleBook::head_on(UnitNo unit, Date date) const {
  const Head* answering = nullptr;
  for (const auto& head : heads_[unit]) {  // a delegate comes last in HeadRole
    if (head.valid.contains(date) && (answering == nullptr || head.role <= answering->role))
      answering = &head;
  }
  return answering;
}

const PayPeriod* RuleBook::own_pay_period(UnitNo unit, Date date) const {
  const PayPeriod* last = nullptr;
  for (const auto& rule : pay_periods_[unit]) {
    if (rule.valid_from <= date && (last == nullptr || rule.valid_from > last->valid_from)) last = &rule;
  }
  return last;
}

std::vector<std::string> RuleBook::own_entrances(UnitNo unit, Date date) const {
  std::vector<std::string> names;
  for (const auto& service : entrances_[unit]) {
    if (service.valid.contains(date)) names.push_back(service.entrance);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool RuleBook::stated_complete(UnitNo unit, Date date) const {
  return std::any_of(complete_[unit].begin(), complete_[unit].end(),
                     [&](const DateSpan& days) { return days.contains(date); });
}

}  // namespace badge::attendance
