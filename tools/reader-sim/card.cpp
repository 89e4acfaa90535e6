#include "tools/reader-sim/card.hpp"

namespace badge::tools {
namespace {

constexpr std::uint8_t ultralight_read = 0x30;
constexpr std::size_t ultralight_pages = 16;
constexpr std::size_t page_bytes = 4;

constexpr bool is_presence_check(std::uint8_t first) {
  return (first & 0xF6) == 0xB2;
}  // R(NAK), either number
constexpr bool is_deselect(std::uint8_t first) { return (first & 0xF7) == 0xC2; }
constexpr bool is_information_block(std::uint8_t first) { return (first & 0xE2) == 0x02; }

/// Pages 0 to 2 of an Ultralight hold its UID with check bytes, the rest is empty. Four pages a read, and
/// round.
Bytes read_pages(BytesView uid, std::uint8_t first_page) {
  std::array<std::uint8_t, ultralight_pages * page_bytes> memory{};
  if (uid.size() == 7) {
    const auto check_0 = static_cast<std::uint8_t>(0x88 ^ uid[0] ^ uid[1] ^ uid[2]);
    const auto check_1 = static_cast<std::uint8_t>(uid[3] ^ uid[4] ^ uid[5] ^ uid[6]);
    const std::array<std::uint8_t, 9> head = {uid[0], uid[1], uid[2], check_0, uid[3],
                                              uid[4], uid[5], uid[6], check_1};
    std::copy(head.begin(), head.end(), memory.begin());
  }
  Bytes pages;
  for (std::size_t n = 0; n < 4 * page_bytes; ++n) {
    pages.push_back(memory[(first_page * page_bytes + n) % memory.size()]);
  }
  return pages;
}

}  // namespace

Card usual_card(Bytes uid, Bytes ats) {
  // Bits 7 and 8 of ATQA tell the size of the UID.
  const auto size = uid.size();
  const std::uint8_t size_bits = size == 10 ? 0x80 : size == 7 ? 0x40 : 0x00;
  Card card{.uid = std::move(uid), .ats = std::move(ats)};
  if (!card.ats.empty()) {
    card.atqa = {0x03, static_cast<std::uint8_t>(size_bits | 0x04)};
    card.sak = 0x20;
  } else {
    card.atqa = {0x00, static_cast<std::uint8_t>(size_bits | 0x04)};
    card.sak = size == 7 || size == 10 ? 0x00 : 0x08;
  }
  return card;
}

Bytes draw_random_uid(std::mt19937& random) {
  Bytes uid = {0x08};
  while (uid.size() < 4) uid.push_back(static_cast<std::uint8_t>(random() & 0xFF));
  return uid;
}

std::optional<Bytes> answer_on_air(const Card& card, BytesView uid, BytesView request) {
  if (request.empty()) return std::nullopt;
  const std::uint8_t first = request[0];
  if (card.speaks_iso_dep()) {
    if (is_presence_check(first)) return Bytes{static_cast<std::uint8_t>(0xA2 | (first & 0x01))};
    if (is_deselect(first)) return Bytes{first};
    if (is_information_block(first)) {
      Bytes block = {first};
      const auto answer = answer_to_apdu(request.subspan(1));
      block.insert(block.end(), answer.begin(), answer.end());
      return block;
    }
    return std::nullopt;
  }
  const bool is_ultralight = card.sak == 0x00;
  if (is_ultralight && first == ultralight_read && request.size() >= 2) return read_pages(uid, request[1]);
  return std::nullopt;
}

Bytes answer_to_apdu(BytesView) { return {0x6D, 0x00}; }

}  // namespace badge::tools
