#pragma once
/// Which function answers which method and path, for which roles, with how large a body.
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/event_hub.hpp"
#include "server/http/message.hpp"

namespace badge::http {

inline constexpr std::size_t small_body_bytes_max = 64 * 1024;  // a JSON object that a person or tool wrote
inline constexpr std::size_t import_body_bytes_max =
    8 * 1024 * 1024;  // 100,000 CSV rows; larger files are sliced

/// Takes an answer, once, from any thread.
using Responder = std::function<void(Response)>;

/// Runs on a worker thread; may block on the store. What it throws becomes a 500 and one line in the log.
using Handler = std::function<Response(const Request&)>;

/// Runs on the io thread: must not block, must not throw, and must see to it that the responder is called.
using AsyncHandler = std::function<void(Request&&, Responder)>;

struct Route {
  std::string method;
  std::string pattern;        // "/api/v1/imports/{kind}": a {name} stands for one segment
  std::vector<Role> allowed;  // empty: anybody, without signing in
  std::size_t body_bytes_max = 0;
  Handler handler;  // exactly one of these two, or neither for an event stream
  AsyncHandler async_handler;
  std::vector<std::string> segments;  // of the pattern, cut at '/'
  Topic topic = Topic::people;        // of an event stream
};

class Router {
 public:
  /// GET and DELETE take no body, whatever is said here. Throws std::logic_error on a route that is there.
  void add(std::string method, std::string pattern, std::vector<Role> allowed, Handler handler,
           std::size_t body_bytes_max = small_body_bytes_max);

  void add_async(std::string method, std::string pattern, std::vector<Role> allowed, AsyncHandler handler,
                 std::size_t body_bytes_max);

  /// A GET that is answered by server-sent events; the session knows how.
  void add_event_stream(std::string pattern, std::vector<Role> allowed, Topic topic);

  struct Match {
    const Route* route = nullptr;  // null: see `allow`
    std::map<std::string, std::string> params;
    std::string allow;  // methods that this path has, "GET, POST"; empty: no such path
  };

  /// `segments` of the path, cut at '/' and then percent-decoded. A literal segment wins over a {name}.
  [[nodiscard]] Match match(std::string_view method, const std::vector<std::string>& segments) const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  void insert(Route route);
  std::vector<Route> routes_;
};

}  // namespace badge::http
