#include "server/http/timesheet_json.hpp"

#include <algorithm>

#include "server/app/timesheet_words.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using attendance::TimesheetDay;
using attendance::TimesheetMethod;

std::string_view word_of(TimesheetMethod method) {
  switch (method) {
    case TimesheetMethod::day:
      return "day";
    case TimesheetMethod::hour:
      return "hour";
    case TimesheetMethod::compensatory:
      return "compensatory";
  }
  return {};
}

std::string_view word_of(TimesheetDay::Kind kind) {
  switch (kind) {
    case TimesheetDay::Kind::due:
      return "due";
    case TimesheetDay::Kind::rest:
      return "rest";
    case TimesheetDay::Kind::holiday:
      return "holiday";
    case TimesheetDay::Kind::elsewhere:
      return "elsewhere";
  }
  return {};
}

json::value figure(const attendance::TimesheetSum& sum, TimesheetMethod method) {
  if (method == TimesheetMethod::hour) return json::string(attendance::hours_text(sum));
  return sum.in_days();
}

json::array figures(const std::vector<attendance::TimesheetSum>& sums, TimesheetMethod method) {
  json::array all;
  for (const auto& sum : sums) all.push_back(figure(sum, method));
  return all;
}

json::array columns_json(const attendance::Timesheet& sheet, app::Language language) {
  json::array columns;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    columns.push_back({{"number", app::first_sum_number + static_cast<int>(i)},
                       {"column", sheet.columns[i]},
                       {"heading", app::heading_of(sheet.columns[i], language)}});
  }
  return columns;
}

json::object row_json(const attendance::TimesheetRow& row, TimesheetMethod method) {
  json::array cells, kinds;
  for (const auto& cell : row.cells) {
    cells.emplace_back(cell.text);
    kinds.emplace_back(word_of(cell.kind));
  }
  json::object taken;
  for (std::size_t i = 0; i < row.taken.size(); ++i) {
    if (row.taken[i] == attendance::TimesheetSum{}) continue;
    taken[attendance::to_string(static_cast<attendance::DayMeaning>(i))] = figure(row.taken[i], method);
  }
  return {{"staff_code", row.staff_code}, {"full_name", row.full_name},
          {"position", row.position},     {"cells", std::move(cells)},
          {"kinds", std::move(kinds)},    {"sums", figures(row.sums, method)},
          {"taken", std::move(taken)},    {"open", figure(row.open, method)}};
}

}  // namespace

json::array gaps_json(const app::TimesheetReport& report, app::Language language, std::size_t count) {
  json::array gaps;
  for (const auto& run : attendance::gap_runs(report.sheet.gaps)) {
    if (gaps.size() == count) break;
    const auto& first = *run.first;
    gaps.push_back({{"staff_code", first.staff_code},
                    {"full_name", first.full_name},
                    {"from", date_text(first.date)},
                    {"to", date_text(run.last->date)},
                    {"sessions", run.sessions},
                    {"session", run.sessions == 1 ? first.session : ""},
                    {"reason", attendance::to_string(first.kind)},
                    {"text", app::describe(first, language)}});
  }
  return gaps;
}

json::object to_json(const app::TimesheetReport& report, app::Language language) {
  const auto& sheet = report.sheet;
  json::array rows, legend;
  for (const auto& row : sheet.rows) rows.push_back(row_json(row, sheet.method));
  for (const auto& line : sheet.legend)
    legend.push_back({{"symbol", line.symbol}, {"name", line.name}, {"column", line.column}});
  return {{"unit", {{"code", report.of.unit.code}, {"name", report.of.unit.name}}},
          {"body", report.body},
          {"month", month_text(report.of.month)},
          {"from", date_text(sheet.days.from)},
          {"to", date_text(sheet.days.to)},
          {"state", app::to_string(report.of.state)},
          {"version", report.of.version},
          {"method", word_of(sheet.method)},
          {"half_days", sheet.half_days == attendance::HalfDays::split ? "split" : "longer"},
          {"complete", sheet.is_complete()},
          {"columns", columns_json(sheet, language)},
          {"rows", std::move(rows)},
          {"totals", figures(sheet.totals, sheet.method)},
          {"legend", std::move(legend)},
          {"gaps", gaps_json(report, language, sheet.gaps.size())}};
}

}  // namespace badge::http
