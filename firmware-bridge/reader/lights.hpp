#pragma once
#include "firmware-bridge/reader/message.hpp"
#include "firmware-bridge/reader/options.hpp"

namespace badge::bridge {

/// What the pins of both ports have to be, bits as in the PN532's WriteGPIO. `before`: what they are. Pins
/// that no light hangs on keep their value. The pin of a check is lit beside whatever light is shown.
[[nodiscard]] PinMask lit(const LightPins& pins, PinMask before, Light light, bool check);

}  // namespace badge::bridge
