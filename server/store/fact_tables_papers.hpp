#pragma once
/// Tables of the facts of papers.hpp: what single people are granted, asked or told. What an entry holds:
/// fact_columns.hpp.
#include "server/store/fact_columns.hpp"

namespace badge::store {

template <>
struct FactTable<attendance::Absence> {
  static constexpr std::string_view name = "absence", key = "staff_code, first_date, sessions, from_min",
                                    columns =
                                        "staff_code, first_date, sessions, from_min, to_min, last_date, "
                                        "kind, paper, reported_at, weekdays, approved_by, kept_despite_taps";
  static auto values_of(const attendance::Absence& a) {
    const auto reported =
        a.reported_at ? std::optional<std::int64_t>(columns::second(*a.reported_at)) : std::nullopt;
    return std::tuple(columns::Text(a.staff_code), columns::day(a.days.from), columns::joined(a.sessions),
                      columns::from_min(a.time), columns::to_min(a.time), columns::day(a.days.to),
                      static_cast<std::int64_t>(a.kind), columns::Text(a.paper), reported,
                      std::int64_t{a.weekdays}, columns::Text(a.approved_by), a.kept_despite_taps);
  }
  static attendance::Absence read(const Statement& row) {
    attendance::Absence absence{row.string(0),
                                row.as<attendance::AbsenceKind>(6),
                                columns::span(row, 1, 5),
                                columns::split(row.text(2)),
                                row.string(7),
                                {},
                                row.as<std::uint8_t>(9),
                                columns::clock_span(row, 3, 4),
                                row.string(10),
                                row.integer(11) != 0};
    if (!row.is_null(8)) absence.reported_at = columns::local_time(row.integer(8));
    return absence;
  }
};

template <>
struct FactTable<attendance::Regime> {
  static constexpr std::string_view
      name = "regime",
      key = "staff_code, kind, first_date",
      columns = "staff_code, kind, first_date, last_date, place, minutes_a_day, paper";
  static auto values_of(const attendance::Regime& r) {
    return std::tuple(columns::Text(r.staff_code), static_cast<std::int64_t>(r.kind),
                      columns::day(r.days.from), columns::day(r.days.to), static_cast<std::int64_t>(r.place),
                      columns::count(r.a_day), columns::Text(r.paper));
  }
  static attendance::Regime read(const Statement& row) {
    return {row.string(0),
            row.as<attendance::RegimeKind>(1),
            row.as<attendance::RegimePlace>(4),
            attendance::minutes(row.integer(5)),
            columns::span(row, 2, 3),
            row.string(6)};
  }
};

template <>
struct FactTable<attendance::Duty> {
  static constexpr std::string_view name = "duty", key = "staff_code, date, schedule",
                                    columns = "staff_code, date, schedule, unit_code, paper";
  static auto values_of(const attendance::Duty& d) {
    return std::tuple(columns::Text(d.staff_code), columns::day(d.date), columns::Text(d.schedule),
                      columns::Text(d.unit_code), columns::Text(d.paper));
  }
  static attendance::Duty read(const Statement& row) {
    return {row.string(0), columns::date(row.integer(1)), row.string(2), row.string(3), row.string(4)};
  }
};

template <>
struct FactTable<attendance::DutySlot> {
  static constexpr std::string_view name = "duty_slot", key = "unit_code, schedule, first_date",
                                    columns =
                                        "unit_code, schedule, first_date, last_date, weekdays, people_min";
  static auto values_of(const attendance::DutySlot& d) {
    return std::tuple(columns::Text(d.unit_code), columns::Text(d.schedule), columns::day(d.days.from),
                      columns::day(d.days.to), std::int64_t{d.weekdays}, std::int64_t{d.people_min});
  }
  static attendance::DutySlot read(const Statement& row) {
    return {row.string(0), row.string(1), columns::span(row, 2, 3), row.as<std::uint8_t>(4),
            row.as<std::int32_t>(5)};
  }
};

template <>
struct FactTable<attendance::Correction> {
  static constexpr std::string_view
      name = "correction",
      key = "staff_code, unit_code, date, session, effect",
      columns =
          "staff_code, unit_code, date, session, effect, at_min, outage_from_min, outage_to_min, cause, "
          "explanation, decision, decided_by, decision_reason, paper";
  static auto values_of(const attendance::Correction& c) {
    return std::tuple(columns::Text(c.staff_code), columns::Text(c.unit_code), columns::day(c.date),
                      columns::Text(c.session), static_cast<std::int64_t>(c.effect), columns::count(c.at),
                      columns::from_min(c.outage), columns::to_min(c.outage),
                      static_cast<std::int64_t>(c.cause), columns::Text(c.explanation),
                      static_cast<std::int64_t>(c.decision), columns::Text(c.decided_by),
                      columns::Text(c.decision_reason), columns::Text(c.paper));
  }
  static attendance::Correction read(const Statement& row) {
    return {row.string(0),
            row.string(1),
            columns::date(row.integer(2)),
            row.string(3),
            row.as<attendance::CorrectionEffect>(4),
            attendance::minutes(row.integer(5)),
            columns::clock_span(row, 6, 7),
            row.as<attendance::CorrectionCause>(8),
            row.string(9),
            row.as<attendance::Decision>(10),
            row.string(11),
            row.string(12),
            row.string(13)};
  }
};

template <>
struct FactTable<attendance::LeaveEntitlement> {
  static constexpr std::string_view
      name = "leave_entitlement",
      key = "staff_code, year",
      columns = "staff_code, year, service_from, base_half_days, carried_half_days, carried_until, paper";
  static auto values_of(const attendance::LeaveEntitlement& e) {
    return std::tuple(columns::Text(e.staff_code), std::int64_t{e.year}, columns::day(e.service_from),
                      std::int64_t{e.base_half_days}, std::int64_t{e.carried_half_days},
                      columns::day(e.carried_until), columns::Text(e.paper));
  }
  static attendance::LeaveEntitlement read(const Statement& row) {
    return {row.string(0),
            row.as<int>(1),
            columns::date(row.integer(2)),
            row.as<std::int32_t>(3),
            row.as<std::int32_t>(4),
            columns::date(row.integer(5)),
            row.string(6)};
  }
};

template <>
struct FactTable<attendance::Credit> {
  static constexpr std::string_view
      name = "credit",
      key = "staff_code, date, from_min",
      columns = "staff_code, date, from_min, to_min, kind, earns_min, expires, paper, approved_by";
  static auto values_of(const attendance::Credit& c) {
    return std::tuple(columns::Text(c.staff_code), columns::day(c.date), columns::count(c.time.from),
                      columns::count(c.time.to), static_cast<std::int64_t>(c.kind), columns::count(c.earns),
                      columns::day(c.expires), columns::Text(c.paper), columns::Text(c.approved_by));
  }
  static attendance::Credit read(const Statement& row) {
    using attendance::minutes;
    return {row.string(0),
            row.as<attendance::CreditKind>(4),
            columns::date(row.integer(1)),
            {minutes(row.integer(2)), minutes(row.integer(3))},
            minutes(row.integer(5)),
            columns::date(row.integer(6)),
            row.string(7),
            row.string(8)};
  }
};

}  // namespace badge::store
