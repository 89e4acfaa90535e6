#include "server/http/inspection_json.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "server/http/report_json.hpp"
#include "server/inspection/asked_lines.hpp"
#include "server/inspection/checklists.hpp"
#include "server/inspection/step_fields.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using namespace inspection;

json::value day_value(const std::optional<Date>& date) {
  return date ? json::value(date_text(*date)) : json::value(nullptr);
}

json::value permille_value(const std::optional<int>& permille) {
  return permille ? json::value(*permille) : json::value(nullptr);
}

/// A step as the texts that state it again.
json::object fields_json(const What& what) {
  json::object object;
  for (const auto& [field, value] : fields_of(what)) object[field] = value;
  return object;
}

json::object said_json(const Said& said, json::object object) {
  object["by"] = said.by;
  object["at"] = minute_text(said.at);
  return object;
}

json::array team_json(const Inspection& inspection) {
  json::array team;
  for (const auto& member : inspection.team) {
    team.push_back(json::object{{"login", member.login},
                                {"full_name", member.full_name},
                                {"job", member.job},
                                {"role", to_string(member.role)}});
  }
  return team;
}

/// What a list and an opened file both say.
json::object head_of(const Inspection& inspection, std::string_view unit_name) {
  const auto& prepared = inspection.prepared;
  json::object object{{"file", inspection.file},
                      {"state", to_string(inspection.state)},
                      {"unit_code", prepared.unit_code},
                      {"unit_name", unit_name},
                      {"place", prepared.place},
                      {"basis", to_string(prepared.basis)},
                      {"form", to_string(prepared.form)},
                      {"day", day_value(prepared.day)},
                      {"number", nullptr},
                      {"started_at", nullptr},
                      {"ended_at", nullptr}};
  if (inspection.started) {
    object["number"] = inspection.started->number;
    object["unit_name"] =
        inspection.started->unit_name.empty() ? std::string(unit_name) : inspection.started->unit_name;
    object["started_at"] = minute_text(inspection.started_at);
  }
  if (inspection.ended) object["ended_at"] = minute_text(inspection.ended_at);
  return object;
}

/// Of one inspector's words the later holds, by the second.
std::string second_text(LocalTime at) {
  const auto second = at - std::chrono::floor<std::chrono::minutes>(at);
  return fmt::format("{}:{:02}", minute_text(at), second.count());
}

json::array words_json(const Seen& seen) {
  json::array words;
  for (const auto& word : seen.words) {
    words.push_back(json::object{{"id", word.id},
                                 {"by", word.by},
                                 {"at", second_text(word.at)},
                                 {"observed", to_string(word.observed)},
                                 {"paper", word.paper},
                                 {"note", word.note}});
  }
  return words;
}

json::object person_json(const Listed& listed, const Seen* seen, const app::LatePaper* late,
                         const app::OpenedInspection& opened) {
  json::object object{{"staff_code", listed.staff_code},
                      {"full_name", listed.full_name},
                      {"job", listed.job},
                      {"unit_code", listed.unit_code},
                      {"unit_name", listed.unit_name},
                      {"presence", to_string(listed.presence)},
                      {"first_tap", minute_value(listed.first_tap)},
                      {"last_tap", minute_value(listed.last_tap)},
                      {"paper_kind", listed.paper_kind},
                      {"paper", listed.paper},
                      {"reported_at", minute_value(listed.reported_at)},
                      {"doubt", listed.doubt},
                      {"words", seen == nullptr ? json::array() : words_json(*seen)},
                      {"holds", nullptr},
                      {"disputed", seen != nullptr && seen->is_disputed()},
                      {"tapped_not_there", tapped_but_gone(listed, seen)},
                      {"late_paper", nullptr},
                      {"badge_shown", nullptr},
                      {"badge_number", nullptr}};
  if (const auto at = opened.shown.find(listed.staff_code); at != opened.shown.end()) {
    object["badge_shown"] = minute_text(at->second);
  }
  if (const auto number = opened.numbers.find(listed.staff_code); number != opened.numbers.end()) {
    object["badge_number"] = number->second;
  }
  if (seen != nullptr && seen->holds) object["holds"] = to_string(*seen->holds);
  if (seen != nullptr && !seen->settled_by.empty()) {
    object["settled_by"] = seen->settled_by;
    object["settled_reason"] = seen->settled_reason;
  }
  if (late != nullptr) {
    object["late_paper"] = json::object{
        {"kind", late->kind}, {"paper", late->paper}, {"reported_at", minute_value(late->reported_at)}};
  }
  return object;
}

