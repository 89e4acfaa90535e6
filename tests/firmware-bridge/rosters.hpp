#pragma once
#include <openssl/evp.h>
#include <array>

#include <span>
#include <string>
#include <vector>

#include "reader-config/tap/credential.hpp"
#include "reader-config/tap/digest.hpp"

namespace badge::bridge::test {

struct RosterLine {
  std::string uid, display, state;
};

/// What the server sends for these badges, with the salt 0a0b.
inline std::string roster_text(const std::vector<RosterLine>& badges) {
  std::string text;
  for (const auto& badge : badges) {
    std::vector<std::uint8_t> salted{0x0A, 0x0B};
    const auto uid = Credential::parse(badge.uid).value();
    salted.insert(salted.end(), uid.bytes().begin(), uid.bytes().end());
    Digest hash;
    EVP_Digest(salted.data(), salted.size(), hash.bytes.data(), nullptr, EVP_sha256(), nullptr);
    text += (text.empty() ? "" : ",") + std::string(R"({"hash":")") + hash.hex() + R"(","display":")" +
            badge.display + R"(","state":")" + badge.state + R"("})";
  }
  return R"({"version":1,"salt":"0a0b","credentials":[)" + text + "]}";
}

}  // namespace badge::bridge::test
