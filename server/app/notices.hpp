#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "server/app/logins.hpp"
#include "server/app/notice_channels.hpp"
#include "server/app/notice_items.hpp"
#include "server/app/notice_text.hpp"

namespace badge::app {

/// Before the second attempt, the third, and so on, as Standard Webhooks proposes: three days in all. Then a
/// message is dead until somebody sends it again.
inline constexpr std::array<std::chrono::seconds, 9> retry_pauses = {
    std::chrono::seconds(5), std::chrono::minutes(5), std::chrono::minutes(30),
    std::chrono::hours(2),   std::chrono::hours(5),   std::chrono::hours(10),
    std::chrono::hours(14),  std::chrono::hours(20),  std::chrono::hours(24)};

/// Tells people and programs what waits and what is the matter: a digest a day to each who gave an address,
/// and at once what cannot wait, each thing once until it is over. What is to be told is written into the
/// store first, and sent from there until it has arrived or is dead, so a restart neither forgets nor repeats
/// it. (A message whose receiver took it while the server was killed comes again, under the same id.)
///
/// Works on a thread of its own: it waits for mail servers, and nobody waits for it.
class Notices {
 public:
  struct Parts {
    store::Store& store;
    const WaitingList& waiting;
    const Logins& logins;
    std::function<Instant()> now;
  };
  Notices(Parts parts, notices::Settings settings, Channels channels);
  ~Notices();
  Notices(const Notices&) = delete;
  Notices& operator=(const Notices&) = delete;

  void start();
  void stop();  // waits for a message that is under way
  void wake();  // something is to be sent at once

  /// One turn: sees what is the matter, makes the digests that are due, sends what is due. Throws what the
  /// store throws. Not while the thread runs.
  void round();

  [[nodiscard]] const notices::Settings& settings() const { return settings_; }

 private:
  static constexpr std::chrono::seconds round_every{2};   // a look at the doors costs milliseconds
  static constexpr std::chrono::seconds sending_max{30};  // of a channel in one turn: the others wait
  static constexpr std::size_t digests_at_once = 500;     // texts in memory, 5 KB each

  void work();
  void tell_urgent(Instant now);
  void add_urgent_mails(std::vector<store::NewMessage>& messages, const std::vector<WaitingRow>& rows,
                        Instant now);
  void make_digests(Instant now);
  void make_mail_digests(const OfficeWaiting& office, attendance::Date today);
  void make_webhook_digests(const OfficeWaiting& office, attendance::Date today, Instant now);
  void send(const std::string& channel, const Deliver& deliver);
  [[nodiscard]] store::NewMessage webhook_message(const std::string& channel, std::string_view type,
                                                  const std::vector<WaitingRow>& rows, Instant now) const;

  const Parts parts_;
  const notices::Settings settings_;
  const Channels channels_;
  attendance::Date digests_made_ = attendance::Date::min();  // all of that day's

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false, woken_ = false;  // mutex_
  std::atomic<bool> leaving_ = false;      // stopping_, for a turn that is under way
  std::thread thread_;
};

}  // namespace badge::app