template <class Values>
json::array words_list(const Values& values) {
  json::array words;
  for (const auto value : values) words.emplace_back(to_string(value));
  return words;
}

json::object repair_json(const Repair& repair) {
  auto object = said_json(repair, {{"text", repair.repaired.text}, {"evidence", repair.repaired.evidence}});
  object["review"] = nullptr;
  if (repair.review) {
    object["review"] = said_json(repair.reviewed,
                                 {{"accepted", repair.review->accepted}, {"reason", repair.review->reason}});
  }
  return object;
}

json::array papers_json(const Inspection& inspection) {
  json::array papers;
  for (const auto& issued : inspection.papers) papers.push_back(fields_json(issued));
  return papers;
}

json::array lines_json(const Inspection& inspection) {
  json::array lines;
  for (const auto& [line, answered] : asked_lines(inspection)) {
    json::object object{{"list", to_string(line->list)}, {"version", line->version}, {"line", line->key},
                        {"vi", line->vietnamese},        {"en", line->english},      {"answer", nullptr}};
    if (answered != nullptr) {
      object["answer"] = to_string(answered->answered.answer);
      object["note"] = answered->answered.note;
      object["by"] = answered->by;
      object["at"] = second_text(answered->at);
    }
    lines.push_back(std::move(object));
  }
  return lines;
}

}  // namespace

json::object to_json(const Responsible& head) {
  return {{"staff_code", head.code},
          {"full_name", head.name},
          {"job", head.job},
          {"role", to_string(head.role)},
          {"paper", head.paper}};
}

json::object to_json(const Wearing& wearing) {
  return {{"listed", wearing.listed},
          {"present", wearing.present()},
          {"worn", wearing.worn},
          {"worn_wrongly", wearing.worn_wrongly},
          {"not_worn", wearing.not_worn},
          {"someone_elses", wearing.someone_elses},
          {"not_issued", wearing.not_issued},
          {"exempt", wearing.exempt},
          {"absent_with_paper", wearing.absent_with_paper},
          {"absent_without", wearing.absent_without},
          {"disputed", wearing.disputed},
          {"not_checked", wearing.not_checked()},
          {"tapped_not_there", wearing.tapped_not_there},
          {"observed", wearing.share().of},
          {"worn_permille", permille_value(wearing.share().permille())}};
}

json::object summary_json(const app::KnownInspection& known, std::string_view unit_name) {
  auto object = head_of(known.inspection, unit_name);
  object["wearing"] = to_json(known.wearing);
  object["findings"] = known.inspection.findings.size();
  object["leader"] = known.inspection.team.empty() ? "" : known.inspection.team.front().full_name;
  return object;
}

json::object to_json(const Finding& finding, Date today) {
  auto object = said_json(finding, fields_json(finding.found));
  object["state"] = to_string(state_of(finding, today));
  object["due"] = day_value(finding.due());
  object["head"] = to_json(finding.found.head);
  json::array people, extensions, repairs, views, carried;
  for (const auto& person : finding.people) people.emplace_back(person);
  for (const auto& extended : finding.extensions) extensions.push_back(fields_json(extended));
  for (const auto& repair : finding.repairs) repairs.push_back(repair_json(repair));
  for (const auto& view : finding.views) {
    views.push_back(said_json(view, {{"of", to_string(view.viewed.of)}, {"text", view.viewed.text}}));
  }
  for (const auto& one : finding.carried) carried.push_back(fields_json(one));
  object["people"] = std::move(people);
  object["extensions"] = std::move(extensions);
  object["repairs"] = std::move(repairs);
  object["views"] = std::move(views);
  object["carried"] = std::move(carried);
  object["handled"] = finding.handled ? json::value(fields_json(*finding.handled)) : json::value(nullptr);
  object["decided"] = finding.decided ? json::value(fields_json(*finding.decided)) : json::value(nullptr);
  object["gaps"] = words_list(gaps_of(finding));
  return object;
}

