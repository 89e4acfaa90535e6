// badge-server: one program, one configuration file, one data folder.
#include <malloc.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "server/application.hpp"
#include "server/store/maintenance.hpp"

namespace {

using badge::ServerConfig;

constexpr int exit_mistake = 2;  // what the administrator wrote; 1 is what the machine did
constexpr std::chrono::milliseconds stop_max{1800};  // a service manager is told 2 s
constexpr int malloc_arenas_max = 2;                 // one for the network and the writer, one for workers
constexpr int malloc_returned_from = 256 * 1024;     // bytes; blocks of reports and imports, none of a tap's
constexpr rlim_t descriptors_wanted = 8192;          // connections_max, the store's files, and room

void log_to_standard_error() {
  spdlog::set_default_logger(spdlog::stderr_color_mt("badge-server"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z [%l] %v");
}

void raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= descriptors_wanted) return;
  limit.rlim_cur = std::min(limit.rlim_max, descriptors_wanted);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// A worker that has computed a large report would keep that memory for itself, and so would the next one. Of
/// itself malloc would also learn to keep larger and larger blocks.
void give_memory_back() {
  ::mallopt(M_ARENA_MAX, malloc_arenas_max);
  ::mallopt(M_MMAP_THRESHOLD, malloc_returned_from);
}

int show_token(const ServerConfig& config, const tl::expected<std::string, std::string>& token) {
  if (!token) {
    std::cerr << "badge-server: " << token.error() << '\n';
    return exit_mistake;
  }
  std::cerr
      << "The store is in " << config.data.string()
      << ".\nThis is the administrator's token. It is shown only now; keep it in a file of mode 0600:\n";
  std::cout << *token << std::endl;
  return EXIT_SUCCESS;
}

int restore(const ServerConfig& config, const std::string& backup, bool replace) {
  const auto restored = badge::store::restore(backup, config.data, replace);
  if (!restored) {
    std::cerr << "badge-server: " << restored.error() << '\n';
    return exit_mistake;
  }
  std::cerr << "The store in " << config.data.string() << " is now as the backup " << backup
            << " was. Start badge-server: the bridges send again what came after it.\n";
  return EXIT_SUCCESS;
}

int serve(const ServerConfig& config) {
  // Blocked here, before there are threads, so that none of them takes the signal that main waits for.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  raise_descriptor_limit();
  give_memory_back();

  const badge::Application application(config);
  spdlog::info("listening on {}", application.url());
  int number = 0;
  sigwait(&ends, &number);
  spdlog::info("stopping: signal {}", number);
  // A question may still be in the middle of a long report. Nothing is lost by leaving it: what is committed
  // is safe at every instant, and what is not was never acknowledged.
  std::thread([] {
    std::this_thread::sleep_for(stop_max);
    spdlog::warn("stopped without waiting for answers that were still being made");
    std::_Exit(EXIT_SUCCESS);
  }).detach();
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  log_to_standard_error();
  CLI::App cli(
      "Attendance by NFC badges: stores taps, judges days, shows reports. Without a command, it serves.");
  std::string config_file, backup, administrator;
  bool replace = false;
  cli.add_option("--config", config_file, "server.toml")->required();
  auto* const init_command =
      cli.add_subcommand("init", "make the store and print the administrator's token, once");
  auto* const administrator_command = cli.add_subcommand(
      "add-administrator", "print the token of a further administrator, for when the last is lost");
  administrator_command->add_option("NAME", administrator, "of the new token; no other may have it")
      ->required();
  auto* const restore_command = cli.add_subcommand("restore", "put a backup in the place of the store");
  restore_command->add_option("FILE", backup, "made by badgectl backup")->required();
  restore_command->add_flag("--replace", replace, "where there is a store already; its files are kept aside");
  cli.require_subcommand(0, 1);
  CLI11_PARSE(cli, argc, argv);

  const auto config = badge::read_server_config(config_file);
  if (!config) {
    for (const auto& mistake : config.error()) std::cerr << mistake << '\n';
    return exit_mistake;
  }
  spdlog::set_level(spdlog::level::from_str(config->log));
  try {
    if (init_command->parsed()) return show_token(*config, badge::make_first_administrator(*config));
    if (administrator_command->parsed()) {
      return show_token(*config, badge::add_administrator(*config, administrator));
    }
    if (restore_command->parsed()) return restore(*config, backup, replace);
    return serve(*config);
  } catch (const std::exception& failure) {
    std::cerr << "badge-server: " << failure.what() << '\n';
    return EXIT_FAILURE;
  }
}
