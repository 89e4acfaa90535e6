#pragma once
/// How each kind of fact lies in its table. Every table begins with (position, batch); of the rows that agree
/// in their natural key the one with the highest position is in force. For each fact type F, FactTable<F> has
///   name            of the table
///   key             SQL list of the natural key
///   columns         SQL list of every column after (position, batch)
///   key_of(fact)    the values of `key`, in order
///   values_of(fact) the values of `columns`, in order
///   read(row)       the fact of a row of `columns`
#include <string>
#include <string_view>
#include <tuple>

#include "server/store/fact_batch.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

template <class F>
struct FactTable;

namespace columns {

using Text = std::string_view;

inline std::int64_t day(attendance::Date date) { return date.time_since_epoch().count(); }
inline attendance::Date date(std::int64_t day) { return attendance::Date(std::chrono::days(day)); }
inline attendance::DateSpan span(const Statement& row, int from, int to) {
  return {date(row.integer(from)), date(row.integer(to))};
}
template <class Unit>
std::int64_t count(Unit amount) {
  return amount.count();
}

// Names in a CSV are joined the same way, so none of them holds a '+'.
inline std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : "+") + name;
  return all;
}
inline std::vector<std::string> split(Text all) {
  std::vector<std::string> names;
  while (!all.empty()) {
    const auto end = all.find('+');
    names.emplace_back(all.substr(0, end));
    all.remove_prefix(end == Text::npos ? all.size() : end + 1);
  }
  return names;
}

}  // namespace columns

template <>
struct FactTable<attendance::Unit> {
  static constexpr std::string_view name = "unit", key = "code, valid_from",
                                    columns = "code, valid_from, valid_to, name, kind, parent_code";
  static auto key_of(const attendance::Unit& u) {
    return std::tuple(columns::Text(u.code), columns::day(u.valid.from));
  }
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
          " list_order";
  static auto key_of(const attendance::Posting& p) {
    return std::tuple(columns::Text(p.staff_code), columns::day(p.valid.from));
  }
  static auto values_of(const attendance::Posting& p) {
    return std::tuple(columns::Text(p.staff_code), columns::day(p.valid.from), columns::day(p.valid.to),
                      columns::Text(p.full_name), columns::Text(p.unit_code), columns::Text(p.position),
                      columns::Text(p.category), std::int64_t{p.list_order});
  }
  static attendance::Posting read(const Statement& row) {
    return {row.string(0),          row.string(3), row.string(4),
            row.string(5),          row.string(6), columns::span(row, 1, 2),
            row.as<std::int32_t>(7)};
  }
};

template <>
struct FactTable<attendance::Badge> {
  static constexpr std::string_view name = "badge", key = "uid, valid_from",
                                    columns = "uid, valid_from, valid_to, staff_code, state";
  static auto key_of(const attendance::Badge& b) {
    return std::tuple(columns::Text(b.uid), columns::day(b.valid.from));
  }
  static auto values_of(const attendance::Badge& b) {
    return std::tuple(columns::Text(b.uid), columns::day(b.valid.from), columns::day(b.valid.to),
                      columns::Text(b.staff_code), static_cast<std::int64_t>(b.state));
  }
  static attendance::Badge read(const Statement& row) {
    return {row.string(3), row.string(0), columns::span(row, 1, 2), row.as<attendance::BadgeState>(4)};
  }
};

