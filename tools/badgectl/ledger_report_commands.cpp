#include <cmath>
#include <iostream>

#include "tools/badgectl/report_commands.hpp"
#include "tools/badgectl/report_output.hpp"
#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

struct Heading {
  std::string_view vi, en;
  Table::Align align = Table::Align::left;
};
constexpr auto right = Table::Align::right;

Table table_with(const Session& session, std::initializer_list<Heading> headings) {
  Table table;
  for (const auto& heading : headings) {
    table.column(std::string(session.say(heading.vi, heading.en)), heading.align);
  }
  return table;
}

const json::object& object_of(const json::object& parent, std::string_view key) {
  static const json::object nothing;
  const auto* value = parent.if_contains(key);
  return value != nullptr && value->is_object() ? value->get_object() : nothing;
}

/// "3,5"; "–" where it is not known.
std::string days_of(const Session& session, const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr || !value->is_number()) return "–";
  const auto hundredths = std::lround(value->to_number<double>() * 100);
  if (hundredths % 100 == 0) return std::to_string(hundredths / 100);
  auto text = std::to_string(hundredths / 100) + (session.vietnamese ? "," : ".") +
              std::to_string(hundredths % 100 + 100).substr(1);
  if (text.ends_with('0')) text.pop_back();
  return text;
}

/// "12:30" of 750 minutes.
std::string hours_of(const json::object& object, std::string_view key) {
  const auto minutes = number_of(object, key);
  return std::to_string(minutes / 60) + ":" + std::to_string(minutes % 60 + 100).substr(1);
}

void print_person(const Session& session, const json::object& report) {
  const auto& person = object_of(report, "staff");
  std::cout << text_of(person, "full_name") << " (" << text_of(person, "staff_code") << "), "
            << text_of(person, "unit_name") << " · " << number_of(report, "year") << "\n"
            << text_of(report, "text") << "\n\n";
  auto uses = table_with(session, {{"ngày nghỉ phép", "day of leave"},
                                   {"số ngày", "days", right},
                                   {"từ năm trước", "from carried", right},
                                   {"vượt", "over", right}});
  for (const auto& use : objects_of(report, "uses")) {
    uses.row({date_for(session, text_of(use, "date")), days_of(session, use, "days"),
              days_of(session, use, "from_carried"), days_of(session, use, "over")});
  }
  std::cout << uses.str() << "\n";
  auto credits = table_with(session, {{"ngày làm thêm", "worked on"},
                                      {"từ", "from"},
                                      {"đến", "to"},
                                      {"được nghỉ", "earns", right},
                                      {"đã nghỉ", "taken", right},
                                      {"còn", "left", right},
                                      {"hết hạn", "expires"},
                                      {"văn bản", "paper"},
                                      {"đối chiếu", "taps"}});
  for (const auto& credit : objects_of(report, "credits")) {
    credits.row({date_for(session, text_of(credit, "date")), text_of(credit, "from"), text_of(credit, "to"),
                 hours_of(credit, "earns_min"), hours_of(credit, "taken_min"), hours_of(credit, "left_min"),
                 date_for(session, text_of(credit, "expires")), text_of(credit, "paper"),
                 text_of(credit, "text")});
  }
  std::cout << credits.str();
}

void print_people(const Session& session, const json::object& report) {
  auto table = table_with(session, {{"mã", "staff_code"},
                                    {"họ và tên", "full_name"},
                                    {"đơn vị", "unit"},
                                    {"phép\nnăm", "entitled", right},
                                    {"năm trước\nchuyển sang", "carried", right},
                                    {"đã\nhết hạn", "carried\nexpired", right},
                                    {"đã\nnghỉ", "used", right},
                                    {"còn", "remaining", right},
                                    {"vượt", "over", right},
                                    {"nghỉ bù\nđược", "earned", right},
                                    {"nghỉ bù\nđã nghỉ", "taken", right},
                                    {"nghỉ bù\ncòn", "left", right},
                                    {"sắp\nhết hạn", "expires\nsoon", right}});
  for (const auto& row : objects_of(report, "rows")) {
    table.row({text_of(row, "staff_code"), text_of(row, "full_name"), text_of(row, "unit_name"),
               days_of(session, row, "entitled"), days_of(session, row, "carried"),
               days_of(session, row, "carried_expired"), days_of(session, row, "used"),
               days_of(session, row, "remaining"), days_of(session, row, "over"), hours_of(row, "earned_min"),
               hours_of(row, "taken_min"), hours_of(row, "left_min"), hours_of(row, "expires_soon_min")});
  }
  std::cout << table.str();
}

void print_papers(const Session& session, const json::object& report) {
  auto table = table_with(session, {{"mã", "staff_code"},
                                    {"họ và tên", "full_name"},
                                    {"đơn vị", "unit"},
                                    {"giấy tờ", "paper"},
                                    {"cần xem", "to look at"}});
  for (const auto& row : objects_of(report, "rows")) {
    table.row({text_of(row, "staff_code"), text_of(row, "full_name"), text_of(row, "unit_name"),
               text_of(row, "paper_text"), text_of(row, "text")});
  }
  std::cout << table.str();
}

