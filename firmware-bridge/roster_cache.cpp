#include "firmware-bridge/roster_cache.hpp"

#include <openssl/evp.h>

#include <boost/json.hpp>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "firmware-bridge/private_file.hpp"
#include "reader-config/tap/digest.hpp"

namespace badge::bridge {
namespace {

namespace json = boost::json;

constexpr std::size_t salt_bytes_max = 64;
constexpr std::size_t display_bytes_max = 128;  // one line of a display

std::optional<std::vector<std::uint8_t>> bytes_of_hex(std::string_view hex) {
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
  };
  if (hex.size() % 2 != 0) return std::nullopt;
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = value(hex[i]);
    const int low = value(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
  }
  return bytes;
}

BadgeState state_of(std::string_view text) {
  if (text == "active") return BadgeState::active;
  if (text == "inspector") return BadgeState::inspector;
  if (text == "not_lent") return BadgeState::not_lent;
  return BadgeState::revoked;
}

std::string_view text_of(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  const auto* text = value != nullptr ? value->if_string() : nullptr;
  return text != nullptr ? std::string_view(text->data(), text->size()) : std::string_view();
}

tl::unexpected<std::string> refuse(std::string why) { return tl::unexpected(std::move(why)); }

}  // namespace

std::size_t Roster::FirstBytes::operator()(const Hash& hash) const noexcept {
  std::size_t value = 0;
  std::memcpy(&value, hash.data(), sizeof value);
  return value;
}

tl::expected<Roster, std::string> Roster::parse(std::string_view text) {
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 4;
  const auto value = json::parse(text, error, {}, options);
  if (error || !value.is_object()) return refuse("is not one JSON object");
  const auto& object = value.get_object();
  Roster roster;
  if (const auto* version = object.if_contains("version"); version != nullptr && version->is_number()) {
    roster.version_ = version->to_number<std::uint64_t>(error);
    if (error) return refuse("version: must be a whole number, zero or more");
  }
  auto salt = bytes_of_hex(text_of(object, "salt"));
  if (!salt || salt->empty() || salt->size() > salt_bytes_max)
    return refuse("salt: must be 1 to 64 bytes in hex");
  roster.salt_ = *std::move(salt);
  const auto* credentials = object.if_contains("credentials");
  if (credentials == nullptr || !credentials->is_array()) return refuse("credentials: must be a list");
  roster.badges_.reserve(credentials->get_array().size());
  for (const auto& item : credentials->get_array()) {
    if (!item.is_object()) return refuse("credentials: must hold objects");
    const auto hash = Digest::parse(text_of(item.get_object(), "hash"));
    if (!hash) return refuse("hash: must be 64 lower-case hexadecimal digits");
    const auto display = text_of(item.get_object(), "display");
    if (display.size() > display_bytes_max) return refuse("display: is longer than 128 bytes");
    roster.badges_[hash->bytes] = {state_of(text_of(item.get_object(), "state")), std::string(display)};
  }
  return roster;
}

KnownBadge Roster::look_up(const Credential& credential) const {
  if (badges_.empty()) return {};
  std::vector<std::uint8_t> salted = salt_;
  const auto uid = credential.bytes();
  salted.insert(salted.end(), uid.begin(), uid.end());
  Hash hash{};
  if (EVP_Digest(salted.data(), salted.size(), hash.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  }
  const auto found = badges_.find(hash);
  return found != badges_.end() ? found->second : KnownBadge{};
}

tl::expected<void, std::string> RosterCache::load() {
  if (!std::filesystem::exists(file_)) return {};
  const auto content = read_private_file(file_, roster_bytes_max + 1024);
  if (!content) return refuse(content.error());
  const auto line_end = content->find('\n');
  if (line_end == std::string::npos) return refuse(file_.native() + ": has no ETag line");
  auto roster = Roster::parse(std::string_view(*content).substr(line_end + 1));
  if (!roster) return refuse(file_.native() + ": " + roster.error());
  roster_ = *std::move(roster);
  etag_ = content->substr(0, line_end);
  return {};
}

tl::expected<void, std::string> RosterCache::take(std::string_view body, std::string_view etag) {
  auto roster = Roster::parse(body);
  if (!roster) return refuse(roster.error());
  roster_ = *std::move(roster);
  etag_ = std::string(etag.substr(0, etag.find_first_of("\r\n")));
  try {
    replace_private_file(file_, etag_ + '\n' + std::string(body));
  } catch (const std::system_error& error) {
    return refuse(std::string("is in use, but cannot be kept: ") + error.what());
  }
  return {};
}

}  // namespace badge::bridge
