#include "server/app/notice_desk.hpp"

namespace badge::app {

std::string NoticeDesk::address_of(const Identity& who) const {
  const auto contact = who.by == Identity::By::token ? std::nullopt : store_.contact(who.name);
  return contact ? contact->address : std::string();
}

NoticeDesk::Set NoticeDesk::set_address(const Identity& who, const std::string& address, bool english) {
  if (who.by == Identity::By::token) return Set::no_login;
  if (!address.empty() && !notices::is_mail_address(address)) return Set::no_address;
  return store_.set_contact({who.name, address, english}) ? Set::done : Set::no_login;
}

std::vector<store::ChannelState> NoticeDesk::channels() const {
  std::vector<store::ChannelState> channels;
  if (settings_ == nullptr) return channels;
  if (settings_->mail) channels.push_back(store_.channel(store::mail_channel));
  for (const auto& hook : settings_->webhooks) channels.push_back(store_.channel(hook.name));
  return channels;
}

bool NoticeDesk::send_again(std::int64_t message) {
  if (!store_.send_again(message)) return false;
  wake_();
  return true;
}

bool NoticeDesk::open(const std::string& channel) {
  if (!store_.open_channel(channel)) return false;
  wake_();
  return true;
}

}  // namespace badge::app
