#include "tools/badgectl/close_commands.hpp"

#include <array>
#include <iostream>
#include <optional>

#include "tools/badgectl/report_output.hpp"
#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

std::string query_of(const Period& period) {
  std::string query = period.month.empty()
                          ? "from=" + percent_encoded(period.from) + "&to=" + percent_encoded(period.to)
                          : "month=" + percent_encoded(period.month);
  if (!period.unit.empty()) query += "&unit=" + percent_encoded(period.unit);
  return query;
}

std::vector<json::object> closes_of(const Session& session, const Period& period) {
  const auto answer = session.json_of(session.client.get("/api/v1/closes?" + query_of(period)));
  return objects_of(answer.as_object(), "closes");
}

std::string days_of(const json::object& close) {
  return text_of(close, "from") + " – " + text_of(close, "to");
}

/// "absent", "present, late 7, missing_out", "có mặt, đi muộn 7 phút"; "–" where it was not on that sheet.
std::string verdict_of(const Session& session, const json::object& change, std::string_view key) {
  const auto* line = change.if_contains(key);
  if (line == nullptr || !line->is_object()) return "–";
  const auto& object = line->get_object();
  auto text = state_word(session, text_of(object, "state"), text_of(object, "reasons"));
  const auto add_minutes = [&](std::string_view member, std::string_view vi, std::string_view en) {
    const auto minutes = number_of(object, member);
    if (minutes <= 0) return;
    text.append(", ").append(session.say(vi, en)).append(" ").append(std::to_string(minutes));
    if (session.vietnamese) text += " phút";
  };
  add_minutes("late_min", "đi muộn", "late");
  add_minutes("early_min", "về sớm", "early");
  const auto add_missing = [&](std::string_view member, std::string_view vi) {
    const auto* flag = object.if_contains(member);
    if (flag == nullptr || !flag->is_bool() || !flag->get_bool()) return;
    text.append(", ").append(session.say(vi, member));
  };
  add_missing("missing_in", "thiếu lượt quét vào");
  add_missing("missing_out", "thiếu lượt quét ra");
  return text;
}

}  // namespace

void close_period(const Session& session, const Period& period, bool preliminary) {
  json::object body{{"unit", period.unit}, {"preliminary", preliminary}};
  if (!period.month.empty()) body["month"] = period.month;
  if (!period.from.empty()) body["from"] = period.from;
  if (!period.to.empty()) body["to"] = period.to;
  const auto answer = session.client.post("/api/v1/closes", "application/json", json::serialize(body));
  if (answer.status == 409) {
    std::string text = explanation(session, answer) + "\n";
    const auto problem = json::parse(answer.body).as_object();
    for (const auto& open : texts_of(problem, "open")) text += "  " + open + "\n";
    throw CommandFailed(text);
  }
  const auto made = session.json_of(answer);
  const auto& close = made.as_object();
  std::cout << (preliminary ? session.say("Đã chốt tạm ", "Closed preliminarily: ")
                            : session.say("Đã chốt ", "Closed: "))
            << text_of(close, "unit") << ", " << days_of(close) << "\n"
            << session.say("Mã bảng công (SHA-256): ", "Sheet (SHA-256): ") << text_of(close, "sheet_sha256")
            << "\n";
}

void reopen_period(const Session& session, const Period& period, const std::string& reason) {
  std::optional<json::object> last;
  for (auto& close : closes_of(session, period)) {
    if (!close.contains("reopened")) last = std::move(close);
  }
  if (!last) {
    throw CommandFailed(std::string(session.say("Kỳ này của đơn vị chưa chốt, hoặc đã mở lại.\n",
                                                "The unit's period is not closed, or was re-opened.\n")));
  }
  session.expect_good(
      session.client.post("/api/v1/closes/" + std::to_string(number_of(*last, "id")) + "/reopen",
                          "application/json", json::serialize(json::object{{"reason", reason}})));
  std::cout << session.say("Đã mở lại bảng công ", "Re-opened: ") << text_of(*last, "unit") << ", "
            << days_of(*last) << "\n";
}

void list_closes(const Session& session, const Period& period) {
  Table table;
  for (const auto heading :
       {session.say("đơn vị", "unit"), session.say("kỳ", "period"), session.say("trạng thái", "state"),
        session.say("người chốt", "by"), session.say("lúc", "at"), session.say("mở lại", "re-opened")}) {
    table.column(std::string(heading));
  }
  for (const auto& close : closes_of(session, period)) {
    const auto* preliminary = close.if_contains("preliminary");
    const bool is_preliminary = preliminary != nullptr && preliminary->is_bool() && preliminary->get_bool();
    std::string reopened = "–";
    if (const auto* again = close.if_contains("reopened"); again != nullptr && again->is_object()) {
      reopened = text_of(again->get_object(), "by") + ": " + text_of(again->get_object(), "reason");
    }
    table.row({text_of(close, "unit"), days_of(close),
               std::string(is_preliminary ? session.say("chốt tạm", "preliminary")
                                          : session.say("đã chốt", "closed")),
               text_of(close, "closed_by"), text_of(close, "at"), reopened});
  }
  std::cout << table.str();
}

void list_changes(const Session& session, const Period& period, const std::string& since,
                  const std::string& format) {
  auto target = "/api/v1/reports/changes?" + query_of(period);
  if (!since.empty()) target += "&since=" + percent_encoded(since);
  const auto answer = session.client.get(target);
  const auto list = session.json_of(answer);
  if (format == "json") {
    std::cout << json::serialize(list) << "\n";
    return;
  }
  const auto changes = objects_of(list.as_object(), "changes");
  for (const auto& change : changes) {
    std::cout << date_for(session, text_of(change, "date")) << " " << text_of(change, "session") << "  "
              << text_of(change, "full_name") << " (" << text_of(change, "staff_code")
              << "): " << verdict_of(session, change, "before") << " → "
              << verdict_of(session, change, "after") << "\n";
    std::string because;
    for (const auto& cause : texts_of(change, "because")) because += (because.empty() ? "" : "; ") + cause;
    std::cout << "    " << because << "\n";
    if (const auto text = text_of(change, "text"); !text.empty()) std::cout << "    " << text << "\n";
  }
  std::cout << changes.size() << session.say(" kết quả đã đổi\n", " verdicts changed\n");
}

}  // namespace badge::tools
