#include "firmware-bridge/reader_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/buffer.hpp>
#include <cstring>
#include <utility>

namespace badge::bridge {

namespace asio = boost::asio;

namespace {

/// The actions and attributes of posix_spawn, freed at the end.
struct SpawnPlan {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
  }
};

/// Starts the program with `socket` as its message_fd and nothing else of ours open: neither the journal nor
/// the connection to the server is any business of a reader.
int spawn(pid_t& pid, const std::filesystem::path& program, const std::vector<std::string>& arguments,
          int socket) {
  SpawnPlan plan;
  ::posix_spawn_file_actions_adddup2(&plan.actions, socket, message_fd);
  ::posix_spawn_file_actions_addclosefrom_np(&plan.actions, message_fd + 1);
  sigset_t none;
  sigset_t all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&plan.attributes, &none);
  ::posix_spawnattr_setsigdefault(&plan.attributes, &all);
  ::posix_spawnattr_setflags(&plan.attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> words{program.native()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  return ::posix_spawn(&pid, program.c_str(), &plan.actions, &plan.attributes, argv.data(), ::environ);
}

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  return "exit status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

struct ReaderProcess::Shared : std::enable_shared_from_this<Shared> {
  Shared(asio::io_context& io, pid_t child, int socket_fd, int child_fd, Callbacks of)
      : pid(child), socket(io, socket_fd), process(io, child_fd), callbacks(std::move(of)) {}

  void read() {
    socket.async_read_some(asio::buffer(buffer), [self = shared_from_this()](auto error, std::size_t size) {
      self->on_read(error, size);
    });
  }

  void on_read(const boost::system::error_code& error, std::size_t size) {
    if (error == asio::error::operation_aborted || !callbacks.said) return;  // closed by us
    if (error || size == 0) {
      kill();  // it closed its end: there is nothing left that it could be good for
      return;
    }
    const auto message = decode_from_reader(std::span(buffer).first(size));
    if (!message) {
      nonsense = "said nonsense: " + message.error();
      kill();
      return;
    }
    callbacks.said(*message);
    if (socket.is_open()) read();
  }

  void wait() {
    process.async_wait(asio::posix::stream_descriptor::wait_read,
                       [self = shared_from_this()](auto error) { self->on_end(error); });
  }

  void on_end(const boost::system::error_code& error) {
    int status = 0;
    if (error || ::waitpid(pid, &status, WNOHANG) != pid) return;
    pid = 0;
    boost::system::error_code ignored;
    socket.close(ignored);
    // Out of our hands first: the callback may destroy the ReaderProcess, and with it all callbacks.
    const auto ended = std::exchange(callbacks, {}).ended;
    if (ended) ended(nonsense.empty() ? how_it_ended(status) : nonsense);
  }

  void kill() const {
    if (pid > 0) ::kill(pid, SIGKILL);
  }

  pid_t pid;
  asio::posix::stream_descriptor socket;
  asio::posix::stream_descriptor process;  // a pidfd: readable when the process has ended
  Callbacks callbacks;
  std::string nonsense;
  std::array<std::uint8_t, message_bytes_max + 1> buffer{};  // one more: a longer message shows itself
};

tl::expected<std::unique_ptr<ReaderProcess>, std::string> ReaderProcess::start(
    asio::io_context& io, const std::filesystem::path& program, const std::vector<std::string>& arguments,
    Callbacks callbacks) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return tl::unexpected<std::string>(std::strerror(errno));
  }
  pid_t pid = 0;
  const int error = spawn(pid, program, arguments, ends[1]);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    return tl::unexpected(program.native() + ": " + std::strerror(error));
  }
  const auto child_fd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (child_fd < 0) {
    const std::string why = std::strerror(errno);
    ::close(ends[0]);
    ::kill(pid, SIGKILL);
    ::waitpid(pid, nullptr, 0);
    return tl::unexpected("pidfd_open: " + why);
  }
  ::fcntl(child_fd, F_SETFD, FD_CLOEXEC);
  auto shared = std::make_shared<Shared>(io, pid, ends[0], child_fd, std::move(callbacks));
  shared->read();
  shared->wait();
  return std::unique_ptr<ReaderProcess>(new ReaderProcess(std::move(shared)));
}

ReaderProcess::~ReaderProcess() {
  shared_->callbacks = {};
  shared_->kill();
}

void ReaderProcess::send(const ToReader& message) {
  if (!shared_->socket.is_open()) return;
  const auto bytes = encode(message);
  (void)::send(shared_->socket.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

void ReaderProcess::kill() { shared_->kill(); }

void ReaderProcess::close() {
  boost::system::error_code ignored;
  shared_->socket.close(ignored);
}

pid_t ReaderProcess::pid() const { return shared_->pid; }

}  // namespace badge::bridge
