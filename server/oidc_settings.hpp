#pragma once
#include <toml++/toml.h>

#include "server/server_config.hpp"

namespace badge {

/// The table [oidc] of server.toml, where it has one. Reads the file of the secret; adds every mistake.
[[nodiscard]] std::optional<oidc::Settings> read_oidc_settings(const toml::table& server,
                                                               const std::filesystem::path& file,
                                                               ConfigMistakes& mistakes);

}  // namespace badge
