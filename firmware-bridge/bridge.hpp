#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

#include "firmware-bridge/clock.hpp"
#include "firmware-bridge/display.hpp"
#include "firmware-bridge/recorder.hpp"
#include "firmware-bridge/supervisor.hpp"
#include "firmware-bridge/uplink.hpp"

namespace badge::bridge {

/// The daemon at one entrance: readers → recorder → journal → server, on one thread. This file only connects
/// them and lets time pass.
class Bridge {
 public:
  static constexpr std::chrono::seconds tick_every{1};
  static constexpr std::chrono::hours maintain_every{1};
  // A clean end: readers go by themselves, the last rows are delivered if that is quick, two seconds in all.
  static constexpr std::chrono::milliseconds deliver_at_end{1000};
  static constexpr std::chrono::milliseconds end_at_latest{1800};

  /// `reader_program` is what each reader is driven by. All arguments must outlive it. Throws
  /// std::runtime_error where display or certificate cannot be used.
  Bridge(const SiteConfig& site, std::filesystem::path reader_program, Journal& journal, const Clock& clock);

  /// Runs until SIGTERM or SIGINT. Throws JournalDamaged: the next start sets the file aside.
  void run();

 private:
  void connect_reader(std::size_t reader, const std::filesystem::path& program);
  void on_card(std::size_t reader, const CardSeen& card);
  void show(std::size_t reader, const Feedback& feedback);
  void show_state();
  Pressed press(const CheckPress& press);
  void check_changed(std::size_t reader);
  void tick();
  void stop();
  void one_ended();

  const SiteConfig& site_;
  Journal& journal_;
  const Clock& clock_;
  boost::asio::io_context io_;
  RosterCache roster_;
  Recorder recorder_;
  std::vector<std::unique_ptr<Display>> displays_;
  Uplink uplink_;
  std::vector<std::unique_ptr<Supervisor>> supervisors_;
  boost::asio::signal_set signals_;
  boost::asio::steady_timer timer_;
  std::chrono::steady_clock::time_point remember_due_{};
  std::chrono::steady_clock::time_point maintain_due_{};
  std::size_t running_ = 0;  // readers, and the uplink
  bool stopping_ = false;
};

}  // namespace badge::bridge
