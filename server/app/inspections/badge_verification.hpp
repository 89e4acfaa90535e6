#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/identity.hpp"
#include "server/app/inspections/book.hpp"
#include "server/app/now_board.hpp"
#include "server/app/person_report.hpp"
#include "server/app/secret_key.hpp"

namespace badge::app {

/// The QR of an electronic card (QĐ 838/QĐ-BNV): fields split by '|', 130 characters at most.
inline constexpr std::size_t badge_text_chars_max = 130;

/// What an inspector is told of a badge that somebody wears.
struct VerifiedBadge {
  PersonName person;
  bool by_number = false;        // found by the number printed on it, not by the person's code
  bool number_in_force = false;  // then: whether that number is theirs today
  struct Held {
    std::string masked;  // "…E5F6"
    attendance::BadgeState state = attendance::BadgeState::active;
    attendance::DateSpan valid;
  };
  std::vector<Held> badges;  // whose days hold today, or that were the last
  attendance::Presence presence = attendance::Presence::off;
  std::optional<attendance::LocalTime> first_tap, last_tap;  // of today's session
};

/// Whose badge it is by what stands on it: its number, the text of its QR, or the person's code. Nothing: it
/// is nobody's whom `who` inspects, by their role or in the team of an inspection that is under way, which is
/// all that a stranger's badge tells. Any thread; blocks.
[[nodiscard]] std::optional<VerifiedBadge> verify_badge(const Evidence& evidence, NowBoard& board,
                                                        const SecretKey& key, const InspectionFiles& files,
                                                        const Identity& who, std::string_view text);

}  // namespace badge::app