json::object to_json(const app::OpenedInspection& opened, std::string_view unit_name,
                     const std::map<std::string, app::LatePaper, std::less<>>& late_papers, Date today) {
  const auto& inspection = opened.inspection;
  const auto& prepared = inspection.prepared;
  auto object = head_of(inspection, unit_name);
  object["ordered_by"] = prepared.ordered_by;
  object["paper"] = prepared.paper;
  object["plan"] = prepared.plan;
  object["feedback"] = opened.part.follows_up ? prepared.feedback : std::string();
  object["team_kind"] = to_string(prepared.team);
  object["decision"] = prepared.decision;
  object["checklists"] = words_list(prepared.checklists);
  object["prepared_by"] = inspection.prepared_first.by;
  object["team"] = team_json(inspection);
  object["may"] = json::object{{"team", opened.part.team},
                               {"lead", opened.part.leads},
                               {"follow_up", opened.part.follows_up},
                               {"answer", opened.part.answers}};
  object["head"] = inspection.started ? json::value(to_json(inspection.started->head)) : json::value(nullptr);
  object["ended"] = inspection.ended ? json::value(fields_json(*inspection.ended)) : json::value(nullptr);
  object["whole"] = opened.whole;
  object["wearing"] = to_json(opened.wearing);
  json::array people, findings;
  for (const auto& listed : opened.list) {
    const auto late = late_papers.find(listed.staff_code);
    people.push_back(person_json(listed, seen_of(inspection.marks, listed.staff_code),
                                 late == late_papers.end() ? nullptr : &late->second, opened));
  }
  for (const auto& finding : inspection.findings) findings.push_back(to_json(finding, today));
  object["people"] = std::move(people);
  object["findings"] = std::move(findings);
  object["lines"] = opened.whole ? lines_json(inspection) : json::array();
  object["papers"] = papers_json(inspection);
  return object;
}

json::array checklists_json() {
  json::array lists;
  for (const auto list : every<Checklist>()) {
    const auto version = checklist_version(list);
    json::array lines;
    for (const auto& line : checklist_lines()) {
      if (line.list != list || line.version != version) continue;
      lines.push_back(json::object{{"line", line.key}, {"vi", line.vietnamese}, {"en", line.english}});
    }
    lists.push_back(
        json::object{{"list", to_string(list)}, {"version", version}, {"lines", std::move(lines)}});
  }
  return lists;
}

json::object to_json(const Plan& plan, const PlanProgress& progress) {
  json::array rows, kinds;
  for (const auto& row : progress.rows) {
    json::array quarters;
    for (const auto quarter : row.line.quarters) quarters.emplace_back(quarter);
    rows.push_back(json::object{{"line", row.line.line},
                                {"unit_kind", row.line.unit_kind},
                                {"count", row.line.count},
                                {"quarters", std::move(quarters)},
                                {"done", row.done}});
  }
  for (const auto& kind : progress.kinds) {
    kinds.push_back(
        json::object{{"unit_kind", kind.unit_kind}, {"planned", kind.planned}, {"done", kind.done}});
  }
  auto object = fields_json(plan.stated);
  object["file"] = plan.file;
  object["rows"] = std::move(rows);
  object["kinds"] = std::move(kinds);
  object["planned"] = progress.planned;
  object["done"] = progress.done;
  object["of_planned"] = progress.of_planned;
  object["permille"] = permille_value(progress.permille());
  return object;
}

json::object to_json(const Feedback& feedback, Date today) {
  auto object = said_json(feedback, fields_json(feedback.received));
  object["file"] = feedback.file;
  object["state"] = to_string(state_of(feedback, today));
  object["replied"] = feedback.replied ? json::value(fields_json(*feedback.replied)) : json::value(nullptr);
  return object;
}

}  // namespace badge::http
