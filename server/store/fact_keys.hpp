#pragma once
/// The natural key of each kind of fact: facts that agree in it supersede one another. A key may point into
/// its fact. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "server/attendance/list_facts.hpp"
#include "server/attendance/named_period.hpp"
#include "server/attendance/rule_facts.hpp"
#include "server/attendance/timesheet_facts.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::store {

namespace keys {

using Text = std::string_view;

inline std::int64_t day(attendance::Date date) { return date.time_since_epoch().count(); }
inline std::int64_t second(attendance::LocalTime at) { return at.time_since_epoch().count(); }
template <class Unit>
std::int64_t count(Unit amount) {
  return amount.count();
}

inline constexpr std::int64_t no_time = -1;  // a key in a table has no NULLs
inline std::int64_t from_min(const std::optional<attendance::ClockSpan>& time) {
  return time ? count(time->from) : no_time;
}

// Names in a CSV are joined the same way, so none of them holds a '+'.
inline std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : "+") + name;
  return all;
}

}  // namespace keys

inline auto key_of(const attendance::Unit& u) {
  return std::tuple(keys::Text(u.code), keys::day(u.valid.from));
}
inline auto key_of(const attendance::Head& h) {
  return std::tuple(keys::Text(h.unit_code), keys::Text(h.staff_code), keys::day(h.valid.from));
}
inline auto key_of(const attendance::Succession& s) {
  return std::tuple(keys::Text(s.from_unit), keys::Text(s.to_unit), keys::day(s.date));
}
inline auto key_of(const attendance::PayPeriod& p) {
  return std::tuple(keys::Text(p.unit_code), keys::day(p.valid_from));
}
inline auto key_of(const attendance::Posting& p) {
  return std::tuple(keys::Text(p.staff_code), keys::day(p.valid.from));
}
inline auto key_of(const attendance::Badge& b) {
  return std::tuple(keys::Text(b.uid), keys::day(b.valid.from));
}
inline auto key_of(const attendance::CardNumber& c) {
  return std::tuple(keys::Text(c.mark), keys::day(c.valid.from));
}
inline auto key_of(const attendance::TemporaryCard& c) {
  return std::tuple(keys::Text(c.uid), keys::day(c.valid.from));
}
inline auto key_of(const attendance::CardLoan& l) {
  return std::tuple(keys::Text(l.uid), keys::second(l.from));
}
inline auto key_of(const attendance::EntranceService& e) {
  return std::tuple(keys::Text(e.entrance), keys::Text(e.unit_code), keys::day(e.valid.from));
}
inline auto key_of(const attendance::ReaderEnd& e) {
  return std::tuple(keys::Text(e.entrance), keys::Text(e.reader));
}
inline auto key_of(const attendance::ClockRuling& c) {
  return std::tuple(keys::Text(c.stream), static_cast<std::int64_t>(c.first_seq));
}
inline auto key_of(const attendance::Schedule& s) { return std::tuple(keys::Text(s.name)); }
inline auto key_of(const attendance::Assignment& a) {
  return std::tuple(keys::Text(a.unit_code), keys::Text(a.staff_code), keys::day(a.valid.from));
}
inline auto key_of(const attendance::CalendarDay& c) {
  return std::tuple(keys::day(c.date), keys::Text(c.unit_code));
}
inline auto key_of(const attendance::Absence& a) {
  return std::tuple(keys::Text(a.staff_code), keys::day(a.days.from), keys::joined(a.sessions),
                    keys::from_min(a.time));
}
inline auto key_of(const attendance::Regime& r) {
  return std::tuple(keys::Text(r.staff_code), static_cast<std::int64_t>(r.kind), keys::day(r.days.from));
}
inline auto key_of(const attendance::Duty& d) {
  return std::tuple(keys::Text(d.staff_code), keys::day(d.date), keys::Text(d.schedule));
}
inline auto key_of(const attendance::DutySlot& d) {
  return std::tuple(keys::Text(d.unit_code), keys::Text(d.schedule), keys::day(d.days.from));
}
inline auto key_of(const attendance::Correction& c) {
  return std::tuple(keys::Text(c.staff_code), keys::Text(c.unit_code), keys::day(c.date),
                    keys::Text(c.session), static_cast<std::int64_t>(c.effect));
}
inline auto key_of(const attendance::LeaveEntitlement& e) {
  return std::tuple(keys::Text(e.staff_code), std::int64_t{e.year});
}
inline auto key_of(const attendance::Credit& c) {
  return std::tuple(keys::Text(c.staff_code), keys::day(c.date), keys::count(c.time.from));
}
inline auto key_of(const attendance::Completeness& c) {
  return std::tuple(keys::Text(c.unit_code), keys::day(c.days.from), keys::day(c.days.to));
}
inline auto key_of(const inspection::IndicatorValue& i) {
  return std::tuple(keys::Text(i.unit_code), std::int64_t{i.period.year}, std::int64_t{i.period.quarter},
                    std::int64_t{i.period.month}, to_string(i.indicator));
}
inline auto key_of(const attendance::TimesheetSymbol& s) {
  return std::tuple(keys::Text(s.unit_code), keys::day(s.valid_from), to_string(s.meaning));
}
inline auto key_of(const attendance::TimesheetForm& f) {
  return std::tuple(keys::Text(f.unit_code), keys::day(f.valid_from));
}
inline auto key_of(const attendance::NamedPeriod& p) { return std::tuple(keys::Text(p.code)); }
inline auto key_of(const attendance::ListRule& r) {
  return std::tuple(keys::Text(r.unit_code), keys::day(r.valid_from));
}
inline auto key_of(const attendance::TripReport& r) {
  return std::tuple(keys::Text(r.staff_code), keys::day(r.trip_from));
}

}  // namespace badge::store
