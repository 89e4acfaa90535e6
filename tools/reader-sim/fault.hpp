#pragma once
/// What can go wrong between a host and a reader. Pure.
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tools/reader-sim/frame.hpp"

namespace badge::tools {

enum class FaultKind : std::uint8_t {
  no_ack,        // nothing comes back, and the command is not carried out
  no_reply,      // acknowledged, then silence
  late_reply,    // the answer comes `late_reply_delay` late
  bad_checksum,  // of the answer's data
  garbage,       // bytes that are no frame in place of the answer
  status_bit_7,  // set in the next answer that has a status byte (libnfc 1.8 calls abort() for some)
  ats_length_0,  // in the next answer that found a card (libnfc 1.8 ends with a segmentation fault)
  hang,          // as no_ack, and for ever unless a count is given
  unplug,        // the device is gone when the next command comes
};

inline constexpr std::chrono::milliseconds late_reply_delay{
    500};  // libnfc waits 300 to 350 ms for most answers
inline constexpr unsigned fault_count_max = 1'000'000;

struct FaultName {
  FaultKind kind;
  std::string_view name;  // "no-ack"
  std::string_view meaning;
};
[[nodiscard]] std::span<const FaultName> fault_names();
[[nodiscard]] std::string_view to_string(FaultKind kind);
[[nodiscard]] std::optional<FaultKind> parse_fault(std::string_view name);

/// One kind of fault, for so many commands as it fits.
class FaultPlan {
 public:
  void set(FaultKind kind, std::optional<unsigned> count);
  void clear() { kind_.reset(); }
  [[nodiscard]] std::optional<FaultKind> kind() const { return kind_; }

  /// Asked once when a command comes: the fault that keeps it from being carried out, if there is one.
  [[nodiscard]] std::optional<FaultKind> strike_command();

  /// Asked once for each answer (`data` with its direction byte): what is sent in its place, and how late.
  struct Delivery {
    Bytes bytes;  // nothing is sent if empty
    std::chrono::microseconds delay{0};
  };
  [[nodiscard]] Delivery strike_answer(BytesView data);

 private:
  void use_up();

  std::optional<FaultKind> kind_;
  std::optional<unsigned> left_;  // nothing: for ever
};

}  // namespace badge::tools
