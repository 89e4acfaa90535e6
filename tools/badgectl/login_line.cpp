#include <CLI/CLI.hpp>

#include "tools/badgectl/command_line.hpp"
#include "tools/badgectl/login_commands.hpp"

namespace badge::tools {
namespace {

void add_roles(CLI::App& sub, LoginCommand& command) {
  sub.add_option("--role", command.roles,
                 "administrator, hr, timekeeper, inspector, guard or auditor; may be repeated. "
                 "hr:SNV is limited to this unit and all below it, hr:SNV:2026-07-01:2026-12-31 to these "
                 "days too. Staff and heads have their roles by the roster")
      ->type_name("ROLE[:UNIT[:FROM[:TO]]]");
}

}  // namespace

void add_login_commands(CLI::App& app, const Options& options) {
  auto* group =
      app.add_subcommand("login", "People who sign in with a name and a password")->require_subcommand(1);
  auto command = std::make_shared<LoginCommand>();
  const auto add_name = [&](CLI::App& sub) {
    sub.add_option("name", command->name, "For example ltha: small letters, digits and . - _ @")->required();
  };

  auto* add = group->add_subcommand("add", "Add a login and print its invitation, alone, once");
  add_name(*add);
  add->add_option("--staff", command->staff, "Whose it is: the person's code in the roster")
      ->type_name("CODE");
  add_roles(*add, *command);
  add->callback([&options, command] {
    with_session(options, [&](const Session& session) { add_login(session, *command); });
  });

  auto* invite = group->add_subcommand("invite", "A new invitation, for a password that was forgotten");
  add_name(*invite);
  invite->callback([&options, command] {
    with_session(options, [&](const Session& session) { invite_login(session, command->name); });
  });

  auto* list = group->add_subcommand("list", "List logins with their roles");
  list->add_option("--begins", command->name, "Only those whose name or staff code begins so");
  list->callback([&options, command] {
    with_session(options, [&](const Session& session) { list_logins(session, command->name); });
  });

  auto* roles = group->add_subcommand("roles", "Give these roles in place of all earlier ones");
  add_name(*roles);
  add_roles(*roles, *command);
  roles->callback([&options, command] {
    with_session(options, [&](const Session& session) { set_login_roles(session, *command); });
  });

  auto* reset = group->add_subcommand(
      "reset-second-factor", "For a phone that was lost: sign in with the password alone, and sign out");
  add_name(*reset);
  reset->callback([&options, command] {
    with_session(options, [&](const Session& session) { reset_second_factor(session, command->name); });
  });

  auto* disable = group->add_subcommand("disable", "Sign out, and refuse from now on");
  add_name(*disable);
  disable->callback([&options, command] {
    with_session(options, [&](const Session& session) { disable_login(session, command->name); });
  });
}

}  // namespace badge::tools
