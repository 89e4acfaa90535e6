#pragma once
/// A PN532 as a state machine: one command in, one answer out, given the card in its field. Pure: it knows no
/// line, no clock and no thread; it says how long a real one would take. Numbers and sections as in NXP's
/// PN532 user manual (UM0701-02, section 7).
#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <variant>

#include "tools/reader-sim/card.hpp"
#include "tools/reader-sim/frame.hpp"

namespace badge::tools {

using Microseconds = std::chrono::microseconds;

struct ChipOptions {
  bool strict_power = false;            // sleeps at power-on and after PowerDown until 55 is on the line
  Microseconds card_activation{6'000};  // from the command to a UID, with anticollision
  Microseconds empty_attempt{5'000};    // one activation attempt that no card answers
  std::uint32_t seed = 1;               // of random UIDs
};

/// No answer at all, not even an acknowledgement.
struct Asleep {};
/// Acknowledged, then the error frame: unknown command, or parameters that make no sense.
struct NotUnderstood {};
/// Answer with its direction byte, due after `takes`.
struct Answer {
  Bytes data;
  Microseconds takes{0};
};
/// Acknowledged and looking for a card. `Chip::present` gives the answer if one comes in time; else `data` is
/// due after `gives_up_after`, and if that is nothing, it looks for ever.
struct Looking {
  Bytes data;
  std::optional<Microseconds> gives_up_after;
};
using Outcome = std::variant<Asleep, NotUnderstood, Answer, Looking>;

/// The pins a host may read and write: bits P30 to P35 of `p3`, P71 and P72 of `p7`.
struct Gpio {
  std::uint8_t p3 = 0x3F;  // all high at power-on
  std::uint8_t p7 = 0x06;
};

class Chip {
 public:
  explicit Chip(ChipOptions options);

  /// A command with its direction byte. Ends a look for a card that was going on.
  [[nodiscard]] Outcome execute(BytesView command);
  /// The host wants the command stopped, or `Looking` has given up.
  void stop() { looking_.reset(); }
  void wake() { asleep_ = false; }

  /// A card comes into the field. The answer to the look that was going on, if there was one.
  [[nodiscard]] std::optional<Answer> present(Card card);
  void remove();
  [[nodiscard]] const std::optional<Card>& card() const { return card_; }

  [[nodiscard]] const Gpio& gpio() const { return gpio_; }
  [[nodiscard]] std::uint64_t activations() const { return activations_; }  // how often a UID was read

 private:
  Outcome dispatch(std::uint8_t code, BytesView parameters);
  Outcome diagnose(BytesView parameters) const;
  Outcome general_status() const;
  Outcome read_registers(BytesView addresses) const;
  Outcome write_registers(BytesView triples);
  Outcome write_gpio(BytesView ports);
  Outcome configure_sam(BytesView parameters) const;
  Outcome configure_rf(BytesView parameters);
  Outcome power_down(BytesView parameters);
  Outcome exchange_data(BytesView parameters);
  Outcome communicate_through(BytesView request) const;
  Outcome deselect(std::uint8_t code, BytesView parameters);
  Outcome select(BytesView parameters);
  Outcome list_passive_target(BytesView parameters);
  Outcome auto_poll(BytesView parameters);

  std::optional<Bytes> try_list(BytesView parameters);
  std::optional<Bytes> try_auto_poll(BytesView parameters);
  Bytes activate();
  void field_off();
  void start_card();

  ChipOptions options_;
  std::mt19937 random_;
  std::optional<Card> card_;
  Bytes shown_uid_;               // of card_, as long as the field stays on
  std::optional<Bytes> looking_;  // the command that waits for a card
  std::map<std::uint16_t, std::uint8_t> registers_;
  Gpio gpio_;
  bool asleep_ = false;
  bool field_on_ = false;
  bool target_listed_ = false;              // InListPassiveTarget found one and nobody released it
  bool target_selected_ = false;            // and it is not put to sleep by InDeselect
  bool card_in_protocol_ = false;           // it speaks ISO-DEP and hears no new look until it is deselected
  std::uint8_t parameters_ = 0x14;          // automatic ATR_RES and RATS
  std::uint8_t activation_retries_ = 0xFF;  // for ever
  std::uint64_t activations_ = 0;
};

/// Whether the third byte of the answer to this command is a status.
[[nodiscard]] bool has_status(std::uint8_t command_code);

/// Where an answer to InListPassiveTarget has (or, for a card without one, would have) its ATS length byte;
/// nothing if it found no card.
[[nodiscard]] std::optional<std::size_t> ats_length_position(BytesView answer);

}  // namespace badge::tools
