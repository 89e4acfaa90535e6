#pragma once
/// Between badge-reader (one process for each reader) and badge-bridge, version 1. One message is one
/// datagram of a SOCK_SEQPACKET socket pair; the reader's end is its file descriptor 3. The reader ends when
/// the other end is closed. Integers are unsigned; every message has exactly the length that its kind says.
///
///   byte 0   version, 1
///   byte 1   kind
///   byte 2…  what the kind needs:
///
///   reader → bridge
///     0x01 opened    device: 1 to 120 bytes of printable ASCII. The reader listens from now on.
///     0x02 alive     1 byte: 1 = the reader has answered since the last alive, 0 = it is deaf (see the last
///                    fault) and being opened again. Sent every second, at most 2 s late.
///     0x03 card      1 byte: 1 = it was there when the device was opened, else 0; 1 byte: 4, 7 or 10;
///                    so many bytes of UID. A card that stays is said once.
///     0x04 removed   nothing. The card of the last `card` is gone. Never said for a reader that went deaf.
///     0x05 fault     1 byte: the code below; 0 to 120 bytes of printable ASCII. The reader is deaf from now
///     on.
///                    Said once for each trouble, not at each new try; `opened` ends it.
///   bridge → reader
///     0x81 light     1 byte: 0 off, 1 green, 2 amber, 3 red. Stays until the next.
///     0x82 check     1 byte: 1 = a badge-wearing check is open at this reader, 0 = it is not.
///
/// Both programs are built and installed together: another version is an error, not something to bridge.
#include <cstdint>
#include <span>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "reader-config/tap/credential.hpp"

namespace badge::bridge {

inline constexpr std::uint8_t message_version = 1;
inline constexpr int message_fd = 3;                        // the first after stdin, stdout and stderr
inline constexpr std::size_t message_text_bytes_max = 120;  // one line of a log
inline constexpr std::size_t message_bytes_max = 3 + message_text_bytes_max;

/// The reader listens. `device` is what libnfc calls it, for the log.
struct Opened {
  std::string device;
  friend bool operator==(const Opened&, const Opened&) = default;
};

struct ReaderAlive {
  bool listening = false;  // at least one poll was answered since the last ReaderAlive
  friend bool operator==(const ReaderAlive&, const ReaderAlive&) = default;
};

/// A card came. With `first_after_open` it lay there when the device was opened: if the bridge knows the same
/// credential from this reader and was never told `Removed`, it is the same tap.
struct CardSeen {
  Credential credential;
  bool first_after_open = false;
  friend bool operator==(const CardSeen&, const CardSeen&) = default;
};

struct CardRemoved {
  friend bool operator==(const CardRemoved&, const CardRemoved&) = default;
};

enum class FaultCode : std::uint8_t {
  unplugged = 1,      // the device file is gone
  in_use = 2,         // another program holds it
  not_permitted = 3,  // this user may not open it
  no_answer = 4,      // it is there, and silent
  bad_answer = 5,     // it answers, but not as a PN53x does
};

struct Fault {
  FaultCode code = FaultCode::no_answer;
  std::string text;  // for the log: what was tried, what came back
  friend bool operator==(const Fault&, const Fault&) = default;
};

using FromReader = std::variant<Opened, ReaderAlive, CardSeen, CardRemoved, Fault>;

enum class Light : std::uint8_t { off = 0, green = 1, amber = 2, red = 3 };

struct ShowLight {
  Light light = Light::off;
  friend bool operator==(const ShowLight&, const ShowLight&) = default;
};

struct CheckMode {
  bool on = false;
  friend bool operator==(const CheckMode&, const CheckMode&) = default;
};

using ToReader = std::variant<ShowLight, CheckMode>;

/// Text is cut to `message_text_bytes_max`; what is not printable ASCII becomes '?'.
[[nodiscard]] std::vector<std::uint8_t> encode(const FromReader& message);
[[nodiscard]] std::vector<std::uint8_t> encode(const ToReader& message);

/// The error is a sentence that names the byte and the rule.
[[nodiscard]] tl::expected<FromReader, std::string> decode_from_reader(std::span<const std::uint8_t> bytes);
[[nodiscard]] tl::expected<ToReader, std::string> decode_to_reader(std::span<const std::uint8_t> bytes);

/// "unplugged", "in use", … for logs and for the cause of a deaf reader.
[[nodiscard]] std::string_view to_string(FaultCode code);

}  // namespace badge::bridge
