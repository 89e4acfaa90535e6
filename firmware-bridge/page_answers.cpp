#include "firmware-bridge/page_answers.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "firmware-bridge/embedded_files.hpp"
#include "reader-config/site/site_address.hpp"

namespace badge::bridge {
namespace {

namespace json = boost::json;

std::string_view look(Light light) {
  switch (light) {
    case Light::off:
      return "notice";
    case Light::green:
      return "recorded";
    case Light::amber:
      return "attention";
    case Light::red:
      return "refused";
  }
  return "notice";
}

std::string event(std::string_view name, const json::object& data) {
  return "event: " + std::string(name) + "\ndata: " + json::serialize(data) + "\n\n";
}

/// Changes with every byte of the page.
const std::string& page_version() {
  static const std::string version = [] {
    std::string all;
    for (const auto& file : embedded_files()) all += file.etag.substr(1, 8);
    return all;
  }();
  return version;
}

std::string_view media_type(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> types = {{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
  }};
  const auto* found =
      std::ranges::find_if(types, [&](const auto& type) { return path.ends_with(type.first); });
  return found == types.end() ? "application/octet-stream" : found->second;
}

std::string head(std::string_view status, std::string_view media, std::string_view more) {
  return "HTTP/1.1 " + std::string(status) +
         "\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
         "Cross-Origin-Resource-Policy: same-origin\r\nContent-Type: " +
         std::string(media) + "\r\n" + std::string(more);
}

std::string plain(std::string_view status, std::string_view text, std::string_view more = {}) {
  const auto body = std::string(text) + '\n';
  return head(status, "text/plain; charset=utf-8", more) + "Content-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

PageAnswer file_answer(const EmbeddedFile& file, std::string_view if_none_match) {
  const auto more = "Cache-Control: no-cache\r\nETag: " + std::string(file.etag) +
                    "\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
                    "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                    "frame-ancestors 'none'\r\nX-Frame-Options: DENY\r\n";
  if (if_none_match.find(file.etag) != std::string_view::npos) {
    return {false, head("304 Not Modified", media_type(file.path), more) + "\r\n"};
  }
  return {false, head("200 OK", media_type(file.path), more) + "Content-Length: " +
                     std::to_string(file.bytes.size()) + "\r\n\r\n" + std::string(file.bytes)};
}

bool is_ours(std::string_view host, const DisplayConfig& display) {
  if (display.behind_proxy) return true;  // the proxy has a name that we do not know
  const auto address = parse_server_address("http://" + std::string(host));
  return address && (address->is_loopback() || (display.listen && address->host == display.listen->address));
}

/// A page of another origin can send a request without asking, but it cannot add this field to it: for that
/// its browser asks us first, and is refused. Where the browser says whose page asks, it must be ours.
bool asks_itself(const PageRequest& request) {
  if (request.asked_by.empty()) return false;
  if (!request.fetch_site.empty()) return request.fetch_site == "same-origin";
  const auto scheme = request.origin.find("://");
  return scheme != std::string_view::npos && request.origin.substr(scheme + 3) == request.host;
}

/// The value of a key in "reader=cong-a-1&check=7f0c11aa-40"; names need no escapes.
std::string_view value_of(std::string_view query, std::string_view key) {
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    if (pair.starts_with(key) && pair.substr(key.size()).starts_with('=')) return pair.substr(key.size() + 1);
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
  }
  return {};
}

PageAnswer check_answer(const PageRequest& request) {
  if (request.method != "POST")
    return {false, plain("405 Method Not Allowed", "only POST", "Allow: POST\r\n")};
  if (!asks_itself(request)) return {false, plain("403 Forbidden", "only the page itself may")};
  const auto query = request.target.substr(std::min(request.target.find('?'), request.target.size() - 1) + 1);
  constexpr std::array<std::pair<std::string_view, CheckPress::Key>, 3> keys = {
      {{"end", CheckPress::Key::end},
       {"without_badge", CheckPress::Key::without_badge},
       {"undo", CheckPress::Key::undo}}};
  const auto* key =
      std::ranges::find(keys, value_of(query, "key"), &std::pair<std::string_view, CheckPress::Key>::first);
  if (key == keys.end()) return {false, plain("400 Bad Request", "key must be end, without_badge or undo")};
  CheckPress press{key->second, std::string(value_of(query, "reader")),
                   std::string(value_of(query, "check"))};
  return {false, {}, std::move(press)};
}

}  // namespace

PageAnswer answer(const PageRequest& request, const DisplayConfig& display) {
  if (!is_ours(request.host, display)) return {false, plain("421 Misdirected Request", "not this name")};
  auto path = request.target.substr(0, request.target.find('?'));
  if (path == "/check") return check_answer(request);
  if (request.method != "GET") return {false, plain("405 Method Not Allowed", "only GET", "Allow: GET\r\n")};
  if (path == "/events") {
    return {true, head("200 OK", "text/event-stream", "Cache-Control: no-store\r\n") + "\r\n"};
  }
  if (path == "/") path = "/index.html";
  const auto files = embedded_files();
  const auto file = std::ranges::find(files, path, &EmbeddedFile::path);
  if (file == files.end()) return {false, plain("404 Not Found", "nothing here")};
  return file_answer(*file, request.if_none_match);
}

std::string press_answer(Pressed pressed) {
  switch (pressed) {
    case Pressed::done:
      return head("204 No Content", "text/plain; charset=utf-8", "Cache-Control: no-store\r\n") + "\r\n";
    case Pressed::no_such_check:
      return plain("409 Conflict", "this check is over");
    case Pressed::nothing_to_undo:
      return plain("409 Conflict", "nobody is counted");
    case Pressed::not_recorded:
      break;
  }
  return plain("503 Service Unavailable", "not recorded");
}

std::string unavailable() {
  return plain("503 Service Unavailable", "as many screens as one entrance may have are connected");
}

std::string tap_event(const std::string& entrance, const Feedback& feedback) {
  return event("tap", {{"entrance", entrance},
                       {"look", look(feedback.light)},
                       {"said", feedback.said},
                       {"person", feedback.person},
                       {"concern", feedback.concern}});
}

std::string state_event(const EntranceState& state, const DisplayConfig& display) {
  json::array readers;
  for (const auto& reader : state.readers) {
    json::object one{{"id", reader.id}, {"entrance", reader.entrance}, {"hears", reader.hears}};
    if (reader.check) {
      one["check"] = {{"ref", reader.check->ref},
                      {"shown", reader.check->shown},
                      {"without_badge", reader.check->without_badge}};
    }
    readers.push_back(std::move(one));
  }
  return event("state", {{"version", page_version()},
                         {"title", display.title},
                         {"now", local_minute(state.now, display.utc_offset)},
                         {"recording", state.recording},
                         {"readers", std::move(readers)}});
}

}  // namespace badge::bridge
