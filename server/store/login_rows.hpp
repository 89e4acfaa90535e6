#pragma once
/// How logins lie in their tables. The same, for all other folders: Store.
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/store/logins.hpp"
#include "server/store/sqlite.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

[[nodiscard]] std::optional<Login> read_login(Database& database, std::string_view name);
[[nodiscard]] std::optional<Login> read_login_invited_by(Database& database, const TokenHash& token,
                                                         Instant now);
[[nodiscard]] std::vector<Login> read_logins(Database& database, std::string_view beginning,
                                             std::string_view after);

/// Of logins in force that are somebody's, by staff code.
[[nodiscard]] std::vector<CheckOpener> read_check_openers(Database& database);

[[nodiscard]] tl::expected<void, LoginRefused> write_login(Writer& writer, const NewLogin& login,
                                                           const Invitation& invitation, Instant now);
[[nodiscard]] bool write_invitation(Writer& writer, std::string_view name, const Invitation& invitation);
[[nodiscard]] bool write_password(Writer& writer, std::string_view name, std::string_view hash);
[[nodiscard]] bool write_invited_password(Writer& writer, const TokenHash& token, std::string_view hash,
                                          Instant now);
[[nodiscard]] bool write_second_factor(Writer& writer, std::string_view name, const NewSecondFactor& factor);
[[nodiscard]] bool write_code_used(Writer& writer, std::string_view name, std::int64_t step);
[[nodiscard]] bool write_recovery_code_used(Writer& writer, std::string_view name, const RecoveryMark& mark);
[[nodiscard]] bool write_second_factor_reset(Writer& writer, std::string_view name);
[[nodiscard]] bool write_grants(Writer& writer, std::string_view name, const std::vector<Grant>& grants);
[[nodiscard]] bool write_disabled(Writer& writer, std::string_view name, Instant now);

}  // namespace badge::store
