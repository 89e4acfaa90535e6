#include "server/http/close_json.hpp"

#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::object to_json(const attendance::SheetLine& line) {
  return {{"date", date_text(line.date)},
          {"session", line.session},
          {"state", to_string(line.state)},
          {"late_min", line.late.count()},
          {"early_min", line.early.count()},
          {"missing_in", line.missing_in},
          {"missing_out", line.missing_out},
          {"corrected", line.corrected},
          {"temporary_card", line.temporary_card},
          {"in", line.in},
          {"out", line.out},
          {"reasons", line.reasons}};
}

json::value to_json(const std::optional<attendance::SheetLine>& line) {
  return line ? json::value(to_json(*line)) : json::value(nullptr);
}

}  // namespace

json::object to_json(const store::PeriodClose& close, const app::ToLocal& to_local) {
  json::object object{{"id", close.position},
                      {"unit", close.unit_code},
                      {"from", date_text(close.days.from)},
                      {"to", date_text(close.days.to)},
                      {"preliminary", close.preliminary},
                      {"closed_by", close.closed_by},
                      {"at", app::iso_time(close.at, to_local)},
                      {"facts_position", close.facts_position},
                      {"rule_version", close.rule_version},
                      {"inputs_sha256", close.inputs.hex()},
                      {"sheet_sha256", close.digest.hex()}};
  if (close.reopened) {
    object["reopened"] = json::object{{"by", close.reopened->by},
                                      {"reason", close.reopened->reason},
                                      {"at", app::iso_time(close.reopened->at, to_local)}};
  }
  return object;
}

json::array to_json(const attendance::Sheet& sheet) {
  json::array people;
  for (const auto& person : sheet.people) {
    json::array lines;
    for (const auto& line : person.lines) lines.push_back(to_json(line));
    people.push_back(json::object{{"staff_code", person.staff_code},
                                  {"full_name", person.full_name},
                                  {"position", person.position},
                                  {"sessions", std::move(lines)}});
  }
  return people;
}

json::object to_json(const attendance::SheetChange& change) {
  return {{"staff_code", change.staff_code},  {"full_name", change.full_name},
          {"date", date_text(change.date)},   {"session", change.session},
          {"before", to_json(change.before)}, {"after", to_json(change.after)}};
}

json::object to_json(const app::ChangeList& list, app::Language language) {
  json::array changes;
  for (const auto& change : list.changes) {
    json::array causes, because;
    for (const auto cause : change.causes) {
      causes.emplace_back(to_string(cause));
      because.emplace_back(describe(cause, language));
    }
    auto object = to_json(change.change);
    object["causes"] = std::move(causes);
    object["because"] = std::move(because);
    object["text"] = change.text;
    changes.push_back(std::move(object));
  }
  return {{"unit", list.unit_code},
          {"from", date_text(list.days.from)},
          {"to", date_text(list.days.to)},
          {"since", list.since},
          {"compared_with", list.is_of_closed ? "closed_sheet" : "position"},
          {"erased", list.is_erased},
          {"changes", std::move(changes)}};
}

}  // namespace badge::http
