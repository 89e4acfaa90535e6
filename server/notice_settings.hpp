#pragma once
#include <toml++/toml.h>

#include "server/server_config.hpp"

namespace badge {

/// The table [notices] of server.toml, where it has one. Reads the files of the secrets; adds every mistake.
[[nodiscard]] std::optional<notices::Settings> read_notice_settings(const toml::table& server,
                                                                    const std::filesystem::path& file,
                                                                    ConfigMistakes& mistakes);

}  // namespace badge
