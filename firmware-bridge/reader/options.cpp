#include "firmware-bridge/reader/options.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace badge::bridge {
namespace {

struct Pin {
  std::string_view name;
  PinMask mask;
};

// P32 and P34 select the chip's own interface and interrupt on most boards: writing them can cut it off.
constexpr std::array<Pin, 6> free_pins = {{{"P30", {0x01, 0}},
                                           {"P31", {0x02, 0}},
                                           {"P33", {0x08, 0}},
                                           {"P35", {0x20, 0}},
                                           {"P71", {0, 0x02}},
                                           {"P72", {0, 0x04}}}};

constexpr std::string_view example = "green=P30,amber=P31,red=P33,active=low";

tl::unexpected<std::string> refuse(std::string why) { return tl::unexpected(std::move(why)); }

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

PinMask join(PinMask a, PinMask b) {
  return {static_cast<std::uint8_t>(a.p3 | b.p3), static_cast<std::uint8_t>(a.p7 | b.p7)};
}

/// Cuts the part before `separator` off `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

std::optional<PinMask> parse_pins(std::string_view text) {
  PinMask mask;
  while (!text.empty()) {
    const auto name = next_part(text, '+');
    const auto* found =
        std::find_if(free_pins.begin(), free_pins.end(), [&](const Pin& p) { return p.name == name; });
    if (found == free_pins.end()) return std::nullopt;
    mask = join(mask, found->mask);
  }
  if (mask == PinMask{}) return std::nullopt;
  return mask;
}

PinMask* pins_of(LightPins& pins, std::string_view light) {
  if (light == "green") return &pins.green;
  if (light == "amber") return &pins.amber;
  if (light == "red") return &pins.red;
  if (light == "check") return &pins.check;
  return nullptr;
}

std::optional<std::string> read_part(std::string_view part, LightPins& pins) {
  auto value = part;
  const auto key = next_part(value, '=');
  if (key == "active") {
    if (value != "high" && value != "low") return "active " + quoted(value) + ": is high or low";
    pins.active_low = value == "low";
    return std::nullopt;
  }
  auto* light = pins_of(pins, key);
  if (light == nullptr) {
    return quoted(part) + ": has to begin with green=, amber=, red=, check= or active=, for example " +
           quoted(example);
  }
  const auto mask = parse_pins(value);
  if (!mask) {
    return std::string(key) + " " + quoted(value) +
           ": is one of P30, P31, P33, P35, P71, P72, or several joined by '+'";
  }
  *light = *mask;
  return std::nullopt;
}

/// A whole number within limits.
tl::expected<int, std::string> parse_number(std::string_view name, std::string_view text, int low, int high) {
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || value < low || value > high) {
    return refuse(std::string(name) + " " + quoted(text) + ": is a whole number from " + std::to_string(low) +
                  " to " + std::to_string(high));
  }
  return value;
}

std::optional<std::string> read_option(std::string_view name, std::string_view value,
                                       ReaderOptions& options) {
  if (name == "--connection") {
    options.connection = value;
  } else if (name == "--pins") {
    const auto pins = parse_light_pins(value);
    if (!pins) return "--pins " + pins.error();
    options.pins = *pins;
  } else if (name == "--presence-ms") {
    const auto number = parse_number(name, value, 10, 1000);
    if (!number) return number.error();
    options.presence = std::chrono::milliseconds{*number};
  } else if (name == "--misses") {
    const auto number = parse_number(name, value, 1, 20);
    if (!number) return number.error();
    options.misses = *number;
  } else {
    return quoted(name) + ": is none of --connection, --pins, --presence-ms, --misses";
  }
  return std::nullopt;
}

}  // namespace

PinMask LightPins::all() const { return join(join(green, amber), join(red, check)); }

tl::expected<LightPins, std::string> parse_light_pins(std::string_view text) {
  LightPins pins;
  while (!text.empty()) {
    if (auto error = read_part(next_part(text, ','), pins)) return refuse(std::move(*error));
  }
  return pins;
}

tl::expected<ReaderOptions, std::string> parse_reader_options(std::span<const char* const> arguments) {
  ReaderOptions options;
  for (std::size_t n = 0; n < arguments.size(); n += 2) {
    const std::string_view name = arguments[n];
    if (n + 1 == arguments.size()) return refuse(quoted(name) + ": needs a value behind it");
    if (auto error = read_option(name, arguments[n + 1], options)) return refuse(std::move(*error));
  }
  if (options.connection.empty()) {
    return refuse("--connection is missing, for example --connection pn532_uart:/dev/serial/by-id/usb-1a86");
  }
  if (options.pins.all() != PinMask{} && !options.connection.starts_with("pn532_")) {
    return refuse("--pins: only a PN532 (pn532_uart, pn532_spi, pn532_i2c) has them, not " +
                  quoted(options.connection));
  }
  return options;
}

}  // namespace badge::bridge
