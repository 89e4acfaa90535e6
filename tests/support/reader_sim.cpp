#include "tests/support/reader_sim.hpp"

#include <sstream>
#include <stdexcept>

namespace badge::test {
namespace {

std::vector<std::string> arguments_of(const std::string& link, const std::vector<std::string>& more) {
  std::vector<std::string> all = {program("reader-sim"), "--link", link};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

ReaderSim::ReaderSim(const std::vector<std::string>& more_arguments)
    : process_(arguments_of(link(), more_arguments)) {
  const auto ready = process_.read_line();
  if (!ready || !ready->starts_with("READY ")) {
    throw std::runtime_error("reader-sim did not get ready: " + ready.value_or("") + process_.errors());
  }
}

std::string ReaderSim::command(const std::string& line) {
  process_.write(line + "\n");
  return process_.read_line().value_or("reader-sim ended: " + process_.errors());
}

std::string ReaderSim::ok(const std::string& line) {
  auto answer = command(line);
  if (!answer.starts_with("ok")) throw std::runtime_error(line + ": " + answer);
  return answer;
}

std::string ReaderSim::status(const std::string& key) {
  std::istringstream words(ok("status"));
  for (std::string word; words >> word;) {
    if (word.starts_with(key + "=")) return word.substr(key.size() + 1);
  }
  throw std::runtime_error("reader-sim's status does not have " + key);
}

}  // namespace badge::test
