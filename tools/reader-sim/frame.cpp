#include "tools/reader-sim/frame.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace badge::tools {
namespace {

constexpr std::uint8_t wakeup_byte = 0x55;
constexpr std::size_t frame_overhead_bytes_max = 10;  // of an extended frame
constexpr std::size_t start_bytes = 2;                // 00 FF; the 00 before it is a preamble of any length

std::uint8_t sum(BytesView bytes) {
  return static_cast<std::uint8_t>(std::accumulate(bytes.begin(), bytes.end(), 0U));
}

std::uint8_t complement(unsigned value) { return static_cast<std::uint8_t>(0U - value); }

/// What stands at the beginning of `bytes`, which is a start code, and how many bytes it takes.
struct Parsed {
  LineEvent event;
  std::size_t size = 0;
};

/// Nothing: more bytes are needed.
std::optional<Parsed> parse_body(BytesView bytes, std::size_t head_size, std::size_t data_size) {
  if (bytes.size() < head_size + data_size + 1) return std::nullopt;
  const auto data = bytes.subspan(head_size, data_size);
  const std::size_t size = head_size + data_size + 1;
  if (static_cast<std::uint8_t>(sum(data) + bytes[size - 1]) != 0) return Parsed{Corrupt{}, size};
  return Parsed{Frame{Bytes(data.begin(), data.end())}, size};
}

std::optional<Parsed> parse_at_start_code(BytesView bytes) {
  if (bytes.size() < start_bytes + 2) return std::nullopt;
  const std::uint8_t length = bytes[2];
  const std::uint8_t check = bytes[3];
  if (length == 0x00 && check == 0xFF) return Parsed{Ack{}, start_bytes + 2};
  if (length == 0xFF && check == 0x00) return Parsed{Nack{}, start_bytes + 2};
  if (length == 0xFF && check == 0xFF) {
    if (bytes.size() < start_bytes + 5) return std::nullopt;
    const std::size_t data_size = std::size_t{bytes[4]} * 256 + bytes[5];
    if (sum(bytes.subspan(4, 3)) != 0 || data_size == 0 || data_size > frame_data_bytes_max) {
      return Parsed{Corrupt{}, start_bytes + 5};
    }
    return parse_body(bytes, start_bytes + 5, data_size);
  }
  if (static_cast<std::uint8_t>(length + check) != 0 || length == 0)
    return Parsed{Corrupt{}, start_bytes + 2};
  return parse_body(bytes, start_bytes + 2, length);
}

}  // namespace

Bytes encode_frame(BytesView data) {
  Bytes frame;
  frame.reserve(data.size() + frame_overhead_bytes_max);  // without it g++ 12.2 warns of bounds at -O2
  frame.insert(frame.end(), {0x00, 0x00, 0xFF});
  const std::size_t size = data.size();
  if (size <= 0xFF) {
    frame.push_back(static_cast<std::uint8_t>(size));
    frame.push_back(complement(static_cast<unsigned>(size)));
  } else {
    const auto high = static_cast<std::uint8_t>(size / 256);
    const auto low = static_cast<std::uint8_t>(size % 256);
    frame.insert(frame.end(), {0xFF, 0xFF, high, low, complement(static_cast<unsigned>(high + low))});
  }
  frame.insert(frame.end(), data.begin(), data.end());
  frame.push_back(complement(sum(data)));
  frame.push_back(0x00);
  return frame;
}

std::vector<LineEvent> FrameReader::feed(BytesView bytes) {
  pending_.insert(pending_.end(), bytes.begin(), bytes.end());
  std::vector<LineEvent> events;
  std::size_t at = 0;
  while (at < pending_.size()) {
    const auto rest = BytesView(pending_).subspan(at);
    if (rest[0] == wakeup_byte) {
      // A row of them is one knock at the door.
      if (events.empty() || !std::holds_alternative<Wakeup>(events.back())) events.emplace_back(Wakeup{});
      ++at;
    } else if (rest[0] != 0x00) {
      ++at;
    } else if (rest.size() < start_bytes) {
      break;
    } else if (rest[1] != 0xFF) {
      ++at;
    } else {
      const auto parsed = parse_at_start_code(rest);
      if (!parsed) break;
      events.push_back(parsed->event);
      at += parsed->size;
    }
  }
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(at));
  return events;
}

}  // namespace badge::tools
