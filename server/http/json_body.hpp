#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "server/http/message.hpp"

namespace badge::http {

/// The JSON object that a request's body must be. The error is the answer: 415 where the body is not called
/// application/json (a page of another site cannot call it that without asking first), 400 where it is no
/// object.
[[nodiscard]] tl::expected<boost::json::object, Response> json_body(const Request& request);

/// Text under `key`, or empty where it is absent or null. The error is a sentence that names the key.
[[nodiscard]] tl::expected<std::string, std::string> text_member(const boost::json::object& object,
                                                                 std::string_view key);
/// Every member of the object, each a text. The error is a sentence that names the key.
[[nodiscard]] tl::expected<std::vector<std::pair<std::string, std::string>>, std::string> text_members(
    const boost::json::object& object);
[[nodiscard]] tl::expected<std::vector<std::string>, std::string> text_list_member(
    const boost::json::object& object, std::string_view key);

/// 422, type "urn:chuyen-can:invalid".
[[nodiscard]] Response invalid(std::string_view sentence);

}  // namespace badge::http
