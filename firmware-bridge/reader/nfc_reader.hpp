#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <variant>

#include "firmware-bridge/reader/device_lock.hpp"
#include "firmware-bridge/reader/message.hpp"
#include "firmware-bridge/reader/options.hpp"

// libnfc's own types, named here so that one file alone includes <nfc/nfc.h>.
struct nfc_context;
struct nfc_device;

namespace badge::bridge {

/// What one look for a card found.
struct NoCard {};
struct UnclearCard {};  // something answered on the air and could not be read
using Look = std::variant<NoCard, Credential, UnclearCard, Fault>;

/// libnfc, once in a process: nfc_exit() would take the drivers from under every other context.
class NfcLibrary {
 public:
  NfcLibrary();  // throws std::runtime_error
  ~NfcLibrary();
  NfcLibrary(const NfcLibrary&) = delete;
  NfcLibrary& operator=(const NfcLibrary&) = delete;
  [[nodiscard]] nfc_context* context() const { return context_; }

 private:
  nfc_context* context_ = nullptr;
};

/// One open reader that looks for ISO/IEC 14443 type A cards. libnfc may kill this process at any call, and
/// each takes up to 0.4 s when the reader is silent (`open` up to 1.5 s). One thread only.
class NfcReader {
 public:
  [[nodiscard]] static tl::expected<std::unique_ptr<NfcReader>, Fault> open(const NfcLibrary& library,
                                                                            const std::string& connection);
  ~NfcReader();
  NfcReader(const NfcReader&) = delete;
  NfcReader& operator=(const NfcReader&) = delete;

  [[nodiscard]] std::string name() const;

  /// Three attempts to wake a card, about 15 ms without one. Also sees the card of the last look again.
  [[nodiscard]] Look look();

  /// The PN532's ports P3 and P7. Nothing: the reader did not answer.
  [[nodiscard]] std::optional<PinMask> read_pins();
  bool write_pins(PinMask values);

 private:
  NfcReader(std::unique_ptr<DeviceLock> lock, nfc_device* device) : lock_(std::move(lock)), device_(device) {}
  [[nodiscard]] Look error(int code) const;

  std::unique_ptr<DeviceLock> lock_;  // nothing for readers without a device file
  nfc_device* device_;
  bool selected_ = false;  // a card is held awake since the last look
};

/// Whether the libnfc on this machine lets a program write pins.
[[nodiscard]] bool pins_can_be_written();

}  // namespace badge::bridge
