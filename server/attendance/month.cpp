#include "server/attendance/month.hpp"

#include <algorithm>
#include <numeric>

#include "server/attendance/frozen_units.hpp"

namespace badge::attendance {

using std::chrono::days;

DateSpan days_of(std::chrono::year_month month) { return {Date(month / 1), Date(month / std::chrono::last)}; }

DateSpan with_neighbours(const DateSpan& span) { return {span.from - days(1), span.to + days(1)}; }

PersonDays::PersonDays(const InForce& in_force, PersonNo person, const DateSpan& span, std::span<Tap> taps,
                       LocalTime now)
    : in_force_(in_force),
      person_(person),
      days_(span),
      taps_(taps),
      duties_(in_force.book().duties(person)),
      date_(span.from) {
  put_in_order(taps);
  const auto& book = in_force.book();
  day_.facts.now = now;
  day_.facts.papers = book.absences(person);
  day_.facts.regimes = book.regimes(person);
  day_.facts.corrections = book.corrections(person);
  const auto day_before = span.from - days(1);
  day_.facts.plan = plan_on(book.stay_on(person, day_before), day_before, nullptr);
  stay_after_ = book.stay_on(person, span.from);
  day_.facts.after = plan_on(stay_after_, span.from, day_.facts.plan);
  mark_until(span.from, day_.facts.plan);
  mark_until(span.from + days(1), day_.facts.after);
}

const JudgedDay* PersonDays::next() {
  auto& facts = day_.facts;
  while (date_ <= days_.to) {
    facts.date = date_;
    facts.before = facts.plan;
    facts.plan = facts.after;
    day_.stay = stay_after_;
    date_ += days(1);
    stay_after_ = stay_on(date_);
    facts.after = plan_on(stay_after_, date_, facts.plan);
    mark_until(date_ + days(1), facts.after);  // a night reaches into it
    if (facts.plan == nullptr) continue;
    facts.taps = taps_of(facts.date, *facts.plan);
    facts.outages = in_force_.unit_day(day_.stay->works_at, facts.date).outages;
    facts.has_badge = in_force_.book().people().has_badge_on(person_, facts.date);
    judge(facts, Watch(in_force_, *day_.stay, facts.date), day_.verdict);
    return &day_;
  }
  return nullptr;
}

/// Stays never overlap, and most people stay.
const RuleBook::Stay* PersonDays::stay_on(Date date) const {
  if (stay_after_ != nullptr && stay_after_->days.contains(date)) return stay_after_;
  return in_force_.book().stay_on(person_, date);
}

/// Few people are on duty rosters; the others share their plans.
const DayPlan* PersonDays::plan_on(const RuleBook::Stay* stay, Date date, const DayPlan* before) {
  const auto* plan = in_force_.plan_of(person_, stay, date);
  if (plan == nullptr || duties_.empty()) return plan;
  InlineVector<const Schedule*, sessions_max> schedules;
  for (const auto& duty : duties_) {
    const auto* schedule = duty.date == date ? in_force_.book().schedule(duty.schedule) : nullptr;
    if (schedule != nullptr && schedules.size() < sessions_max) schedules.push_back(schedule);
  }
  if (schedules.empty() && (before == nullptr || !before->has_duty)) return plan;
  auto& merged = plans_with_duties_[next_plan_];
  next_plan_ = (next_plan_ + 1) % plans_with_duties_.size();
  merged = with_duties(*plan, {schedules.begin(), schedules.end()}, before, date);
  return &merged;
}

/// How long the quiet is, the schedule of each tap's own date says.
void PersonDays::mark_until(Date end, const DayPlan* plan) {
  const bool has_schedule = plan != nullptr && plan->schedule != nullptr;
  const auto quiet = has_schedule ? plan->schedule->repeat_quiet : Schedule{}.repeat_quiet;
  const auto first = unmarked_;
  while (unmarked_ < taps_.size() && taps_[unmarked_].at < end) ++unmarked_;
  marker_.mark(taps_.subspan(first, unmarked_ - first), quiet);
}

/// The calendar day, and as much of its neighbours as the windows reach into.
std::span<const Tap> PersonDays::taps_of(Date date, const DayPlan& plan) {
  LocalTime from = date;
  LocalTime until = date + days(1);
  if (!plan.sessions.empty()) {
    from = std::min<LocalTime>(from, date + plan.sessions.front().opens);
    until = std::max<LocalTime>(until, date + plan.sessions.back().closes + minutes(1));
    if (const auto night = shared_night(&plan, day_.facts.after)) {
      until = std::max<LocalTime>(until, date + night->closes + minutes(1));
    }
    if (const auto night = shared_night(day_.facts.before, &plan)) {
      from = std::min<LocalTime>(from, date - days(1) + night->opens);
    }
  }
  while (first_tap_ < taps_.size() && taps_[first_tap_].at < from) ++first_tap_;
  auto end = first_tap_;
  while (end < taps_.size() && taps_[end].at < until) ++end;
  return taps_.subspan(first_tap_, end - first_tap_);
}

UnitMonth& UnitMonth::operator+=(const UnitMonth& other) {
  own += other.own;
  subtree += other.subtree;
  own_staff += other.own_staff;
  subtree_staff += other.subtree_staff;
  return *this;
}

MonthJudge::MonthJudge(const InForce& in_force, std::chrono::year_month month, LocalTime now,
                       const FrozenUnits* frozen)
    : in_force_(in_force),
      days_(days_of(month)),
      now_(now),
      frozen_(frozen),
      epochs_(in_force.book().units().epochs(days_)),
      added_(in_force.book().people().size()),
      counted_own_(in_force.book().units().size()),
      counted_subtree_(in_force.book().units().size()) {
  const auto& units = in_force.book().units();
  for (const auto epoch : epochs_) {
    for (UnitNo unit = 0; unit < units.size(); ++unit) lines_.push_back(units.line_on(unit, epoch));
  }
  report_.month = month;
  report_.units.resize(units.size());
}

void MonthJudge::add(PersonNo person, std::span<Tap> taps) {
  added_[person] = true;
  PersonDays person_days(in_force_, person, days_, taps, now_);
  std::size_t epoch = 0, next_epoch = 0;
  UnitNo unit = 0;
  Tally tally;
  bool in_service = false;
  while (const auto* day = person_days.next()) {
    while (next_epoch + 1 < epochs_.size() && epochs_[next_epoch + 1] <= day->facts.date) ++next_epoch;
    if (in_service && (day->stay->unit != unit || next_epoch != epoch)) {
      count_live(person, unit, epoch, tally);
      tally = {};
    }
    in_service = true;
    unit = day->stay->unit;
    epoch = next_epoch;
    tally.add(day->verdict);
    if (day->stay->works_at != unit) count_guest(person, *day);
  }
  if (in_service) count_live(person, unit, epoch, tally);
  if (frozen_ != nullptr) count_frozen(person);
}

void MonthJudge::count_guest(PersonNo person, const JudgedDay& day) {
  auto& guests = report_.guests;
  const auto home = day.stay->unit, host = day.stay->works_at;
  const auto known = std::find_if(guests.rbegin(), guests.rend(), [&](const GuestMonth& guest) {
    return guest.person == person && guest.home == home && guest.host == host;
  });
  auto& guest = known != guests.rend()
                    ? *known
                    : guests.emplace_back(GuestMonth{person, home, host, {day.facts.date}, {}});
  guest.days.to = day.facts.date;
  guest.tally.add(day.verdict);
}

/// Where the unit is frozen, who is on its sheet is still seen in it on the days of service without sessions.
void MonthJudge::count_live(PersonNo person, UnitNo unit, std::size_t epoch, const Tally& tally) {
  if (frozen_ == nullptr || !frozen_->contains(unit)) {
    count(person, unit, epoch, tally);
  } else if (std::ranges::count(frozen_->of(person), unit, &FrozenUnits::Row::unit) > 0) {
    count(person, unit, epoch, {});
  }
}

void MonthJudge::count_frozen(PersonNo person) {
  for (const auto& row : frozen_->of(person)) {
    for (const auto& [date, tally] : row.days) count(person, row.unit, epoch_of(date), tally);
    if (counted_own_[row.unit] != person + 1) count(person, row.unit, epochs_.size() - 1, {});
  }
}

std::size_t MonthJudge::epoch_of(Date date) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(epochs_, date) - epochs_.begin()) - 1;
}

