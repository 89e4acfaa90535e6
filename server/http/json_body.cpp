#include "server/http/json_body.hpp"

#include <boost/json/parse.hpp>

namespace badge::http {

namespace json = boost::json;

tl::expected<json::object, Response> json_body(const Request& request) {
  if (request.content_type != "application/json") {
    return tl::unexpected(problem(415, "urn:chuyen-can:media-type", "Content-Type must be application/json"));
  }
  json::error_code error;
  json::parse_options options;
  options.max_depth = 8;  // what is asked for here is flat
  auto value = json::parse(request.body, error, {}, options);
  if (error || !value.is_object()) {
    return tl::unexpected(problem(400, "urn:chuyen-can:bad-json", "The body must be one JSON object"));
  }
  return std::move(value.get_object());
}

tl::expected<std::string, std::string> text_member(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) return std::string();
  if (!value->is_string()) return tl::unexpected(std::string(key) + ": must be text");
  return std::string(value->get_string());
}

tl::expected<std::vector<std::pair<std::string, std::string>>, std::string> text_members(
    const json::object& object) {
  std::vector<std::pair<std::string, std::string>> members;
  for (const auto& member : object) {
    auto text = text_member(object, member.key());
    if (!text) return tl::unexpected(text.error());
    members.emplace_back(member.key(), *std::move(text));
  }
  return members;
}

tl::expected<std::vector<std::string>, std::string> text_list_member(const json::object& object,
                                                                     std::string_view key) {
  std::vector<std::string> list;
  const auto* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) return list;
  if (!value->is_array()) return tl::unexpected(std::string(key) + ": must be a list of texts");
  for (const auto& item : value->get_array()) {
    if (!item.is_string()) return tl::unexpected(std::string(key) + ": must be a list of texts");
    list.emplace_back(item.get_string());
  }
  return list;
}

Response invalid(std::string_view sentence) { return problem(422, "urn:chuyen-can:invalid", sentence); }

}  // namespace badge::http
