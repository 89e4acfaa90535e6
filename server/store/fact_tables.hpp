#pragma once
/// Tables of the facts of facts.hpp: units, people, hours, calendar. What an entry holds: fact_columns.hpp.
#include "server/store/fact_columns.hpp"

namespace badge::store {

template <>
struct FactTable<attendance::Unit> {
  static constexpr std::string_view name = "unit", key = "code, valid_from",
                                    columns = "code, valid_from, valid_to, name, kind, parent_code";
  static auto values_of(const attendance::Unit& u) {
    return std::tuple(columns::Text(u.code), columns::day(u.valid.from), columns::day(u.valid.to),
                      columns::Text(u.name), columns::Text(u.kind), columns::Text(u.parent_code));
  }
  static attendance::Unit read(const Statement& row) {
    return {row.string(0), row.string(3), row.string(4), row.string(5), columns::span(row, 1, 2)};
  }
};

template <>
struct FactTable<attendance::Posting> {
  static constexpr std::string_view
      name = "posting",
      key = "staff_code, valid_from",
      columns =
          "staff_code, valid_from, valid_to, full_name, unit_code, job, category,"
          " list_order, works_at, entrances";
  static auto values_of(const attendance::Posting& p) {
    return std::tuple(columns::Text(p.staff_code), columns::day(p.valid.from), columns::day(p.valid.to),
                      columns::Text(p.full_name), columns::Text(p.unit_code), columns::Text(p.position),
                      columns::Text(p.category), std::int64_t{p.list_order}, columns::Text(p.works_at),
                      columns::joined(p.entrances));
  }
  static attendance::Posting read(const Statement& row) {
    return {row.string(0),           row.string(3), row.string(4),
            row.string(5),           row.string(6), columns::span(row, 1, 2),
            row.as<std::int32_t>(7), row.string(8), columns::split(row.text(9))};
  }
};

template <>
struct FactTable<attendance::Badge> {
  static constexpr std::string_view name = "badge", key = "uid, valid_from",
                                    columns = "uid, valid_from, valid_to, staff_code, state, temporary";
  static auto values_of(const attendance::Badge& b) {
    return std::tuple(columns::Text(b.uid), columns::day(b.valid.from), columns::day(b.valid.to),
                      columns::Text(b.staff_code), static_cast<std::int64_t>(b.state), b.temporary);
  }
  static attendance::Badge read(const Statement& row) {
    return {row.string(3), row.string(0), columns::span(row, 1, 2), row.as<attendance::BadgeState>(4),
            row.integer(5) != 0};
  }
};

template <>
struct FactTable<attendance::CardNumber> {
  static constexpr std::string_view name = "card_number", key = "mark, valid_from",
                                    columns = "mark, valid_from, valid_to, staff_code, shown";
  static auto values_of(const attendance::CardNumber& c) {
    return std::tuple(columns::Text(c.mark), columns::day(c.valid.from), columns::day(c.valid.to),
                      columns::Text(c.staff_code), columns::Text(c.shown));
  }
  static attendance::CardNumber read(const Statement& row) {
    return {row.string(3), row.string(0), row.string(4), columns::span(row, 1, 2)};
  }
};

template <>
struct FactTable<attendance::TemporaryCard> {
  static constexpr std::string_view name = "temporary_card", key = "uid, valid_from",
                                    columns = "uid, valid_from, valid_to, label, unit_code";
  static auto values_of(const attendance::TemporaryCard& c) {
    return std::tuple(columns::Text(c.uid), columns::day(c.valid.from), columns::day(c.valid.to),
                      columns::Text(c.label), columns::Text(c.unit_code));
  }
  static attendance::TemporaryCard read(const Statement& row) {
    return {row.string(3), row.string(0), row.string(4), columns::span(row, 1, 2)};
  }
};

template <>
struct FactTable<attendance::CardLoan> {
  static constexpr std::string_view name = "card_loan", key = "uid, from_s",
                                    columns = "uid, from_s, until_s, staff_code, cause, label, returned_s";
  static auto values_of(const attendance::CardLoan& l) {
    const auto returned =
        l.returned ? std::optional<std::int64_t>(columns::second(*l.returned)) : std::nullopt;
    return std::tuple(columns::Text(l.uid), columns::second(l.from), columns::second(l.until),
                      columns::Text(l.staff_code), static_cast<std::int64_t>(l.cause), columns::Text(l.label),
                      returned);
  }
  static attendance::CardLoan read(const Statement& row) {
    attendance::CardLoan loan{row.string(0),
                              row.string(3),
                              columns::local_time(row.integer(1)),
                              columns::local_time(row.integer(2)),
                              row.as<attendance::LoanCause>(4),
                              row.string(5)};
    if (!row.is_null(6)) loan.returned = columns::local_time(row.integer(6));
    return loan;
  }
};

template <>
struct FactTable<attendance::EntranceService> {
  static constexpr std::string_view name = "entrance_service", key = "entrance, unit_code, valid_from",
                                    columns = "entrance, unit_code, valid_from, valid_to";
  static auto values_of(const attendance::EntranceService& e) {
    return std::tuple(columns::Text(e.entrance), columns::Text(e.unit_code), columns::day(e.valid.from),
                      columns::day(e.valid.to));
  }
  static attendance::EntranceService read(const Statement& row) {
    return {row.string(0), row.string(1), columns::span(row, 2, 3)};
  }
};

/// Seasons and sessions lie in tables of their own: see schedule_seasons.hpp.
template <>
struct FactTable<attendance::Schedule> {
  static constexpr std::string_view
      name = "schedule",
      key = "name",
      columns =
          "name, taps, repeat_quiet_s, stay_min, lone_tap_reach_min,"
          " noon_one_tap, minutes_after_grace, ignores_calendar, explanation_days";
  static auto values_of(const attendance::Schedule& s) {
    return std::tuple(columns::Text(s.name), static_cast<std::int64_t>(s.taps),
                      columns::count(s.repeat_quiet), columns::count(s.stay_min),
                      columns::count(s.lone_tap_reach), s.noon_one_tap, s.minutes_after_grace,
                      s.ignores_calendar, std::int64_t{s.explanation_days});
  }
  static attendance::Schedule read(const Statement& row) {
    using attendance::minutes;
    return {row.string(0),
            row.as<attendance::TapsDemanded>(1),
            attendance::seconds(row.integer(2)),
            minutes(row.integer(3)),
            minutes(row.integer(4)),
            row.integer(5) != 0,
            row.integer(6) != 0,
            {},
            row.integer(7) != 0,
            row.as<std::int32_t>(8)};
  }
};

template <>
struct FactTable<attendance::Assignment> {
  static constexpr std::string_view name = "assignment", key = "unit_code, staff_code, valid_from",
                                    columns = "unit_code, staff_code, valid_from, valid_to, schedule";
  static auto values_of(const attendance::Assignment& a) {
    return std::tuple(columns::Text(a.unit_code), columns::Text(a.staff_code), columns::day(a.valid.from),
                      columns::day(a.valid.to), columns::Text(a.schedule));
  }
  static attendance::Assignment read(const Statement& row) {
    return {row.string(4), row.string(0), row.string(1), columns::span(row, 2, 3)};
  }
};

template <>
struct FactTable<attendance::CalendarDay> {
  static constexpr std::string_view
      name = "calendar_day",
      key = "date, unit_code",
      columns = "date, unit_code, kind, name, works_like, from_min, except_units, except_staff, paper";
  static auto values_of(const attendance::CalendarDay& c) {
    const auto weekday =
        c.works_like ? std::optional<std::uint32_t>(c.works_like->c_encoding()) : std::nullopt;
    return std::tuple(columns::day(c.date), columns::Text(c.unit_code), static_cast<std::int64_t>(c.kind),
                      columns::Text(c.name), weekday, columns::count(c.from), columns::joined(c.except_units),
                      columns::joined(c.except_staff), columns::Text(c.paper));
  }
  static attendance::CalendarDay read(const Statement& row) {
    attendance::CalendarDay day{columns::date(row.integer(0)),
                                row.as<attendance::CalendarKind>(2),
                                row.string(3),
                                {},
                                row.string(1),
                                attendance::minutes(row.integer(5)),
                                columns::split(row.text(6)),
                                columns::split(row.text(7)),
                                row.string(8)};
    if (!row.is_null(4)) day.works_like = std::chrono::weekday(row.as<unsigned>(4));
    return day;
  }
};

template <>
struct FactTable<attendance::Head> {
  static constexpr std::string_view name = "head", key = "unit_code, staff_code, valid_from",
                                    columns = "unit_code, staff_code, valid_from, valid_to, role, paper";
  static auto values_of(const attendance::Head& h) {
    return std::tuple(columns::Text(h.unit_code), columns::Text(h.staff_code), columns::day(h.valid.from),
                      columns::day(h.valid.to), static_cast<std::int64_t>(h.role), columns::Text(h.paper));
  }
  static attendance::Head read(const Statement& row) {
    return {row.string(0), row.string(1), row.as<attendance::HeadRole>(4), columns::span(row, 2, 3),
            row.string(5)};
  }
};

template <>
struct FactTable<attendance::Succession> {
  static constexpr std::string_view name = "succession", key = "from_unit, to_unit, date",
                                    columns = "from_unit, to_unit, date, paper";
  static auto values_of(const attendance::Succession& s) {
    return std::tuple(columns::Text(s.from_unit), columns::Text(s.to_unit), columns::day(s.date),
                      columns::Text(s.paper));
  }
  static attendance::Succession read(const Statement& row) {
    return {row.string(0), row.string(1), columns::date(row.integer(2)), row.string(3)};
  }
};

template <>
struct FactTable<attendance::PayPeriod> {
  static constexpr std::string_view name = "pay_period", key = "unit_code, valid_from",
                                    columns = "unit_code, valid_from, first_day";
  static auto values_of(const attendance::PayPeriod& p) {
    return std::tuple(columns::Text(p.unit_code), columns::day(p.valid_from), std::int64_t{p.first_day});
  }
  static attendance::PayPeriod read(const Statement& row) {
    return {row.string(0), columns::date(row.integer(1)), row.as<int>(2)};
  }
};

template <>
struct FactTable<attendance::ReaderEnd> {
  static constexpr std::string_view name = "reader_end", key = "entrance, reader",
                                    columns = "entrance, reader, at, ruled_by, reason";
  static auto values_of(const attendance::ReaderEnd& e) {
    return std::tuple(columns::Text(e.entrance), columns::Text(e.reader), columns::second(e.at),
                      columns::Text(e.ruled_by), columns::Text(e.reason));
  }
  static attendance::ReaderEnd read(const Statement& row) {
    return {row.string(0), row.string(1), columns::local_time(row.integer(2)), row.string(3), row.string(4)};
  }
};

template <>
struct FactTable<attendance::ClockRuling> {
  static constexpr std::string_view name = "clock_ruling", key = "stream, first_seq",
                                    columns = "stream, first_seq, last_seq, offset_s, ruled_by, reason";
  static auto values_of(const attendance::ClockRuling& c) {
    return std::tuple(columns::Text(c.stream), static_cast<std::int64_t>(c.first_seq),
                      static_cast<std::int64_t>(c.last_seq), columns::count(c.offset),
                      columns::Text(c.ruled_by), columns::Text(c.reason));
  }
  static attendance::ClockRuling read(const Statement& row) {
    return {row.string(0),
            row.as<std::uint64_t>(1),
            row.as<std::uint64_t>(2),
            attendance::seconds(row.integer(3)),
            row.string(4),
            row.string(5)};
  }
};

template <>
struct FactTable<attendance::Completeness> {
  static constexpr std::string_view name = "completeness", key = "unit_code, first_date, last_date",
                                    columns = "unit_code, first_date, last_date, stated_by";
  static auto values_of(const attendance::Completeness& c) {
    return std::tuple(columns::Text(c.unit_code), columns::day(c.days.from), columns::day(c.days.to),
                      columns::Text(c.stated_by));
  }
  static attendance::Completeness read(const Statement& row) {
    return {row.string(0), columns::span(row, 1, 2), row.string(3)};
  }
};

template <>
struct FactTable<inspection::IndicatorValue> {
  static constexpr std::string_view name = "indicator", key = "unit_code, year, quarter, month, indicator",
                                    columns =
                                        "unit_code, year, quarter, month, indicator, value, source_paper";
  static auto values_of(const inspection::IndicatorValue& i) {
    return std::tuple(columns::Text(i.unit_code), std::int64_t{i.period.year}, std::int64_t{i.period.quarter},
                      std::int64_t{i.period.month}, to_string(i.indicator), i.value,
                      columns::Text(i.source_paper));
  }
  static inspection::IndicatorValue read(const Statement& row) {
    using inspection::Indicator;
    return {row.string(0),
            {row.as<int>(1), row.as<int>(2), row.as<int>(3)},
            inspection::parse<Indicator>(row.text(4)).value_or(Indicator::tasks_in_time),
            row.integer(5),
            row.string(6)};
  }
};

template <>
struct FactTable<attendance::TimesheetSymbol> {
  static constexpr std::string_view name = "timesheet_symbol", key = "unit_code, valid_from, meaning",
                                    columns =
                                        "unit_code, valid_from, meaning, symbol, name, column_name,"
                                        " weight_halves";
  static auto values_of(const attendance::TimesheetSymbol& s) {
    return std::tuple(columns::Text(s.unit_code), columns::day(s.valid_from), to_string(s.meaning),
                      columns::Text(s.symbol), columns::Text(s.name), columns::Text(s.column),
                      std::int64_t{s.weight_halves});
  }
  static attendance::TimesheetSymbol read(const Statement& row) {
    using attendance::DayMeaning;
    return {row.string(0),
            columns::date(row.integer(1)),
            attendance::parse_day_meaning(row.text(2)).value_or(DayMeaning::worked),
            row.string(3),
            row.string(4),
            row.string(5),
            row.as<std::int32_t>(6)};
  }
};

template <>
struct FactTable<attendance::TimesheetForm> {
  static constexpr std::string_view name = "timesheet_form", key = "unit_code, valid_from",
                                    columns =
                                        "unit_code, valid_from, method, half_days, body, budget_code, form,"
                                        " issued_by, timekeeper, division_head, approver";
  static auto values_of(const attendance::TimesheetForm& f) {
    return std::tuple(columns::Text(f.unit_code), columns::day(f.valid_from),
                      static_cast<std::int64_t>(f.method), static_cast<std::int64_t>(f.half_days),
                      columns::Text(f.body), columns::Text(f.budget_code), columns::Text(f.form),
                      columns::Text(f.issued_by), columns::Text(f.timekeeper), columns::Text(f.division_head),
                      columns::Text(f.approver));
  }
  static attendance::TimesheetForm read(const Statement& row) {
    return {row.string(0),
            columns::date(row.integer(1)),
            row.as<attendance::TimesheetMethod>(2),
            row.as<attendance::HalfDays>(3),
            row.string(4),
            row.string(5),
            row.string(6),
            row.string(7),
            row.string(8),
            row.string(9),
            row.string(10)};
  }
};

template <>
struct FactTable<attendance::NamedPeriod> {
  static constexpr std::string_view name = "named_period", key = "code",
                                    columns = "code, name, first_date, last_date, compared_from, compared_to";
  static auto values_of(const attendance::NamedPeriod& p) {
    const auto compared = [&](attendance::Date attendance::DateSpan::* end) {
      return p.compared_with ? std::optional(columns::day((*p.compared_with).*end)) : std::nullopt;
    };
    return std::tuple(columns::Text(p.code), columns::Text(p.name), columns::day(p.days.from),
                      columns::day(p.days.to), compared(&attendance::DateSpan::from),
                      compared(&attendance::DateSpan::to));
  }
  static attendance::NamedPeriod read(const Statement& row) {
    attendance::NamedPeriod period{
        row.string(0), row.string(1), {columns::date(row.integer(2)), columns::date(row.integer(3))}};
    if (!row.is_null(4))
      period.compared_with = {{columns::date(row.integer(4)), columns::date(row.integer(5))}};
    return period;
  }
};

}  // namespace badge::store
