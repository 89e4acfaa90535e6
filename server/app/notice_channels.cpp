#include "server/app/notice_channels.hpp"

#include "server/notices/webhook.hpp"

namespace badge::app {

namespace {

std::chrono::sys_seconds second_of(Instant at) { return std::chrono::floor<std::chrono::seconds>(at); }

}  // namespace

Channels channels_of(const notices::Settings& settings) {
  Channels channels;
  if (settings.mail) {
    channels.emplace(
        store::mail_channel, [from = settings.mail->from, send = notices::smtp_sender(*settings.mail)](
                                 const store::Message& message, Instant) {
          return send(
              {from, message.receiver, message.id, message.title, message.body, second_of(message.made_at)});
        });
  }
  for (const auto& hook : settings.webhooks) {
    channels.emplace(
        hook.name, [url = hook.url, secret = hook.secret, fetch = oidc::curl_fetch(hook.ca_file)](
                       const store::Message& message, Instant now) {
          return notices::post_webhook(fetch, url, secret, {message.id, message.body, second_of(now)});
        });
  }
  return channels;
}

}  // namespace badge::app
