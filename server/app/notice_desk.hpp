#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/app/identity.hpp"
#include "server/notices/settings.hpp"
#include "server/store/store.hpp"

namespace badge::app {

/// What people do about notices: where they want to be told; what did not arrive, and what becomes of it. Any
/// thread; blocks.
class NoticeDesk {
 public:
  /// `settings` null: nobody is told anything. `wake`: something is to be sent at once.
  NoticeDesk(store::Store& store, const notices::Settings* settings, std::function<void()> wake)
      : store_(store), settings_(settings), wake_(std::move(wake)) {}

  [[nodiscard]] bool sends_mail() const { return settings_ != nullptr && settings_->mail.has_value(); }

  /// Empty: they gave none.
  [[nodiscard]] std::string address_of(const Identity& who) const;
  /// Empty: no mails any more.
  enum class Set : std::uint8_t { done, no_address, no_login };
  [[nodiscard]] Set set_address(const Identity& who, const std::string& address, bool english);

  [[nodiscard]] std::vector<store::ChannelState> channels() const;  // of the settings
  [[nodiscard]] std::vector<store::Message> undelivered() const { return store_.undelivered(); }
  /// False: there is no such message that waits or is dead.
  [[nodiscard]] bool send_again(std::int64_t message);
  [[nodiscard]] bool drop(std::int64_t message) { return store_.drop_message(message); }
  /// False: nobody said that nobody listens there.
  [[nodiscard]] bool open(const std::string& channel);

 private:
  store::Store& store_;
  const notices::Settings* settings_;
  const std::function<void()> wake_;
};

}  // namespace badge::app
