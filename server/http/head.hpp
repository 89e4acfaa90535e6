#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace badge::http {

/// What the gate needs of a request's header, free of the network library. Absent fields are empty.
struct Head {
  int version = 11;
  std::string method, target;
  std::string host, authorization, cookie, origin, fetch_site;
  std::string peer;           // the address that the connection comes from
  std::string forwarded_for;  // X-Forwarded-For; true only where a proxy of our own wrote its last address
  std::string content_type, accept, accept_encoding, accept_language, if_none_match;
  std::optional<std::uint64_t> content_length;
  bool has_transfer_encoding = false;
  int content_length_count = 0, host_count = 0;
};

}  // namespace badge::http
