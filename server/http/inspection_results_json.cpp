#include <boost/json/array.hpp>

#include "server/http/inspection_json.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::array names_json(const std::vector<app::UnitName>& units) {
  json::array names;
  for (const auto& unit : units) {
    names.push_back(json::object{{"unit_code", unit.code}, {"unit_name", unit.name}});
  }
  return names;
}

/// By the names of the checklists.
json::object duties_json(const inspection::Duties& duties) {
  json::object object;
  for (const auto list : inspection::every<inspection::Checklist>()) {
    const auto& duty = duties[static_cast<std::size_t>(list)];
    object[to_string(list)] = {
        {"state", to_string(duty.state())},
        {"last", duty.last ? json::value(date_text(*duty.last)) : json::value(nullptr)},
        {"not_kept", duty.not_kept},
        {"open", duty.open},
        {"overdue", duty.overdue},
        {"repair_waits", duty.repair_waits},
        {"mended", duty.mended}};
  }
  return object;
}

json::object named_json(const app::NamedUnit& unit) {
  json::array heads;
  for (const auto& head : unit.heads) {
    auto object = to_json(head.who);
    json::array days;
    for (const auto day : head.days) days.emplace_back(date_text(day));
    object["days"] = std::move(days);
    heads.push_back(std::move(object));
  }
  return {{"unit_code", unit.unit_code},
          {"unit_name", unit.unit_name},
          {"overdue", unit.overdue},
          {"repeated", unit.repeated},
          {"without_badge", unit.without_badge},
          {"absent_without", unit.absent_without},
          {"heads", std::move(heads)}};
}

json::object kind_json(const app::InspectionResults::Kind& kind) {
  json::object object{{"list", to_string(kind.list)}, {"repeated", kind.repeated}};
  for (const auto state : inspection::every<inspection::FindingState>()) {
    const auto count = kind.states.find(state);
    object[to_string(state)] = count == kind.states.end() ? 0 : count->second;
  }
  return object;
}

json::object person_json(const app::InspectionResults::Person& person) {
  json::array days;
  for (const auto day : person.days) days.emplace_back(date_text(day));
  return {{"staff_code", person.staff_code},
          {"full_name", person.full_name},
          {"unit_name", person.unit_name},
          {"days", std::move(days)}};
}

json::object report_json(const app::InspectionResults::Report& report) {
  json::object object{{"file", report.file},           {"number", report.number},
                      {"unit_name", report.unit_name}, {"ended", date_text(report.ended)},
                      {"reported", nullptr},           {"took_days", nullptr}};
  if (report.reported) {
    object["reported"] = date_text(*report.reported);
    object["took_days"] = (*report.reported - report.ended).count();
  }
  return object;
}

json::object finding_json(const app::InspectionOfPerson::Finding& named) {
  const auto& found = named.finding->found;
  const auto due = named.finding->due();
  json::object object{{"finding", found.finding},
                      {"list", to_string(found.list)},
                      {"text", found.text},
                      {"state", to_string(named.state)},
                      {"due", due ? json::value(date_text(*due)) : json::value(nullptr)},
                      {"outcome", nullptr},
                      {"measure", ""},
                      {"paper", ""}};
  if (const auto& handled = named.finding->handled) {
    object["outcome"] = to_string(handled->outcome);
    object["measure"] = handled->measure;
    object["paper"] = handled->paper;
  }
  json::array carried;
  for (const auto& period : named.carried) carried.emplace_back(period);
  object["carried"] = std::move(carried);
  return object;
}

}  // namespace

json::object to_json(const app::InspectionResults& results) {
  json::array units, kinds, people, reports, named;
  for (const auto& unit : results.units) {
    units.push_back(json::object{{"unit_code", unit.unit.code},
                                 {"unit_name", unit.unit.name},
                                 {"inspections", unit.inspections},
                                 {"own", unit.own},
                                 {"findings", unit.findings},
                                 {"duties", duties_json(unit.duties)},
                                 {"wearing", to_json(unit.wearing)}});
  }
  for (const auto& kind : results.kinds) kinds.push_back(kind_json(kind));
  for (const auto& person : results.people) people.push_back(person_json(person));
  for (const auto& report : results.reports) reports.push_back(report_json(report));
  for (const auto& unit : results.named) named.push_back(named_json(unit));
  return {{"unit_code", results.unit.code},
          {"unit_name", results.unit.name},
          {"from", date_text(results.days.from)},
          {"to", date_text(results.days.to)},
          {"inspections", results.inspections},
          {"own", results.own},
          {"total", to_json(results.total)},
          {"units", std::move(units)},
          {"kinds", std::move(kinds)},
          {"people", std::move(people)},
          {"reports", std::move(reports)},
          {"praise_inspections_min", app::praise_inspections_min},
          {"praised", names_json(results.praised)},
          {"naming_inspections_min", app::naming_inspections_min},
          {"named", std::move(named)},
          {"without_own", names_json(results.without_own)}};
}

json::object to_json(const app::InspectionOfPerson& one) {
  const auto& inspection = *one.inspection;
  const auto& started = *inspection.started;
  json::array findings;
  for (const auto& named : one.findings) findings.push_back(finding_json(named));
  return {{"file", inspection.file},
          {"number", started.number},
          {"state", to_string(inspection.state)},
          {"started_at", minute_text(inspection.started_at)},
          {"unit_name", started.unit_name},
          {"place", inspection.prepared.place},
          {"listed", one.listed.has_value()},
          {"observed", one.observed ? json::value(to_string(*one.observed)) : json::value(nullptr)},
          {"disputed", one.disputed},
          {"paper", one.paper},
          {"tapped_not_there", one.tapped_not_there},
          {"findings", std::move(findings)}};
}

json::object to_json(const app::FindingInFile& found, attendance::Date today) {
  auto object = to_json(*found.finding, today);
  const auto& inspection = found.known->inspection;
  object["file"] = inspection.file;
  object["number"] = inspection.started->number;
  object["inspected"] = minute_text(inspection.started_at);
  object["unit_name"] = inspection.started->unit_name;
  json::array not_carried;
  for (const auto& person : inspection::not_carried(*found.finding)) not_carried.emplace_back(person);
  object["not_carried"] = std::move(not_carried);
  return object;
}

}  // namespace badge::http
