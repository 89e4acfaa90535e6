#include <iostream>

#include "tools/badgectl/keeping_commands.hpp"
#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

/// "2026-07-09 07:37:12" of "2026-07-09T07:37:12.123+07:00".
std::string moment(const std::string& iso) {
  if (iso.size() < 19) return "–";
  return iso.substr(0, 10) + " " + iso.substr(11, 8);
}

void print_bridges(const Session& session, const json::object& status) {
  Table table;
  for (const auto heading : {"bridge", "reader", "entrance", "state", "since", "last heard"})
    table.column(heading);
  table.column("stored", Table::Align::right);
  table.column("backed up", Table::Align::right);
  const auto streams = objects_of(status, "streams");
  for (const auto& stream : streams) {
    const auto readers = objects_of(stream, "readers");
    std::vector<std::string> tail = {moment(text_of(stream, "last_heard")),
                                     grouped(number_of(stream, "stored_seq")),
                                     grouped(number_of(stream, "backed_up_seq"))};
    if (readers.empty())
      table.row({text_of(stream, "bridge"), "–", "–", "–", "–", tail[0], tail[1], tail[2]});
    for (const auto& reader : readers) {
      const auto cause = text_of(reader, "cause");
      table.row({text_of(stream, "bridge"), text_of(reader, "reader"), text_of(reader, "entrance"),
                 text_of(reader, "state") + (cause.empty() ? "" : " (" + cause + ")"),
                 moment(text_of(reader, "since")), tail[0], tail[1], tail[2]});
    }
  }
  if (streams.empty()) {
    std::cout << session.say("Chưa có điểm quét thẻ nào gửi dữ liệu.\n",
                             "No entrance has sent anything yet.\n");
  } else {
    std::cout << table.str();
  }
}

}  // namespace

void verify_audit(const Session& session) {
  const auto answer = session.json_of(session.client.get("/api/v1/audit/check"));
  const auto& check = answer.as_object();
  if (!check.at("whole").as_bool()) {
    throw CommandFailed(std::string(session.say("Nhật ký hệ thống không còn nguyên vẹn từ dòng ",
                                                "The audit log is not whole from row ")) +
                        std::to_string(number_of(check, "first_wrong")));
  }
  std::cout << session.say("Nhật ký hệ thống nguyên vẹn: ", "The audit log is whole: ")
            << grouped(number_of(check, "entries")) << session.say(" dòng", " rows");
  if (const auto erased = number_of(check, "erased"); erased > 0) {
    std::cout << session.say(", trong đó đã xoá theo thời hạn lưu: ", ", erased by retention: ")
              << grouped(erased);
  }
  std::cout << '\n' << text_of(check, "digest") << "\n";
}

void verify(const Session& session) {
  const auto answer = session.json_of(session.client.post("/api/v1/verify", "application/json", "{}"));
  const auto& report = answer.as_object();
  if (const auto* checked = report.if_contains("checked"); checked != nullptr && checked->is_object()) {
    for (const auto& [what, count] : checked->get_object()) {
      std::cout << std::string_view(what) << ": "
                << (count.is_number() ? grouped(count.to_number<std::int64_t>()) : "") << "\n";
    }
  }
  const auto differences = texts_of(report, "differences");
  if (differences.empty()) {
    std::cout << session.say("Mọi số liệu suy ra đều khớp với dữ liệu gốc.\n",
                             "Everything derived agrees with the log.\n");
    return;
  }
  std::string text;
  for (const auto& difference : differences) text += difference + "\n";
  throw CommandFailed(text + std::to_string(differences.size()) +
                      std::string(session.say(" điểm không khớp.\n", " differences.\n")));
}

void print_status(const Session& session) {
  const auto answer = session.json_of(session.client.get("/api/v1/status"));
  const auto& status = answer.as_object();
  print_bridges(session, status);
  const auto line = [&](std::string_view vi, std::string_view en, std::string_view key) {
    std::cout << session.say(vi, en) << ": " << grouped(number_of(status, key)) << "\n";
  };
  std::cout << "\n"
            << session.say("Giờ máy chủ", "Server clock") << ": " << moment(text_of(status, "now")) << "\n";
  line("Vị trí ghi cuối", "Last position", "position");
  line("Lô đang chờ ghi", "Batches waiting", "queued_batches");
  line("Thẻ chưa gắn với ai trong tháng", "Badges of nobody this month", "unknown_badges");
  line("Dòng không đọc được, giữ nguyên văn", "Rows nobody could read, kept as they came",
       "quarantined_rows");
  for (const auto& unknown : objects_of(status, "unknown_badge_list")) {
    std::cout << "  " << text_of(unknown, "uid") << "  " << moment(text_of(unknown, "last")) << "  "
              << text_of(unknown, "last_entrance") << "\n";
  }
  for (const auto& lost : objects_of(status, "lost_rows")) {
    std::cout << session.say("MẤT DỮ LIỆU: ", "LOST: ") << text_of(lost, "bridge") << " "
              << number_of(lost, "first_seq") << "–" << number_of(lost, "last_seq") << ", "
              << moment(text_of(lost, "from")) << " – " << moment(text_of(lost, "to")) << "\n";
  }
}

}  // namespace badge::tools
