#pragma once
/// A card of ISO/IEC 14443 type A as a reader's antenna sees it. Pure.
#include <array>
#include <optional>
#include <random>

#include "tools/reader-sim/frame.hpp"

namespace badge::tools {

inline constexpr std::size_t ats_bytes_max = 32;  // a PN532 reads no longer one reliably

/// What a card says before anybody asks for more.
struct Card {
  Bytes uid;  // 4, 7 or 10 bytes; empty: a random one, drawn whenever it comes into the field
  std::array<std::uint8_t, 2> atqa{};  // as the PN532 hands it over, high byte first
  std::uint8_t sak = 0;                // bit 0x20: speaks ISO/IEC 14443-4 and has an ATS
  Bytes ats;                           // without its length byte; empty where the card has none

  [[nodiscard]] bool has_random_uid() const { return uid.empty(); }
  [[nodiscard]] bool speaks_iso_dep() const { return (sak & 0x20) != 0; }
  friend bool operator==(const Card&, const Card&) = default;
};

/// The usual card for this UID: 4 bytes a MIFARE Classic, 7 an Ultralight, 10 the same with a triple-size
/// UID; with an ATS a DESFire.
[[nodiscard]] Card usual_card(Bytes uid, Bytes ats);

/// 08 and three random bytes.
[[nodiscard]] Bytes draw_random_uid(std::mt19937& random);

/// The card's answer to bytes on the air, or nothing where a card would stay silent.
/// `uid`: the one it shows in this presentation.
[[nodiscard]] std::optional<Bytes> answer_on_air(const Card& card, BytesView uid, BytesView request);

/// The card's answer to an APDU: it carries no application, and says so (6D 00).
[[nodiscard]] Bytes answer_to_apdu(BytesView apdu);

}  // namespace badge::tools
