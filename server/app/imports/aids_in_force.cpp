#include "server/app/imports/aids_in_force.hpp"

#include "server/store/store.hpp"

namespace badge::app {

ImportAids aids_in_force(ImportKind kind, const store::Store& store) {
  using enum ImportKind;
  ImportAids aids;
  const auto snapshot = store.snapshot();
  if (kind == indicators || kind == units) aids.indicators = snapshot.indicators();
  if (kind == symbols || kind == units) aids.symbols = snapshot.timesheet_symbols();
  if (kind == timesheet_forms || kind == units) aids.timesheet_forms = snapshot.timesheet_forms();
  if (kind == list_rules || kind == units) aids.list_rules = snapshot.list_rules();
  if (kind == named_periods) aids.named_periods = snapshot.named_periods();
  if (kind == trip_reports) aids.trip_reports = snapshot.trip_reports();
  return aids;
}

}  // namespace badge::app
