// Taking back what other facts name: units, postings and schedules.
#include <set>

#include "server/app/imports/known.hpp"
#include "server/app/imports/schedule_files.hpp"
#include "server/app/imports/withdrawal.hpp"

namespace badge::app {
namespace {

using namespace attendance;

/// A unit or schedule that others name would leave them without hours or a place.
void refuse_while_named(ImportTask& task, std::string_view column, std::string_view code, std::size_t line,
                        const std::string& by) {
  task.report.add(line, column, code,
                  task.report.say("còn được dùng ở {}; sửa hoặc rút lại dòng đó trước",
                                  "is still used by {}; mend or withdraw that first", by));
}

/// Who follows a schedule, in words; empty: nobody.
std::string user_of(std::string_view schedule, const store::RosterFacts& facts) {
  const auto uses = [&](const auto& fact) { return fact.schedule == schedule; };
  if (const auto found = std::ranges::find_if(facts.assignments, uses); found != facts.assignments.end()) {
    return fmt::format("assignments \"{}{}\"", found->unit_code, found->staff_code);
  }
  if (const auto found = std::ranges::find_if(facts.duties, uses); found != facts.duties.end()) {
    return fmt::format("duties \"{}\" ({})", found->staff_code, show_date(found->date));
  }
  if (const auto found = std::ranges::find_if(facts.duty_slots, uses); found != facts.duty_slots.end()) {
    return fmt::format("duty_slots \"{}\"", found->unit_code);
  }
  return {};
}

}  // namespace

void withdraw_units(ImportTask& task) {
  const auto withdrawal =
      withdraw(task, task.stored.units, {{"code", "valid_from"}, {}}, [](ImportRow& row, Unit& unit) {
        unit.code = row.needed_code("code");
        unit.valid.from = row.date("valid_from");
      });
  const auto rest = withdrawal.rest();
  const UnitHistory history(rest);
  std::map<std::string_view, std::size_t> lines;
  withdrawal.for_each_withdrawn([&](const Unit& unit, std::size_t line) { lines.emplace(unit.code, line); });
  std::set<std::string_view> told;  // one reason for each code is enough to begin with
  const auto check = [&](std::string_view code, const DateSpan& span, std::string_view table,
                         std::string_view name) {
    const auto line = lines.find(code);
    if (line == lines.end() || !history.objection(code, span, task.report) || !told.insert(code).second)
      return;
    refuse_while_named(task, "code", code, line->second,
                       fmt::format("{} \"{}\" ({})", table, name, show_span(span)));
  };
  for (const auto& unit : rest) check(unit.parent_code, unit.valid, "units", unit.code);
  for (const auto& posting : task.stored.postings) {
    check(posting.unit_code, posting.valid, "staff", posting.staff_code);
    check(posting.works_at, posting.valid, "staff", posting.staff_code);
  }
  for (const auto& head : task.stored.heads) check(head.unit_code, head.valid, "heads", head.staff_code);
  for (const auto& one : task.stored.successions) {
    const auto before = one.date - std::chrono::days(1);
    check(one.from_unit, {before, before}, "successions", one.to_unit);
    check(one.to_unit, {one.date, one.date}, "successions", one.from_unit);
  }
  for (const auto& rule : task.stored.pay_periods)
    check(rule.unit_code, {rule.valid_from, rule.valid_from}, "pay_periods", rule.unit_code);
  for (const auto& card : task.stored.temporary_cards)
    check(card.unit_code, card.valid, "temporary_cards", card.label);
  for (const auto& service : task.stored.entrances)
    check(service.unit_code, service.valid, "entrances", service.entrance);
  for (const auto& one : task.stored.assignments)
    check(one.unit_code, one.valid, "assignments", one.schedule);
  for (const auto& slot : task.stored.duty_slots)
    check(slot.unit_code, slot.days, "duty_slots", slot.schedule);
  for (const auto& duty : task.stored.duties)
    check(duty.unit_code, {duty.date, duty.date}, "duties", duty.staff_code);
  for (const auto& symbol : task.aids.symbols)
    check(symbol.unit_code, {symbol.valid_from, symbol.valid_from}, "symbols", symbol.symbol);
  for (const auto& form : task.aids.timesheet_forms)
    check(form.unit_code, {form.valid_from, form.valid_from}, "timesheet_forms", form.unit_code);
  for (const auto& rule : task.aids.list_rules)
    check(rule.unit_code, {rule.valid_from, rule.valid_from}, "list_rules", rule.unit_code);
  for (const auto& value : task.aids.indicators) {
    const auto [first, last] = days_of(value.period);
    if (!history.exists_during(value.unit_code, {first, last}))
      check(value.unit_code, {first, last}, "indicators", to_string(value.indicator));
  }
}

void withdraw_postings(ImportTask& task) {
  const auto withdrawal =
      withdraw(task, task.stored.postings, {{"code", "valid_from"}, {}}, [](ImportRow& row, Posting& key) {
        key.staff_code = row.needed_code("code");
        key.valid.from = row.date("valid_from");
      });
  store::RosterFacts rest;
  rest.postings = withdrawal.rest();
  const Known known(rest, task.report);
  std::map<std::string_view, std::size_t> lines;
  withdrawal.for_each_withdrawn(
      [&](const Posting& posting, std::size_t line) { lines.emplace(posting.staff_code, line); });
  std::set<std::string_view> told;
  const auto check = [&](std::string_view code, const DateSpan& span, std::string_view table) {
    const auto line = lines.find(code);
    if (line == lines.end() || !known.first_day_off_service(code, span) || !told.insert(code).second) return;
    refuse_while_named(task, "code", code, line->second, fmt::format("{} ({})", table, show_span(span)));
  };
  const auto& stored = task.stored;
  for (const auto& head : stored.heads) check(head.staff_code, head.valid, "heads");
  for (const auto& absence : stored.absences) check(absence.staff_code, absence.days, "absences");
  for (const auto& regime : stored.regimes) check(regime.staff_code, regime.days, "regimes");
  for (const auto& duty : stored.duties) check(duty.staff_code, {duty.date, duty.date}, "duties");
  for (const auto& one : stored.corrections) check(one.staff_code, {one.date, one.date}, "corrections");
  for (const auto& credit : stored.credits) check(credit.staff_code, {credit.date, credit.date}, "credits");
}

void withdraw_schedules(ImportTask& task) {
  Withdrawal<Schedule> withdrawal(task, task.stored.schedules);
  const bool is_table = is_schedule_table(task.text);
  const auto names = is_table ? names_in_schedule_table(task) : names_in_schedule_toml(task);
  const auto* const column = is_table ? "schedule" : "name";
  task.plan.rows = names.size();
  for (const auto& [name, line] : names) {
    Schedule key;
    key.name = name;
    if (auto fault = withdrawal.take(key, line)) task.report.add(line, column, name, std::move(*fault));
  }
  withdrawal.for_each_withdrawn([&](const Schedule& schedule, std::size_t line) {
    if (const auto user = user_of(schedule.name, task.stored); !user.empty()) {
      refuse_while_named(task, column, schedule.name, line, user);
    }
  });
}

}  // namespace badge::app