template <>
struct FactTable<attendance::EntranceService> {
  static constexpr std::string_view name = "entrance_service", key = "entrance, unit_code, valid_from",
                                    columns = "entrance, unit_code, valid_from, valid_to";
  static auto key_of(const attendance::EntranceService& e) {
    return std::tuple(columns::Text(e.entrance), columns::Text(e.unit_code), columns::day(e.valid.from));
  }
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
  static constexpr std::string_view name = "schedule", key = "name",
                                    columns =
                                        "name, taps, repeat_quiet_s, stay_min, lone_tap_reach_min,"
                                        " noon_one_tap, minutes_after_grace";
  static auto key_of(const attendance::Schedule& s) { return std::tuple(columns::Text(s.name)); }
  static auto values_of(const attendance::Schedule& s) {
    return std::tuple(columns::Text(s.name), static_cast<std::int64_t>(s.taps),
                      columns::count(s.repeat_quiet), columns::count(s.stay_min),
                      columns::count(s.lone_tap_reach), s.noon_one_tap, s.minutes_after_grace);
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
            {}};
  }
};

template <>
struct FactTable<attendance::Assignment> {
  static constexpr std::string_view name = "assignment", key = "unit_code, staff_code, valid_from",
                                    columns = "unit_code, staff_code, valid_from, valid_to, schedule";
  static auto key_of(const attendance::Assignment& a) {
    return std::tuple(columns::Text(a.unit_code), columns::Text(a.staff_code), columns::day(a.valid.from));
  }
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
  static constexpr std::string_view name = "calendar_day", key = "date",
                                    columns = "date, kind, name, works_like";
  static auto key_of(const attendance::CalendarDay& c) { return std::tuple(columns::day(c.date)); }
  static auto values_of(const attendance::CalendarDay& c) {
    const auto weekday =
        c.works_like ? std::optional<std::uint32_t>(c.works_like->c_encoding()) : std::nullopt;
    return std::tuple(columns::day(c.date), static_cast<std::int64_t>(c.kind), columns::Text(c.name),
                      weekday);
  }
  static attendance::CalendarDay read(const Statement& row) {
    attendance::CalendarDay day{
        columns::date(row.integer(0)), row.as<attendance::CalendarKind>(1), row.string(2), {}};
    if (!row.is_null(3)) day.works_like = std::chrono::weekday(row.as<unsigned>(3));
    return day;
  }
};

template <>
struct FactTable<attendance::Absence> {
  static constexpr std::string_view
      name = "absence",
      key = "staff_code, first_date, sessions",
      columns = "staff_code, first_date, sessions, last_date, kind, paper, reported_at";
  static auto key_of(const attendance::Absence& a) {
    return std::tuple(columns::Text(a.staff_code), columns::day(a.days.from), columns::joined(a.sessions));
  }
  static auto values_of(const attendance::Absence& a) {
    const auto reported =
        a.reported_at ? std::optional<std::int64_t>(a.reported_at->time_since_epoch().count()) : std::nullopt;
    return std::tuple(columns::Text(a.staff_code), columns::day(a.days.from), columns::joined(a.sessions),
                      columns::day(a.days.to), static_cast<std::int64_t>(a.kind), columns::Text(a.paper),
                      reported);
  }
  static attendance::Absence read(const Statement& row) {
    attendance::Absence absence{row.string(0),
                                row.as<attendance::AbsenceKind>(4),
                                columns::span(row, 1, 3),
                                columns::split(row.text(2)),
                                row.string(5),
                                {}};
    if (!row.is_null(6)) absence.reported_at = attendance::LocalTime(attendance::seconds(row.integer(6)));
    return absence;
  }
};

template <>
struct FactTable<attendance::Completeness> {
  static constexpr std::string_view name = "completeness", key = "unit_code, first_date, last_date",
                                    columns = "unit_code, first_date, last_date, stated_by";
  static auto key_of(const attendance::Completeness& c) {
    return std::tuple(columns::Text(c.unit_code), columns::day(c.days.from), columns::day(c.days.to));
  }
  static auto values_of(const attendance::Completeness& c) {
    return std::tuple(columns::Text(c.unit_code), columns::day(c.days.from), columns::day(c.days.to),
                      columns::Text(c.stated_by));
  }
  static attendance::Completeness read(const Statement& row) {
    return {row.string(0), columns::span(row, 1, 2), row.string(3)};
  }
};

}  // namespace badge::store
