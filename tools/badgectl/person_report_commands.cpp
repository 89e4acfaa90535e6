#include <iostream>

#include "tools/badgectl/report_commands.hpp"
#include "tools/badgectl/report_output.hpp"
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

void print_days(const Session& session, const json::object& report) {
  constexpr std::pair<std::string_view, std::string_view> headings[] = {
      {"ngày", "date"}, {"thứ", "weekday"},   {"buổi", "session"}, {"vào", "in"},
      {"ra", "out"},    {"kết quả", "state"}, {"lý do", "reason"}, {"lượt quét thẻ", "taps"}};
  Table table;
  for (const auto& [vi, en] : headings) table.column(std::string(session.say(vi, en)));
  for (const auto& day : objects_of(report, "days")) {
    auto date = date_for(session, text_of(day, "date"));
    auto weekday = text_of(day, "weekday"), taps = joined(texts_of(day, "taps"));
    const auto sessions = objects_of(day, "sessions");
    if (sessions.empty()) {
      table.row(
          {date, weekday, "", "", "", word_of(session, text_of(day, "kind")), text_of(day, "name"), taps});
    }
    for (const auto& part : sessions) {
      table.row({date, weekday, text_of(part, "name"), time_of(part, "in"), time_of(part, "out"),
                 state_word(session, text_of(part, "state"), joined(texts_of(part, "reasons"))),
                 text_of(part, "text"), taps});
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
  print_days(session, report);
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
