#include "firmware-bridge/reader/nfc_reader.hpp"

#include <nfc/nfc.h>

#include <array>
#include <stdexcept>

// Exported by libnfc.so, in no public header. Weak: a libnfc that hides it costs the lights, not the reader.
extern "C" int pn53x_transceive(nfc_device* device, const std::uint8_t* command, std::size_t command_bytes,
                                std::uint8_t* answer, std::size_t answer_bytes, int timeout_ms)
    __attribute__((weak));

namespace badge::bridge {
namespace {

constexpr int pin_timeout_ms = 300;
constexpr std::uint8_t read_gpio = 0x0C, write_gpio = 0x0E;
constexpr std::uint8_t port_is_valid = 0x80;

/// Errors on the air are the card's, all others the reader's.
bool is_on_the_air(int code) {
  return code == NFC_ERFTRANS || code == NFC_ETGRELEASED || code == NFC_EMFCAUTHFAIL;
}

std::string explain(int code) {
  switch (code) {
    case NFC_EIO:
      return "input/output error";
    case NFC_ETIMEOUT:
      return "timeout";
    default:
      return "libnfc error " + std::to_string(code);
  }
}

}  // namespace

bool pins_can_be_written() { return pn53x_transceive != nullptr; }

NfcLibrary::NfcLibrary() {
  nfc_init(&context_);
  if (context_ == nullptr) throw std::runtime_error("libnfc cannot be initialised");
}

NfcLibrary::~NfcLibrary() { nfc_exit(context_); }

tl::expected<std::unique_ptr<NfcReader>, Fault> NfcReader::open(const NfcLibrary& library,
                                                                const std::string& connection) {
  std::unique_ptr<DeviceLock> lock;
  if (const auto path = device_file(connection); !path.empty()) {
    auto taken = DeviceLock::take(std::string(path));
    if (!taken) return tl::unexpected(taken.error());
    lock = std::move(*taken);
  }
  nfc_device* device = nfc_open(library.context(), connection.c_str());
  if (device == nullptr)
    return tl::unexpected(Fault{FaultCode::no_answer, connection + ": no NFC reader answers"});
  std::unique_ptr<NfcReader> reader(new NfcReader(std::move(lock), device));
  // Finite: an endless look cannot be interrupted for a light, and is deaf for 50 ms at each of its timeouts.
  if (nfc_initiator_init(device) < 0 || nfc_device_set_property_bool(device, NP_INFINITE_SELECT, false) < 0) {
    return tl::unexpected(Fault{FaultCode::bad_answer, connection + ": answers, but cannot be set up"});
  }
  return reader;
}

NfcReader::~NfcReader() { nfc_close(device_); }

std::string NfcReader::name() const { return nfc_device_get_name(device_); }

Look NfcReader::error(int code) const {
  if (is_on_the_air(code)) return UnclearCard{};
  if (lock_ && lock_->hung_up()) return Fault{FaultCode::unplugged, "the device is gone"};
  const auto kind = code == NFC_ETIMEOUT ? FaultCode::no_answer : FaultCode::bad_answer;
  return Fault{kind, explain(code)};
}

Look NfcReader::look() {
  if (selected_) {
    // A card that speaks ISO-DEP answers to a new look only after it was let go.
    const int code = nfc_initiator_deselect_target(device_);
    if (code < 0 && !is_on_the_air(code)) return error(code);
    selected_ = false;
  }
  const nfc_modulation type_a{NMT_ISO14443A, NBR_106};
  nfc_target target{};
  const int count = nfc_initiator_select_passive_target(device_, type_a, nullptr, 0, &target);
  if (count < 0) return error(count);
  if (count == 0) return NoCard{};
  selected_ = true;
  const auto& card = target.nti.nai;
  const std::size_t said_size =
      card.szUidLen;  // a copy: libnfc packs its structures, so no reference may be bound
  const auto credential = Credential::from_bytes({card.abtUid, std::min(said_size, sizeof(card.abtUid))});
  if (!credential) return UnclearCard{};
  return *credential;
}

std::optional<PinMask> NfcReader::read_pins() {
  const std::array<std::uint8_t, 1> command = {read_gpio};
  std::array<std::uint8_t, 3> answer{};
  const int count =
      pn53x_transceive(device_, command.data(), command.size(), answer.data(), answer.size(), pin_timeout_ms);
  if (count < 2) return std::nullopt;
  return PinMask{answer[0], answer[1]};
}

bool NfcReader::write_pins(PinMask values) {
  const std::array<std::uint8_t, 3> command = {write_gpio,
                                               static_cast<std::uint8_t>(port_is_valid | values.p3),
                                               static_cast<std::uint8_t>(port_is_valid | values.p7)};
  std::array<std::uint8_t, 1> answer{};
  return pn53x_transceive(device_, command.data(), command.size(), answer.data(), answer.size(),
                          pin_timeout_ms) >= 0;
}

}  // namespace badge::bridge
