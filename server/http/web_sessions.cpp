#include "server/http/web_sessions.hpp"

#include <algorithm>

#include "server/http/cookie.hpp"

namespace badge::http {
namespace {

constexpr std::string_view plain_name = "chuyen_can_session";
constexpr std::string_view secure_name = "__Host-chuyen_can_session";  // no other host can set it

}  // namespace

WebSessions::WebSessions(bool secure, Limits limits, std::function<Clock::time_point()> now)
    : secure_(secure), limits_(limits), now_(std::move(now)) {}

std::string WebSessions::open(Holder holder) {
  const auto value = app::make_token();
  const auto now = now_();
  const std::lock_guard lock(mutex_);
  make_room(now);
  sessions_.insert_or_assign(app::hash_token(value), Session{std::move(holder), now, now});
  return cookie(value, "");
}

std::optional<WebSessions::Holder> WebSessions::holder_of(std::string_view cookie_header) {
  const auto value = value_of(cookie_header);
  if (value.empty()) return std::nullopt;
  const auto now = now_();
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(app::hash_token(value));
  if (found == sessions_.end()) return std::nullopt;
  if (is_over(found->second, now)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.used = now;
  return found->second.holder;
}

void WebSessions::renew(std::string_view cookie_header, std::optional<app::Identity> who) {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(app::hash_token(value_of(cookie_header)));
  if (found == sessions_.end()) return;
  if (who) {
    found->second.holder = *std::move(who);
  } else {
    sessions_.erase(found);
  }
}

std::string WebSessions::close(std::string_view cookie_header) {
  const auto value = value_of(cookie_header);
  if (!value.empty()) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(app::hash_token(value));
  }
  return cookie("", "; Max-Age=0");
}

void WebSessions::close_all(std::string_view login, std::string_view kept) {
  const auto kept_value = value_of(kept);
  const auto kept_hash = app::hash_token(kept_value);
  const std::lock_guard lock(mutex_);
  std::erase_if(sessions_, [&](const auto& item) {
    const auto* who = std::get_if<app::Identity>(&item.second.holder);
    const bool is_kept = !kept_value.empty() && item.first == kept_hash;
    return who != nullptr && who->name == login && !is_kept;
  });
}

std::string_view WebSessions::name() const { return secure_ ? secure_name : plain_name; }

std::string_view WebSessions::value_of(std::string_view cookie_header) const {
  return cookie_value(cookie_header, name());
}

bool WebSessions::is_over(const Session& session, Clock::time_point now) const {
  return now - session.used > limits_.idle_max || now - session.opened > limits_.age_max;
}

void WebSessions::make_room(Clock::time_point now) {
  std::erase_if(sessions_, [&](const auto& item) { return is_over(item.second, now); });
  if (sessions_.size() < limits_.sessions_max) return;
  const auto used = [](const auto& item) { return item.second.used; };
  sessions_.erase(std::ranges::min_element(sessions_, {}, used));
}

std::string WebSessions::cookie(std::string_view value, std::string_view more) const {
  std::string text(name());
  text += '=';
  text += value;
  text += "; Path=/; HttpOnly; SameSite=Strict";
  if (secure_) text += "; Secure";
  text += more;
  return text;
}

}  // namespace badge::http
