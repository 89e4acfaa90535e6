#include "server/app/imports/sheet_columns.hpp"

#include <vector>

namespace badge::app {
namespace {

using enum SheetNature;
constexpr bool needed = true;

using Columns = std::vector<SheetColumn>;

Columns columns_of_people(ImportKind kind) {
  switch (kind) {
    case ImportKind::absences:
      return {{"staff_code", staff_code, needed},
              {"kind", text, needed},
              {"from", date, needed},
              {"to", date, needed},
              {"sessions"},
              {"paper"},
              {"reported_at", moment},
              {"from_time", clock},
              {"to_time", clock},
              {"weekdays"},
              {"approved_by"},
              {"kept"}};
    case ImportKind::regimes:
      return {{"staff_code", staff_code, needed},
              {"kind", text, needed},
              {"place"},
              {"minutes_a_day", number},
              {"from", date, needed},
              {"to", date, needed},
              {"paper"}};
    case ImportKind::duties:
      return {{"date", date, needed},
              {"schedule", schedule_code, needed},
              {"unit_code", unit_code, needed},
              {"staff_code", staff_code, needed},
              {"paper"}};
    case ImportKind::duty_slots:
      return {{"unit_code", unit_code, needed},
              {"schedule", schedule_code, needed},
              {"from", date, needed},
              {"to", date},
              {"weekdays"},
              {"people_min", number}};
    case ImportKind::corrections:
      return {{"staff_code", staff_code},
              {"unit_code", unit_code},
              {"date", date, needed},
              {"session"},
              {"effect", text, needed},
              {"at", clock},
              {"from_time", clock},
              {"to_time", clock},
              {"cause"},
              {"explanation"},
              {"decision"},
              {"decided_by"},
              {"decision_reason"},
              {"paper"}};
    case ImportKind::entitlements:
      return {{"staff_code", staff_code, needed},
              {"year", number, needed},
              {"service_from", date, needed},
              {"base_days", number},
              {"carried_days", number},
              {"carried_until", date},
              {"paper"}};
    case ImportKind::credits:
      return {{"staff_code", staff_code, needed},
              {"kind", text, needed},
              {"date", date, needed},
              {"from_time", clock, needed},
              {"to_time", clock, needed},
              {"earns_min", number, needed},
              {"expires", date, needed},
              {"paper"},
              {"approved_by", text, needed}};
    default:
      return {};
  }
}

Columns columns_of_cards(ImportKind kind) {
  switch (kind) {
    case ImportKind::badges:
      return {{"staff_code", staff_code, needed},
              {"uid", exact, needed},
              {"valid_from", date, needed},
              {"valid_to", date},
              {"state"},
              {"kind"}};
    case ImportKind::card_numbers:
      return {{"staff_code", staff_code, needed},
              {"number", exact, needed},
              {"valid_from", date, needed},
              {"valid_to", date}};
    case ImportKind::temporary_cards:
      return {{"label", exact, needed},
              {"uid", exact, needed},
              {"unit_code", unit_code, needed},
              {"valid_from", date, needed},
              {"valid_to", date}};
    case ImportKind::entrances:
      return {{"entrance", entrance_code, needed},
              {"unit_code", unit_code, needed},
              {"valid_from", date, needed},
              {"valid_to", date}};
    case ImportKind::reader_ends:
      return {{"entrance", entrance_code, needed},
              {"reader", exact, needed},
              {"at", moment, needed},
              {"ruled_by", text, needed},
              {"reason", text, needed}};
    case ImportKind::clock_rulings:
      return {{"stream", exact, needed},
              {"first_seq", number, needed},
              {"last_seq", number, needed},
              {"offset_s", number, needed},
              {"ruled_by", text, needed},
              {"reason", text, needed},
              {"bridge"},
              {"entrances"},
              {"taps"},
              {"first_at"},
              {"last_at"}};
    default:
      return columns_of_people(kind);
  }
}

Columns columns_of(ImportKind kind) {
  switch (kind) {
    case ImportKind::units:
      return {{"code", unit_code, needed}, {"name", text, needed},       {"kind"},
              {"parent_code", unit_code},  {"valid_from", date, needed}, {"valid_to", date}};
    case ImportKind::staff:
      return {{"code", staff_code, needed},
              {"full_name", text, needed},
              {"unit_code", unit_code, needed},
              {"position"},
              {"category"},
              {"valid_from", date, needed},
              {"valid_to", date},
              {"list_order", number},
              {"works_at", unit_code},
              {"entrances", entrance_codes}};
    case ImportKind::schedules:  // a row for each session
      return {{"schedule", text, needed},
              {"valid_from", date, needed},
              {"weekdays"},
              {"session", text, needed},
              {"start", clock, needed},
              {"end", clock, needed},
              {"opens_before_min", number, needed},
              {"closes_after_min", number, needed},
              {"late_grace_min", number},
              {"early_grace_min", number},
              {"flex_earlier_min", number},
              {"flex_later_min", number},
              {"taps"},
              {"repeat_quiet_s", number},
              {"stay_min", number},
              {"lone_tap_reach_min", number},
              {"noon_one_tap"},
              {"minutes_after_grace"},
              {"ignores_calendar"},
              {"explanation_days", number}};
    case ImportKind::assignments:
      return {{"schedule", schedule_code, needed},
              {"unit_code", unit_code},
              {"staff_code", staff_code},
              {"valid_from", date, needed},
              {"valid_to", date}};
    case ImportKind::calendar:
      return {{"date", date, needed},
              {"kind", text, needed},
              {"name", text, needed},
              {"works_like"},
              {"unit_code", unit_code},
              {"from_time", clock},
              {"except_units", unit_codes},
              {"except_staff", staff_codes},
              {"paper"}};
    case ImportKind::heads:
      return {{"unit_code", unit_code, needed},
              {"staff_code", staff_code, needed},
              {"role", text, needed},
              {"valid_from", date, needed},
              {"valid_to", date},
              {"paper"}};
    case ImportKind::successions:
      return {{"from_unit", unit_code, needed},
              {"to_unit", unit_code, needed},
              {"date", date, needed},
              {"paper", text, needed}};
    case ImportKind::pay_periods:
      return {{"unit_code", unit_code, needed}, {"valid_from", date, needed}, {"first_day", number}};
    case ImportKind::indicators:
      return {{"unit_code", unit_code, needed},
              {"period", text, needed},
              {"indicator", text, needed},
              {"value", number},
              {"source_paper", text, needed}};
    case ImportKind::symbols:
      return {{"unit_code", unit_code},  {"valid_from", date, needed},
              {"meaning", text, needed}, {"symbol"},
              {"name", text, needed},    {"column"},
              {"weight", number}};
    case ImportKind::list_rules:
      return {{"unit_code", unit_code},
              {"valid_from", date, needed},
              {"late_times", number},
              {"away_min", number},
              {"rule"}};
    case ImportKind::trip_reports:
      return {{"staff_code", staff_code, needed},
              {"trip_from", date, needed},
              {"reported_on", date, needed},
              {"paper", text, needed}};
    case ImportKind::named_periods:
      return {{"code", exact, needed}, {"name", text, needed},  {"from", date, needed},
              {"to", date, needed},    {"compared_from", date}, {"compared_to", date}};
    case ImportKind::timesheet_forms:
      return {{"unit_code", unit_code},
              {"valid_from", date, needed},
              {"method"},
              {"half_days"},
              {"body"},
              {"budget_code", exact},
              {"form"},
              {"issued_by"},
              {"timekeeper"},
              {"division_head"},
              {"approver"}};
    default:
      return columns_of_cards(kind);
  }
}

}  // namespace

std::span<const SheetColumn> sheet_columns(ImportKind kind) {
  static const std::vector<Columns> all = [] {
    std::vector<Columns> made;
    for (std::size_t i = 0; i < import_kind_count; ++i)
      made.push_back(columns_of(static_cast<ImportKind>(i)));
    return made;
  }();
  return all[static_cast<std::size_t>(kind)];
}

}  // namespace badge::app
