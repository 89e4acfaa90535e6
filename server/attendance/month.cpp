#include "server/attendance/month.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "server/attendance/frozen_units.hpp"
#include "server/attendance/regular_day.hpp"

namespace badge::attendance {

using std::chrono::days;

DateSpan days_of(std::chrono::year_month month) { return {Date(month / 1), Date(month / std::chrono::last)}; }

DateSpan with_neighbours(const DateSpan& span) { return {span.from - days(1), span.to + days(1)}; }

namespace {

/// Without those at both ends that speak of other days: after some years they are most of a person's papers.
std::span<const Absence> of_days(std::span<const Absence> papers, const DateSpan& span) {
  while (!papers.empty() && !papers.front().days.overlaps(span)) papers = papers.subspan(1);
  while (!papers.empty() && !papers.back().days.overlaps(span)) papers = papers.first(papers.size() - 1);
  return papers;
}

}  // namespace

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
  day_.facts.papers = of_days(book.absences(person), span);
  day_.facts.regimes = book.regimes(person);
  day_.facts.corrections = book.corrections(person);
  day_.facts.badge_times = book.people().badge_times(person);
  const auto day_before = span.from - days(1);
  day_.facts.plan = plan_on(book.stay_on(person, day_before), day_before, nullptr);
  stay_after_ = book.stay_on(person, span.from);
  day_.facts.after = plan_on(stay_after_, span.from, day_.facts.plan);
  mark_until(span.from, day_.facts.plan);
  first_tap_ = unmarked_;
  mark_until(span.from + days(1), day_.facts.after);
}

bool PersonDays::go_on() {
  auto& facts = day_.facts;
  const auto& book = in_force_.book();
  while (date_ <= days_.to) {
    facts.date = date_;
    facts.before = facts.plan;
    facts.plan = facts.after;
    day_.stay = stay_after_;
    date_ += days(1);
    // Stays never overlap, and most people stay.
    if (stay_after_ == nullptr || !stay_after_->days.contains(date_))
      stay_after_ = book.stay_on(person_, date_);
    facts.after = plan_on(stay_after_, date_, facts.plan);
    const auto first = std::exchange(first_tap_, unmarked_);
    mark_until(date_ + days(1), facts.after);  // a night reaches into it
    if (facts.plan == nullptr) continue;
    facts.taps = widened(first, first_tap_);
    facts.outages = in_force_.unit_day(day_.stay->works_at, facts.date).outages;
    return true;
  }
  return false;
}

const JudgedDay& PersonDays::judge() {
  attendance::judge(day_.facts, Watch(in_force_, *day_.stay, day_.facts.date), day_.verdict);
  return day_;
}

/// Few people are on duty rosters; the others share their plans.
const DayPlan* PersonDays::plan_on(const RuleBook::Stay* stay, Date date, const DayPlan* before) {
  const auto* plan = in_force_.plan_of(person_, stay, date);
  return plan == nullptr || duties_.empty() ? plan : with_own_duties(plan, date, before);
}

const DayPlan* PersonDays::with_own_duties(const DayPlan* plan, Date date, const DayPlan* before) {
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
  unmarked_ += marker_.mark(taps_.subspan(unmarked_), end, quiet);
}

/// The taps of the calendar day, and those of its neighbours that the windows reach.
std::span<const Tap> PersonDays::widened(std::size_t first, std::size_t end) const {
  const auto& facts = day_.facts;
  const auto& sessions = facts.plan->sessions;
  if (!sessions.empty()) {
    LocalTime from = facts.date + sessions.front().opens;
    LocalTime until = facts.date + sessions.back().closes + minutes(1);
    if (const auto night = shared_night(facts.plan, facts.after)) {
      until = std::max<LocalTime>(until, facts.date + night->closes + minutes(1));
    }
    if (const auto night = shared_night(facts.before, facts.plan)) {
      from = std::min<LocalTime>(from, facts.date - days(1) + night->opens);
    }
    while (first > 0 && taps_[first - 1].at >= from) --first;
    while (end < taps_.size() && taps_[end].at < until) ++end;
  }
  return taps_.subspan(first, end - first);
}

UnitMonth& UnitMonth::operator+=(const UnitMonth& other) {
  own += other.own;
  subtree += other.subtree;
  own_staff += other.own_staff;
  subtree_staff += other.subtree_staff;
  return *this;
}

MonthJudge::MonthJudge(const InForce& in_force, const DateSpan& span, LocalTime now,
                       const FrozenUnits* frozen)
    : in_force_(in_force),
      days_(span),
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
  own_.resize(lines_.size());
  report_.days = days_;
  report_.units.resize(units.size());
  report_.marks.resize(units.size() * static_cast<std::size_t>((days_.to - days_.from).count() + 1));
}

DayMark& MonthJudge::mark_at(Date date, UnitNo unit) {
  return report_.marks[static_cast<std::size_t>((date - days_.from).count()) * report_.units.size() + unit];
}

DayMark MonthReport::mark_of(UnitNo unit, const DateSpan& span) const {
  DayMark mark;
  for (auto date = std::max(span.from, days.from); date <= std::min(span.to, days.to);
       date += std::chrono::days(1)) {
    mark += marks[static_cast<std::size_t>((date - days.from).count()) * units.size() + unit];
  }
  return mark;
}