void print_duties(const Session& session, const json::object& report) {
  auto table = table_with(session, {{"ngày", "date"},
                                    {"thứ", "weekday"},
                                    {"đơn vị", "unit"},
                                    {"ca trực", "schedule"},
                                    {"cần", "needed", right},
                                    {"phân công", "named", right},
                                    {"có mặt", "came", right},
                                    {"người trực", "people"},
                                    {"cần xem", "to look at"}});
  for (const auto& row : objects_of(report, "rows")) {
    std::string people;
    for (const auto& turn : objects_of(row, "turns")) {
      people += (people.empty() ? "" : "; ") + text_of(turn, "staff_code") + ": " + text_of(turn, "text");
    }
    table.row({date_for(session, text_of(row, "date")), text_of(row, "weekday"), text_of(row, "unit_name"),
               text_of(row, "schedule"), grouped(number_of(row, "people_min")),
               grouped(number_of(row, "named")), grouped(number_of(row, "came")), people,
               text_of(row, "text")});
  }
  std::cout << table.str();
}

void print_clocks(const Session& session, const json::object& report) {
  if (objects_of(report, "runs").empty()) {
    std::cout << session.say("Không có lượt quét thẻ nào mà giờ còn nghi ngờ.\n",
                             "There is no tap whose time is in doubt.\n");
    return;
  }
  auto table = table_with(session, {{"điểm quét", "entrance"},
                                    {"từ dòng", "first row", right},
                                    {"đến dòng", "last row", right},
                                    {"số lượt", "taps", right},
                                    {"đồng hồ ghi từ", "stamped from"},
                                    {"đến", "to"},
                                    {"chậm (giây)", "behind (s)", right},
                                    {"kết luận của", "ruled by"},
                                    {"lý do", "reason"}});
  for (const auto& run : objects_of(report, "runs")) {
    std::string entrances;
    for (const auto& entrance : run.at("entrances").as_array()) {
      entrances.append(entrances.empty() ? "" : ", ").append(std::string_view(entrance.as_string()));
    }
    const auto& ruling = object_of(run, "ruling");
    const bool is_known = !ruling.empty() || !run.at("measured_offset_s").is_null();
    const auto behind = ruling.empty() ? number_of(run, "measured_offset_s") : number_of(ruling, "offset_s");
    table.row({entrances, std::to_string(number_of(run, "first_seq")),
               std::to_string(number_of(run, "last_seq")), grouped(number_of(run, "taps")),
               text_of(run, "first_at"), text_of(run, "last_at"), is_known ? std::to_string(behind) : "?",
               text_of(ruling, "ruled_by"), text_of(ruling, "reason")});
  }
  std::cout << table.str();
  if (const auto more = number_of(report, "more"); more > 0) {
    std::cout << session.say("và nữa: ", "and more: ") << grouped(more) << "\n";
  }
  std::cout << session.say(
      "Để kết luận: điền offset_s, ruled_by, reason vào tệp của `report clocks --format csv`, rồi "
      "`import clock_rulings`.\n",
      "To rule: fill in offset_s, ruled_by, reason in the file of `report clocks --format csv`, then "
      "`import clock_rulings`.\n");
}

void report_month(const Session& session, const UnitMonthCommand& command, const std::string& path,
                  void (*print)(const Session&, const json::object&)) {
  const auto answer =
      session.client.get("/api/v1/reports/" + path + "?month=" + percent_encoded(command.month) + "&unit=" +
                         percent_encoded(command.unit) + (command.format == "csv" ? "&format=csv" : ""));
  if (command.format != "table") return print_as_it_came(session, answer);
  print(session, session.json_of(answer).as_object());
}

}  // namespace

void report_leave(const Session& session, const LeaveReportCommand& command) {
  const bool of_unit = command.staff.empty();
  const auto answer = session.client.get(
      "/api/v1/reports/leave?year=" + percent_encoded(command.year) +
      (of_unit ? "&unit=" + percent_encoded(command.unit) : "&staff=" + percent_encoded(command.staff)) +
      (command.format == "csv" ? "&format=csv" : ""));
  if (command.format != "table") return print_as_it_came(session, answer);
  const auto value = session.json_of(answer);
  (of_unit ? print_people : print_person)(session, value.as_object());
}

void report_papers(const Session& session, const UnitMonthCommand& command) {
  report_month(session, command, "papers", print_papers);
}

void report_duties(const Session& session, const UnitMonthCommand& command) {
  report_month(session, command, "duties", print_duties);
}

void report_clocks(const Session& session, const std::string& format) {
  const auto answer =
      session.client.get(std::string("/api/v1/reports/clocks") + (format == "csv" ? "?format=csv" : ""));
  if (format != "table") return print_as_it_came(session, answer);
  print_clocks(session, session.json_of(answer).as_object());
}

}  // namespace badge::tools
