#pragma once
#include <toml++/toml.h>

#include "server/server_config.hpp"

namespace badge {

/// The table [papers] of server.toml; what it does not say is left blank on papers. Adds every mistake.
[[nodiscard]] app::IssuingBody read_paper_settings(const toml::table& server,
                                                   const std::filesystem::path& file,
                                                   ConfigMistakes& mistakes);

}  // namespace badge
