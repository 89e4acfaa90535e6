#include "server/http/client_address.hpp"

#include <boost/asio/ip/address.hpp>

#include <string_view>

namespace badge::http {

std::string client_address(const Head& head, bool behind_proxy) {
  std::string_view text = head.peer;
  if (behind_proxy && !head.forwarded_for.empty()) {
    text = head.forwarded_for;
    if (const auto comma = text.rfind(','); comma != text.npos) text.remove_prefix(comma + 1);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(text), error);
  if (error) return "?";
  if (address.is_v4()) return address.to_string();
  const auto v6 = address.to_v6();
  if (v6.is_v4_mapped()) return make_address_v4(boost::asio::ip::v4_mapped, v6).to_string();
  auto bytes = v6.to_bytes();
  for (std::size_t i = bytes.size() / 2; i < bytes.size(); ++i) bytes[i] = 0;
  return boost::asio::ip::address_v6(bytes).to_string() + "/64";
}

}  // namespace badge::http
