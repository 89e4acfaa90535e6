#include "tests/support/process.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace badge::test {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  }
  std::array<int, 2> ends{};
};

void close_fd(int& fd) {
  if (fd >= 0) ::close(fd);
  fd = -1;
}

/// UndefinedBehaviorSanitizer always writes to standard error, the others where they have been given no file.
bool sanitizer_spoke(const std::string& errors) {
  return errors.find(": runtime error: ") != std::string::npos ||
         errors.find("Sanitizer: ") != std::string::npos;
}

/// Appends what can be read now. A closed end stays readable and gives nothing.
void append_available(int fd, std::string& text) {
  std::array<char, 4096> buffer{};
  for (;;) {
    const auto count = ::read(fd, buffer.data(), buffer.size());
    if (count <= 0) return;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (auto& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(const std::vector<std::string>& added) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
  for (const auto& entry : added) {
    const auto name = entry.substr(0, entry.find('=') + 1);
    std::erase_if(all, [&](const auto& other) { return other.starts_with(name); });
    all.push_back(entry);
  }
  return all;
}

}  // namespace

std::string program(const std::string& name) {
  return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / name).string();
}

Process::Process(std::vector<std::string> arguments) : Process(std::move(arguments), Options{}) {}

Process::Process(std::vector<std::string> arguments, const Options& options) {
  Pipe in, out, err;
  // Everything that allocates happens before the fork: other threads of the test may hold the heap's lock.
  auto environment = environment_with(options.environment);
  const auto argument_pointers = pointers(arguments);
  const auto environment_pointers = pointers(environment);
  const pid_t parent = ::getpid();
  ::signal(SIGPIPE, SIG_IGN);  // writing to a child that has died is an error here, not the end of the test
  pid_ = ::fork();
  if (pid_ < 0) fail("fork");
  if (pid_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGPIPE, SIG_DFL);
    if (::getppid() != parent) ::_exit(127);
    ::dup2(in.ends[0], 0);
    ::dup2(out.ends[1], 1);
    ::dup2(err.ends[1], 2);
    if (options.fd3 == 3) ::fcntl(3, F_SETFD, 0);
    if (options.fd3 > 3) ::dup2(options.fd3, 3);
    if (!options.folder.empty() && ::chdir(options.folder.c_str()) != 0) ::_exit(126);
    ::execvpe(argument_pointers[0], argument_pointers.data(), environment_pointers.data());
    ::_exit(127);
  }
  ::close(in.ends[0]);
  ::close(out.ends[1]);
  ::close(err.ends[1]);
  input_ = in.ends[1];
  output_ = out.ends[0];
  errors_ = err.ends[0];
  ::fcntl(output_, F_SETFL, O_NONBLOCK);
  ::fcntl(errors_, F_SETFL, O_NONBLOCK);
}

Process::~Process() {
  signal(SIGKILL);
  if (!status_) (void)wait();
  drain();
  if (sanitizer_spoke(errors_text_)) ADD_FAILURE() << errors_text_;
  close_fd(input_);
  close_fd(output_);
  close_fd(errors_);
}

bool Process::reap() {
  if (status_) return true;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) != pid_) return false;
  status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return true;
}

bool Process::running() { return !reap(); }

void Process::signal(int number) {
  if (!reap()) ::kill(pid_, number);
}

void Process::write(const std::string& text) {
  if (::write(input_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) fail("write to child");
}

void Process::close_input() { close_fd(input_); }

void Process::drain() {
  append_available(output_, output_text_);
  append_available(errors_, errors_text_);
}

std::optional<std::string> Process::read_line(std::chrono::milliseconds limit) {
  std::optional<std::string> line;
  (void)eventually(
      [&] {
        const bool ended = reap();  // asked first: what it wrote before its end is read below
        drain();
        const auto end = output_text_.find('\n');
        if (end == std::string::npos) return ended;
        line = output_text_.substr(0, end);
        output_text_.erase(0, end + 1);
        return true;
      },
      limit);
  return line;
}

std::string Process::output() {
  drain();
  return output_text_;
}

std::string Process::errors() {
  drain();
  return errors_text_;
}

std::optional<int> Process::wait(std::chrono::milliseconds limit) {
  (void)eventually(
      [&] {
        drain();  // a child that fills its pipe would never end
        return reap();
      },
      limit);
  drain();
  return status_;
}

Finished run(std::vector<std::string> arguments) { return run(std::move(arguments), Process::Options{}); }

Finished run(std::vector<std::string> arguments, const Process::Options& options) {
  const auto name = arguments.at(0);
  Process process(std::move(arguments), options);
  process.close_input();
  const auto status = process.wait();
  if (!status)
    throw std::runtime_error(name + " did not end; it wrote: " + process.output() + process.errors());
  return {*status, process.output(), process.errors()};
}

}  // namespace badge::test
