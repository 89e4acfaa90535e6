#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "server/server_config.hpp"

namespace badge {

namespace http {
class Router;
}

/// The whole server, wired: store, questions, routes, sockets. Serves from construction to destruction.
class Application {
 public:
  /// Throws std::runtime_error with a sentence for people where the store, the zone or the address cannot be
  /// had.
  explicit Application(const ServerConfig& config);
  ~Application();  // lets answers under way finish, at most for `stop_grace`
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  [[nodiscard]] std::string url() const;  // "http://127.0.0.1:8080"
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] const http::Router& router() const;  // every route that it answers

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// Makes the store where there is none and gives it its first administrator, once. The error is a sentence.
[[nodiscard]] tl::expected<std::string, std::string> make_first_administrator(const ServerConfig& config);
/// A further one, for when the last administrator's token is lost: who can stop the server and read its data
/// folder may do everything anyway. Throws store::CannotOpen while a server has the store. The error is a
/// sentence.
[[nodiscard]] tl::expected<std::string, std::string> add_administrator(const ServerConfig& config,
                                                                       const std::string& name);

}  // namespace badge
