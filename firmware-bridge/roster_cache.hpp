#pragma once
/// Which badges are known, so that the light is right while the server cannot be reached. The server sends
/// the roster of the units that this entrance serves:
///
///   {"version":12,"salt":"<hex>","credentials":[{"hash":"<64 hex>","display":"N. V. An","state":"active"}]}
///     hash   SHA-256(salt bytes || UID bytes)
///     state  active | inspector | not_lent: a temporary card that nobody has | anything else: the badge must
///            not be used
///
/// The file beside the journal (mode 0600) has the ETag in its first line and the server's bytes behind it.
/// A UID is short enough to be guessed from its hash by whoever steals the disk: encrypt it.
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <vector>

#include "reader-config/tap/credential.hpp"

namespace badge::bridge {

inline constexpr std::size_t roster_bytes_max = 16U << 20;  // 100,000 badges, twice a large province

enum class BadgeState : std::uint8_t { unknown, active, inspector, not_lent, revoked };

struct KnownBadge {
  BadgeState state = BadgeState::unknown;
  std::string display;  // what a display may show of the person
  friend bool operator==(const KnownBadge&, const KnownBadge&) = default;
};

/// One version of the roster. A value.
class Roster {
 public:
  /// The error is a sentence that names the key and the rule.
  [[nodiscard]] static tl::expected<Roster, std::string> parse(std::string_view text);
  [[nodiscard]] KnownBadge look_up(const Credential& credential) const;
  [[nodiscard]] std::size_t size() const { return badges_.size(); }
  /// As the server counts them; 0 where it did not say.
  [[nodiscard]] std::uint64_t version() const { return version_; }

 private:
  using Hash = std::array<std::uint8_t, 32>;
  struct FirstBytes {
    std::size_t operator()(const Hash& hash) const noexcept;  // of a digest any eight bytes are a good hash
  };
  std::uint64_t version_ = 0;
  std::vector<std::uint8_t> salt_;
  std::unordered_map<Hash, KnownBadge, FirstBytes> badges_;
};

class RosterCache {
 public:
  explicit RosterCache(std::filesystem::path file) : file_(std::move(file)) {}

  /// Takes what an earlier run left. The error is for the log; the cache is empty then.
  tl::expected<void, std::string> load();

  /// Takes the server's answer and keeps it. A roster that cannot be read changes nothing.
  tl::expected<void, std::string> take(std::string_view body, std::string_view etag);

  [[nodiscard]] KnownBadge look_up(const Credential& credential) const { return roster_.look_up(credential); }
  [[nodiscard]] const std::string& etag() const { return etag_; }
  [[nodiscard]] std::size_t size() const { return roster_.size(); }
  [[nodiscard]] std::uint64_t version() const { return roster_.version(); }

 private:
  std::filesystem::path file_;
  std::string etag_;
  Roster roster_;
};

}  // namespace badge::bridge
