#pragma once
#include <string>
#include <vector>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

struct LoginCommand {
  std::string name, staff;
  std::vector<std::string> roles;  // "hr", "hr:SNV", "hr:SNV:2026-07-01:2026-12-31"
};

/// Print the invitation's link, alone, on standard output: it cannot be read again.
void add_login(const Session& session, const LoginCommand& command);
void invite_login(const Session& session, const std::string& name);

void list_logins(const Session& session, const std::string& beginning);
void set_login_roles(const Session& session, const LoginCommand& command);
/// For who lost their phone: the next sign-in asks for the password alone.
void reset_second_factor(const Session& session, const std::string& name);
void disable_login(const Session& session, const std::string& name);

}  // namespace badge::tools
