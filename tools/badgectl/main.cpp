/// badgectl: the administrator's and the HR officer's tool. All of it but `judge` goes through the server's
/// API.
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tools/badgectl/command_line.hpp"
#include "tools/badgectl/judge_command.hpp"
#include "tools/badgectl/keeping_commands.hpp"

namespace badge::tools {
namespace {

constexpr int exit_failed = 1;
constexpr int exit_usage = 2;

bool locale_is_vietnamese() {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("vi");
  }
  return false;
}

std::string read_token(const std::string& file) {
  if (file.empty()) {
    throw CLI::ValidationError("--token-file (or BADGE_TOKEN_FILE)",
                               "needed; the file that holds your token, for example admin.token of "
                               "`badge-server --config server.toml init > admin.token`");
  }
  std::ifstream in(file);
  std::string token;
  if (!in) throw CommandFailed("--token-file \"" + file + "\": cannot be read\n");
  in >> token;
  constexpr std::size_t token_bytes_max = 256;
  if (token.empty() || token.size() > token_bytes_max) {
    throw CommandFailed("--token-file \"" + file + "\": must hold one token on its first line\n");
  }
  struct stat status{};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0) {
    std::cerr << "badgectl: others can read " << file << "; run: chmod 600 " << file << "\n";
  }
  return token;
}

bool is_vietnamese(const Options& options) {
  return options.language.empty() ? locale_is_vietnamese() : options.language == "vi";
}

}  // namespace

void with_session(const Options& options, const std::function<void(const Session&)>& command) {
  if (options.server.empty()) {
    throw CLI::ValidationError("--server (or BADGE_SERVER)", "needed, for example http://127.0.0.1:8080");
  }
  auto address = parse_server_address(options.server);
  if (!address) throw CLI::ValidationError(address.error());
  const bool vietnamese = is_vietnamese(options);
  Client client(
      {std::move(*address), read_token(options.token_file), options.ca_file, vietnamese ? "vi" : "en"});
  command({client, vietnamese});
}

namespace {

void add_judge(CLI::App& app, const Options& options) {
  auto* judge = app.add_subcommand("judge", "Judge a described case, without any server: to try a rule");
  auto command = std::make_shared<JudgeCommand>();
  judge->add_option("file", command->file, "A scenario in JSON; see server/scenario/examples")
      ->required()
      ->check(CLI::ExistingFile);
  judge->add_option("--format", command->format, "text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  judge->footer("Where the file says what it expects and the answer is another, the exit status is 1.");
  judge->callback([&options, command] {
    command->vietnamese = is_vietnamese(options);
    judge_file(*command);
  });
}

void add_keeping_commands(CLI::App& app, const Options& options) {
  auto* backup = app.add_subcommand("backup", "Save everything into FILE while the server runs");
  auto file = std::make_shared<std::string>();
  backup->add_option("file", *file, "A new file; `badge-server restore FILE` brings it back")->required();
  backup->callback([&options, file] {
    with_session(options, [&](const Session& session) { make_backup(session, *file); });
  });
  app.add_subcommand("verify-audit", "Check that the log of who did what is whole")->callback([&options] {
    with_session(options, verify_audit);
  });
  app.add_subcommand("verify", "Recompute all that is derived and compare")->callback([&options] {
    with_session(options, verify);
  });
  app.add_subcommand("status", "Which entrances are alive, and what needs a person")->callback([&options] {
    with_session(options, print_status);
  });
}

int run(int argc, char** argv) {
  CLI::App app("badgectl speaks to badge-server: imports, reports, entrances, backups.", "badgectl");
  Options options;
  app.require_subcommand(1);
  app.option_defaults()->always_capture_default(false);
  app.add_option("--server", options.server, "Where the server is, for example http://127.0.0.1:8080")
      ->envname("BADGE_SERVER")
      ->type_name("URL");
  app.add_option("--token-file", options.token_file, "The file that holds your token")
      ->envname("BADGE_TOKEN_FILE")
      ->type_name("FILE");
  app.add_option("--ca", options.ca_file, "Certificates (PEM) that vouch for the server")
      ->envname("BADGE_CA")
      ->type_name("FILE");
  app.add_option("--lang", options.language, "vi or en; without it, as the locale says")
      ->envname("BADGE_LANG")
      ->check(CLI::IsMember({"vi", "en"}));
  app.footer(
      "Exit status: 0 done, 1 refused or failed, 2 wrong usage. `badgectl COMMAND --help` explains each.");
  app.fallthrough();
  add_import(app, options);
  add_withdraw(app, options);
  add_report_commands(app, options);
  add_why(app, options);
  add_close_commands(app, options);
  add_judge(app, options);
  add_bridge_commands(app, options);
  add_token_commands(app, options);
  add_login_commands(app, options);
  add_keeping_commands(app, options);
  try {
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : exit_usage;
  } catch (const CommandFailed& failure) {
    std::cerr << failure.what();
  } catch (const ConnectionFailed& failure) {
    std::cerr << failure.what() << "\n";
  }
  return exit_failed;
}

}  // namespace
}  // namespace badge::tools

int main(int argc, char** argv) {
  try {
    return badge::tools::run(argc, argv);
  } catch (const std::exception& failure) {
    std::cerr << "badgectl: " << failure.what() << "\n";
    return 1;
  }
}
