#include "tools/reader-sim/chip.hpp"

#include <algorithm>

#include "tools/reader-sim/chip_commands.hpp"

namespace badge::tools {
namespace {

// PN532 v1.6, which reads types A and B and ISO/IEC 18092.
constexpr std::array<std::uint8_t, 4> firmware = {0x32, 0x01, 0x06, 0x07};

}  // namespace

bool has_status(std::uint8_t code) {
  constexpr std::array<std::uint8_t, 6> codes = {power_down_code, in_data_exchange, in_communicate_thru,
                                                 in_deselect,     in_release,       in_select};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::optional<std::size_t> ats_length_position(BytesView data) {
  constexpr std::size_t uid_length_at = 7;  // D5 4B NbTg Tg ATQA ATQA SAK length
  if (data.size() <= uid_length_at || data[1] != in_list_passive_target + 1 || data[2] == 0)
    return std::nullopt;
  return uid_length_at + 1 + data[uid_length_at];
}

Chip::Chip(ChipOptions options) : options_(options), random_(options.seed), asleep_(options.strict_power) {}

Outcome Chip::execute(BytesView command) {
  looking_.reset();
  if (asleep_) return Asleep{};
  if (command.size() < 2 || command[0] != from_host) return NotUnderstood{};
  auto outcome = dispatch(command[1], command.subspan(2));
  if (std::holds_alternative<Looking>(outcome)) looking_ = Bytes(command.begin(), command.end());
  return outcome;
}

Outcome Chip::dispatch(std::uint8_t code, BytesView parameters) {
  switch (code) {
    case diagnose_code:
      return diagnose(parameters);
    case get_firmware_version:
      return answer(code, firmware);
    case get_general_status:
      return general_status();
    case read_register:
      return read_registers(parameters);
    case write_register:
      return write_registers(parameters);
    case read_gpio:
      return answer(code, std::array<std::uint8_t, 3>{gpio_.p3, gpio_.p7, 0x00});
    case write_gpio_code:
      return write_gpio(parameters);
    case set_serial_baud_rate:
      return answer(code);
    case set_parameters:
      if (parameters.size() != 1) return NotUnderstood{};
      parameters_ = parameters[0];
      return answer(code);
    case sam_configuration:
      return configure_sam(parameters);
    case power_down_code:
      return power_down(parameters);
    case rf_configuration:
      return configure_rf(parameters);
    case in_data_exchange:
      return exchange_data(parameters);
    case in_communicate_thru:
      return communicate_through(parameters);
    case in_deselect:
    case in_release:
      return deselect(code, parameters);
    case in_select:
      return select(parameters);
    case in_list_passive_target:
      return list_passive_target(parameters);
    case in_auto_poll:
      return auto_poll(parameters);
    default:
      return NotUnderstood{};
  }
}

Outcome Chip::diagnose(BytesView parameters) const {
  constexpr std::uint8_t communication = 0x00, rom = 0x01, ram = 0x02, attention = 0x06;
  if (parameters.empty()) return NotUnderstood{};
  switch (parameters[0]) {
    case communication:
      return answer(diagnose_code, parameters);
    case rom:
    case ram:
      return answer_status(diagnose_code, status_ok);
    case attention:  // is the card still there?
      return answer_status(diagnose_code, target_selected_ && card_ ? status_ok : status_timeout);
    default:
      return NotUnderstood{};
  }
}

Outcome Chip::general_status() const {
  const std::uint8_t field = field_on_ ? 1 : 0;
  if (!target_listed_) return answer(get_general_status, std::array<std::uint8_t, 4>{0, field, 0, 0});
  return answer(get_general_status, std::array<std::uint8_t, 8>{0, field, 1, 1, 0, 0, 0x10, 0});
}

Outcome Chip::read_registers(BytesView addresses) const {
  if (addresses.empty() || addresses.size() % 2 != 0) return NotUnderstood{};
  Bytes values;
  for (std::size_t n = 0; n < addresses.size(); n += 2) {
    const auto address = static_cast<std::uint16_t>(addresses[n] << 8 | addresses[n + 1]);
    const auto found = registers_.find(address);
    values.push_back(found == registers_.end() ? std::uint8_t{0} : found->second);
  }
  return answer(read_register, values);
}

Outcome Chip::write_registers(BytesView triples) {
  if (triples.empty() || triples.size() % 3 != 0) return NotUnderstood{};
  for (std::size_t n = 0; n < triples.size(); n += 3) {
    registers_[static_cast<std::uint16_t>(triples[n] << 8 | triples[n + 1])] = triples[n + 2];
  }
  return answer(write_register);
}

Outcome Chip::write_gpio(BytesView ports) {
  constexpr std::uint8_t validity = 0x80;  // a port without it keeps its pins
  if (ports.size() != 2) return NotUnderstood{};
  if (ports[0] & validity) gpio_.p3 = ports[0] & 0x3F;
  if (ports[1] & validity) gpio_.p7 = ports[1] & 0x06;
  return answer(write_gpio_code);
}

Outcome Chip::configure_sam(BytesView parameters) const {
  if (parameters.empty() || parameters.size() > 3 || parameters[0] < 1 || parameters[0] > 4)
    return NotUnderstood{};
  return answer(sam_configuration);
}

Outcome Chip::configure_rf(BytesView parameters) {
  constexpr std::uint8_t field = 0x01, max_retries = 0x05;
  if (parameters.size() < 2) return NotUnderstood{};
  if (parameters[0] == field) {
    field_on_ = (parameters[1] & 0x01) != 0;
    if (!field_on_) field_off();
  }
  if (parameters[0] == max_retries) {
    if (parameters.size() != 4) return NotUnderstood{};
    activation_retries_ = parameters[3];
  }
  return answer(rf_configuration);
}

/// A card without a field forgets everything, its random UID too.
void Chip::field_off() {
  field_on_ = target_listed_ = target_selected_ = false;
  if (card_) start_card();
}

void Chip::start_card() {
  card_in_protocol_ = false;
  shown_uid_ = card_->has_random_uid() ? draw_random_uid(random_) : card_->uid;
}

Outcome Chip::power_down(BytesView parameters) {
  if (parameters.empty()) return NotUnderstood{};
  field_off();
  asleep_ = options_.strict_power;
  return answer_status(power_down_code, status_ok);
}

}  // namespace badge::tools
