#pragma once
/// The emulated reader as it hangs on its line: bytes in, bytes out at their time, and a hand that holds
/// cards to it. Pure: time comes from outside.
#include <chrono>
#include <deque>
#include <string>

#include "tools/reader-sim/chip.hpp"
#include "tools/reader-sim/control.hpp"

namespace badge::tools {

using TimePoint = std::chrono::steady_clock::time_point;

struct SimulatorOptions {
  ChipOptions chip;
  unsigned baud = 0;  // 0: bytes take no time, else 10 bits a byte at this speed
};

class Simulator {
 public:
  explicit Simulator(SimulatorOptions options);

  /// Bytes from the host.
  void receive(BytesView bytes, TimePoint now);

  /// When `take_due` has something next.
  [[nodiscard]] std::optional<TimePoint> next_due() const;
  [[nodiscard]] Bytes take_due(TimePoint now);

  /// A command has come while the fault `unplug` waited: the device has to go.
  [[nodiscard]] bool pulled_out() const { return pulled_out_; }
  /// Power is new: chip, line and faults begin afresh. The card stays where it is.
  void plug();

  // The hand. Each gives the answer line.
  std::string present(const Present& command, TimePoint now);
  std::string remove();
  std::string swap(const Swap& command, TimePoint now);
  std::string inject(const InjectFault& command);
  [[nodiscard]] std::string show_gpio() const;
  [[nodiscard]] std::string show_status() const;

 private:
  struct Delivery {
    TimePoint due;
    Bytes bytes;
  };
  struct GiveUp {
    TimePoint due;
    Bytes data;
  };

  void execute(BytesView command, TimePoint now);
  void answer(BytesView data, TimePoint due);
  void put_card(Card card, TimePoint now);
  void send(BytesView bytes, TimePoint not_before);
  void give_up_looking(TimePoint now);
  [[nodiscard]] Microseconds time_of(std::size_t bytes) const;

  SimulatorOptions options_;
  Chip chip_;
  FrameReader frames_;
  FaultPlan faults_;
  std::deque<Delivery> line_;      // in order; a host that reads nothing leaves at most one answer a command
  std::optional<GiveUp> give_up_;  // of the look for a card that goes on
  std::uint64_t commands_ = 0;
  bool pulled_out_ = false;
};

}  // namespace badge::tools
