#include "tools/reader-sim/simulator.hpp"

#include <algorithm>
#include <array>

namespace badge::tools {
namespace {

constexpr std::size_t deliveries_max = 64;  // a host that sends and never waits hears no more than these

std::string hex(BytesView bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const auto byte : bytes) {
    text.push_back(digits[byte >> 4]);
    text.push_back(digits[byte & 0x0F]);
  }
  return text;
}

std::string name_of(const Card& card) { return card.has_random_uid() ? "random" : hex(card.uid); }

}  // namespace

Simulator::Simulator(SimulatorOptions options) : options_(options), chip_(options.chip) {}

Microseconds Simulator::time_of(std::size_t bytes) const {
  if (options_.baud == 0) return Microseconds{0};
  constexpr std::size_t bits_a_byte = 10;  // start, eight, stop
  return Microseconds{bytes * bits_a_byte * 1'000'000 / options_.baud};
}

void Simulator::receive(BytesView bytes, TimePoint now) {
  // They came in one piece; on a line the last one would be here so much later.
  const auto heard = now + time_of(bytes.size());
  for (const auto& event : frames_.feed(bytes)) {
    if (pulled_out_) return;
    if (std::holds_alternative<Wakeup>(event)) chip_.wake();
    if (std::holds_alternative<Ack>(event)) {
      chip_.stop();
      give_up_.reset();
    }
    if (const auto* frame = std::get_if<Frame>(&event)) execute(frame->data, heard);
  }
}

void Simulator::execute(BytesView command, TimePoint now) {
  ++commands_;
  give_up_.reset();
  if (const auto fault = faults_.strike_command()) {
    pulled_out_ = *fault == FaultKind::unplug;
    return;
  }
  const auto outcome = chip_.execute(command);
  if (std::holds_alternative<Asleep>(outcome)) return;
  send(ack_frame, now);
  if (std::holds_alternative<NotUnderstood>(outcome)) send(error_frame, now);
  if (const auto* ready = std::get_if<Answer>(&outcome)) answer(ready->data, now + ready->takes);
  if (const auto* looking = std::get_if<Looking>(&outcome); looking && looking->gives_up_after) {
    give_up_ = GiveUp{now + *looking->gives_up_after, looking->data};
  }
}

void Simulator::answer(BytesView data, TimePoint due) {
  const auto delivery = faults_.strike_answer(data);
  if (!delivery.bytes.empty()) send(delivery.bytes, due + delivery.delay);
}

void Simulator::send(BytesView bytes, TimePoint not_before) {
  if (line_.size() >= deliveries_max) return;
  const auto free_from = line_.empty() ? not_before : std::max(not_before, line_.back().due);
  line_.push_back({free_from + time_of(bytes.size()), Bytes(bytes.begin(), bytes.end())});
}

void Simulator::give_up_looking(TimePoint now) {
  if (!give_up_ || give_up_->due > now) return;
  chip_.stop();
  const auto last = std::move(*give_up_);
  give_up_.reset();
  answer(last.data, last.due);
}

std::optional<TimePoint> Simulator::next_due() const {
  std::optional<TimePoint> next;
  if (!line_.empty()) next = line_.front().due;
  if (give_up_) next = next ? std::min(*next, give_up_->due) : give_up_->due;
  return next;
}

Bytes Simulator::take_due(TimePoint now) {
  give_up_looking(now);
  Bytes bytes;
  while (!line_.empty() && line_.front().due <= now) {
    bytes.insert(bytes.end(), line_.front().bytes.begin(), line_.front().bytes.end());
    line_.pop_front();
  }
  return bytes;
}

void Simulator::plug() {
  auto card = chip_.card();
  chip_ = Chip(options_.chip);
  if (card) (void)chip_.present(std::move(*card));
  frames_ = FrameReader{};
  faults_.clear();
  line_.clear();
  give_up_.reset();
  pulled_out_ = false;
}

void Simulator::put_card(Card card, TimePoint now) {
  if (const auto found = chip_.present(std::move(card))) {
    give_up_.reset();
    answer(found->data, now + found->takes);
  }
}

std::string Simulator::present(const Present& command, TimePoint now) {
  if (chip_.card()) {
    return "error card " + name_of(*chip_.card()) + " lies there: remove it first, or use swap";
  }
  put_card(command.card, now);
  return "ok present " + name_of(command.card);
}

std::string Simulator::remove() {
  if (!chip_.card()) return "error there is no card to remove";
  auto answer_line = "ok removed " + name_of(*chip_.card());
  chip_.remove();
  return answer_line;
}

std::string Simulator::swap(const Swap& command, TimePoint now) {
  if (!chip_.card()) return "error there is no card to swap: use present";
  put_card(command.card, now);
  return "ok present " + name_of(command.card);
}

std::string Simulator::inject(const InjectFault& command) {
  if (!command.kind) {
    faults_.clear();
    return "ok fault none";
  }
  faults_.set(*command.kind, command.count);
  return "ok fault " + std::string(to_string(*command.kind));
}

std::string Simulator::show_gpio() const {
  constexpr std::array<int, 6> p3_bits = {0, 1, 2, 3, 4, 5};
  constexpr std::array<int, 2> p7_bits = {1, 2};
  std::string text = "ok";
  const auto append = [&text](char port, int bit, std::uint8_t pins) {
    text += std::string(" P") + port + std::to_string(bit) + '=' + ((pins >> bit & 1) != 0 ? '1' : '0');
  };
  for (const auto bit : p3_bits) append('3', bit, chip_.gpio().p3);
  for (const auto bit : p7_bits) append('7', bit, chip_.gpio().p7);
  return text;
}

std::string Simulator::show_status() const {
  return "ok card=" + (chip_.card() ? name_of(*chip_.card()) : "none") +
         " reads=" + std::to_string(chip_.activations()) + " commands=" + std::to_string(commands_) +
         " fault=" + (faults_.kind() ? std::string(to_string(*faults_.kind())) : "none");
}

}  // namespace badge::tools