/// Of a regular day no verdict is made: it says "present" and nothing more.
DayMark MonthJudge::add_day(PersonDays& person_days, PersonNo person, std::uint64_t who, Tally& tally) {
  const auto& facts = person_days.facts();
  const auto sessions = facts.plan->sessions.size();
  if (sessions == 0) return {};
  auto* kept = kept_day(person, person_days.stay().unit, facts.date);
  if (is_regular_day(facts)) {
    tally.add_on_time(static_cast<std::uint32_t>(sessions));
    if (kept != nullptr) *kept = session_marks_of_regular_day(sessions);
    return mark_of_regular_day(who, facts.date, sessions);
  }
  const auto& verdict = person_days.judge().verdict;
  tally.add(verdict);
  if (kept != nullptr) *kept = session_marks(verdict);
  return attendance::mark_of(who, facts.date, verdict);
}

DayVerdictMarks* MonthJudge::kept_day(PersonNo person, UnitNo unit, Date date) {
  if (report_.person_days.empty() || (frozen_ != nullptr && frozen_->contains(unit))) return nullptr;
  return &report_.person_days[person][static_cast<std::size_t>((date - days_.from).count())];
}

void MonthJudge::add(PersonNo person, std::span<Tap> taps) {
  added_[person] = true;
  PersonDays person_days(in_force_, person, days_, taps, now_);
  std::size_t epoch = 0, next_epoch = 0;
  UnitNo unit = 0;
  Tally tally;
  bool in_service = false;
  if (!report_.person_days.empty())
    report_.person_days[person].resize(static_cast<std::size_t>((days_.to - days_.from).count() + 1));
  const auto who = person_mark(in_force_.book().people().code(person));
  while (person_days.go_on()) {
    const auto& facts = person_days.facts();
    while (next_epoch + 1 < epochs_.size() && epochs_[next_epoch + 1] <= facts.date) ++next_epoch;
    if (in_service && (person_days.stay().unit != unit || next_epoch != epoch)) {
      count_live(person, unit, epoch, tally);
      tally = {};
    }
    in_service = true;
    unit = person_days.stay().unit;
    epoch = next_epoch;
    const auto& stay = person_days.stay();
    if (stay.works_at == unit) {
      mark_at(facts.date, unit) += add_day(person_days, person, who, tally);
    } else {
      Tally of_day;
      mark_at(facts.date, unit) += add_day(person_days, person, who, of_day);
      tally += of_day;
      count_guest(person, stay, facts.date, of_day);
    }
  }
  if (in_service) count_live(person, unit, epoch, tally);
  if (frozen_ != nullptr) count_frozen(person);
}

void MonthJudge::count_guest(PersonNo person, const RuleBook::Stay& stay, Date date, const Tally& of_day) {
  auto& guests = report_.guests;
  const auto known = std::find_if(guests.rbegin(), guests.rend(), [&](const GuestMonth& guest) {
    return guest.person == person && guest.home == stay.unit && guest.host == stay.works_at;
  });
  auto& guest = known != guests.rend()
                    ? *known
                    : guests.emplace_back(GuestMonth{person, stay.unit, stay.works_at, {date}, {}});
  guest.days.to = date;
  guest.tally += of_day;
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
    for (const auto& [date, tally] : row.days) {
      if (days_.contains(date)) count(person, row.unit, epoch_of(date), tally);
    }
    if (row.days.empty()) count(person, row.unit, epochs_.size() - 1, {});
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
  const auto place = epoch * report_.units.size() + unit;
  own_[place] += tally;
  count_once(counted_own_, unit, report_.units[unit].own_staff);
  for (const auto above : lines_[place]) {
    count_once(counted_subtree_, above, report_.units[above].subtree_staff);
  }
}

void MonthJudge::join(MonthJudge&& other) {
  for (PersonNo person = 0; person < added_.size(); ++person) {
    if (other.added_[person]) added_[person] = true;
  }
  for (UnitNo unit = 0; unit < report_.units.size(); ++unit) report_.units[unit] += other.report_.units[unit];
  for (std::size_t place = 0; place < own_.size(); ++place) own_[place] += other.own_[place];
  for (std::size_t place = 0; place < report_.marks.size(); ++place)
    report_.marks[place] += other.report_.marks[place];
  for (PersonNo person = 0; person < report_.person_days.size(); ++person) {
    if (other.added_[person]) report_.person_days[person] = std::move(other.report_.person_days[person]);
  }
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
      for (const auto& [date, tally] : row.days) {
        if (days_.contains(date)) count_in_units(person, row.unit, epoch_of(date), tally);
      }
      if (row.days.empty()) count_in_units(person, row.unit, epochs_.size() - 1, {});
    }
    ++person;
  }
}

void MonthJudge::add_up_units() {
  for (std::size_t place = 0; place < own_.size(); ++place) {
    report_.units[place % report_.units.size()].own += own_[place];
    for (const auto above : lines_[place]) report_.units[above].subtree += own_[place];
  }
}

MonthReport MonthJudge::finish() {
  for (PersonNo person = 0; person < added_.size(); ++person) {
    if (!added_[person]) add(person, {});
  }
  if (frozen_ != nullptr) count_strangers();
  add_up_units();
  report_.people = by_person(report_.people, added_.size());
  std::ranges::stable_sort(report_.guests, {}, &GuestMonth::person);
  return std::move(report_);
}

}  // namespace badge::attendance
