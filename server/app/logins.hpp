#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/identity.hpp"
#include "server/app/language.hpp"
#include "server/app/second_factor.hpp"
#include "server/app/sign_in_throttle.hpp"

namespace badge::app {

inline constexpr std::chrono::hours invitation_lifetime{72};  // over a weekend
inline constexpr std::size_t login_name_bytes_max = 64;

/// Small letters and digits, '.', '-', '_', '@': a name that can be typed and stands in paths and logs.
[[nodiscard]] bool is_login_name(std::string_view name);

/// People who sign in with a name and a password. Nobody gets a password from somebody else: who adds a login
/// hands on an invitation, and the person sets the password. Blocks on the store; call from workers.
///
/// What somebody may do: the roles that were granted; `staff` for everybody who is in the roster; `head` for
/// the units for which the facts name them as head, acting, in charge or delegated, on those days.
class Logins {
 public:
  Logins(store::Store& store, const Evidence& evidence, SecondFactors& second_factors,
         std::function<Instant()> now)
      : store_(store), evidence_(evidence), second_factors_(second_factors), now_(std::move(now)) {}

  struct Invited {
    std::string token;  // the only time that it can be read
    Instant expires_at;
  };
  /// The error is a sentence.
  [[nodiscard]] tl::expected<Invited, std::string> add(store::NewLogin login, Language language);
  /// A new invitation takes the place of an earlier one, and until it is answered the old password holds.
  /// Nothing: no login in force has this name. (false, below.)
  [[nodiscard]] std::optional<Invited> invite(std::string_view name);
  /// The error is a sentence.
  [[nodiscard]] tl::expected<bool, std::string> set_grants(std::string_view name, std::vector<Grant> grants,
                                                           Language language);
  [[nodiscard]] bool disable(std::string_view name);
  [[nodiscard]] std::vector<store::Login> list(std::string_view beginning, std::string_view after) const;

  /// Whose the invitation is; empty: it was used, replaced, or its time is over.
  [[nodiscard]] std::string invited(std::string_view token) const;
  /// Sets the password. The login's name, or a sentence; the sentence is empty where the invitation does not
  /// hold.
  [[nodiscard]] tl::expected<std::string, std::string> answer_invitation(std::string_view token,
                                                                         std::string_view password,
                                                                         Language language);

  struct Credentials {
    std::string_view name, password;
    std::string_view code;  // of the second factor, where the login has one
  };
  struct Refused {
    /// code_needed, code_wrong: name and password are right.
    enum class Why : std::uint8_t { wrong, too_often, code_needed, code_wrong };
    Why why = Why::wrong;
    std::chrono::seconds wait{0};  // too_often: before the next guess is looked at
  };
  /// `address`: where the guess comes from.
  [[nodiscard]] tl::expected<Identity, Refused> sign_in(const Credentials& credentials,
                                                        std::string_view address);
  /// Grows when what somebody may do may have changed. In memory; any thread.
  [[nodiscard]] std::uint64_t rights_version() const;
  /// What the login may do now. Nothing: no login in force has this name.
  [[nodiscard]] std::optional<Identity> identity(std::string_view name) const;

  struct SecondFactorState {
    bool enrolled = false;
    std::size_t recovery_codes = 0;  // that are left
  };
  [[nodiscard]] SecondFactorState second_factor(std::string_view name) const;
  /// Guarded like a sign-in, with the code of an earlier second factor where there is one.
  [[nodiscard]] tl::expected<SecondFactors::Offer, Refused> offer_second_factor(
      const Credentials& credentials, std::string_view address);
  /// (false: as above.)
  [[nodiscard]] bool reset_second_factor(std::string_view name);

  /// The old password is guarded like a sign-in.
  [[nodiscard]] tl::expected<void, std::variant<Refused, std::string>> change_password(
      const std::string& name, std::string_view old_password, std::string_view new_password,
      std::string_view address, Language language);

 private:
  [[nodiscard]] tl::expected<store::Login, Refused> check_password(std::string_view name,
                                                                   std::string_view password,
                                                                   std::string_view address);
  [[nodiscard]] tl::expected<store::Login, Refused> check(const Credentials& credentials,
                                                          std::string_view address);
  [[nodiscard]] Identity identity_of(const store::Login& login, std::uint64_t as_of) const;
  [[nodiscard]] std::optional<std::string> problem_of(const std::vector<Grant>& grants,
                                                      Language language) const;

  store::Store& store_;
  const Evidence& evidence_;
  SecondFactors& second_factors_;
  const std::function<Instant()> now_;
  SignInThrottle throttle_;
};

}  // namespace badge::app