void MonthJudge::count(PersonNo person, UnitNo unit, std::size_t epoch, const Tally& tally) {
  count_in_units(person, unit, epoch, tally);
  for (auto row = report_.people.rbegin(); row != report_.people.rend() && row->person == person; ++row) {
    if (row->unit == unit) {
      row->tally += tally;
      return;
    }
  }
  report_.people.push_back({person, unit, tally});
}

void MonthJudge::count_in_units(PersonNo person, UnitNo unit, std::size_t epoch, const Tally& tally) {
  const auto count_once = [&](std::vector<PersonNo>& counted, UnitNo where, std::uint32_t& staff) {
    if (counted[where] == person + 1) return;
    counted[where] = person + 1;
    ++staff;
  };
  auto& own = report_.units[unit];
  own.own += tally;
  count_once(counted_own_, unit, own.own_staff);
  for (const auto above : lines_[epoch * report_.units.size() + unit]) {
    report_.units[above].subtree += tally;
    count_once(counted_subtree_, above, report_.units[above].subtree_staff);
  }
}

void MonthJudge::join(MonthJudge&& other) {
  for (PersonNo person = 0; person < added_.size(); ++person) {
    if (other.added_[person]) added_[person] = true;
  }
  for (UnitNo unit = 0; unit < report_.units.size(); ++unit) report_.units[unit] += other.report_.units[unit];
  auto& people = report_.people;
  people.insert(people.end(), other.report_.people.begin(), other.report_.people.end());
  auto& guests = report_.guests;
  guests.insert(guests.end(), other.report_.guests.begin(), other.report_.guests.end());
}

namespace {

/// A person's own rows stay in their order.
std::vector<PersonMonth> by_person(const std::vector<PersonMonth>& rows, std::size_t people) {
  std::vector<std::uint32_t> place(people + 1);  // of the next row of each person
  for (const auto& row : rows) ++place[row.person + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<PersonMonth> ordered(rows.size());
  for (const auto& row : rows) ordered[place[row.person]++] = row;
  return ordered;
}

}  // namespace

/// They are numbered behind those whom the book knows.
void MonthJudge::count_strangers() {
  auto person = static_cast<PersonNo>(added_.size());
  for (const auto& rows : frozen_->strangers()) {
    for (const auto& row : rows) {
      for (const auto& [date, tally] : row.days) count_in_units(person, row.unit, epoch_of(date), tally);
      if (row.days.empty()) count_in_units(person, row.unit, epochs_.size() - 1, {});
    }
    ++person;
  }
}

MonthReport MonthJudge::finish() {
  for (PersonNo person = 0; person < added_.size(); ++person) {
    if (!added_[person]) add(person, {});
  }
  if (frozen_ != nullptr) count_strangers();
  report_.people = by_person(report_.people, added_.size());
  std::ranges::stable_sort(report_.guests, {}, &GuestMonth::person);
  return std::move(report_);
}

}  // namespace badge::attendance
