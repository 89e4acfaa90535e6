#include "server/http/message.hpp"

#include <boost/json/serialize.hpp>

namespace badge::http {

std::string_view say(const Request& request, std::string_view vi, std::string_view en) {
  return request.language == "en" ? en : vi;
}

Response json_response(const boost::json::value& value, int status) {
  Response response;
  response.status = status;
  response.body = boost::json::serialize(value);
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response problem(int status, std::string_view type, std::string_view title, boost::json::object extra) {
  // type, title and status come first: people read problems in logs and terminals, cut off at the right.
  boost::json::object document{{"type", type}, {"title", title}, {"status", status}};
  for (auto& member : extra) document.insert_or_assign(member.key(), std::move(member.value()));
  Response response = json_response(document, status);
  response.content_type = "application/problem+json";
  return response;
}

Response busy(int status, std::string_view title, int retry_after_s) {
  Response response = problem(status, "urn:chuyen-can:busy", title);
  response.headers.emplace_back("Retry-After", std::to_string(retry_after_s));
  return response;
}

Response method_not_allowed(std::string_view allow) {
  const std::string methods(allow);
  Response response =
      problem(405, "urn:chuyen-can:method-not-allowed", "This path takes " + methods + " only");
  response.headers.emplace_back("Allow", methods);
  return response;
}

}  // namespace badge::http
