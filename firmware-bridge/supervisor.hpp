#pragma once
#include <boost/asio/steady_timer.hpp>
#include <set>

#include "firmware-bridge/backoff.hpp"
#include "firmware-bridge/reader_process.hpp"
#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

/// The command line that badge-reader gets (reader/options.hpp).
[[nodiscard]] std::vector<std::string> reader_arguments(const ReaderConfig& reader);

/// Keeps one reader's process running: starts it, kills it when it is silent, starts it again with back-off.
/// A trouble is logged once for each of its causes, and so is its end. One io thread.
class Supervisor {
 public:
  static constexpr std::chrono::seconds silence_max{
      5};  // alive comes every second; a slow disk may delay some
  // So long it must listen before a trouble is over: a card that kills the process each time that it is seen
  // is one trouble, with waits that grow.
  static constexpr std::chrono::seconds steady_after{3};
  static constexpr std::chrono::milliseconds backoff_first{500};
  static constexpr std::chrono::milliseconds backoff_most{30'000};  // a reader that is plugged in works soon

  struct Callbacks {
    std::function<void()> opened;
    std::function<void()> alive;
    std::function<void(const CardSeen&)> card;
    std::function<void()> removed;
    std::function<void(std::string cause)> deaf;  // once for each time that it stops listening
    std::function<void()> stopped;                // after stop(): its process is gone
  };

  Supervisor(boost::asio::io_context& io, const ReaderConfig& reader, std::filesystem::path program,
             Callbacks callbacks);

  void start();
  void show(Light light);
  void show_check(bool open);
  /// Ends the process; kills it if it does not go by itself.
  void stop();
  [[nodiscard]] pid_t pid() const { return process_ ? process_->pid() : 0; }

 private:
  void launch();
  void on_message(const FromReader& message);
  void on_end(const std::string& why);
  void trouble(const std::string& cause, const std::string& text);
  void opened(const std::string& device);
  void trouble_over();
  void watch();
  void retry();

  boost::asio::io_context& io_;
  const ReaderConfig& config_;
  std::filesystem::path program_;
  Callbacks callbacks_;
  std::unique_ptr<ReaderProcess> process_;
  boost::asio::steady_timer silence_;
  boost::asio::steady_timer retry_;
  boost::asio::steady_timer light_;
  Backoff backoff_{backoff_first, backoff_most};
  bool listening_ = false;
  bool stopping_ = false;
  bool check_open_ = false;
  std::set<std::string> logged_causes_;  // of the trouble that goes on; few, for causes are
  std::chrono::steady_clock::time_point troubled_since_;
  std::chrono::steady_clock::time_point listening_since_;
};

}  // namespace badge::bridge
