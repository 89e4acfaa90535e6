#include "firmware-bridge/reader/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace badge::bridge {
namespace {

using Bytes = std::vector<std::uint8_t>;
using testing::HasSubstr;

Credential credential(std::string_view hex) { return Credential::parse(hex).value(); }

TEST(Message, HasTheBytesThatItsHeaderDescribes) {
  EXPECT_EQ(encode(FromReader{Opened{"ab"}}), (Bytes{1, 0x01, 'a', 'b'}));
  EXPECT_EQ(encode(FromReader{ReaderAlive{true}}), (Bytes{1, 0x02, 1}));
  EXPECT_EQ(encode(FromReader{CardSeen{credential("04A1B2C3"), true}}),
            (Bytes{1, 0x03, 1, 4, 0x04, 0xA1, 0xB2, 0xC3}));
  EXPECT_EQ(encode(FromReader{CardRemoved{}}), (Bytes{1, 0x04}));
  EXPECT_EQ(encode(FromReader{Fault{FaultCode::unplugged, "x"}}), (Bytes{1, 0x05, 1, 'x'}));
  EXPECT_EQ(encode(ToReader{ShowLight{Light::red}}), (Bytes{1, 0x81, 3}));
  EXPECT_EQ(encode(ToReader{CheckMode{true}}), (Bytes{1, 0x82, 1}));
}

TEST(Message, ComesBackAsItWasSent) {
  const std::vector<FromReader> from_reader = {Opened{"pn532_uart:/dev/ttyUSB0"},
                                               ReaderAlive{false},
                                               ReaderAlive{true},
                                               CardSeen{credential("04A1B2C3"), false},
                                               CardSeen{credential("04A1B2C3D4E5F6"), true},
                                               CardSeen{credential("04A1B2C3D4E5F6010203"), false},
                                               CardRemoved{},
                                               Fault{FaultCode::unplugged, ""},
                                               Fault{FaultCode::bad_answer, "input/output error"}};
  for (const auto& message : from_reader) EXPECT_EQ(decode_from_reader(encode(message)), message);
  const std::vector<ToReader> to_reader = {ShowLight{Light::off},   ShowLight{Light::green},
                                           ShowLight{Light::amber}, ShowLight{Light::red},
                                           CheckMode{false},        CheckMode{true}};
  for (const auto& message : to_reader) EXPECT_EQ(decode_to_reader(encode(message)), message);
}

TEST(Message, CutsTextAndKeepsItPrintable) {
  const auto bytes = encode(FromReader{Fault{FaultCode::no_answer, "a\nb\x80" + std::string(500, 'c')}});
  EXPECT_EQ(bytes.size(), message_bytes_max);
  const auto message = decode_from_reader(bytes);
  ASSERT_TRUE(message);
  EXPECT_EQ(std::get<Fault>(*message).text, "a?b?" + std::string(message_text_bytes_max - 4, 'c'));
}

std::string reader_error(const Bytes& bytes) {
  const auto message = decode_from_reader(bytes);
  return message ? "" : message.error();
}

std::string bridge_error(const Bytes& bytes) {
  const auto message = decode_to_reader(bytes);
  return message ? "" : message.error();
}

TEST(Message, IsRefusedWithTheByteAndTheRule) {
  EXPECT_THAT(reader_error({}), HasSubstr("at least 2"));
  EXPECT_THAT(reader_error({1}), HasSubstr("at least 2"));
  EXPECT_THAT(reader_error(Bytes(message_bytes_max + 1, 1)), HasSubstr("at most 123"));
  EXPECT_THAT(reader_error({2, 0x04}), HasSubstr("version 2"));
  EXPECT_THAT(reader_error({1, 0x77}), HasSubstr("kind 119"));
  EXPECT_THAT(reader_error({1, 0x81, 1}), HasSubstr("kind 129"));
  EXPECT_THAT(reader_error({1, 0x01}), HasSubstr("\"opened\""));
  EXPECT_THAT(reader_error({1, 0x02, 2}), HasSubstr("is 0 or 1"));
  EXPECT_THAT(reader_error({1, 0x02, 1, 1}), HasSubstr("\"alive\""));
  EXPECT_THAT(reader_error({1, 0x03, 0, 5, 1, 2, 3, 4, 5}), HasSubstr("4, 7 or 10"));
  EXPECT_THAT(reader_error({1, 0x03, 0, 7, 1, 2, 3, 4}), HasSubstr("4, 7 or 10"));
  EXPECT_THAT(reader_error({1, 0x04, 0}), HasSubstr("\"removed\""));
  EXPECT_THAT(reader_error({1, 0x05, 0}), HasSubstr("1 to 5"));
  EXPECT_THAT(reader_error({1, 0x05, 6}), HasSubstr("1 to 5"));
  EXPECT_THAT(reader_error({1, 0x05, 1, '\n'}), HasSubstr("printable"));
  EXPECT_THAT(bridge_error({1, 0x03}), HasSubstr("kind 3"));
  EXPECT_THAT(bridge_error({1, 0x81}), HasSubstr("\"light\""));
  EXPECT_THAT(bridge_error({1, 0x81, 4}), HasSubstr("0 to 3"));
  EXPECT_THAT(bridge_error({1, 0x82, 2}), HasSubstr("is 0 or 1"));
}

RC_GTEST_PROP(Message, ThatIsAcceptedIsWrittenTheSameWay, (Bytes bytes)) {
  if (!bytes.empty()) bytes[0] = message_version;
  if (bytes.size() > 1) bytes[1] = *rc::gen::element<std::uint8_t>(1, 2, 3, 4, 5, 0x81, 0x82);
  if (const auto message = decode_from_reader(bytes)) RC_ASSERT(encode(*message) == bytes);
  if (const auto message = decode_to_reader(bytes)) RC_ASSERT(encode(*message) == bytes);
}

}  // namespace
}  // namespace badge::bridge
