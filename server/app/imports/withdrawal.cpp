#include "server/app/imports/withdrawal.hpp"

#include "server/app/imports/known.hpp"

namespace badge::app {

using namespace attendance;

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
        key.schedule = row.needed_name("schedule");
      });
      break;
    case ImportKind::duty_slots:
      withdraw(task, stored.duty_slots, {{"unit_code", "schedule", "from"}, {}},
               [](ImportRow& row, DutySlot& key) {
                 key.unit_code = row.needed_code("unit_code");
                 key.schedule = row.needed_name("schedule");
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
