#include "server/http/beast_messages.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>
#include <charconv>
#include <ctime>

namespace badge::http {
namespace {

namespace beast_http = boost::beast::http;
using beast_http::field;

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

bool has_header(const Response& response, std::string_view name) {
  return std::ranges::any_of(response.headers, [&](const auto& header) { return header.first == name; });
}

template <typename Message>
void set_fields(Message& message, const Response& response, unsigned version, bool keep_alive) {
  message.version(version);
  message.result(static_cast<unsigned>(response.status));
  message.set(field::date, http_date());
  if (response.status != 204 && response.status != 304)
    message.set(field::content_type, response.content_type);
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "no-referrer");
  if (!has_header(response, "Cache-Control")) message.set(field::cache_control, "no-store");
  for (const auto& [name, value] : response.headers) {
    // A line end in a value would let its author write headers of their own.
    if (value.find_first_of("\r\n") == std::string::npos) message.insert(name, value);
  }
  message.keep_alive(keep_alive);
}

}  // namespace

Head head_of(const beast_http::request<beast_http::string_body>& request) {
  const auto text = [&](field name) { return std::string(request[name]); };
  Head head;
  head.version = static_cast<int>(request.version());
  head.method = std::string(request.method_string());
  head.target = std::string(request.target());
  head.host = text(field::host);
  head.authorization = text(field::authorization);
  head.cookie = text(field::cookie);
  head.origin = text(field::origin);
  head.fetch_site = std::string(request["Sec-Fetch-Site"]);
  head.forwarded_for = std::string(request["X-Forwarded-For"]);
  head.content_type = text(field::content_type);
  head.accept = text(field::accept);
  head.accept_encoding = text(field::accept_encoding);
  head.accept_language = text(field::accept_language);
  head.if_none_match = text(field::if_none_match);
  head.has_transfer_encoding = request.count(field::transfer_encoding) > 0;
  head.host_count = static_cast<int>(request.count(field::host));
  head.content_length_count = static_cast<int>(request.count(field::content_length));
  if (head.content_length_count > 0) {
    const auto digits = request[field::content_length];
    std::uint64_t length = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), length).ptr;
    // The parser takes a list, "2, 2", for one length; others on the way may not.
    if (end != digits.data() + digits.size()) ++head.content_length_count;
    head.content_length = length;
  }
  return head;
}

std::optional<Response> answer_to_bad_header(const boost::system::error_code& error) {
  if (error == beast_http::error::header_limit || error == beast_http::error::buffer_overflow) {
    return problem(431, "urn:chuyen-can:header-too-large", "The header of the request is too large");
  }
  const bool is_left_off =
      error == beast_http::error::end_of_stream || error == beast_http::error::partial_message;
  const bool is_about_http = error.category() == make_error_code(beast_http::error::bad_method).category();
  if (!is_about_http || is_left_off) return std::nullopt;
  return problem(400, "urn:chuyen-can:bad-request", "This is not a well-formed HTTP/1.1 request");
}

beast_http::response<beast_http::string_body> to_beast(Response response, unsigned version, bool keep_alive,
                                                       bool head_only) {
  beast_http::response<beast_http::string_body> message;
  set_fields(message, response, version, keep_alive);
  if (response.status != 204 && response.status != 304) message.content_length(response.body.size());
  if (!head_only) message.body() = std::move(response.body);
  return message;
}

beast_http::response<beast_http::empty_body> to_beast_header(const Response& response,
                                                             std::uint64_t body_bytes, unsigned version,
                                                             bool keep_alive) {
  beast_http::response<beast_http::empty_body> message;
  set_fields(message, response, version, keep_alive);
  message.content_length(body_bytes);
  return message;
}

std::string event_stream_header() {
  return "HTTP/1.1 200 OK\r\nDate: " + http_date() +
         "\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Content-Type-Options: "
         "nosniff\r\n"
         "X-Accel-Buffering: no\r\nConnection: close\r\n\r\n";
}

}  // namespace badge::http
