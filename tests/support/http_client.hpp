#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace badge::test {

using HttpFields = std::vector<std::pair<std::string, std::string>>;

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> fields;  // by name in lower case; of several the last
  std::string body;
  [[nodiscard]] std::string field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  }
};

/// A client of a server on this machine, over one connection that is kept and opened again when it was
/// closed. Throws std::runtime_error when there is no answer.
class HttpClient {
 public:
  struct Options {
    std::string ca_file;  // not empty: TLS, trusting this authority, for "localhost"
    HttpFields fields;    // sent with every request, for example Authorization
  };
  explicit HttpClient(std::uint16_t port);
  HttpClient(std::uint16_t port, Options options);
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;

  HttpAnswer send(const std::string& method, const std::string& target, const std::string& body = {},
                  const HttpFields& fields = {});
  HttpAnswer get(const std::string& target) { return send("GET", target); }
  HttpAnswer post(const std::string& target, const std::string& body,
                  const std::string& content_type = "application/json") {
    return send("POST", target, body, {{"Content-Type", content_type}});
  }

  /// How many connections it has opened so far.
  [[nodiscard]] int connections() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// Options with "Authorization: Bearer TOKEN".
[[nodiscard]] HttpClient::Options bearer(const std::string& token);

/// Bytes over a connection, for what no proper client would send.
class RawConnection {
 public:
  explicit RawConnection(std::uint16_t port);
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  void send(const std::string& bytes);  // as much as the server takes; no error where it has closed

  /// What comes until `text` has come, the server closes, or patience ends.
  std::string read_until(const std::string& text);
  std::string read_to_end() { return read_until({}); }
  [[nodiscard]] bool closed() const { return closed_; }  // seen while reading

 private:
  int socket_ = -1;
  bool closed_ = false;
  std::string pending_;  // read beyond the text that was waited for
};

}  // namespace badge::test
