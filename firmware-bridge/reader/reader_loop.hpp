#pragma once
#include <chrono>
#include <functional>
#include <memory>

#include "firmware-bridge/reader/bridge_link.hpp"
#include "firmware-bridge/reader/nfc_reader.hpp"
#include "firmware-bridge/reader/options.hpp"
#include "firmware-bridge/reader/presence.hpp"
#include "firmware-bridge/reader/recovery.hpp"

namespace badge::bridge {

inline constexpr std::chrono::milliseconds alive_interval{1'000};

/// What badge-reader does all its life: look for cards, tell the bridge, show lights, open the device again.
/// One thread: libnfc is called from no other.
class ReaderLoop {
 public:
  /// `stop`: asked between two looks.
  ReaderLoop(ReaderOptions options, BridgeLink& bridge, const NfcLibrary& library,
             std::function<bool()> stop);

  /// Until `stop`, or until the bridge is gone. Leaves with the lights off.
  void run();

 private:
  using Clock = std::chrono::steady_clock;

  void open();
  void look();
  void answered();
  void give_up(const Fault& fault);
  void tell(const FromReader& message);
  void tell_alive_if_due();
  void obey_until(Clock::time_point until);
  void obey(const ToReader& message);
  void show_light();
  [[nodiscard]] bool finished() const;

  ReaderOptions options_;
  BridgeLink& bridge_;
  const NfcLibrary& library_;
  std::function<bool()> stop_;
  Presence presence_;
  Recovery recovery_;

  std::unique_ptr<NfcReader> reader_;  // nothing while it cannot be opened
  Clock::time_point next_open_;
  Clock::time_point next_alive_;
  bool said_opened_ = false;
  bool answered_since_alive_ = false;
  bool bridge_lost_ = false;
  Light light_ = Light::off;
  bool check_ = false;
  std::optional<PinMask> pins_before_;  // what the ports were when the device was opened
};

}  // namespace badge::bridge
