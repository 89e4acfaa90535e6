#include "tools/badgectl/import_command.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tools/badgectl/import_errors.hpp"
#include "tools/badgectl/import_taps.hpp"

namespace badge::tools {
namespace {

namespace json = boost::json;

constexpr std::uintmax_t file_bytes_max =
    8 * 1024 * 1024;  // what the server takes in one request: 100,000 rows

std::string read_all(const Session& session, const std::filesystem::path& file) {
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(file, failed);
  if (failed) throw CommandFailed(file.string() + ": " + failed.message() + "\n");
  if (bytes > file_bytes_max) {
    throw CommandFailed(file.string() + ": " +
                        std::string(session.say("tệp lớn quá 8 MB; hãy chia thành nhiều tệp",
                                                "the file is larger than 8 MB; divide it into several")) +
                        "\n");
  }
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw CommandFailed(file.string() + ": " + std::strerror(errno) + "\n");
  return std::move(text).str();
}

void print_counts(const Session& session, const ImportCommand& command, const json::object& counts) {
  const auto text = [&](std::string_view key) { return std::to_string(number_of(counts, key)); };
  std::cout << command.file.filename().string() << ": " << text("rows") << session.say(" dòng: ", " rows: ");
  if (command.withdraw) {
    std::cout << text("withdrawn") << session.say(" đã rút lại", " withdrawn");
  } else {
    std::cout << text("added") << session.say(" thêm mới, ", " added, ") << text("changed")
              << session.say(" thay đổi, ", " changed, ") << text("unchanged")
              << session.say(" giữ nguyên", " unchanged");
  }
  if (command.dry_run) {
    std::cout << (command.withdraw
                      ? session.say("; chỉ kiểm tra, chưa rút lại gì", "; a dry run, nothing was withdrawn")
                      : session.say("; chỉ kiểm tra, chưa nhập gì", "; a dry run, nothing was imported"));
  }
  std::cout << ".\n";
  for (const auto& note : texts_of(counts, "notes")) {
    std::cerr << session.say("lưu ý: ", "note: ") << note << "\n";
  }
}

}  // namespace

void run_import(const Session& session, const ImportCommand& command) {
  if (command.kind == "taps" || command.kind == "attlog") {
    print_counts(session, command, import_taps(session, command));
    return;
  }
  const auto text = read_all(session, command.file);
  const auto answer =
      session.client.post("/api/v1/imports/" + percent_encoded(command.kind) +
                              "?file=" + percent_encoded(command.file.filename().string()) +
                              (command.dry_run ? "&dry_run=1" : "") + (command.withdraw ? "&withdraw=1" : ""),
                          command.kind == "schedules" ? "application/toml" : "text/csv", text);
  if (answer.status == 422) {
    ImportErrors errors;
    errors.add(session, answer);
    throw CommandFailed(errors.text(session, command.file.filename().string(), command.withdraw));
  }
  print_counts(session, command, session.json_of(answer).as_object());
}

}  // namespace badge::tools
