#include "tools/reader-sim/frame.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace badge::tools {
namespace {

// As printed in NXP's PN532 user manual and application notes.
const Bytes get_firmware_version = {0x00, 0x00, 0xFF, 0x02, 0xFE, 0xD4, 0x02, 0x2A, 0x00};
const Bytes firmware_version = {0x00, 0x00, 0xFF, 0x06, 0xFA, 0xD5, 0x03, 0x32, 0x01, 0x06, 0x07, 0xE8, 0x00};

std::vector<LineEvent> read(const Bytes& bytes) { return FrameReader().feed(bytes); }

TEST(Frame, IsEncodedAsTheManualPrintsIt) {
  EXPECT_EQ(encode_frame(Bytes{0xD4, 0x02}), get_firmware_version);
  EXPECT_EQ(encode_frame(Bytes{0xD5, 0x03, 0x32, 0x01, 0x06, 0x07}), firmware_version);
}

TEST(Frame, IsReadAsTheManualPrintsIt) {
  EXPECT_EQ(read(get_firmware_version), (std::vector<LineEvent>{Frame{{0xD4, 0x02}}}));
  EXPECT_EQ(read({ack_frame.begin(), ack_frame.end()}), (std::vector<LineEvent>{Ack{}}));
  EXPECT_EQ(read({0x00, 0x00, 0xFF, 0xFF, 0x00, 0x00}), (std::vector<LineEvent>{Nack{}}));
}

TEST(Frame, OfMoreThan255BytesIsExtended) {
  const Bytes data(frame_data_bytes_max, 0xD4);
  const auto frame = encode_frame(data);
  EXPECT_EQ((Bytes{frame.begin(), frame.begin() + 8}),
            (Bytes{0x00, 0x00, 0xFF, 0xFF, 0xFF, 0x01, 0x09, 0xF6}));
  EXPECT_EQ(read(frame), (std::vector<LineEvent>{Frame{data}}));
}

TEST(FrameReader, HearsTheKnockThatWakesAChip) {
  Bytes line = {0x55, 0x55, 0x00, 0x00, 0x00};
  line.insert(line.end(), get_firmware_version.begin(), get_firmware_version.end());
  EXPECT_EQ(read(line), (std::vector<LineEvent>{Wakeup{}, Frame{{0xD4, 0x02}}}));
}

TEST(FrameReader, ReportsAWrongChecksumAndReadsOnBehindIt) {
  for (const std::size_t at : {4UL, 7UL}) {  // of the length, of the data
    auto line = get_firmware_version;
    line[at] ^= 0x01;
    line.insert(line.end(), get_firmware_version.begin(), get_firmware_version.end());
    const auto events = read(line);
    ASSERT_FALSE(events.empty());
    EXPECT_TRUE(std::holds_alternative<Corrupt>(events.front()));
    EXPECT_EQ(events.back(), (LineEvent{Frame{{0xD4, 0x02}}}));
  }
}

TEST(FrameReader, RefusesALengthThatNoChipCanTake) {
  // LENM LENL LCS of 0x0200 bytes, correctly summed.
  EXPECT_EQ(read({0x00, 0x00, 0xFF, 0xFF, 0xFF, 0x02, 0x00, 0xFE}), (std::vector<LineEvent>{Corrupt{}}));
}

RC_GTEST_PROP(FrameReader, ReadsWhatWasWrittenHoweverItIsCut, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(1, frame_data_bytes_max + 1);
  const auto data = *rc::gen::container<Bytes>(size, rc::gen::arbitrary<std::uint8_t>());
  const auto frame = encode_frame(data);
  FrameReader reader;
  std::vector<LineEvent> events;
  for (std::size_t at = 0; at < frame.size();) {
    const auto count = *rc::gen::inRange<std::size_t>(1, frame.size() - at + 1);
    for (auto& event : reader.feed(BytesView(frame).subspan(at, count))) events.push_back(std::move(event));
    at += count;
  }
  RC_ASSERT(events == (std::vector<LineEvent>{Frame{data}}));
}

RC_GTEST_PROP(FrameReader, HearsAFrameBehindAnyNoiseThatIsNoFrame, (Bytes noise)) {
  // Without FF there is no start code in it, with a 00 at its end the next one may begin there.
  std::erase(noise, 0xFF);
  noise.insert(noise.end(), get_firmware_version.begin(), get_firmware_version.end());
  const auto events = read(noise);
  RC_ASSERT(!events.empty());
  RC_ASSERT(events.back() == (LineEvent{Frame{{0xD4, 0x02}}}));
}

}  // namespace
}  // namespace badge::tools
