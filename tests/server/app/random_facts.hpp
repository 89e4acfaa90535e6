#pragma once
/// Commands against a store in which few units, people and days make facts collide. A command is a few small
/// numbers, so that a failing sequence shrinks; every command means something in every state.
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "server/store/store.hpp"

namespace badge::app::test {

struct Command {
  enum class Kind : std::uint8_t {
    state,
    withdraw,
    tap,
    send,
    send_again,
    listening,
    deaf,
    alive,
    step,
    import_taps,
    fold,
    fold_anew,
    close,
    close_preliminary,
    reopen,
    restart,
    wait,
    check,
    end
  } kind = Kind::check;
  unsigned a = 0, b = 0, c = 0, d = 0;
};
std::ostream& operator<<(std::ostream& out, const Command& command);
[[nodiscard]] rc::Gen<Command> any_command();

inline constexpr std::size_t fact_kinds = std::variant_size_v<store::Fact>;
/// A fact of the `kind % fact_kinds`-th kind. Those that an import would refuse (overlapping postings of one
/// person, circles of units) are never made.
[[nodiscard]] store::Fact fact_of(unsigned kind, unsigned a, unsigned b, unsigned c);

/// Of the two bridges.
inline constexpr std::array<std::string_view, 2> stream_names = {"0123456789abcdef0123456789abcdef",
                                                                 "fedcba9876543210fedcba9876543210"};
inline constexpr unsigned units = 4, people = 6, cards = 7;
[[nodiscard]] inline std::string unit_code(unsigned no) { return "U" + std::to_string(no % units); }
[[nodiscard]] inline std::string staff_code(unsigned no) { return "P" + std::to_string(no % people); }
[[nodiscard]] inline std::string card_uid(unsigned no) { return "0400000" + std::to_string(no % cards); }
/// From 27 June to 3 September 2026.
[[nodiscard]] inline attendance::Date day_of(unsigned no) {
  return attendance::Date(std::chrono::year(2026) / 6 / 27) + std::chrono::days(no % 69);
}
/// Of the day, mostly near the ends of sessions.
[[nodiscard]] std::chrono::seconds time_of(unsigned no);

}  // namespace badge::app::test
