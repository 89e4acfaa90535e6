#include "server/http/ledger_json.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/value_from.hpp>

#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

/// "2026-07-09T07:37": the office's clock.
json::value or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object unit_json(const app::UnitName& unit) { return {{"code", unit.code}, {"name", unit.name}}; }

void add(json::object& object, const app::LeaveFigures& figures) {
  const auto stated = [&](double days) {
    return figures.has_entitlement ? json::value(days) : json::value(nullptr);
  };
  object["entitled"] = stated(figures.entitled);
  object["seniority"] = stated(figures.seniority);
  object["months"] = figures.has_entitlement ? json::value(figures.months) : json::value(nullptr);
  object["carried"] = stated(figures.carried);
  object["carried_expired"] = stated(figures.carried_expired);
  object["used"] = figures.used;
  object["remaining"] = stated(figures.remaining);
  object["over"] = stated(figures.over);
  object["earned_min"] = figures.earned_min;
  object["taken_min"] = figures.taken_min;
  object["expired_min"] = figures.expired_min;
  object["left_min"] = figures.left_min;
  object["expires_soon_min"] = figures.expires_soon_min;
  object["over_taken_min"] = figures.over_taken_min;
}

json::object to_json(const app::CreditRow& credit) {
  return {{"kind", credit.kind},
          {"date", date_text(credit.date)},
          {"from", credit.from},
          {"to", credit.to},
          {"earns_min", credit.earns_min},
          {"taken_min", credit.taken_min},
          {"expired_min", credit.expired_min},
          {"left_min", credit.left_min},
          {"expires", date_text(credit.expires)},
          {"paper", or_null(credit.paper)},
          {"approved_by", or_null(credit.approved_by)},
          {"confirmation", to_string(credit.confirmation)},
          {"text", credit.text}};
}

json::object to_json(const app::PaperFaultRow& row) {
  json::array taps;
  for (const auto tap : row.taps) taps.emplace_back(minute_text(tap));
  json::object object;
  add_person(object, row.person);
  object["fault"] = to_string(row.fault);
  object["kind"] = row.kind;
  object["from"] = date_text(row.days.from);
  object["to"] = date_text(row.days.to);
  object["paper"] = or_null(row.paper);
  object["reported_at"] = minute_value(row.reported_at);
  object["late_by_min"] = row.late_by_min;
  object["taps"] = std::move(taps);
  object["over_days"] = row.over_days;
  object["over_min"] = row.over_min;
  object["paper_text"] = row.paper_text;
  object["text"] = row.text;
  return object;
}

json::object to_json(const app::DutySlotRow& row) {
  json::array turns;
  for (const auto& turn : row.turns) {
    turns.push_back(json::object{{"staff_code", turn.staff_code},
                                 {"full_name", or_null(turn.full_name)},
                                 {"state", turn.state ? json::value(to_string(*turn.state)) : nullptr},
                                 {"paper", or_null(turn.paper)},
                                 {"text", turn.text}});
  }
  return {{"date", date_text(row.date)},
          {"weekday", row.weekday},
          {"unit_code", row.unit.code},
          {"unit_name", row.unit.name},
          {"schedule", row.schedule},
          {"people_min", row.people_min},
          {"named", row.named},
          {"came", row.came},
          {"stayed_away", row.stayed_away},
          {"too_few_named", row.too_few_named},
          {"did_not_come", row.did_not_come},
          {"turns", std::move(turns)},
          {"text", or_null(row.text)}};
}

template <class Rows>
json::array rows_json(const Rows& rows) {
  json::array array;
  for (const auto& row : rows) array.push_back(to_json(row));
  return array;
}

}  // namespace

json::object to_json(const app::LeaveReport& report) {
  json::object staff, figures;
  add_person(staff, report.person);
  add(figures, report.figures);
  json::array uses;
  for (const auto& use : report.uses) {
    uses.push_back(json::object{{"date", date_text(use.date)},
                                {"days", use.days},
                                {"from_carried", use.from_carried},
                                {"over", use.over}});
  }
  return {{"year", report.year},
          {"staff", std::move(staff)},
          {"figures", std::move(figures)},
          {"uses", std::move(uses)},
          {"credits", rows_json(report.credits)},
          {"text", report.text}};
}

json::object to_json(const app::LeaveTable& table) {
  json::array rows;
  for (const auto& row : table.rows) {
    json::object object;
    add_person(object, row.person);
    add(object, row.figures);
    rows.push_back(std::move(object));
  }
  return {{"year", table.year}, {"unit", unit_json(table.unit)}, {"rows", std::move(rows)}};
}

json::object to_json(const app::PaperReport& report) {
  return {{"month", month_text(report.month)},
          {"unit", unit_json(report.unit)},
          {"rows", rows_json(report.rows)}};
}

json::object to_json(const app::DutyReport& report) {
  return {{"month", month_text(report.month)},
          {"unit", unit_json(report.unit)},
          {"rows", rows_json(report.rows)}};
}

json::object to_json(const app::ClockReport& report) {
  json::array runs;
  for (const auto& run : report.runs) {
    json::value ruling = nullptr;
    if (run.ruling) {
      ruling = json::object{{"first_seq", run.ruling->first_seq},
                            {"last_seq", run.ruling->last_seq},
                            {"offset_s", run.ruling->offset.count()},
                            {"ruled_by", run.ruling->ruled_by},
                            {"reason", run.ruling->reason}};
    }
    runs.push_back(json::object{
        {"bridge", run.bridge},
        {"entrances", json::value_from(run.entrances)},
        {"stream", run.stream},
        {"first_seq", run.first_seq},
        {"last_seq", run.last_seq},
        {"taps", run.taps},
        {"first_at", run.first_at},
        {"last_at", run.last_at},
        {"measured_offset_s", run.measured ? json::value(run.measured->count()) : json::value(nullptr)},
        {"ruling", std::move(ruling)}});
  }
  return {{"runs", std::move(runs)}, {"more", report.more}};
}

}  // namespace badge::http
