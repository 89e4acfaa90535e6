#include "tests/tools/badgectl/running_server.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace badge::tools::test {

using badge::test::eventually;
using badge::test::Finished;
using badge::test::Process;
using badge::test::program;

RunningServer::RunningServer() {
  file("server.toml", "listen = \"127.0.0.1:0\"\ndata = \"var\"\nzone = \"Asia/Ho_Chi_Minh\"\n");
  const Process::Options here{.environment = {}, .folder = folder_.path().string()};
  const std::vector<std::string> serve = {program("badge-server"), "--config", "server.toml"};
  auto init = serve;
  init.emplace_back("init");
  const auto made = badge::test::run(init, here);
  if (made.status != 0) throw std::runtime_error(made.errors);
  std::filesystem::permissions(file("admin.token", made.output), std::filesystem::perms::owner_read);

  process_ = std::make_unique<Process>(serve, here);
  constexpr std::string_view announcement = "listening on ";
  const auto announced = [&] {
    const auto log = process_->errors();
    const auto at = log.find(announcement);
    const auto end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return false;
    url_ = log.substr(at + announcement.size(), end - at - announcement.size());
    return true;
  };
  if (!eventually(announced)) throw std::runtime_error("badge-server does not start: " + process_->errors());
}

Finished RunningServer::run_in(const std::string& language, std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), program("badgectl"));
  return badge::test::run(
      std::move(arguments),
      {.environment = {"BADGE_SERVER=" + url_, "BADGE_TOKEN_FILE=admin.token", "BADGE_LANG=" + language},
       .folder = folder_.path().string()});
}

Finished RunningServer::badgectl(std::vector<std::string> arguments) const {
  return run_in("en", std::move(arguments));
}

Finished RunningServer::badgectl_vietnamese(std::vector<std::string> arguments) const {
  return run_in("vi", std::move(arguments));
}

std::string RunningServer::file(const std::string& name, std::string_view text) const {
  const auto path = folder_ / name;
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
  return path;
}

std::string RunningServer::read(const std::string& name) const {
  std::ifstream in(folder_ / name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace badge::tools::test
