#include "firmware-bridge/reader/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware-bridge/reader/lights.hpp"

namespace badge::bridge {
namespace {

using testing::HasSubstr;

std::string pin_error(std::string_view text) {
  const auto pins = parse_light_pins(text);
  return pins ? "" : pins.error();
}

std::string option_error(std::vector<const char*> arguments) {
  const auto options = parse_reader_options(arguments);
  return options ? "" : options.error();
}

TEST(LightPins, AreNamedAsOnTheBoard) {
  const auto pins = parse_light_pins("green=P30,amber=P30+P31,red=P71,check=P35");
  ASSERT_TRUE(pins) << pins.error();
  EXPECT_EQ(pins->green, (PinMask{0x01, 0}));
  EXPECT_EQ(pins->amber, (PinMask{0x03, 0}));
  EXPECT_EQ(pins->red, (PinMask{0, 0x02}));
  EXPECT_EQ(pins->check, (PinMask{0x20, 0}));
  EXPECT_EQ(pins->all(), (PinMask{0x23, 0x02}));
  EXPECT_FALSE(pins->active_low);
}

TEST(LightPins, MayBeLitByZeroVolts) {
  EXPECT_TRUE(parse_light_pins("green=P30,active=low")->active_low);
  EXPECT_FALSE(parse_light_pins("active=high,green=P30")->active_low);
}

TEST(LightPins, AreRefusedWithWhatIsAllowed) {
  EXPECT_THAT(pin_error("green=P32"), HasSubstr("P30, P31, P33, P35, P71, P72"))
      << "P32 selects the interface";
  EXPECT_THAT(pin_error("green="), HasSubstr("P30"));
  EXPECT_THAT(pin_error("green=P30+"), testing::IsEmpty());
  EXPECT_THAT(pin_error("blue=P30"), HasSubstr("green="));
  EXPECT_THAT(pin_error("active=maybe"), HasSubstr("high or low"));
}

TEST(LightPins, ShowOneLightAndLeaveOtherPinsAlone) {
  const auto pins = parse_light_pins("green=P30,amber=P31,red=P71,check=P35").value();
  const PinMask before{0x3F, 0x06};
  EXPECT_EQ(lit(pins, before, Light::off, false), (PinMask{0x1C, 0x04}));
  EXPECT_EQ(lit(pins, before, Light::green, false), (PinMask{0x1D, 0x04}));
  EXPECT_EQ(lit(pins, before, Light::amber, false), (PinMask{0x1E, 0x04}));
  EXPECT_EQ(lit(pins, before, Light::red, false), (PinMask{0x1C, 0x06}));
  EXPECT_EQ(lit(pins, before, Light::green, true), (PinMask{0x3D, 0x04}));
}

TEST(LightPins, ThatAreLitByZeroVoltsAreHighWhenDark) {
  const auto pins = parse_light_pins("green=P30,red=P31,active=low").value();
  EXPECT_EQ(lit(pins, {0, 0}, Light::off, false), (PinMask{0x03, 0}));
  EXPECT_EQ(lit(pins, {0, 0}, Light::green, false), (PinMask{0x02, 0}));
}

TEST(ReaderOptions, AreReadFromTheCommandLine) {
  const std::vector<const char*> arguments = {"--connection",  "pn532_uart:/dev/ttyUSB0",
                                              "--pins",        "green=P30",
                                              "--presence-ms", "50",
                                              "--misses",      "5"};
  const auto options = parse_reader_options(arguments);
  ASSERT_TRUE(options) << options.error();
  EXPECT_EQ(options->connection, "pn532_uart:/dev/ttyUSB0");
  EXPECT_EQ(options->pins.green, (PinMask{0x01, 0}));
  EXPECT_EQ(options->presence, std::chrono::milliseconds{50});
  EXPECT_EQ(options->misses, 5);
}

TEST(ReaderOptions, AreRefusedWithTheRule) {
  EXPECT_THAT(option_error({}), HasSubstr("--connection is missing"));
  EXPECT_THAT(option_error({"--connection"}), HasSubstr("needs a value"));
  EXPECT_THAT(option_error({"--colour", "red"}), HasSubstr("--misses"));
  EXPECT_THAT(option_error({"--connection", "x", "--presence-ms", "5"}), HasSubstr("from 10 to 1000"));
  EXPECT_THAT(option_error({"--connection", "x", "--misses", "2x"}), HasSubstr("from 1 to 20"));
  EXPECT_THAT(option_error({"--connection", "acr122_usb", "--pins", "green=P30"}), HasSubstr("only a PN532"));
}

}  // namespace
}  // namespace badge::bridge
