#include "tools/reader-sim/chip.hpp"

#include <algorithm>

namespace badge::tools {
namespace {

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

constexpr std::uint8_t automatic_rats = 0x10;  // bit of SetParameters
constexpr std::uint8_t baud_106_type_a = 0x00;
constexpr std::uint8_t retries_for_ever = 0xFF;
constexpr std::uint8_t polls_for_ever = 0xFF;
constexpr std::chrono::milliseconds poll_period_unit{150};
constexpr std::array<std::uint8_t, 4> firmware = {0x32, 0x01, 0x06,
                                                  0x07};  // PN532 v1.6, types A and B, ISO 18092

Answer answer(std::uint8_t code, BytesView payload) {
  Bytes data = {from_chip, static_cast<std::uint8_t>(code + 1)};
  data.insert(data.end(), payload.begin(), payload.end());
  return {std::move(data), Microseconds{0}};
}

Answer answer(std::uint8_t code) { return answer(code, BytesView{}); }

Answer answer_status(std::uint8_t code, Status status) {
  return answer(code, std::array<std::uint8_t, 1>{status});
}

/// A UID that a host asks for carries a cascade tag (88) before each part that is not the last.
Bytes without_cascade_tags(BytesView wanted) {
  if (wanted.size() == 8 && wanted[0] == 0x88) return {wanted.begin() + 1, wanted.end()};
  if (wanted.size() == 12 && wanted[0] == 0x88 && wanted[4] == 0x88) {
    Bytes uid(wanted.begin() + 1, wanted.begin() + 4);
    uid.insert(uid.end(), wanted.begin() + 5, wanted.end());
    return uid;
  }
  return {wanted.begin(), wanted.end()};
}

/// Whether a card of this kind answers to one of InAutoPoll's target types.
bool matches_type(const Card& card, std::uint8_t type) {
  constexpr std::uint8_t generic = 0x00, mifare = 0x10, iso_dep = 0x20;
  return type == generic || (card.speaks_iso_dep() ? type == iso_dep : type == mifare);
}

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

void Chip::start_card() { shown_uid_ = card_->has_random_uid() ? draw_random_uid(random_) : card_->uid; }

Outcome Chip::power_down(BytesView parameters) {
  if (parameters.empty()) return NotUnderstood{};
  field_off();
  asleep_ = options_.strict_power;
  return answer_status(power_down_code, status_ok);
}

Outcome Chip::exchange_data(BytesView parameters) {
  if (parameters.empty()) return NotUnderstood{};
  if ((parameters[0] & 0x3F) != 1 || !target_selected_)
    return answer_status(in_data_exchange, status_context);
  if (!card_) return answer_status(in_data_exchange, status_timeout);
  const auto request = parameters.subspan(1);
  Bytes payload = {status_ok};
  if (card_->speaks_iso_dep()) {
    const auto reply = answer_to_apdu(request);
    payload.insert(payload.end(), reply.begin(), reply.end());
    return answer(in_data_exchange, payload);
  }
  const auto reply = answer_on_air(*card_, shown_uid_, request);
  if (reply) {
    payload.insert(payload.end(), reply->begin(), reply->end());
    return answer(in_data_exchange, payload);
  }
  const bool is_classic = (card_->sak & 0x08) != 0;
  return answer_status(in_data_exchange, is_classic ? status_authentication : status_timeout);
}

Outcome Chip::communicate_through(BytesView request) const {
  if (!card_ || !target_selected_) return answer_status(in_communicate_thru, status_timeout);
  const auto reply = answer_on_air(*card_, shown_uid_, request);
  if (!reply) return answer_status(in_communicate_thru, status_timeout);
  Bytes payload = {status_ok};
  payload.insert(payload.end(), reply->begin(), reply->end());
  return answer(in_communicate_thru, payload);
}

Outcome Chip::deselect(std::uint8_t code, BytesView parameters) {
  if (parameters.size() != 1 || parameters[0] > 2) return NotUnderstood{};
  // An ISO-DEP card has to answer DESELECT; one that was taken away does not.
  const bool answered = card_.has_value() || !target_selected_;
  target_selected_ = false;
  if (code == in_release) target_listed_ = false;
  return answer_status(code, answered ? status_ok : status_timeout);
}

Outcome Chip::select(BytesView parameters) {
  if (parameters.size() != 1) return NotUnderstood{};
  if (!target_listed_ || parameters[0] != 1) return answer_status(in_select, status_context);
  target_selected_ = card_.has_value();
  return answer_status(in_select, target_selected_ ? status_ok : status_timeout);
}

Outcome Chip::list_passive_target(BytesView parameters) {
  constexpr std::uint8_t baud_rates = 5;
  if (parameters.size() < 2 || parameters[0] < 1 || parameters[0] > 2 || parameters[1] >= baud_rates) {
    return NotUnderstood{};
  }
  field_on_ = true;
  target_listed_ = target_selected_ = false;
  if (auto found = try_list(parameters)) return Answer{std::move(*found), options_.card_activation};
  Looking looking{answer(in_list_passive_target, std::array<std::uint8_t, 1>{0}).data, std::nullopt};
  if (activation_retries_ != retries_for_ever) {
    looking.gives_up_after = options_.empty_attempt * (activation_retries_ + 1);
  }
  return looking;
}

std::optional<Bytes> Chip::try_list(BytesView parameters) {
  if (!card_ || parameters[1] != baud_106_type_a) return std::nullopt;
  const auto wanted = without_cascade_tags(parameters.subspan(2));
  if (!wanted.empty() && wanted != shown_uid_) return std::nullopt;
  Bytes payload = {1};
  const auto target = activate();
  payload.insert(payload.end(), target.begin(), target.end());
  return answer(in_list_passive_target, payload).data;
}

/// Target data as InListPassiveTarget and InAutoPoll hand it over.
Bytes Chip::activate() {
  target_listed_ = target_selected_ = true;
  ++activations_;
  Bytes target = {1, card_->atqa[0], card_->atqa[1], card_->sak,
                  static_cast<std::uint8_t>(shown_uid_.size())};
  target.insert(target.end(), shown_uid_.begin(), shown_uid_.end());
  if (card_->speaks_iso_dep() && (parameters_ & automatic_rats)) {
    target.push_back(static_cast<std::uint8_t>(card_->ats.size() + 1));  // counts itself
    target.insert(target.end(), card_->ats.begin(), card_->ats.end());
  }
  return target;
}

Outcome Chip::auto_poll(BytesView parameters) {
  if (parameters.size() < 3 || parameters[0] == 0 || parameters[1] == 0 || parameters[1] > 15) {
    return NotUnderstood{};
  }
  field_on_ = true;
  target_listed_ = target_selected_ = false;
  if (auto found = try_auto_poll(parameters)) return Answer{std::move(*found), options_.card_activation};
  Looking looking{answer(in_auto_poll, std::array<std::uint8_t, 1>{0}).data, std::nullopt};
  if (parameters[0] != polls_for_ever) {
    const auto types = static_cast<int>(parameters.size() - 2);
    looking.gives_up_after = Microseconds{poll_period_unit} * parameters[0] * parameters[1] * types;
  }
  return looking;
}

std::optional<Bytes> Chip::try_auto_poll(BytesView parameters) {
  if (!card_) return std::nullopt;
  const auto types = parameters.subspan(2);
  const auto type = std::find_if(types.begin(), types.end(), [&](auto t) { return matches_type(*card_, t); });
  if (type == types.end()) return std::nullopt;
  const auto target = activate();
  Bytes payload = {1, *type, static_cast<std::uint8_t>(target.size())};
  payload.insert(payload.end(), target.begin(), target.end());
  return answer(in_auto_poll, payload).data;
}

std::optional<Answer> Chip::present(Card card) {
  card_ = std::move(card);
  start_card();
  target_selected_ = false;
  if (!looking_) return std::nullopt;
  const auto command = *looking_;
  const auto parameters = BytesView(command).subspan(2);
  auto found = command[1] == in_auto_poll ? try_auto_poll(parameters) : try_list(parameters);
  if (!found) return std::nullopt;
  looking_.reset();
  return Answer{std::move(*found), options_.card_activation};
}

void Chip::remove() { card_.reset(); }

}  // namespace badge::tools
