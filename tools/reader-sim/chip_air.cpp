// What the chip does on the air: finding cards, and talking to the one that was found.
#include <algorithm>

#include "tools/reader-sim/chip.hpp"
#include "tools/reader-sim/chip_commands.hpp"

namespace badge::tools {
namespace {

constexpr std::uint8_t automatic_rats = 0x10;  // bit of SetParameters
constexpr std::uint8_t baud_106_type_a = 0x00;
constexpr std::uint8_t retries_for_ever = 0xFF;
constexpr std::uint8_t polls_for_ever = 0xFF;
constexpr std::chrono::milliseconds poll_period_unit{150};

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
  if (target_selected_) card_in_protocol_ = false;
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
  if (!card_ || card_in_protocol_ || parameters[1] != baud_106_type_a) return std::nullopt;
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
    card_in_protocol_ = true;
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
  if (!card_ || card_in_protocol_) return std::nullopt;
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
