#include "server/store/tap_key.hpp"

namespace badge::store {

TapKey TapKey::card(const Credential& credential) {
  const auto uid = credential.bytes();
  std::string bytes(1, 'U');
  bytes.append(reinterpret_cast<const char*>(uid.data()), uid.size());
  return TapKey(std::move(bytes));
}

TapKey TapKey::staff(std::string_view staff_code) { return TapKey("S" + std::string(staff_code)); }

std::optional<TapKey> TapKey::from_bytes(std::string_view bytes) {
  if (bytes.size() < 2) return std::nullopt;
  TapKey key{std::string(bytes)};
  if (bytes.front() == 'S' || (bytes.front() == 'U' && key.credential())) return key;
  return std::nullopt;
}

std::optional<Credential> TapKey::credential() const {
  if (!is_card()) return std::nullopt;
  const auto* uid = reinterpret_cast<const std::uint8_t*>(bytes_.data()) + 1;
  return Credential::from_bytes({uid, bytes_.size() - 1});
}

std::string_view TapKey::staff_code() const {
  return is_card() ? std::string_view{} : std::string_view(bytes_).substr(1);
}

}  // namespace badge::store
