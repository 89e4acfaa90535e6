#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace badge::bridge::test {

/// An HTTP server of one thread and one connection at a time, as far as a bridge needs one.
class FakeServer {
 public:
  struct Request {
    std::string method, target, body;
    std::map<std::string, std::string> fields;  // names in lower case
  };
  struct Answer {
    int status = 200;
    std::string body;
    std::string etag;
    bool hang_up_first = false;  // close without an answer: it is lost on the way
  };
  using Handler = std::function<Answer(const Request&)>;  // on the server's thread

  /// Listens on 127.0.0.1; `port` 0: any.
  explicit FakeServer(Handler handler, std::uint16_t port = 0);
  ~FakeServer();
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] int connections() const { return connections_; }

 private:
  void serve();
  void converse(int client);

  Handler handler_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_{false};
  std::atomic<int> connections_{0};
  std::thread thread_;
};

}  // namespace badge::bridge::test
