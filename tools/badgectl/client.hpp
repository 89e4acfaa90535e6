#pragma once
/// The one place of badgectl that speaks HTTP.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tools/badgectl/server_address.hpp"

namespace badge::tools {

/// The server could not be reached, or stopped in the middle. The text says what to look at.
struct ConnectionFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Answer {
  int status = 0;
  std::string content_type, body;
  [[nodiscard]] bool good() const { return status >= 200 && status < 300; }
};

struct ClientOptions {
  ServerAddress server;
  std::string token;
  std::filesystem::path ca_file;  // empty: the system's certificates
  std::string language;           // "vi" or "en": in which the server explains itself
};

/// One request at a time, each on its own connection; one thread. A server that is full (429, 503) is asked
/// again, `tries_max` times in all. Everything throws ConnectionFailed.
class Client {
 public:
  static constexpr int tries_max =
      10;  // with the server's Retry-After between: some ten seconds of being full
  static constexpr std::uint64_t answer_bytes_max =
      256ULL * 1024 * 1024;  // a year of a province's people as JSON

  explicit Client(ClientOptions options);
  ~Client();

  [[nodiscard]] const ServerAddress& server() const { return options_.server; }

  [[nodiscard]] Answer get(std::string_view target);
  [[nodiscard]] Answer del(std::string_view target);
  [[nodiscard]] Answer post(std::string_view target, std::string_view content_type, std::string_view body);
  [[nodiscard]] Answer put(std::string_view target, std::string_view content_type, std::string_view body);

  /// Hands a 2xx body to `take` piece by piece; any other answer is returned with its body.
  [[nodiscard]] Answer download(std::string_view target, const std::function<void(std::string_view)>& take);

 private:
  struct Exchange;
  Answer send_patiently(const Exchange& exchange);

  ClientOptions options_;
  class Network;
  std::unique_ptr<Network> network_;
};

/// `text` as one segment of a path or one value of a query.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace badge::tools
