#include "server/notices/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace badge::notices {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What is left to send.
std::size_t read_on(char* buffer, std::size_t size, std::size_t count, void* from) {
  auto& left = *static_cast<std::string_view*>(from);
  const auto taken = std::min(left.size(), size * count);
  std::copy_n(left.begin(), taken, buffer);
  left.remove_prefix(taken);
  return taken;
}

std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

tl::unexpected<NotDelivered> unreachable(std::string what) {
  return tl::unexpected(NotDelivered{NotDelivered::Why::unreachable, std::move(what)});
}

void set_way(CURL* handle, const SmtpSettings& settings) {
  const bool implicit_tls = settings.url.starts_with("smtps:");
  curl_easy_setopt(handle, CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, implicit_tls ? "smtps" : "smtp");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   static_cast<long>(settings.tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!settings.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(smtp_connect_max.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(smtp_mail_max.count()));
  if (settings.user.empty()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
}

tl::expected<void, NotDelivered> send(const SmtpSettings& settings, const Mail& mail) {
  const std::unique_ptr<CURL, CurlFree> handle(curl_easy_init());
  const std::string from = '<' + mail.from + '>', to = '<' + mail.to + '>';
  const std::unique_ptr<curl_slist, CurlFree> receivers(curl_slist_append(nullptr, to.c_str()));
  if (handle == nullptr || receivers == nullptr) return unreachable("libcurl does not start");
  set_way(handle.get(), settings);
  const auto message = to_rfc5322(mail);
  std::string_view left = message;
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, receivers.get());
  curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, &read_on);
  curl_easy_setopt(handle.get(), CURLOPT_READDATA, &left);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &ignore);
  const auto result = curl_easy_perform(handle.get());
  if (result == CURLE_OK) return {};
  long answer = 0;  // the last that the server said
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
  std::string what = curl_easy_strerror(result);
  constexpr long first_refusal = 400;
  const bool was_refused = answer >= first_refusal;
  if (was_refused) what = "the mail server refused it (SMTP " + std::to_string(answer) + ')';
  // Who may not send at all may send nothing else either.
  if (!was_refused || result == CURLE_LOGIN_DENIED || result == CURLE_USE_SSL_FAILED) {
    return unreachable(std::move(what));
  }
  return tl::unexpected(NotDelivered{NotDelivered::Why::failed, std::move(what)});
}

}  // namespace

SendMail smtp_sender(SmtpSettings settings) {
  static std::once_flag started;
  std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  return [settings = std::move(settings)](const Mail& mail) { return send(settings, mail); };
}

}  // namespace badge::notices
