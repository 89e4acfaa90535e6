#include "server/notices/base64.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace badge::notices {

std::string to_base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL writes a zero behind it
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                  reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  const auto end = text.find('=');
  const auto padding = end == text.npos ? 0 : text.size() - end;
  const bool only_padding = end == text.npos || text.find_first_not_of('=', end) == text.npos;
  if (text.empty() || text.size() % 4 != 0 || padding > 2 || !only_padding) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const auto size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                      reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size) - padding);  // OpenSSL counts what '=' stands for
  return bytes;
}

}  // namespace badge::notices
