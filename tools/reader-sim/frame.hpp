#pragma once
/// The frames of a PN532 on its serial line (HSU), as in section 6.2 of its user manual. Pure.
///
///   normal      00 00 FF  LEN LCS  DATA…  DCS 00        LEN 1..255, LEN + LCS = 0, sum(DATA) + DCS = 0 (mod
///   256) extended    00 00 FF FF FF  LENM LENL LCS  DATA…  DCS 00      for more than 255 bytes ack, nack 00
///   00 FF 00 FF 00   and   00 00 FF FF 00 00 error       00 00 FF 01 FF 7F 81 00                 the chip
///   did not understand the command
///
/// DATA begins with D4 from the host and D5 from the chip. A sleeping chip is woken by 55 on the line.
#include <array>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace badge::tools {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

inline constexpr std::size_t frame_data_bytes_max = 265;  // TFI, command and 263 bytes: the PN532's own limit
inline constexpr std::uint8_t from_host = 0xD4;
inline constexpr std::uint8_t from_chip = 0xD5;

inline constexpr std::array<std::uint8_t, 6> ack_frame = {0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00};
inline constexpr std::array<std::uint8_t, 8> error_frame = {0x00, 0x00, 0xFF, 0x01, 0xFF, 0x7F, 0x81, 0x00};

/// `data` with its direction byte, 1 to `frame_data_bytes_max` bytes.
[[nodiscard]] Bytes encode_frame(BytesView data);

struct Wakeup {
  friend bool operator==(const Wakeup&, const Wakeup&) = default;
};
struct Ack {  // from a host it means: stop what you are doing
  friend bool operator==(const Ack&, const Ack&) = default;
};
struct Nack {
  friend bool operator==(const Nack&, const Nack&) = default;
};
struct Frame {
  Bytes data;  // with its direction byte
  friend bool operator==(const Frame&, const Frame&) = default;
};
struct Corrupt {  // a checksum or length is wrong; reading goes on behind it
  friend bool operator==(const Corrupt&, const Corrupt&) = default;
};
using LineEvent = std::variant<Wakeup, Ack, Nack, Frame, Corrupt>;

/// Cuts a stream of bytes into events, however the bytes arrive. Noise between frames is skipped.
class FrameReader {
 public:
  [[nodiscard]] std::vector<LineEvent> feed(BytesView bytes);

 private:
  Bytes pending_;  // never longer than one frame and the bytes of one feed
};

}  // namespace badge::tools
