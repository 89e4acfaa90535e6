#pragma once
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/http/event_hub.hpp"
#include "server/http/gate.hpp"
#include "server/http/handling.hpp"
#include "server/http/limits.hpp"

namespace badge::http {

struct Listen {
  std::string address = "127.0.0.1";     // an IP address
  std::uint16_t port = 0;                // 0: any free one
  std::string tls_certificate, tls_key;  // PEM files; both empty: plain HTTP
  Patience patience{};
};

/// Why the server cannot listen: address in use, a certificate that cannot be read. The text says what and
/// where.
struct CannotListen : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What a conversation needs; all outlive the server.
struct Services {
  const Gate& gate;
  Handling handling;
  EventHub& events;
};

/// Accepts connections and holds their conversations, all on one thread of its own. Handlers run on the
/// workers.
class Server {
 public:
  /// Listens at once; the thread runs when the constructor returns. Throws CannotListen.
  Server(const Listen& listen, Services services);
  ~Server();  // stops; every worker and every asynchronous handler must have answered by then
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;

  /// Takes no new request, lets answers under way finish within `stop_grace`, closes all. From any thread but
  /// the server's own; returns when the thread has ended. Answers that come later are thrown away.
  void stop();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace badge::http
