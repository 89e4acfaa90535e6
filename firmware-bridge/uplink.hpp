#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <set>

#include "firmware-bridge/backoff.hpp"
#include "firmware-bridge/clock.hpp"
#include "firmware-bridge/delivery.hpp"
#include "firmware-bridge/journal.hpp"
#include "firmware-bridge/roster_cache.hpp"
#include "firmware-bridge/uplink_http.hpp"

namespace badge::bridge {

/// The conversation with the server: brings it the journal's rows, says who is alive, asks for the roster. On
/// the io thread, one request at a time. What to send and what an answer means is decided by Delivery.
class Uplink {
 public:
  // How far coverage lies behind in quiet hours, and how long a badge that was reported lost still works.
  static constexpr std::chrono::seconds alive_every{5};
  // An answer tells of a new roster at once; a new day makes one too, and nobody says so.
  static constexpr std::chrono::seconds roster_every{60};
  // While none is known: the server learns which units' badges we need from our first `listening` row.
  static constexpr std::chrono::seconds first_roster_every{3};
  static constexpr std::chrono::milliseconds backoff_first{500};
  static constexpr std::chrono::milliseconds backoff_most{30'000};
  static constexpr std::size_t token_bytes_max = 512;
  static constexpr std::size_t answer_bytes_max = 64 * 1024;  // an Ack has 400; a problem may explain itself

  /// What it needs to know, and whom it tells.
  struct Neighbours {
    std::function<std::vector<Alive::Reader>()> alive;
    std::function<void(Instant server_now, const ClockReading& sent, const ClockReading& received)>
        server_time;
    std::function<void()> stream_forked;
    std::function<void()> ended;  // after stop(): the conversation is over
  };

  /// All must outlive it, and the io_context must be run out before it goes.
  Uplink(boost::asio::io_context& io, const SiteConfig& site, Journal& journal, RosterCache& roster,
         const Clock& clock, Neighbours neighbours);

  void start();
  /// There are new rows: do not wait for the next heartbeat.
  void wake() { pause_.cancel(); }
  /// Delivers what is left for at most `patience`, then ends.
  void stop(std::chrono::milliseconds patience);

 private:
  enum class Outcome { done, more, failed };

  boost::asio::awaitable<void> converse();
  boost::asio::awaitable<Outcome> deliver();
  boost::asio::awaitable<Outcome> fetch_roster();
  boost::asio::awaitable<void> wait(std::chrono::milliseconds time, boost::asio::steady_timer& timer);
  Outcome take_ack(const Delivery::Batch& sent, const HttpReply& reply, const ClockReading& sent_at);
  void take_roster(const HttpReply& reply);
  void carry_out(const Delivery::Effect& effect);
  Outcome trouble(const std::string& cause, const std::string& text);
  void trouble_over();
  [[nodiscard]] std::chrono::milliseconds time_to_rest() const;
  [[nodiscard]] HttpRequest request(std::string method, std::string target) const;

  boost::asio::io_context& io_;
  const SiteConfig& site_;
  Journal& journal_;
  RosterCache& roster_;
  const Clock& clock_;
  Neighbours neighbours_;
  UplinkHttp http_;
  Delivery delivery_;
  Backoff backoff_{backoff_first, backoff_most};
  boost::asio::steady_timer pause_;    // between heartbeats; a tap ends it
  boost::asio::steady_timer penance_;  // after a failure; a tap does not end it
  boost::asio::steady_timer end_;
  std::chrono::steady_clock::time_point roster_due_{};
  std::uint64_t roster_told_ = 0;  // by the last answer: asked for once, whatever comes of it
  std::chrono::steady_clock::time_point troubled_since_;
  std::set<std::string> logged_causes_;
  bool roster_trouble_logged_ = false;
  bool stopping_ = false;
  bool ended_ = false;
};

}  // namespace badge::bridge
