#pragma once
// Numbers of the PN532's commands, shared by the two files of the chip.
#include "tools/reader-sim/chip.hpp"

namespace badge::tools {

enum Code : std::uint8_t {
  diagnose_code = 0x00,
  get_firmware_version = 0x02,
  get_general_status = 0x04,
  read_register = 0x06,
  write_register = 0x08,
  read_gpio = 0x0C,
  write_gpio_code = 0x0E,
  set_serial_baud_rate = 0x10,
  set_parameters = 0x12,
  sam_configuration = 0x14,
  power_down_code = 0x16,
  rf_configuration = 0x32,
  in_data_exchange = 0x40,
  in_communicate_thru = 0x42,
  in_deselect = 0x44,
  in_list_passive_target = 0x4A,
  in_release = 0x52,
  in_select = 0x54,
  in_auto_poll = 0x60,
};

enum Status : std::uint8_t {
  status_ok = 0x00,
  status_timeout = 0x01,         // the card did not answer
  status_authentication = 0x14,  // MIFARE Classic: CRYPTO1 is not emulated, so nothing can be read
  status_context = 0x27,         // not acceptable now: no such target
};

inline Answer answer(std::uint8_t code, BytesView payload) {
  Bytes data = {from_chip, static_cast<std::uint8_t>(code + 1)};
  data.insert(data.end(), payload.begin(), payload.end());
  return {std::move(data), Microseconds{0}};
}

inline Answer answer(std::uint8_t code) { return answer(code, BytesView{}); }

inline Answer answer_status(std::uint8_t code, Status status) {
  return answer(code, std::array<std::uint8_t, 1>{status});
}

}  // namespace badge::tools
