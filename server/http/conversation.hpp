#pragma once
/// Inside of server/http: what listener.cpp and the conversations share. Nobody else includes this or Beast.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <cstddef>
#include <set>

#include "server/http/server.hpp"

namespace badge::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

/// One connection, as the server sees it from outside. On the io thread only.
class Connection {
 public:
  virtual void stop() = 0;  // now where nothing is being answered, else after the answer

 protected:
  ~Connection() = default;
};

/// What all conversations of a server share. On the io thread only.
struct Shared {
  asio::io_context& io;
  Services services;
  Patience patience;
  std::set<Connection*> connections{};
  std::size_t bodies_bytes = 0;  // being read or handled, at most bodies_bytes_max
  bool stopping = false;
};

/// Holds the conversation of one connection to its end: request, answer, and again. Never throws.
asio::awaitable<void> converse_plain(beast::tcp_stream stream, Shared& shared);
asio::awaitable<void> converse_tls(beast::ssl_stream<beast::tcp_stream> stream, Shared& shared);

}  // namespace badge::http
