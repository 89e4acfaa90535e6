#include "firmware-bridge/reader/message.hpp"

#include <algorithm>
#include <optional>

namespace badge::bridge {
namespace {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;

enum class Kind : std::uint8_t {
  opened = 0x01,
  alive = 0x02,
  card = 0x03,
  removed = 0x04,
  fault = 0x05,
  light = 0x81,
  check = 0x82,
};

constexpr bool is_printable(std::uint8_t byte) { return byte >= 0x20 && byte <= 0x7E; }

Bytes begin(Kind kind) { return {message_version, static_cast<std::uint8_t>(kind)}; }

void append_text(Bytes& bytes, std::string_view text) {
  for (const char c : text.substr(0, message_text_bytes_max)) {
    const auto byte = static_cast<std::uint8_t>(c);
    bytes.push_back(is_printable(byte) ? byte : std::uint8_t{'?'});
  }
}

struct FromReaderEncoder {
  Bytes operator()(const Opened& opened) const {
    Bytes bytes = begin(Kind::opened);
    append_text(bytes, opened.device.empty() ? std::string_view{"?"} : std::string_view{opened.device});
    return bytes;
  }
  Bytes operator()(const ReaderAlive& alive) const {
    Bytes bytes = begin(Kind::alive);
    bytes.push_back(alive.listening ? 1 : 0);
    return bytes;
  }
  Bytes operator()(const CardSeen& card) const {
    const auto uid = card.credential.bytes();
    Bytes bytes = begin(Kind::card);
    bytes.push_back(card.first_after_open ? 1 : 0);
    bytes.push_back(static_cast<std::uint8_t>(uid.size()));
    bytes.insert(bytes.end(), uid.begin(), uid.end());
    return bytes;
  }
  Bytes operator()(const CardRemoved&) const { return begin(Kind::removed); }
  Bytes operator()(const Fault& fault) const {
    Bytes bytes = begin(Kind::fault);
    bytes.push_back(static_cast<std::uint8_t>(fault.code));
    append_text(bytes, fault.text);
    return bytes;
  }
};

struct ToReaderEncoder {
  Bytes operator()(const ShowLight& light) const {
    Bytes bytes = begin(Kind::light);
    bytes.push_back(static_cast<std::uint8_t>(light.light));
    return bytes;
  }
  Bytes operator()(const CheckMode& check) const {
    Bytes bytes = begin(Kind::check);
    bytes.push_back(check.on ? 1 : 0);
    return bytes;
  }
};

tl::unexpected<std::string> refuse(std::string why) { return tl::unexpected(std::move(why)); }

std::string length_error(View bytes, std::string_view kind, std::string_view rule) {
  return "message \"" + std::string(kind) + "\" of " + std::to_string(bytes.size()) + " bytes: has to be " +
         std::string(rule);
}

/// What is wrong with the two bytes that every message begins with.
std::optional<std::string> header_error(View bytes) {
  if (bytes.size() < 2) return "message of " + std::to_string(bytes.size()) + " bytes: has at least 2";
  if (bytes.size() > message_bytes_max) {
    return "message of " + std::to_string(bytes.size()) + " bytes: has at most " +
           std::to_string(message_bytes_max);
  }
  if (bytes[0] != message_version) {
    return "byte 0, version " + std::to_string(bytes[0]) + ": this program speaks version " +
           std::to_string(message_version) + "; install badge-bridge and badge-reader from one build";
  }
  return std::nullopt;
}

tl::expected<bool, std::string> decode_flag(std::uint8_t byte) {
  if (byte > 1) return refuse("byte 2, flag " + std::to_string(byte) + ": is 0 or 1");
  return byte == 1;
}

tl::expected<std::string, std::string> decode_text(View bytes) {
  if (bytes.size() > message_text_bytes_max) {
    return refuse("text of " + std::to_string(bytes.size()) + " bytes: has at most " +
                  std::to_string(message_text_bytes_max));
  }
  if (!std::all_of(bytes.begin(), bytes.end(), is_printable)) return refuse("text: is printable ASCII");
  return std::string(bytes.begin(), bytes.end());
}

tl::expected<FromReader, std::string> decode_opened(View bytes) {
  if (bytes.size() < 3) return refuse(length_error(bytes, "opened", "3 or more"));
  return decode_text(bytes.subspan(2)).map([](std::string device) -> FromReader {
    return Opened{std::move(device)};
  });
}

tl::expected<FromReader, std::string> decode_alive(View bytes) {
  if (bytes.size() != 3) return refuse(length_error(bytes, "alive", "3"));
  return decode_flag(bytes[2]).map([](bool listening) -> FromReader { return ReaderAlive{listening}; });
}

tl::expected<FromReader, std::string> decode_card(View bytes) {
  if (bytes.size() < 4) return refuse(length_error(bytes, "card", "4 and the UID"));
  const auto first = decode_flag(bytes[2]);
  if (!first) return refuse(first.error());
  const auto uid = bytes.subspan(4);
  const auto credential = Credential::from_bytes(uid);
  if (!credential || bytes[3] != uid.size()) {
    return refuse("byte 3, UID size " + std::to_string(bytes[3]) + " before " + std::to_string(uid.size()) +
                  " bytes: is 4, 7 or 10, and as many bytes follow");
  }
  return CardSeen{*credential, *first};
}

tl::expected<FromReader, std::string> decode_fault(View bytes) {
  if (bytes.size() < 3) return refuse(length_error(bytes, "fault", "3 or more"));
  const auto code = bytes[2];
  if (code < static_cast<std::uint8_t>(FaultCode::unplugged) ||
      code > static_cast<std::uint8_t>(FaultCode::bad_answer)) {
    return refuse("byte 2, fault code " + std::to_string(code) + ": is 1 to 5");
  }
  return decode_text(bytes.subspan(3)).map([code](std::string text) -> FromReader {
    return Fault{static_cast<FaultCode>(code), std::move(text)};
  });
}

}  // namespace

Bytes encode(const FromReader& message) { return std::visit(FromReaderEncoder{}, message); }
Bytes encode(const ToReader& message) { return std::visit(ToReaderEncoder{}, message); }

tl::expected<FromReader, std::string> decode_from_reader(View bytes) {
  if (const auto error = header_error(bytes)) return refuse(*error);
  switch (static_cast<Kind>(bytes[1])) {
    case Kind::opened:
      return decode_opened(bytes);
    case Kind::alive:
      return decode_alive(bytes);
    case Kind::card:
      return decode_card(bytes);
    case Kind::removed:
      if (bytes.size() != 2) return refuse(length_error(bytes, "removed", "2"));
      return CardRemoved{};
    case Kind::fault:
      return decode_fault(bytes);
    case Kind::light:
    case Kind::check:
      break;  // the other direction
  }
  return refuse("byte 1, kind " + std::to_string(bytes[1]) + ": is 1 to 5 from a reader");
}

tl::expected<ToReader, std::string> decode_to_reader(View bytes) {
  if (const auto error = header_error(bytes)) return refuse(*error);
  const auto kind = static_cast<Kind>(bytes[1]);
  if (kind != Kind::light && kind != Kind::check) {
    return refuse("byte 1, kind " + std::to_string(bytes[1]) + ": is 129 or 130 to a reader");
  }
  if (bytes.size() != 3) return refuse(length_error(bytes, kind == Kind::light ? "light" : "check", "3"));
  if (kind == Kind::check) {
    return decode_flag(bytes[2]).map([](bool on) -> ToReader { return CheckMode{on}; });
  }
  if (bytes[2] > static_cast<std::uint8_t>(Light::red)) {
    return refuse("byte 2, light " + std::to_string(bytes[2]) + ": is 0 to 3");
  }
  return ShowLight{static_cast<Light>(bytes[2])};
}

std::string_view to_string(FaultCode code) {
  switch (code) {
    case FaultCode::unplugged:
      return "unplugged";
    case FaultCode::in_use:
      return "in use by another program";
    case FaultCode::not_permitted:
      return "not permitted";
    case FaultCode::no_answer:
      return "no answer";
    case FaultCode::bad_answer:
      return "bad answer";
  }
  return "unknown fault";
}

}  // namespace badge::bridge
