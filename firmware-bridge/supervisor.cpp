#include "firmware-bridge/supervisor.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/post.hpp>

#include "firmware-bridge/feedback.hpp"

namespace badge::bridge {
namespace {

constexpr std::chrono::milliseconds goes_by_itself{500};  // of the two seconds that a clean end may take
constexpr std::size_t causes_max = 16;                    // of one trouble; there are not so many kinds

double in_seconds(std::chrono::milliseconds wait) { return static_cast<double>(wait.count()) / 1000; }

void add_pins(std::string& all, std::string_view light, const std::string& pins, const std::string& beep) {
  if (pins.empty() && beep.empty()) return;
  all += (all.empty() ? "" : ",") + std::string(light) + '=' + pins;
  if (!beep.empty()) all += (pins.empty() ? "" : "+") + beep;
}

}  // namespace

std::vector<std::string> reader_arguments(const ReaderConfig& reader) {
  std::vector<std::string> words{"--connection",  reader.connection,
                                 "--presence-ms", std::to_string(reader.presence.count()),
                                 "--misses",      std::to_string(reader.misses)};
  std::string pins;
  add_pins(pins, "green", reader.pins.green, reader.pins.beep);
  add_pins(pins, "amber", reader.pins.amber, reader.pins.beep);
  add_pins(pins, "red", reader.pins.red, reader.pins.beep);
  add_pins(pins, "check", reader.pins.check, "");
  if (pins.empty()) return words;
  if (reader.pins.active_low) pins += ",active=low";
  words.insert(words.end(), {"--pins", pins});
  return words;
}

Supervisor::Supervisor(boost::asio::io_context& io, const ReaderConfig& reader, std::filesystem::path program,
                       Callbacks callbacks)
    : io_(io),
      config_(reader),
      program_(std::move(program)),
      callbacks_(std::move(callbacks)),
      silence_(io),
      retry_(io),
      light_(io) {}

void Supervisor::start() { launch(); }

void Supervisor::launch() {
  ReaderProcess::Callbacks callbacks{[this](const FromReader& message) { on_message(message); },
                                     [this](const std::string& why) { on_end(why); }};
  auto started = ReaderProcess::start(io_, program_, reader_arguments(config_), std::move(callbacks));
  if (!started) {
    trouble("start", "cannot be started (" + started.error() + ")");
    retry();
    return;
  }
  process_ = *std::move(started);
  if (check_open_) process_->send(CheckMode{true});
  watch();
}

void Supervisor::watch() {
  silence_.expires_after(silence_max);
  silence_.async_wait([this](auto error) {
    if (error || !process_) return;
    trouble("silent", "silent for 5 s, killed");
    process_->kill();  // on_end follows
  });
}

void Supervisor::on_message(const FromReader& message) {
  watch();
  struct Handle {
    Supervisor& self;
    void operator()(const Opened& opened) const { self.opened(opened.device); }
    void operator()(const ReaderAlive& alive) const {
      if (!alive.listening || !self.listening_) return;
      self.trouble_over();
      self.callbacks_.alive();
    }
    void operator()(const CardSeen& card) const { self.callbacks_.card(card); }
    void operator()(const CardRemoved&) const { self.callbacks_.removed(); }
    void operator()(const Fault& fault) const {
      const std::string cause(to_string(fault.code));
      self.trouble(cause, cause + (fault.text.empty() ? "" : " (" + fault.text + ")"));
    }
  };
  std::visit(Handle{*this}, message);
}

void Supervisor::on_end(const std::string& why) {
  process_.reset();
  silence_.cancel();
  if (stopping_) {
    callbacks_.stopped();
    return;
  }
  // Its silence was logged, and then it was killed by us: that is one trouble, not two.
  if (logged_causes_.contains("silent")) {
    retry();
    return;
  }
  trouble("ended", "its process ended (" + why + ")");
  retry();
}

void Supervisor::retry() {
  if (stopping_) return;
  retry_.expires_after(backoff_.next());
  retry_.async_wait([this](auto error) {
    if (!error && !stopping_) launch();
  });
}

void Supervisor::trouble(const std::string& cause, const std::string& text) {
  if (logged_causes_.empty()) troubled_since_ = std::chrono::steady_clock::now();
  if (logged_causes_.size() < causes_max && logged_causes_.insert(cause).second && !stopping_) {
    spdlog::warn("reader {}: {}; deaf until it is back, tried again with back-off", config_.id, text);
  }
  if (!std::exchange(listening_, false)) return;
  callbacks_.deaf(cause);
}

void Supervisor::opened(const std::string& device) {
  if (logged_causes_.empty()) spdlog::info("reader {}: listening, {}", config_.id, device);
  listening_ = true;
  listening_since_ = std::chrono::steady_clock::now();
  callbacks_.opened();
}

void Supervisor::trouble_over() {
  const auto now = std::chrono::steady_clock::now();
  if (logged_causes_.empty() || now - listening_since_ < steady_after) return;
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(listening_since_ - troubled_since_);
  spdlog::info("reader {}: back after {:.1f} s", config_.id, in_seconds(took));
  logged_causes_.clear();
  backoff_.reset();
}

void Supervisor::show(Light light) {
  if (!process_) return;
  process_->send(ShowLight{light});
  light_.expires_after(light_time(light));
  light_.async_wait([this](auto error) {
    if (!error && process_) process_->send(ShowLight{Light::off});
  });
}

void Supervisor::show_check(bool open) {
  check_open_ = open;
  if (process_) process_->send(CheckMode{open});
}

void Supervisor::stop() {
  stopping_ = true;
  listening_ = false;
  retry_.cancel();
  light_.cancel();
  if (!process_) {
    boost::asio::post(io_, [this] { callbacks_.stopped(); });
    return;
  }
  process_->close();
  silence_.expires_after(goes_by_itself);
  silence_.async_wait([this](auto error) {
    if (!error && process_) process_->kill();
  });
}

}  // namespace badge::bridge
