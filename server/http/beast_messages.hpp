#pragma once
/// Between Beast's messages and ours. Inside of server/http only.
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "server/http/head.hpp"
#include "server/http/message.hpp"

namespace badge::http {

[[nodiscard]] Head head_of(const boost::beast::http::request<boost::beast::http::string_body>& request);

/// The answer to a header that could not be read; nothing where nobody waits for one.
[[nodiscard]] std::optional<Response> answer_to_bad_header(const boost::system::error_code& error);

[[nodiscard]] boost::beast::http::response<boost::beast::http::string_body> to_beast(Response response,
                                                                                     unsigned version,
                                                                                     bool keep_alive,
                                                                                     bool head_only);
[[nodiscard]] boost::beast::http::response<boost::beast::http::empty_body> to_beast_header(
    const Response& response, std::uint64_t body_bytes, unsigned version, bool keep_alive);

/// The header of an event stream, ready for the wire.
[[nodiscard]] std::string event_stream_header();

}  // namespace badge::http
