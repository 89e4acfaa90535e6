#include "server/oidc/fetch.hpp"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <mutex>

namespace badge::oidc {
namespace {

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > answer_bytes_max) return 0;  // ends the transfer
  body.append(bytes, size * count);
  return size * count;
}

tl::unexpected<NoAnswer> failed(std::string why) {
  return tl::unexpected(NoAnswer{std::move(why), false, 0});
}

std::string_view host_of(std::string_view url) {
  const auto from = url.find("://");
  const auto rest = from == url.npos ? url : url.substr(from + 3);
  return rest.substr(0, rest.find_first_of("/?#"));
}

void set_bounds(CURL* handle, bool is_tls) {
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, is_tls ? "https" : "http");
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(std::chrono::milliseconds(connect_max).count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS,
                   static_cast<long>(std::chrono::milliseconds(answer_max).count()));
  curl_easy_setopt(handle, CURLOPT_NOPROXY, "127.0.0.1,::1,localhost");
}

tl::expected<std::string, NoAnswer> ask(const Question& question, const std::filesystem::path& ca_file) {
  const std::string host(host_of(question.url));
  if (!is_safe_url(question.url)) return failed(host + ": its address is not https");
  const std::unique_ptr<CURL, CurlFree> handle(curl_easy_init());
  if (handle == nullptr) return failed("libcurl does not start");
  set_bounds(handle.get(), question.url.starts_with("https:"));
  std::unique_ptr<curl_slist, CurlFree> headers(curl_slist_append(nullptr, "Accept: application/json"));
  for (const auto& header : question.headers) {
    auto* const longer = curl_slist_append(headers.get(), header.c_str());
    if (longer == nullptr) return failed("libcurl has no memory");
    static_cast<void>(headers.release());
    headers.reset(longer);
  }
  std::string body;
  curl_easy_setopt(handle.get(), CURLOPT_URL, question.url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &append);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &body);
  if (!ca_file.empty()) curl_easy_setopt(handle.get(), CURLOPT_CAINFO, ca_file.c_str());
  if (!question.form.empty()) {
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, question.form.c_str());
  }
  if (const auto result = curl_easy_perform(handle.get()); result != CURLE_OK)
    return failed(host + ": " + curl_easy_strerror(result));
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  const bool is_good = status / 100 == 2;
  if (!is_good) return tl::unexpected(NoAnswer{host + ": answered " + std::to_string(status), true, status});
  return body;
}

}  // namespace

bool is_safe_url(std::string_view url) {
  if (url.starts_with("https://")) return !host_of(url).empty();
  if (!url.starts_with("http://")) return false;
  const auto host = host_of(url);
  if (host.find('@') != host.npos) return false;
  constexpr std::array<std::string_view, 3> loopback = {"127.0.0.1", "localhost", "[::1]"};
  for (const auto name : loopback) {
    if (host == name || (host.starts_with(name) && host.substr(name.size()).starts_with(':'))) return true;
  }
  return false;
}

Fetch curl_fetch(std::filesystem::path ca_file) {
  static std::once_flag started;
  std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  return [ca_file = std::move(ca_file)](const Question& question) { return ask(question, ca_file); };
}

}  // namespace badge::oidc
