#include "server/http/router.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace badge::http {
namespace {

std::vector<std::string> cut(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the '/'
    const auto end = std::min(path.find('/'), path.size());
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_name(std::string_view segment) { return segment.size() > 2 && segment.front() == '{'; }

std::optional<std::map<std::string, std::string>> fit(const Route& route,
                                                      const std::vector<std::string>& path) {
  if (route.segments.size() != path.size()) return std::nullopt;
  std::map<std::string, std::string> params;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto& segment = route.segments[i];
    if (is_name(segment)) {
      if (path[i].empty()) return std::nullopt;
      params.emplace(segment.substr(1, segment.size() - 2), path[i]);
    } else if (segment != path[i]) {
      return std::nullopt;
    }
  }
  return params;
}

}  // namespace

void Router::add(std::string method, std::string pattern, std::vector<Role> allowed, Handler handler,
                 std::size_t body_bytes_max) {
  const auto body_max = method == "GET" || method == "DELETE" ? 0 : body_bytes_max;
  insert({std::move(method), std::move(pattern), std::move(allowed), body_max, std::move(handler), {}, {}});
}

void Router::add_async(std::string method, std::string pattern, std::vector<Role> allowed,
                       AsyncHandler handler, std::size_t body_bytes_max) {
  insert({std::move(method),
          std::move(pattern),
          std::move(allowed),
          body_bytes_max,
          {},
          std::move(handler),
          {}});
}

void Router::add_event_stream(std::string pattern, std::vector<Role> allowed, Topic topic) {
  insert({"GET", std::move(pattern), std::move(allowed), 0, {}, {}, {}, topic});
}

void Router::insert(Route route) {
  const auto is_same = [&](const Route& other) {
    return other.method == route.method && other.pattern == route.pattern;
  };
  if (std::ranges::any_of(routes_, is_same)) {
    throw std::logic_error("two routes for " + route.method + " " + route.pattern);
  }
  route.segments = cut(route.pattern);
  // Sorted so that, segment by segment, a literal is tried before a {name}.
  const auto names = [](const Route& r) {
    std::string kinds;
    for (const auto& segment : r.segments) kinds += is_name(segment) ? '1' : '0';
    return kinds;
  };
  const auto place = std::ranges::upper_bound(routes_, names(route), {}, names);
  routes_.insert(place, std::move(route));
}

Router::Match Router::match(std::string_view method, const std::vector<std::string>& segments) const {
  Match match;
  for (const auto& route : routes_) {
    auto params = fit(route, segments);
    if (!params) continue;
    if (route.method == method) return {&route, *std::move(params), {}};
    if (match.allow.find(route.method) == std::string::npos) {
      match.allow += (match.allow.empty() ? "" : ", ") + route.method;
    }
  }
  return match;
}

}  // namespace badge::http
