#include <algorithm>
#include <array>
#include <iostream>

#include "tools/badgectl/report_commands.hpp"
#include "tools/badgectl/report_output.hpp"
#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

constexpr std::array counted = {"staff",     "sessions_due", "on_time", "late",    "late_min", "early",
                                "early_min", "missing",      "absent",  "excused", "exempt",   "provisional"};

/// "sessions\ndue": long headings take two lines, so that the table fits a screen.
std::string heading(std::string_view name) {
  std::string text(name);
  if (const auto cut = text.rfind('_'); cut != std::string::npos) text[cut] = '\n';
  return text;
}

std::optional<double> rate_of(const json::object& row) {
  const auto* rate = row.if_contains("on_time_rate");
  if (rate == nullptr || !rate->is_number()) return std::nullopt;
  return rate->to_number<double>();
}

void print_table(const json::object& report) {
  Table table;
  table.column("unit_code");
  table.column("unit_name");
  for (const auto* name : counted) table.column(heading(name), Table::Align::right);
  table.column("on_time\nrate", Table::Align::right);
  const auto rows = objects_of(report, "rows");
  const bool some_are_closed =
      std::ranges::any_of(rows, [](const json::object& row) { return text_of(row, "state") != "open"; });
  if (some_are_closed) table.column("state");
  std::int64_t level_min = rows.empty() ? 0 : number_of(rows.front(), "level");
  for (const auto& row : rows) {
    const auto depth =
        static_cast<std::size_t>(std::max<std::int64_t>(0, number_of(row, "level") - level_min));
    std::vector<std::string> cells = {text_of(row, "unit_code"),
                                      std::string(2 * depth, ' ') + text_of(row, "unit_name")};
    for (const auto* name : counted) cells.push_back(grouped(number_of(row, name)));
    cells.push_back(percent(rate_of(row)));
    if (some_are_closed) cells.push_back(text_of(row, "state"));
    table.row(std::move(cells));
  }
  std::cout << table.str();
  for (const auto& row : rows) {
    for (const auto& told : texts_of(row, "history")) {
      std::cout << text_of(row, "unit_name") << " (" << text_of(row, "unit_code") << "): " << told << "\n";
    }
  }
}

/// Those who work at the unit and belong to another: apart, because they are in none of its figures.
void print_guests(const Session& session, const json::object& row) {
  const auto guests = objects_of(row, "guests");
  if (guests.empty()) return;
  std::cout << "\n"
            << session.say("Người nơi khác đến làm việc tại ", "People of other units who work at ")
            << text_of(row, "unit_name") << " (" << text_of(row, "unit_code") << ")"
            << session.say(", không tính vào số liệu của đơn vị:\n", ", in none of its figures:\n");
  Table table;
  for (const auto* name : {"staff_code", "full_name", "unit_name", "from", "to"}) table.column(name);
  for (const auto* name : counted) {
    if (name != counted.front()) table.column(heading(name), Table::Align::right);
  }
  for (const auto& guest : guests) {
    std::vector<std::string> cells;
    for (const auto* name : {"staff_code", "full_name", "unit_name", "from", "to"})
      cells.push_back(text_of(guest, name));
    for (const auto* name : counted) {
      if (name != counted.front()) cells.push_back(grouped(number_of(guest, name)));
    }
    table.row(std::move(cells));
  }
  std::cout << table.str();
}

}  // namespace

void report_units(const Session& session, const UnitReportCommand& command) {
  std::string target =
      "/api/v1/reports/units?month=" + percent_encoded(command.month) + "&count=" + command.count;
  if (!command.unit.empty()) target += "&unit=" + percent_encoded(command.unit);
  target += command.format == "csv" ? "&format=csv" : "&format=json";
  const auto answer = session.client.get(target);
  if (command.format != "table") return print_as_it_came(session, answer);
  const auto report = session.json_of(answer);
  print_table(report.as_object());
  if (command.unit.empty()) return;
  for (const auto& row : objects_of(report.as_object(), "rows")) print_guests(session, row);
}

}  // namespace badge::tools
