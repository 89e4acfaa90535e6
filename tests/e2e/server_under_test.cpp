#include "tests/e2e/server_under_test.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/store/store.hpp"
#include "tests/support/eventually.hpp"

namespace badge::test {
namespace {

/// A port that was free a moment ago. The kernel hands out others first, so it stays free while a test lasts.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  sockaddr generic{};
  std::memcpy(&generic, &address, sizeof generic);
  socklen_t size = sizeof generic;
  const bool bound = ::bind(socket, &generic, size) == 0 && ::getsockname(socket, &generic, &size) == 0;
  std::memcpy(&address, &generic, sizeof address);
  ::close(socket);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

}  // namespace

ServerUnderTest::ServerUnderTest(std::vector<std::string> environment, const std::string& more_config)
    : port_(free_port()), environment_(std::move(environment)) {
  std::ofstream(folder_ / "server.toml")
      << "listen = \"127.0.0.1:" << port_ << "\"\ndata = \"var\"\nzone = \"Asia/Ho_Chi_Minh\"\n"
      << more_config;
  const Finished init = run({program("badge-server"), "--config", folder_ / "server.toml", "init"},
                            {.environment = {}, .folder = folder()});
  if (init.status != 0) throw std::runtime_error("badge-server init: " + init.errors);
  token_ = init.output.substr(0, init.output.find('\n'));
}

void ServerUnderTest::start_without_waiting() {
  const std::vector<std::string> arguments = {program("badge-server"), "--config", folder_ / "server.toml"};
  process_ =
      std::make_unique<Process>(arguments, Process::Options{.environment = environment_, .folder = folder()});
}

bool ServerUnderTest::answers() {
  const auto health = tools::HttpConnection(port_, "").ask(
      {.method = "GET", .target = "/api/v1/health", .content_type = "", .body = ""});
  return health.has_value() && health->status == 200;
}

void ServerUnderTest::start() {
  start_without_waiting();
  (void)eventually([&] { return !process_->running() || answers(); });
  if (!process_->running() || !answers())
    throw std::runtime_error("badge-server does not start: " + process_->errors());
}

void ServerUnderTest::kill() {
  if (!process_) return;
  process_->signal(SIGKILL);
  (void)process_->wait();
  process_.reset();
}

void ServerUnderTest::stop() {
  if (!process_) return;
  process_->signal(SIGTERM);
  const auto status = process_->wait();
  if (status != 0) throw std::runtime_error("badge-server did not end well: " + process_->errors());
  process_.reset();
}

bool ServerUnderTest::running() { return process_ && process_->running(); }

std::string ServerUnderTest::log() { return process_ ? process_->errors() : ""; }

tools::HttpAnswer ServerUnderTest::ask(const std::string& method, const std::string& target,
                                       const std::string& body, const std::string& type) {
  const auto answer = tools::HttpConnection(port_, token_).ask({method, target, type, body});
  if (!answer) throw std::runtime_error(method + " " + target + ": " + answer.error());
  return *answer;
}

std::string ServerUnderTest::get(const std::string& target) {
  const auto answer = ask("GET", target);
  if (answer.status / 100 != 2) throw std::runtime_error("GET " + target + ": " + answer.body);
  return answer.body;
}

std::string ServerUnderTest::post(const std::string& target, const std::string& body,
                                  const std::string& type) {
  const auto answer = ask("POST", target, body, type);
  if (answer.status / 100 != 2) throw std::runtime_error("POST " + target + ": " + answer.body);
  return answer.body;
}

std::string ServerUnderTest::add_bridge(const std::string& name) {
  const std::string body = boost::json::serialize(boost::json::object{{"name", name}});
  return std::string(boost::json::parse(post("/api/v1/bridges", body)).at("token").as_string());
}

void ServerUnderTest::import(const std::string& kind, const std::string& csv) {
  post("/api/v1/imports/" + kind, csv, kind == "schedules" ? "application/toml" : "text/csv");
}

std::string ServerUnderTest::person(const std::string& staff_code, const std::string& month) {
  return get("/api/v1/reports/person?staff=" + staff_code + "&month=" + month);
}

void ServerUnderTest::backup(const std::string& file) {
  const auto made = boost::json::parse(post("/api/v1/backups"));
  const std::string id = boost::json::serialize(made.at("id"));
  std::ofstream(file, std::ios::binary) << get("/api/v1/backups/" + id);
  post("/api/v1/backups/" + id + "/complete");
}

void ServerUnderTest::restore(const std::string& file) {
  stop();
  std::filesystem::remove_all(folder_ / "var");
  const Finished done = run({program("badge-server"), "--config", folder_ / "server.toml", "restore", file},
                            {.environment = {}, .folder = folder()});
  if (done.status != 0) throw std::runtime_error("badge-server restore: " + done.errors);
}

void ServerUnderTest::with_store(const std::function<void(const store::Snapshot&)>& look) {
  const bool ran = running();
  stop();
  {
    const store::Store opened(
        {.data_folder = folder_ / "var", .create = false, .now = {}, .on_committed = {}, .pages_max = 0});
    const store::Snapshot snapshot = opened.snapshot();
    look(snapshot);
  }
  if (ran) start();
}

}  // namespace badge::test
