#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace badge::oidc {

inline constexpr std::chrono::seconds connect_max{5};
inline constexpr std::chrono::seconds answer_max{10};        // a person waits before an empty page
inline constexpr std::size_t answer_bytes_max = 256 * 1024;  // keys and documents have a few KB

struct Question {
  std::string url;
  std::string form;  // posted, as application/x-www-form-urlencoded unless a header says so; empty: GET
  std::vector<std::string> headers;  // "Authorization: …"
};

struct NoAnswer {
  std::string why;          // for the log; holds nothing of question or answer but the host
  bool is_refusal = false;  // it did answer, with another status than 2xx
  long status = 0;          // that status
};
/// The body of a 2xx answer.
using Fetch = std::function<tl::expected<std::string, NoAnswer>(const Question&)>;

/// By libcurl: TLS verified against the system's authorities, or those of `ca_file` where it is not empty; no
/// redirects; plain HTTP to this machine itself only. Blocks; any thread.
[[nodiscard]] Fetch curl_fetch(std::filesystem::path ca_file);

/// https, or http to a loopback address: nobody can listen on the way.
[[nodiscard]] bool is_safe_url(std::string_view url);

}  // namespace badge::oidc
