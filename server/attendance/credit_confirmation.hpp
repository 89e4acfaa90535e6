#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "server/attendance/papers.hpp"
#include "server/attendance/tap.hpp"

namespace badge::attendance {

/// What a person's taps say of approved work beyond the hours. They confirm it and never create it: without
/// a paper, who stays longer has only stayed longer.
enum class Confirmation : std::uint8_t {
  confirmed,    // here from its begin to its end
  partly,       // some tap of that time
  unseen,       // none
  not_covered,  // not confirmed, and taps may have gone unseen or their time is in doubt
};

/// So much later or earlier still counts as the begin and the end of the work.
inline constexpr minutes confirmation_tolerance{15};
/// Who works on after the hours came before them and leaves after the work: taps this far from it speak of
/// it.
inline constexpr minutes confirmation_reach{4 * 60};

/// `taps`: the person's, in any order; those beyond the reach are passed over, and repeats. `listened`: no
/// tap between the begin and the end could have gone unseen.
[[nodiscard]] Confirmation confirmation(const Credit& credit, std::span<const Tap> taps, bool listened);

/// The enumerators' names: the words of the HTTP interface, so they never change.
[[nodiscard]] std::string_view to_string(Confirmation confirmation);

}  // namespace badge::attendance
