#include "firmware-bridge/reader/reader_loop.hpp"

#include <algorithm>

#include "firmware-bridge/reader/lights.hpp"

namespace badge::bridge {

using std::chrono::milliseconds;

ReaderLoop::ReaderLoop(ReaderOptions options, BridgeLink& bridge, const NfcLibrary& library,
                       std::function<bool()> stop)
    : options_(std::move(options)),
      bridge_(bridge),
      library_(library),
      stop_(std::move(stop)),
      presence_(options_.misses),
      next_open_(Clock::now()),
      next_alive_(Clock::now()) {}

void ReaderLoop::run() {
  while (!finished()) {
    tell_alive_if_due();
    if (!reader_ && Clock::now() >= next_open_) open();
    if (!reader_) {
      obey_until(next_open_);
      continue;
    }
    look();
    // Without a card the look itself is the pause: a sleep would only make the next tap wait.
    obey_until(presence_.card_is_there() ? Clock::now() + options_.presence : Clock::now());
  }
  light_ = Light::off;
  check_ = false;
  show_light();
}

bool ReaderLoop::finished() const { return bridge_lost_ || bridge_.closed() || stop_(); }

void ReaderLoop::open() {
  auto opened = NfcReader::open(library_, options_.connection);
  if (!opened) return give_up(opened.error());
  reader_ = std::move(*opened);
  said_opened_ = false;
  presence_.opened();
  show_light();
}

void ReaderLoop::look() {
  const auto found = reader_->look();
  if (const auto* fault = std::get_if<Fault>(&found)) {
    const bool gone = fault->code == FaultCode::unplugged;
    if (recovery_.failed() || gone) {
      const auto times = gone ? "" : ", " + std::to_string(consecutive_errors_max) + " times in a row";
      give_up({fault->code, fault->text + times});
    }
    return;
  }
  answered();
  std::vector<FromReader> said;
  if (const auto* card = std::get_if<Credential>(&found)) {
    said = presence_.seen(*card);
  } else {
    said = std::holds_alternative<NoCard>(found) ? presence_.missed() : presence_.unclear();
  }
  for (const auto& message : said) tell(message);
}

void ReaderLoop::answered() {
  recovery_.answered(Clock::now());
  answered_since_alive_ = true;
  if (!said_opened_) tell(Opened{reader_->name()});
  said_opened_ = true;
}

void ReaderLoop::give_up(const Fault& fault) {
  reader_.reset();
  pins_before_.reset();
  answered_since_alive_ = false;
  next_open_ = Clock::now() + recovery_.next_delay();
  if (recovery_.is_news(fault.code)) tell(fault);
}

void ReaderLoop::tell(const FromReader& message) {
  if (!bridge_.send(message)) bridge_lost_ = true;
}

void ReaderLoop::tell_alive_if_due() {
  const auto now = Clock::now();
  if (now < next_alive_) return;
  tell(ReaderAlive{answered_since_alive_});
  answered_since_alive_ = false;
  next_alive_ = now + alive_interval;
}

/// Takes what the bridge says until then, and at least one message that is there already.
void ReaderLoop::obey_until(Clock::time_point until) {
  do {
    const auto now = Clock::now();
    const auto wake = std::clamp(next_alive_, now, std::max(now, until));
    const auto message = bridge_.receive(std::chrono::ceil<milliseconds>(wake - now));
    if (message) obey(*message);
    tell_alive_if_due();
  } while (!finished() && Clock::now() < until);
}

void ReaderLoop::obey(const ToReader& message) {
  if (const auto* show = std::get_if<ShowLight>(&message)) light_ = show->light;
  if (const auto* check = std::get_if<CheckMode>(&message)) check_ = check->on;
  show_light();
}

/// A light that could not be shown is no fault of its own: the next look finds out whether the reader still
/// answers.
void ReaderLoop::show_light() {
  if (!reader_ || options_.pins.all() == PinMask{}) return;
  if (!pins_before_) pins_before_ = reader_->read_pins();
  if (pins_before_) reader_->write_pins(lit(options_.pins, *pins_before_, light_, check_));
}

}  // namespace badge::bridge
