#include "tests/e2e/entrance_under_test.hpp"

#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace badge::test {
namespace {

using namespace std::chrono_literals;

/// What a line of the display says (firmware-bridge/feedback).
Shown read_display(const std::string& line) {
  if (line.starts_with("CHƯA ghi nhận")) return Shown::red;
  if (line.starts_with("Thẻ có hiệu lực") || line.starts_with("Tra cứu thẻ")) return Shown::verified;
  if (!line.starts_with("Đã ghi nhận") && !line.starts_with("Đã xuất trình thẻ"))
    throw std::runtime_error("the display shows: " + line);
  return line.find(" – ") == std::string::npos ? Shown::green : Shown::amber;  // a concern stands behind
}

/// Direct children of a process.
std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> children;
  const std::string id = std::to_string(parent);
  std::ifstream list("/proc/" + id + "/task/" + id + "/children");
  for (pid_t child = 0; list >> child;) children.push_back(child);
  return children;
}

}  // namespace

EntranceUnderTest::EntranceUnderTest(Options options) : options_(std::move(options)) {
  std::ofstream(folder_ / "bridge.token") << options_.token << "\n";
  ::chmod((folder_ / "bridge.token").c_str(), 0600);
  write_config();
}

void EntranceUnderTest::write_config() {
  // The badge changes under the reader as fast as it can see it, and the same badge counts at once again: a
  // test presents in seconds what an entrance sees in a morning.
  std::ofstream(folder_ / "site.toml")
      << "bridge = \"" << options_.name << "\"\nserver = \"" << options_.scheme
      << "://127.0.0.1:" << options_.server_port
      << "\"\ntoken_file = \"bridge.token\"\njournal = \"journal.db\"\n"
      << options_.more_config << "\n[display]\noutput = \"stdout\"\nperson = \"name\"\n"
      << "\n[[reader]]\nid = \"" << options_.name << "-1\"\n"
      << (options_.portable ? "portable = true"
                            : "entrance = \"" + options_.name + "\"\ndirection = \"both\"")
      << "\nconnection = \"" << reader_.connection()
      << "\"\npresence_ms = 10\nmisses = 1\nsame_card_quiet_ms = 0\n";
}

void EntranceUnderTest::move_to_server(std::uint16_t port) {
  options_.server_port = port;
  write_config();
}

void EntranceUnderTest::start() {
  const std::vector<std::string> arguments = {program("badge-bridge"), "--config", folder_ / "site.toml"};
  process_ = std::make_unique<Process>(
      arguments, Process::Options{.environment = options_.environment, .folder = folder()});
}

void EntranceUnderTest::kill() {
  if (!process_) return;
  process_->signal(SIGKILL);
  (void)process_->wait();
}

void EntranceUnderTest::kill_reader() {
  if (!process_) return;
  for (const pid_t reader : children_of(process_->pid())) ::kill(reader, SIGKILL);
}

void EntranceUnderTest::stop() {
  if (!process_) return;
  process_->signal(SIGTERM);
  const auto status = process_->wait(patience);
  if (status != 0) throw std::runtime_error("badge-bridge did not end well: " + process_->errors());
  process_.reset();
}

bool EntranceUnderTest::running() { return process_ && process_->running(); }

std::string EntranceUnderTest::log() { return process_ ? process_->errors() : ""; }

void EntranceUnderTest::show_badge(const std::string& uid) {
  while (shown()) {
  }
  reader_.ok((holds_badge_ ? "swap uid=" : "present uid=") + uid);
  holds_badge_ = true;
}

void EntranceUnderTest::take_badge_away() {
  if (holds_badge_) reader_.ok("remove");
  holds_badge_ = false;
}

std::optional<Shown> EntranceUnderTest::shown() {
  if (!process_) return std::nullopt;
  (void)process_->running();
  while (const auto line = process_->read_line(0ms)) {
    const bool of_a_check = line->starts_with("Bắt đầu kiểm tra") || line->starts_with("Kết thúc kiểm tra");
    if (!line->empty() && !of_a_check) return read_display(*line);
  }
  return std::nullopt;
}

std::optional<Shown> EntranceUnderTest::tap(const std::string& uid, std::chrono::milliseconds limit) {
  show_badge(uid);
  std::optional<Shown> seen;
  (void)eventually([&] { return (seen = shown()).has_value(); }, limit);
  take_badge_away();
  return seen;
}

}  // namespace badge::test
