// reader-sim: an emulated PN532 on a pseudo-terminal that libnfc opens as if it were a serial port.
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "tools/reader-sim/control_client.hpp"
#include "tools/reader-sim/control_server.hpp"
#include "tools/reader-sim/pty.hpp"
#include "tools/reader-sim/simulator.hpp"

namespace badge::tools {
namespace {

struct Arguments {
  std::string link;
  std::string control;
  std::string send;
  SimulatorOptions simulator;
  bool instant = false;
};

/// The emulated reader on its device file, and the hand that moves cards and plug.
class Bench {
 public:
  Bench(const SimulatorOptions& options, std::string link)
      : simulator_(options), link_(std::move(link)), pty_(std::make_unique<Pty>(link_)) {}

  [[nodiscard]] const std::string& device() const { return pty_->path(); }
  [[nodiscard]] int fd() const { return pty_ ? pty_->fd() : -1; }
  [[nodiscard]] bool quitting() const { return quitting_; }
  [[nodiscard]] std::optional<TimePoint> next_due() const {
    return pty_ ? simulator_.next_due() : std::nullopt;
  }

  std::string obey(std::string_view line) {
    const auto command = parse_command(line);
    if (!command) return "error " + command.error();
    return std::visit([this](const auto& c) { return carry_out(c); }, *command);
  }

  void hear() {
    if (pty_) simulator_.receive(pty_->read(), now());
  }

  void speak() {
    if (pty_) pty_->write(simulator_.take_due(now()));
    if (simulator_.pulled_out()) pty_.reset();
  }

 private:
  static TimePoint now() { return std::chrono::steady_clock::now(); }

  std::string carry_out(const Present& command) { return simulator_.present(command, now()); }
  std::string carry_out(const Swap& command) { return simulator_.swap(command, now()); }
  std::string carry_out(const Remove&) { return simulator_.remove(); }
  std::string carry_out(const InjectFault& command) { return simulator_.inject(command); }
  std::string carry_out(const ShowGpio&) { return simulator_.show_gpio(); }
  std::string carry_out(const ShowStatus&) {
    return simulator_.show_status() + (pty_ ? " plugged=yes" : " plugged=no");
  }
  std::string carry_out(const Help&) { return control_help() + "ok"; }
  std::string carry_out(const Quit&) {
    quitting_ = true;
    return "ok";
  }
  std::string carry_out(const Unplug&) {
    if (!pty_) return "error it is unplugged already";
    pty_.reset();
    return "ok unplugged";
  }
  std::string carry_out(const Plug&) {
    if (pty_) return "error it is plugged in already";
    simulator_.plug();
    try {
      pty_ = std::make_unique<Pty>(link_);
    } catch (const std::exception& error) {
      return std::string("error ") + error.what();
    }
    return "ok " + pty_->path();
  }

  Simulator simulator_;
  std::string link_;
  std::unique_ptr<Pty> pty_;  // nothing while unplugged
  bool quitting_ = false;
};

/// SIGINT and SIGTERM as something to poll, so that the link and the socket are removed on the way out.
int end_signals() {
  ::signal(SIGPIPE, SIG_IGN);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  ::sigprocmask(SIG_BLOCK, &signals, nullptr);
  return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

/// Until then there is nothing to say; nothing: until somebody speaks.
void wait(std::vector<pollfd>& fds, std::optional<TimePoint> until) {
  timespec limit{};
  if (until) {
    const auto left = std::max(*until - std::chrono::steady_clock::now(), std::chrono::nanoseconds{0});
    limit.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(left).count();
    limit.tv_nsec = (left % std::chrono::seconds{1}).count();
  }
  ::ppoll(fds.data(), fds.size(), until ? &limit : nullptr, nullptr);
}

void run(const Arguments& arguments) {
  const int signals = end_signals();
  ControlServer control(arguments.control);
  Bench bench(arguments.simulator, arguments.link);
  std::cout << "READY " << bench.device() << std::endl;
  while (!bench.quitting() && !control.deserted()) {
    std::vector<pollfd> fds = {{signals, POLLIN, 0}, {bench.fd(), POLLIN, 0}};
    control.add_to(fds);
    wait(fds, bench.next_due());
    if (fds[0].revents != 0) break;
    control.serve(fds, [&](std::string_view line) { return bench.obey(line); });
    if (fds[1].revents != 0) bench.hear();
    bench.speak();
  }
}

int send(const Arguments& arguments) {
  const auto answer = ask_reader_sim(arguments.control, arguments.send);
  std::cout << answer << '\n';
  return answer.starts_with("error") ? 1 : 0;
}

std::string footer() {
  return "Prints \"READY <device>\" when libnfc can open it, as pn532_uart:<device> or pn532_uart:<link>:\n"
         "  reader-sim --link door1 --control door1.sock &\n"
         "  LIBNFC_DEVICE=pn532_uart:$PWD/door1 nfc-list\n"
         "  reader-sim --control door1.sock --send 'present uid=04A1B2C3D4E5F6'\n\n" +
         control_help();
}

}  // namespace
}  // namespace badge::tools

int main(int argc, char** argv) {
  using namespace badge::tools;
  CLI::App app("An emulated NFC reader (PN532 on a serial line) to try Chuyên Cần without hardware.",
               "reader-sim");
  Arguments arguments;
  arguments.simulator.chip.seed = std::random_device{}();
  app.add_option("--link", arguments.link,
                 "symbolic link to the device, the same after unplug and plug; no ':' in it");
  app.add_option("--control", arguments.control,
                 "UNIX socket that takes commands too; without it, reader-sim ends with its standard input");
  app.add_option(
      "--send", arguments.send,
      "give this one command to the reader-sim that runs with the same --control, print its answer and end: "
      "0 for ok, 1 for error");
  app.add_option("--uart-speed", arguments.simulator.baud,
                 "let bytes take their time, as at this baud rate (115200)")
      ->check(CLI::Range(1200U, 3'000'000U));
  app.add_flag("--strict-power", arguments.simulator.chip.strict_power,
               "sleep at power-on and after PowerDown until the host sends 55, as the real chip does");
  app.add_flag("--instant", arguments.instant,
               "let the air take no time (else 6 ms to read a card, 5 ms for each attempt without one)");
  app.footer(footer());
  CLI11_PARSE(app, argc, argv);
  if (arguments.instant) {
    arguments.simulator.chip.card_activation = Microseconds{0};
    arguments.simulator.chip.empty_attempt = Microseconds{0};
  }
  if (arguments.link.find(':') != std::string::npos) {
    std::cerr << "reader-sim: --link \"" << arguments.link
              << "\": libnfc cannot open a path with ':' in it\n";
    return 2;
  }
  if (!arguments.send.empty() && arguments.control.empty()) {
    std::cerr << "reader-sim: --send: needs the --control of the reader-sim that is meant\n";
    return 2;
  }
  try {
    if (!arguments.send.empty()) return send(arguments);
    run(arguments);
  } catch (const std::exception& error) {
    std::cerr << "reader-sim: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
