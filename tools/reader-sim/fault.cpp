#include "tools/reader-sim/fault.hpp"

#include <algorithm>

#include "tools/reader-sim/chip.hpp"

namespace badge::tools {
namespace {

constexpr std::array<FaultName, 9> names = {{
    {FaultKind::no_ack, "no-ack", "the command is neither acknowledged nor answered"},
    {FaultKind::no_reply, "no-reply", "the command is acknowledged and never answered"},
    {FaultKind::late_reply, "late-reply", "the answer comes half a second late"},
    {FaultKind::bad_checksum, "bad-checksum", "the answer's checksum is wrong"},
    {FaultKind::garbage, "garbage", "bytes that are no frame come in place of the answer"},
    {FaultKind::status_bit_7, "status-bit-7", "bit 7 of the next status byte is set"},
    {FaultKind::ats_length_0, "ats-length-0", "the next card found has an ATS of length 0"},
    {FaultKind::hang, "hang", "the reader is dead until COUNT commands, \"fault none\" or \"plug\""},
    {FaultKind::unplug, "unplug", "the device disappears when the next command comes"},
}};

// No 00 FF in it: nothing that looks like the start of a frame.
constexpr std::array<std::uint8_t, 12> garbage_bytes = {0xA5, 0x5A, 0x13, 0x37, 0x00, 0x01,
                                                        0xC3, 0x3C, 0x7E, 0xFF, 0x42, 0x99};

}  // namespace

std::span<const FaultName> fault_names() { return names; }

std::string_view to_string(FaultKind kind) {
  return std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.kind == kind; })->name;
}

std::optional<FaultKind> parse_fault(std::string_view text) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.name == text; });
  if (found == names.end()) return std::nullopt;
  return found->kind;
}

void FaultPlan::set(FaultKind kind, std::optional<unsigned> count) {
  kind_ = kind;
  left_ = count;
  if (!left_ && kind != FaultKind::hang) left_ = 1;
}

void FaultPlan::use_up() {
  if (left_ && --*left_ == 0) clear();
}

std::optional<FaultKind> FaultPlan::strike_command() {
  const auto kind = kind_;
  if (kind != FaultKind::no_ack && kind != FaultKind::hang && kind != FaultKind::unplug) return std::nullopt;
  use_up();
  return kind;
}

FaultPlan::Delivery FaultPlan::strike_answer(BytesView data) {
  Delivery delivery{encode_frame(data)};
  if (!kind_) return delivery;
  switch (*kind_) {
    case FaultKind::no_ack:
    case FaultKind::hang:
    case FaultKind::unplug:
      return delivery;  // they strike commands
    case FaultKind::no_reply:
      delivery.bytes.clear();
      break;
    case FaultKind::late_reply:
      delivery.delay = late_reply_delay;
      break;
    case FaultKind::bad_checksum:
      delivery.bytes[delivery.bytes.size() - 2] ^= 0x01;
      break;
    case FaultKind::garbage:
      delivery.bytes.assign(garbage_bytes.begin(), garbage_bytes.end());
      break;
    case FaultKind::status_bit_7: {
      if (data.size() < 3 || !has_status(static_cast<std::uint8_t>(data[1] - 1))) return delivery;
      Bytes changed(data.begin(), data.end());
      changed[2] |= 0x80;
      delivery.bytes = encode_frame(changed);
      break;
    }
    case FaultKind::ats_length_0: {
      const auto position = ats_length_position(data);
      if (!position) return delivery;
      Bytes changed(data.begin(), data.end());
      changed.resize(std::max(changed.size(), *position + 1));
      changed[*position] = 0;
      delivery.bytes = encode_frame(changed);
      break;
    }
  }
  use_up();
  return delivery;
}

}  // namespace badge::tools
