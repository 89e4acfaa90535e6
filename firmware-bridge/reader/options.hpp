#pragma once
/// What badge-bridge tells badge-reader at its start, on the command line (no secret is among it, no file is
/// read):
///
///   badge-reader --connection pn532_uart:/dev/serial/by-id/usb-1a86… [--pins green=P30,amber=P31,red=P33]
///                [--presence-ms 75] [--misses 3]
///
///   --connection   what libnfc opens; the device of pn532_uart is locked first (flock)
///   --pins         which PN532 pins show a light: green, amber, red and check, each a pin or several joined
///   by
///                  '+' (P30 P31 P33 P35 P71 P72: the ones that boards leave free); `active=low` where a pin
///                  at 0 V lights. Without it nothing is ever written to a pin.
///   --presence-ms  pause between two looks at a card that lies on the reader, 10 to 1000
///   --misses       so many looks in a row that do not see the card: it is gone, 1 to 20
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace badge::bridge {

/// Some pins of a PN532: bits as in its WriteGPIO command.
struct PinMask {
  std::uint8_t p3 = 0;
  std::uint8_t p7 = 0;
  friend bool operator==(const PinMask&, const PinMask&) = default;
};

struct LightPins {
  PinMask green, amber, red, check;
  bool active_low = false;

  /// Every pin that is named: the ones that may be written.
  [[nodiscard]] PinMask all() const;
  friend bool operator==(const LightPins&, const LightPins&) = default;
};

/// "green=P30,amber=P30+P31,red=P31,active=low". The error names the part, the rule and an example.
[[nodiscard]] tl::expected<LightPins, std::string> parse_light_pins(std::string_view text);

struct ReaderOptions {
  std::string connection;
  LightPins pins;
  std::chrono::milliseconds presence{75};  // a badge that is changed for another is noticed in 0.3 s
  int misses = 3;                          // a hand that trembles is no second tap
};

/// Without the program's name. The error is a sentence for the log.
[[nodiscard]] tl::expected<ReaderOptions, std::string> parse_reader_options(
    std::span<const char* const> arguments);

}  // namespace badge::bridge
