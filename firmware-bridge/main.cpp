#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "firmware-bridge/bridge.hpp"
#include "firmware-bridge/display_page.hpp"
#include "firmware-bridge/flush_probe.hpp"
#include "firmware-bridge/private_file.hpp"
#include "reader-config/site/read_site.hpp"

namespace {

namespace fs = std::filesystem;
using namespace badge;
using namespace badge::bridge;

constexpr int exit_config =
    78;  // EX_CONFIG: systemd does not try again what cannot work (RestartPreventExitStatus)

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

fs::path reader_program(const SiteConfig& site) {
  if (!site.reader_program.empty()) return site.reader_program;
  return fs::read_symlink("/proc/self/exe").parent_path() / "badge-reader";
}

/// What the file alone cannot show. Prints one line for each trouble; returns how many there are.
int check_surroundings(const SiteConfig& site) {
  int troubles = 0;
  const auto complain = [&troubles](const std::string& line) {
    std::cerr << line << '\n';
    ++troubles;
  };
  if (const auto token = read_private_file(site.token_file, Uplink::token_bytes_max); !token) {
    complain("token_file " + token.error());
  }
  if (const auto program = reader_program(site); ::access(program.c_str(), X_OK) != 0) {
    complain("reader_program " + program.native() + ": is not there, or cannot be executed");
  }
  if (!site.ca_file.empty() && ::access(site.ca_file.c_str(), R_OK) != 0) {
    complain("ca_file " + site.ca_file.native() + ": cannot be read");
  }
  if (site.display.listen) {
    const auto taken = is_taken(*site.display.listen);
    if (!taken) complain("display.listen " + site.display.listen->address + ": " + taken.error());
    if (taken.value_or(false)) {
      std::cout << "display.listen: the port is taken; good if by the badge-bridge that runs already\n";
    }
  }
  const auto flush = probe_flush(folder_of(site.journal));
  if (!flush) {
    complain("journal " + flush.error());
    return troubles;
  }
  const auto ms = [](auto time) { return std::chrono::duration<double, std::milli>(time).count(); };
  std::cout << fmt::format("journal {}: a flush takes {:.2f} ms (median), {:.2f} ms (slowest of 50)\n",
                           folder_of(site.journal).native(), ms(flush->median), ms(flush->slowest));
  if (flush->is_implausible()) {
    std::cout << "  that is faster than a disk: it may confirm what a power cut still takes away\n";
  } else if (flush->is_too_slow()) {
    std::cout << "  that is slow: the light may come later than 100 ms after the card\n";
  }
  return troubles;
}

int run(const SiteConfig& site) {
  const SystemClock clock;
  const Journal::Options options{.reserve_bytes = site.journal_reserve_bytes, .pages_max = 0};
  const auto opened = open_journal(site.journal, options, clock.read().wall);
  if (!opened.set_aside.empty()) {
    spdlog::error("journal: damaged ({}); kept as {}, a new one with a new stream begins", opened.why,
                  opened.set_aside.native());
  }
  Bridge bridge(site, reader_program(site), *opened.journal, clock);
  bridge.run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "badge-bridge: the daemon at an entrance. It takes badge taps from its readers, keeps them in a "
      "journal on this "
      "disk before it shows a light, and delivers them to badge-server."};
  std::string config;
  bool only_check = false;
  app.add_option("--config", config, "the site.toml of this entrance")->required();
  app.add_flag("--check", only_check,
               "check the configuration, the files it names and the journal's disk, then end");
  CLI11_PARSE(app, argc, argv);

  const auto site = load_site(config);
  if (!site) {
    for (const auto& error : site.error()) std::cerr << error.text(config) << '\n';
    std::cerr << site.error().size() << (site.error().size() == 1 ? " error" : " errors")
              << ", nothing was started.\n";
    return exit_config;
  }
  if (only_check) {
    const int troubles = check_surroundings(*site);
    std::cout << config << (troubles == 0 ? ": good\n" : ": well written, but see above\n");
    return troubles == 0 ? 0 : 1;
  }
  // Standard error for the log; standard output belongs to the display.
  spdlog::set_default_logger(spdlog::stderr_color_mt("badge-bridge"));
  spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e [%l] %v");
  try {
    return run(*site);
  } catch (const std::exception& error) {
    spdlog::critical("{}", error.what());
    return 1;
  }
}
