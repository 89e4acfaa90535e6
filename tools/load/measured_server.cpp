#include "tools/load/measured_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace badge::tools {
namespace {

using namespace std::chrono_literals;

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  sockaddr generic{};
  socklen_t size = sizeof generic;
  std::memcpy(&generic, &address, sizeof generic);
  const bool found = ::bind(socket, &generic, size) == 0 && ::getsockname(socket, &generic, &size) == 0;
  ::close(socket);
  if (!found) throw std::runtime_error("no free port");
  std::memcpy(&address, &generic, sizeof address);
  return ntohs(address.sin_port);
}

/// Starts `arguments` with standard output into a file, and what it logs into another.
pid_t start_program(const std::vector<std::string>& arguments,
                    const std::vector<std::pair<std::string, std::string>>& environment,
                    const std::filesystem::path& output, const std::filesystem::path& errors) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process can be started");
  if (child > 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
  const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(out, 1);
  ::dup2(err, 2);
  ::execv(pointers[0], pointers.data());
  ::_exit(127);
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

long rss_anon_kb(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("RssAnon:")) return std::strtol(line.c_str() + 8, nullptr, 10);
  return 0;
}

}  // namespace

MeasuredServer::MeasuredServer(const std::filesystem::path& program, const std::filesystem::path& parent)
    : port_(free_port()) {
  std::string pattern = (parent / "chuyen-can-load-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw std::runtime_error(pattern + ": cannot be made; choose another --folder");
  folder_ = pattern;
  std::ofstream(folder_ / "server.toml")
      << "listen = \"127.0.0.1:" << port_ << "\"\ndata = \"var\"\nzone = \"Asia/Ho_Chi_Minh\"\n";
  start(program);
}

void MeasuredServer::start(const std::filesystem::path& program) {
  const std::string config = folder_ / "server.toml";
  int status = 0;
  const pid_t init =
      start_program({program, "--config", config, "init"}, {}, folder_ / "token", folder_ / "server.log");
  ::waitpid(init, &status, 0);
  if (status != 0) throw std::runtime_error("badge-server init failed: " + text_of(folder_ / "server.log"));
  token_ = text_of(folder_ / "token");
  token_ = token_.substr(0, token_.find('\n'));

  const std::string counter = folder_ / "flushes";
  const int file = ::open(counter.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0 || ::ftruncate(file, sizeof *flushes_) != 0)
    throw std::runtime_error(counter + ": cannot be made");
  flushes_ = static_cast<std::int64_t*>(
      ::mmap(nullptr, sizeof *flushes_, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
  ::close(file);
  process_ = start_program({program, "--config", config},
                           {{"LD_PRELOAD", FLUSH_COUNTER_SHIM}, {"FLUSH_COUNTER", counter}},
                           folder_ / "stdout", folder_ / "server.log");

  const auto deadline = std::chrono::steady_clock::now() + 20s;
  while (!HttpConnection(port_, "").ask(
      {.method = "GET", .target = "/api/v1/health", .content_type = "", .body = ""})) {
    if (::waitpid(process_, &status, WNOHANG) == process_ || std::chrono::steady_clock::now() > deadline)
      throw std::runtime_error("badge-server does not start: " + text_of(folder_ / "server.log"));
    std::this_thread::sleep_for(10ms);
  }
  watcher_ = std::jthread([this](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const long now = rss_anon_kb(process_);
      if (now > peak_kb_) peak_kb_ = now;
      std::this_thread::sleep_for(5ms);
    }
  });
}

MeasuredServer::~MeasuredServer() {
  watcher_ = {};
  if (process_ > 0) {
    ::kill(process_, SIGTERM);
    int status = 0;
    ::waitpid(process_, &status, 0);
  }
  if (flushes_ != nullptr) ::munmap(flushes_, sizeof *flushes_);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string MeasuredServer::add_bridge(const std::string& name) {
  const std::string answer =
      ask("POST", "/api/v1/bridges", boost::json::serialize(boost::json::object{{"name", name}}));
  return std::string(boost::json::parse(answer).at("token").as_string());
}

std::string MeasuredServer::ask(std::string_view method, const std::string& target, std::string_view body,
                                std::string_view type) {
  const auto answer = HttpConnection(port_, token_)
                          .ask({.method = method, .target = target, .content_type = type, .body = body});
  if (!answer) throw std::runtime_error(target + ": " + answer.error());
  if (answer->status / 100 != 2)
    throw std::runtime_error(target + ": " + std::to_string(answer->status) + " " +
                             answer->body.substr(0, 500));
  return answer->body;
}

std::int64_t MeasuredServer::flushes() const { return std::atomic_ref(*flushes_).load(); }
double MeasuredServer::memory_mb() const { return static_cast<double>(rss_anon_kb(process_)) / 1024; }
double MeasuredServer::peak_memory_mb() const { return static_cast<double>(peak_kb_.load()) / 1024; }
void MeasuredServer::forget_peak() { peak_kb_ = 0; }

}  // namespace badge::tools
