#pragma once
/// How badgectl's commands are written on its command line, by subject. Each adds its commands to `app`;
/// `options` is filled when they run.
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

struct Options {
  std::string server, token_file, ca_file, language;
};

/// Signs in as the options say and runs the command. Throws CLI::ValidationError where they do not say
/// enough.
void with_session(const Options& options, const std::function<void(const Session&)>& command);

void add_import(CLI::App& app, const Options& options);
void add_withdraw(CLI::App& app, const Options& options);
void add_bridge_commands(CLI::App& app, const Options& options);
void add_token_commands(CLI::App& app, const Options& options);
void add_report_commands(CLI::App& app, const Options& options);
void add_login_commands(CLI::App& app, const Options& options);
void add_why(CLI::App& app, const Options& options);
void add_close_commands(CLI::App& app, const Options& options);

}  // namespace badge::tools
