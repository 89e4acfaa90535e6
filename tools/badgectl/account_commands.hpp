#pragma once
#include <string>
#include <vector>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

/// Makes a token and prints it alone on standard output: it cannot be read again.
void add_bridge(const Session& session, const std::string& name, const std::vector<std::string>& entrances);
void add_token(const Session& session, const std::string& name, const std::string& role,
               const std::string& unit);

void list_bridges(const Session& session);
void list_tokens(const Session& session);

void revoke_bridge(const Session& session, const std::string& name);
void revoke_token(const Session& session, const std::string& name);

}  // namespace badge::tools
