#include "server/http/web_sessions.hpp"

#include <algorithm>

namespace badge::http {
namespace {

constexpr std::string_view cookie_name = "chuyen_can_session";

/// The value of our cookie in "a=1; chuyen_can_session=…; b=2"; empty where it is not there.
std::string_view cookie_value(std::string_view header) {
  while (!header.empty()) {
    const auto end = std::min(header.find(';'), header.size());
    auto pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.starts_with(cookie_name) && pair.substr(cookie_name.size()).starts_with('=')) {
      return pair.substr(cookie_name.size() + 1);
    }
  }
  return {};
}

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
  const auto value = cookie_value(cookie_header);
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

std::string WebSessions::close(std::string_view cookie_header) {
  const auto value = cookie_value(cookie_header);
  if (!value.empty()) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(app::hash_token(value));
  }
  return cookie("", "; Max-Age=0");
}

void WebSessions::close_all(std::string_view login, std::string_view kept) {
  const auto kept_value = cookie_value(kept);
  const auto kept_hash = app::hash_token(kept_value);
  const std::lock_guard lock(mutex_);
  std::erase_if(sessions_, [&](const auto& item) {
    const auto* who = std::get_if<app::Identity>(&item.second.holder);
    const bool is_kept = !kept_value.empty() && item.first == kept_hash;
    return who != nullptr && who->name == login && !is_kept;
  });
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
  std::string text(cookie_name);
  text += '=';
  text += value;
  text += "; Path=/; HttpOnly; SameSite=Strict";
  if (secure_) text += "; Secure";
  text += more;
  return text;
}

}  // namespace badge::http
