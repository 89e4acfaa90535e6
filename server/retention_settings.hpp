#pragma once
#include <toml++/toml.h>

#include "server/server_config.hpp"

namespace badge {

/// The table [retention] of server.toml; where it has none everything is kept for ever. Adds every mistake.
[[nodiscard]] app::RetentionSettings read_retention_settings(const toml::table& server,
                                                             const std::filesystem::path& file,
                                                             ConfigMistakes& mistakes);

}  // namespace badge
