#include <algorithm>
#include <map>
#include <set>

#include "server/app/import_known.hpp"
#include "server/app/import_merge.hpp"
#include "server/app/imports/schedule_files.hpp"

namespace badge::app {
namespace {

using namespace attendance;

/// The facts in force by their keys, each withdrawn once.
template <class Fact>
class Withdrawal {
 public:
  Withdrawal(ImportTask& task, const std::vector<Fact>& stored) : task_(task) {
    for (const auto& fact : stored) by_key_.emplace(store::key_of(fact), InForce{&fact});
  }

  /// A sentence about what is wrong, or nothing: the fact is withdrawn.
  [[nodiscard]] std::optional<std::string> take(const Fact& key, std::size_t line) {
    const auto found = by_key_.find(store::key_of(key));
    if (found == by_key_.end()) {
      return task_.report.say("không có gì đang có hiệu lực khớp với dòng này; kiểm tra mã và ngày",
                              "nothing in force has this key; look at the codes and dates");
    }
    if (found->second.line != 0) {
      return task_.report.say("đã rút lại ở dòng {}; chỉ giữ một dòng",
                              "line {} withdraws it already; keep one of them", found->second.line);
    }
    found->second.line = line;
    task_.plan.withdrawn.emplace_back(*found->second.fact);
    return std::nullopt;
  }

  /// Those that stay.
  [[nodiscard]] std::vector<Fact> rest() const {
    std::vector<Fact> rest;
    for (const auto& [key, fact] : by_key_) {
      if (fact.line == 0) rest.push_back(*fact.fact);
    }
    return rest;
  }
  /// Calls `visit` with the line that withdraws each of the others.
  template <class Visit>
  void for_each_withdrawn(Visit visit) const {
    for (const auto& [key, fact] : by_key_) {
      if (fact.line != 0) visit(*fact.fact, fact.line);
    }
  }

