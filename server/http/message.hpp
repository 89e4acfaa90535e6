#pragma once
/// A request and its answer as handlers see them: whole, checked, and free of the network library.
#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/app/identity.hpp"

namespace badge::http {

using app::Identity;
using app::Role;

/// One request, read to its end and within the limits of its route. Paths and queries are percent-decoded.
struct Request {
  std::string method;                         // "GET", "POST", …
  std::string path;                           // "/api/v1/imports/staff"
  std::map<std::string, std::string> params;  // what the route's {names} stand for: {"kind", "staff"}
  std::map<std::string, std::string> query;   // the first value of each key
  std::string content_type, accept, if_none_match, cookie, body;
  bool takes_gzip = false;      // by Accept-Encoding
  std::string language = "vi";  // "vi" or "en": ?lang=, else Accept-Language, else "vi"
  std::string address;          // of the client; of IPv6 its network (/64)
  Identity who;                 // empty name on routes that ask for no sign-in
  app::Scope scope;             // whose records the asker may see by the roles that the route takes
  bool must_enrol = false;      // a role of theirs demands a second factor, and they have none yet

  /// The value of a query key; `otherwise` where it was not given.
  [[nodiscard]] std::string query_or(const std::string& key, std::string otherwise) const {
    const auto found = query.find(key);
    return found == query.end() ? std::move(otherwise) : found->second;
  }
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  // For the audit log, never sent: who signed in by this answer; and of its request's body what matters
  // there, and whom it concerns.
  std::string actor, noted, noted_staff;
  std::string file;  // not empty: the body is this file, sent piece by piece; `body` is ignored
};

/// A sentence in the language of the request.
[[nodiscard]] std::string_view say(const Request& request, std::string_view vi, std::string_view en);

/// 200 (or `status`) with a JSON body.
[[nodiscard]] Response json_response(const boost::json::value& value, int status = 200);

/// 204.
[[nodiscard]] Response no_content();

/// RFC 9457: application/problem+json with type, title, status, and the members of `extra`.
/// `type` is "urn:chuyen-can:…"; `title` is a sentence for people that says what to do.
[[nodiscard]] Response problem(int status, std::string_view type, std::string_view title,
                               boost::json::object extra = {});

/// problem() for "full at this moment", with Retry-After: 503 where the server is full, 429 where the caller
/// is asked to slow down.
[[nodiscard]] Response busy(int status, std::string_view title, int retry_after_s = 1);

/// 405, with the methods that the path does take: "GET, POST".
[[nodiscard]] Response method_not_allowed(std::string_view allow);

}  // namespace badge::http
