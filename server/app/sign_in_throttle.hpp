#pragma once
/// How often somebody may guess a password. Counts are kept in memory; a restart forgets them.
#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace badge::app {

/// Guesses are counted for each login at each address, so whoever guesses elsewhere cannot lock a person out
/// at their own desk: from an address at which a person once signed in, only the guesses made there count.
/// Who guesses from many new addresses meets the count of the login; who guesses many logins meets that of
/// the address. Any thread.
class SignInThrottle {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    std::size_t login_at_address = 5;  // wrong ones that cost no wait; OWASP ASVS 2.2.1 allows 100 an hour
    std::size_t login_at_new_addresses = 50;               // together
    std::size_t address = 100;                             // a whole office behind one address, mistyping
    Clock::duration first_wait = std::chrono::seconds(2);  // then it doubles with each wrong one
    Clock::duration wait_max = std::chrono::minutes(15);
    Clock::duration forgotten_after = std::chrono::hours(1);  // without another wrong one
    std::size_t counters_max = 100'000;                       // 10 MB; then the oldest are forgotten
  };

  SignInThrottle() : SignInThrottle(Limits()) {}
  explicit SignInThrottle(Limits limits) : limits_(limits) {}

  /// How long to wait before the next guess is looked at; nothing: now.
  [[nodiscard]] std::optional<Clock::duration> wait(std::string_view login, std::string_view address,
                                                    Clock::time_point now);
  void failed(std::string_view login, std::string_view address, Clock::time_point now);
  void succeeded(std::string_view login, std::string_view address);

 private:
  struct Counter {
    std::size_t wrong = 0;
    Clock::time_point last{};
  };
  using Key = std::pair<std::string, std::string>;  // login, address; one of them empty: of all

  [[nodiscard]] std::optional<Clock::duration> wait_of(const Key& key, std::size_t free,
                                                       Clock::time_point now) const;
  void count(Key key, Clock::time_point now);

  const Limits limits_;
  std::mutex mutex_;
  std::map<Key, Counter> counters_;
  std::set<Key> known_;  // where a login once succeeded
};

}  // namespace badge::app
