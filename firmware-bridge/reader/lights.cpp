#include "firmware-bridge/reader/lights.hpp"

namespace badge::bridge {
namespace {

PinMask pins_for(const LightPins& pins, Light light) {
  switch (light) {
    case Light::off:
      return {};
    case Light::green:
      return pins.green;
    case Light::amber:
      return pins.amber;
    case Light::red:
      return pins.red;
  }
  return {};
}

std::uint8_t port(std::uint8_t before, std::uint8_t ours, std::uint8_t on, bool active_low) {
  const unsigned high = active_low ? ours & ~unsigned{on} : on;
  return static_cast<std::uint8_t>((before & ~unsigned{ours}) | high);
}

}  // namespace

PinMask lit(const LightPins& pins, PinMask before, Light light, bool check) {
  const auto ours = pins.all();
  const auto shown = pins_for(pins, light);
  const auto checking = check ? pins.check : PinMask{};
  return {port(before.p3, ours.p3, shown.p3 | checking.p3, pins.active_low),
          port(before.p7, ours.p7, shown.p7 | checking.p7, pins.active_low)};
}

}  // namespace badge::bridge
