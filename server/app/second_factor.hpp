#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/app/secret_key.hpp"
#include "server/documents/qr_code.hpp"
#include "server/store/logins.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

inline constexpr std::size_t recovery_codes_count = 10;
inline constexpr std::size_t recovery_code_bytes = 10;     // 80 random bits: 16 letters to type
inline constexpr std::chrono::minutes offer_lifetime{15};  // to find the phone and install an app
inline constexpr std::size_t typed_code_bytes_max = 64;    // a recovery code with blanks between

/// The second factor of logins: a code of an authenticator app, or one of ten recovery codes, each good once.
/// Secrets lie in the store sealed, recovery codes as keyed hashes. Blocks on the store; call from workers.
class SecondFactors {
 public:
  /// `key` must outlive this.
  SecondFactors(store::Store& store, const SecretKey& key, std::function<Instant()> now)
      : store_(store), key_(key), now_(std::move(now)) {}

  /// A secret that is not in force yet. Nothing of it is stored: who proves that their app has it gives back
  /// `sealed`.
  struct Offer {
    std::string secret;         // "ABCD EFGH …": for typing
    std::string uri;            // what the picture says
    documents::QrCode picture;  // for the app's camera
    std::string sealed;         // for this login, for offer_lifetime; opaque
  };
  [[nodiscard]] Offer offer(std::string_view login) const;

  enum class NotConfirmed : std::uint8_t { offer_is_over, wrong_code };
  /// Puts an offer in force, in place of an earlier secret and its recovery codes. Returns the new recovery
  /// codes: the only time that they can be read.
  [[nodiscard]] tl::expected<std::vector<std::string>, NotConfirmed> confirm(std::string_view login,
                                                                             std::string_view sealed,
                                                                             std::string_view code);

  /// Whether what was typed is a code of this login that was not given before; it is used up then.
  [[nodiscard]] bool accepts(const store::Login& login, std::string_view typed);

 private:
  [[nodiscard]] std::string seal(std::string_view login, std::string_view secret) const;
  [[nodiscard]] std::string secret_of(const store::Login& login) const;
  [[nodiscard]] store::RecoveryMark mark_of(std::string_view login, std::string_view recovery_code) const;

  store::Store& store_;
  const SecretKey& key_;
  const std::function<Instant()> now_;
};

}  // namespace badge::app