 private:
  struct InForce {
    const Fact* fact;
    std::size_t line = 0;  // that withdraws it
  };
  ImportTask& task_;
  std::map<decltype(store::key_of(Fact{})), InForce> by_key_;
};

/// Reads the columns of the key only; `read` makes a fact that has the key of the row.
template <class Fact, class Read>
Withdrawal<Fact> withdraw(ImportTask& task, const std::vector<Fact>& stored, const ImportColumns& columns,
                          Read read) {
  Withdrawal<Fact> withdrawal(task, stored);
  const auto table = read_table(task.text, columns, task.report, [&](ImportRow& row) {
    Fact key;
    read(row, key);
    if (!row.good()) return;
    if (auto fault = withdrawal.take(key, row.line()))
      row.refuse(columns.required.front(), std::move(*fault));
  });
  task.plan.rows = table.rows;
  return withdrawal;
}

/// A unit or schedule that others name would leave them without hours or a place.
void refuse_while_named(ImportTask& task, std::string_view column, std::string_view code, std::size_t line,
                        const std::string& by) {
  task.report.add(line, column, code,
                  task.report.say("còn được dùng ở {}; sửa hoặc rút lại dòng đó trước",
                                  "is still used by {}; mend or withdraw that first", by));
}

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

void withdraw_schedules(ImportTask& task) {
  Withdrawal<Schedule> withdrawal(task, task.stored.schedules);
  const bool is_table = is_schedule_table(task.text);
  const auto names = is_table ? names_in_schedule_table(task) : names_in_schedule_toml(task);
  task.plan.rows = names.size();
  for (const auto& [name, line] : names) {
    Schedule key;
    key.name = name;
    if (auto fault = withdrawal.take(key, line))
      task.report.add(line, is_table ? "schedule" : "name", name, std::move(*fault));
  }
  withdrawal.for_each_withdrawn([&](const Schedule& schedule, std::size_t line) {
    if (const auto user = user_of(schedule.name, task.stored); !user.empty()) {
      refuse_while_named(task, "name", schedule.name, line, user);
    }
  });
}

}  // namespace

void plan_withdrawal(ImportTask& task, ImportKind kind) {
  const auto& stored = task.stored;
  switch (kind) {
    case ImportKind::units:
      return withdraw_units(task);
    case ImportKind::schedules:
      return withdraw_schedules(task);
    case ImportKind::staff:
      return withdraw_postings(task);
    case ImportKind::badges:
      withdraw(task, stored.badges, {{"uid", "valid_from"}, {}}, [](ImportRow& row, Badge& key) {
        key.uid = row.card("uid");
        key.valid.from = row.date("valid_from");
      });
      break;
    case ImportKind::card_numbers:
      withdraw(task, stored.card_numbers, {{"number", "valid_from"}, {}},
               [&](ImportRow& row, CardNumber& key) {
                 const auto number = row.card_number("number");
                 if (row.good()) key.mark = task.aids.mark_number(number);
                 key.valid.from = row.date("valid_from");
               });
      break;
    case ImportKind::temporary_cards:
      withdraw(task, stored.temporary_cards, {{"uid", "valid_from"}, {}},
               [](ImportRow& row, TemporaryCard& key) {
                 key.uid = row.card("uid");
                 key.valid.from = row.date("valid_from");
               });
      break;
    case ImportKind::entrances:
      withdraw(task, stored.entrances, {{"entrance", "unit_code", "valid_from"}, {}},
               [](ImportRow& row, EntranceService& key) {
                 key.entrance = row.needed_code("entrance");
                 key.unit_code = row.needed_code("unit_code");
                 key.valid.from = row.date("valid_from");
               });
      break;
    case ImportKind::reader_ends:
      withdraw(task, stored.reader_ends, {{"entrance", "reader"}, {}}, [](ImportRow& row, ReaderEnd& key) {
        key.entrance = row.needed_code("entrance");
        key.reader = row.needed_code("reader");
      });
      break;
    case ImportKind::clock_rulings:
      withdraw(task, stored.clock_rulings, {{"stream", "first_seq"}, {}},
               [](ImportRow& row, ClockRuling& key) {
                 key.stream = row.needed_code("stream");
                 key.first_seq =
                     static_cast<std::uint64_t>(row.needed_number("first_seq", 1, rows_in_a_stream_max));
               });
      break;
    case ImportKind::assignments:
      withdraw(task, stored.assignments, {{"unit_code", "staff_code", "valid_from"}, {}},
               [](ImportRow& row, Assignment& key) {
                 key.unit_code = row.code("unit_code");
                 key.staff_code = row.code("staff_code");
                 key.valid.from = row.date("valid_from");
               });
      break;
    case ImportKind::calendar:
      withdraw(task, stored.calendar, {{"date"}, {"unit_code"}}, [](ImportRow& row, CalendarDay& key) {
        key.date = row.date("date");
        key.unit_code = row.code("unit_code");
      });
      break;
    case ImportKind::heads:
      withdraw(task, stored.heads, {{"unit_code", "staff_code", "valid_from"}, {}},
               [](ImportRow& row, Head& key) {
                 key.unit_code = row.needed_code("unit_code");
                 key.staff_code = row.needed_code("staff_code");
                 key.valid.from = row.date("valid_from");
               });
      break;
    case ImportKind::successions:
      withdraw(task, stored.successions, {{"from_unit", "to_unit", "date"}, {}},
               [](ImportRow& row, Succession& key) {
                 key.from_unit = row.needed_code("from_unit");
                 key.to_unit = row.needed_code("to_unit");
                 key.date = row.date("date");
               });
      break;
    case ImportKind::pay_periods:
      withdraw(task, stored.pay_periods, {{"unit_code", "valid_from"}, {}},
               [](ImportRow& row, PayPeriod& key) {
                 key.unit_code = row.needed_code("unit_code");
                 key.valid_from = row.date("valid_from");
               });
      break;
    case ImportKind::absences: {
      const Known known(stored, task.report);
      withdraw(task, stored.absences, {{"staff_code", "from"}, {"sessions", "from_time"}},
               [&](ImportRow& row, Absence& key) {
                 key.staff_code = row.needed_code("staff_code");
                 key.days.from = row.date("from");
                 key.sessions = known.sessions(row, "sessions");
                 if (const auto from = row.clock("from_time")) key.time = ClockSpan{*from, *from};
               });
      break;
    }
    case ImportKind::regimes:
      withdraw(task, stored.regimes, {{"staff_code", "kind", "from"}, {}}, [](ImportRow& row, Regime& key) {
        key.staff_code = row.needed_code("staff_code");
        key.kind = row.needed_word("kind", regime_words()).value_or(RegimeKind::nursing);
        key.days.from = row.date("from");
      });
      break;
    case ImportKind::duties:
      withdraw(task, stored.duties, {{"staff_code", "date", "schedule"}, {}}, [](ImportRow& row, Duty& key) {
        key.staff_code = row.needed_code("staff_code");
        key.date = row.date("date");
        key.schedule = row.needed_code("schedule");
      });
      break;
    case ImportKind::duty_slots:
      withdraw(task, stored.duty_slots, {{"unit_code", "schedule", "from"}, {}},
               [](ImportRow& row, DutySlot& key) {
                 key.unit_code = row.needed_code("unit_code");
                 key.schedule = row.needed_code("schedule");
                 key.days.from = row.date("from");
               });
      break;
    case ImportKind::corrections: {
      const Known known(stored, task.report);
      withdraw(task, stored.corrections, {{"staff_code", "unit_code", "date", "effect"}, {"session"}},
               [&](ImportRow& row, Correction& key) {
                 key.staff_code = row.code("staff_code");
                 key.unit_code = row.code("unit_code");
                 key.date = row.date("date");
                 key.effect =
                     row.needed_word("effect", correction_effect_words()).value_or(CorrectionEffect::present);
                 if (auto session = known.sessions(row, "session"); !session.empty())
                   key.session = session.front();
               });
      break;
    }
    case ImportKind::entitlements:
      withdraw(task, stored.entitlements, {{"staff_code", "year"}, {}},
               [](ImportRow& row, LeaveEntitlement& key) {
                 key.staff_code = row.needed_code("staff_code");
                 key.year = row.needed_number("year", 0, 9999);
               });
      break;
    case ImportKind::credits:
      withdraw(task, stored.credits, {{"staff_code", "date", "from_time"}, {}},
               [](ImportRow& row, Credit& key) {
                 key.staff_code = row.needed_code("staff_code");
                 key.date = row.date("date");
                 if (row.cell("from_time").empty()) row.refuse_empty("from_time");
                 key.time.from = row.clock("from_time").value_or(minutes(0));
               });
      break;
    case ImportKind::indicators:
      withdraw(task, task.aids.indicators, {{"unit_code", "period", "indicator"}, {}},
               [](ImportRow& row, inspection::IndicatorValue& key) {
                 key.unit_code = row.needed_code("unit_code");
                 key.period = row.period("period");
                 key.indicator = row.needed_word("indicator", indicator_words()).value_or(key.indicator);
               });
      break;
    case ImportKind::symbols:
      withdraw(task, task.aids.symbols, {{"unit_code", "valid_from", "meaning"}, {}},
               [](ImportRow& row, TimesheetSymbol& key) {
                 key.unit_code = row.code("unit_code");
                 key.valid_from = row.date("valid_from");
                 key.meaning = row.needed_word("meaning", day_meaning_words()).value_or(key.meaning);
               });
      break;
    case ImportKind::timesheet_forms:
      withdraw(task, task.aids.timesheet_forms, {{"unit_code", "valid_from"}, {}},
               [](ImportRow& row, TimesheetForm& key) {
                 key.unit_code = row.code("unit_code");
                 key.valid_from = row.date("valid_from");
               });
      break;
    case ImportKind::named_periods:
      withdraw(task, task.aids.named_periods, {{"code"}, {}},
               [](ImportRow& row, attendance::NamedPeriod& key) { key.code = row.needed_code("code"); });
      break;
    case ImportKind::list_rules:
      withdraw(task, task.aids.list_rules, {{"unit_code", "valid_from"}, {}},
               [](ImportRow& row, attendance::ListRule& key) {
                 key.unit_code = row.code("unit_code");
                 key.valid_from = row.date("valid_from");
               });
      break;
    case ImportKind::trip_reports:
      withdraw(task, task.aids.trip_reports, {{"staff_code", "trip_from"}, {}},
               [](ImportRow& row, attendance::TripReport& key) {
                 key.staff_code = row.needed_code("staff_code");
                 key.trip_from = row.date("trip_from");
               });
      break;
  }
}

}  // namespace badge::app
