#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

struct HttpRequest {
  std::string method;  // "GET", "POST"
  std::string target;
  std::string content_type;  // where there is a body
  std::string body;
  std::string bearer_token;
  std::string if_none_match;  // an ETag, or empty
};

struct HttpReply {
  int status = 0;
  std::string body;
  std::string etag;
};

/// One connection to the server, kept open between exchanges, TLS where the address says so. One exchange at
/// a time. Every exchange must be safe to repeat: one that fails on a connection that had lain idle is tried
/// once more on a fresh one.
class UplinkHttp {
 public:
  static constexpr std::chrono::seconds exchange_time_max{30};  // a server that folds a month answers sooner
  static constexpr std::size_t reply_header_bytes_max = 8 * 1024;

  /// `ca_file` empty: the authorities of the system. Throws std::runtime_error where the file cannot be used.
  UplinkHttp(boost::asio::any_io_executor executor, ServerAddress server,
             const std::filesystem::path& ca_file);
  ~UplinkHttp();

  /// The error is a few words for the log; the connection is closed then.
  boost::asio::awaitable<tl::expected<HttpReply, std::string>> exchange(const HttpRequest& request,
                                                                        std::size_t reply_body_bytes_max);
  /// Ends a running exchange with an error.
  void close();

 private:
  class Connection;
  boost::asio::awaitable<tl::expected<HttpReply, std::string>> try_once(const HttpRequest& request,
                                                                        std::size_t reply_body_bytes_max);
  struct Tls;
  boost::asio::any_io_executor executor_;
  ServerAddress server_;
  std::unique_ptr<Tls> tls_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace badge::bridge
