#include <CLI/CLI.hpp>

#include "tools/badgectl/account_commands.hpp"
#include "tools/badgectl/command_line.hpp"

namespace badge::tools {

void add_bridge_commands(CLI::App& app, const Options& options) {
  auto* group =
      app.add_subcommand("bridge", "Entrances: the daemons that deliver taps")->require_subcommand(1);
  auto* add = group->add_subcommand("add", "Make a bridge and print its token, alone, once");
  auto name = std::make_shared<std::string>();
  auto entrances = std::make_shared<std::vector<std::string>>();
  add->add_option("name", *name, "As in the key `bridge` of its site.toml")->required();
  add->add_option("--entrance", *entrances, "An entrance whose badges it may know offline; may be repeated");
  add->callback([&options, name, entrances] {
    with_session(options, [&](const Session& session) { add_bridge(session, *name, *entrances); });
  });
  group->add_subcommand("list", "List the bridges in force")->callback([&options] {
    with_session(options, list_bridges);
  });
  auto* revoke = group->add_subcommand("revoke", "Refuse this bridge's token from now on");
  revoke->add_option("name", *name, "Its name")->required();
  revoke->callback([&options, name] {
    with_session(options, [&](const Session& session) { revoke_bridge(session, *name); });
  });
}

void add_token_commands(CLI::App& app, const Options& options) {
  auto* group = app.add_subcommand("token", "Tokens of people")->require_subcommand(1);
  auto* add = group->add_subcommand("add", "Make a token and print it, alone, once");
  auto name = std::make_shared<std::string>();
  auto role = std::make_shared<std::string>("hr");
  auto unit = std::make_shared<std::string>();
  add->add_option("name", *name, "Whose it is, for example ltha")->required();
  add->add_option("--role", *role, "administrator or hr")
      ->capture_default_str()
      ->check(CLI::IsMember({"administrator", "hr"}));
  add->add_option("--unit", *unit, "hr: may see this unit and all below it only")->type_name("CODE");
  add->callback([&options, name, role, unit] {
    with_session(options, [&](const Session& session) { add_token(session, *name, *role, *unit); });
  });
  group->add_subcommand("list", "List the tokens in force")->callback([&options] {
    with_session(options, list_tokens);
  });
  auto* revoke = group->add_subcommand("revoke", "Refuse this token from now on");
  revoke->add_option("name", *name, "Its name")->required();
  revoke->callback([&options, name] {
    with_session(options, [&](const Session& session) { revoke_token(session, *name); });
  });
}

}  // namespace badge::tools
