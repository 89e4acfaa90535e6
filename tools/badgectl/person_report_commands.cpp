#include <iostream>

#include "tools/badgectl/report_commands.hpp"
#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

const json::object& object_of(const json::object& parent, std::string_view key) {
  static const json::object nothing;
  const auto* value = parent.if_contains(key);
  return value != nullptr && value->is_object() ? value->get_object() : nothing;
}

/// "07:37", or "–" where nobody tapped.
std::string time_of(const json::object& session, std::string_view key) {
  auto time = text_of(session, key);
  return time.empty() ? "–" : time;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

void print_days(const json::object& report) {
  Table table;
  for (const auto* heading : {"date", "weekday", "session", "in", "out", "state", "reason", "taps"}) {
    table.column(heading);
  }
  for (const auto& day : objects_of(report, "days")) {
    auto date = text_of(day, "date"), weekday = text_of(day, "weekday"), taps = joined(texts_of(day, "taps"));
    const auto sessions = objects_of(day, "sessions");
    if (sessions.empty()) {
      const auto name = text_of(day, "name");
      table.row({date, weekday, "", "", "", text_of(day, "kind"), name, taps});
    }
    for (const auto& session : sessions) {
      table.row({date, weekday, text_of(session, "name"), time_of(session, "in"), time_of(session, "out"),
                 text_of(session, "state"), text_of(session, "text"), taps});
      date = weekday = taps = "";  // once a day
    }
  }
  std::cout << table.str();
}

void print_tally(const json::object& tally) {
  Table table;
  std::vector<std::string> cells;
  for (const auto* name : {"sessions_due", "on_time", "late", "late_min", "early", "early_min", "missing",
                           "absent", "excused", "exempt", "provisional"}) {
    table.column(name, Table::Align::right);
    cells.push_back(grouped(number_of(tally, name)));
  }
  table.column("on_time_rate", Table::Align::right);
  const auto* rate = tally.if_contains("on_time_rate");
  cells.push_back(percent(rate != nullptr && rate->is_number() ? std::optional(rate->to_number<double>())
                                                               : std::nullopt));
  table.row(std::move(cells));
  std::cout << table.str();
}

void print_as_it_came(const Session& session, const Answer& answer) {
  session.expect_good(answer);
  std::cout << answer.body << "\n";
}

}  // namespace

void report_person(const Session& session, const std::string& staff, const std::string& month,
                   const std::string& format) {
  const auto answer = session.client.get("/api/v1/reports/person?staff=" + percent_encoded(staff) +
                                         "&month=" + percent_encoded(month));
  if (format == "json") return print_as_it_came(session, answer);
  const auto value = session.json_of(answer);
  const auto& report = value.as_object();
  const auto& person = object_of(report, "staff");
  std::cout << text_of(person, "full_name") << " (" << text_of(person, "code") << "), "
            << text_of(person, "position") << ", " << text_of(person, "unit_name") << " · "
            << text_of(report, "month") << "\n\n";
  print_tally(object_of(report, "tally"));
  std::cout << "\n";
  print_days(report);
}

void explain_day(const Session& session, const std::string& staff, const std::string& date,
                 const std::string& format) {
  const auto answer =
      session.client.get("/api/v1/why?staff=" + percent_encoded(staff) + "&date=" + percent_encoded(date));
  if (format == "json") return print_as_it_came(session, answer);
  const auto value = session.json_of(answer);
  for (const auto& sentence : texts_of(value.as_object(), "text")) std::cout << sentence << "\n";
}

}  // namespace badge::tools
