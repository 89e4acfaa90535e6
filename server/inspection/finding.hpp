#pragma once
/// A finding (*tồn tại, hạn chế, vi phạm*) and what became of it.
#include <span>
#include <string>
#include <vector>

#include "server/inspection/step.hpp"

namespace badge::inspection {

enum class FindingState : std::uint8_t {
  open,          // to be mended, or to be handled
  overdue,       // likewise, and its day has passed
  repair_waits,  // the unit says that it is mended; nobody has looked yet
  mended,        // and the inspectors accept it
  closed,
};
constexpr auto words_of(FindingState) {
  return std::to_array<std::string_view>({"open", "overdue", "repair_waits", "mended", "closed"});
}

/// What a case still lacks before it can be closed (Đắk Nông's letter: cause, the right person, the head's
/// part).
enum class CaseGap : std::uint8_t {
  cause,      // nguyên nhân
  who,        // đúng người
  head_part,  // trách nhiệm của người đứng đầu
  outcome,    // hình thức xử lý
  proposal,   // proposed, but not to whom by which paper
  answer,     // proposed, and not answered yet
};
constexpr auto words_of(CaseGap) {
  return std::to_array<std::string_view>({"cause", "who", "head_part", "outcome", "proposal", "answer"});
}

/// Who said something, and when.
struct Said {
  std::string by;
  LocalTime at;
};

struct Repair : Said {
  Repaired repaired;
  std::optional<Reviewed> review;
  Said reviewed;
};
struct View : Said {
  Viewed viewed;
};

struct Finding : Said {
  Found found;
  std::vector<std::string> people;  // staff codes, ascending
  std::vector<Extended> extensions;
  std::vector<Repair> repairs;
  std::vector<View> views;
  std::optional<Handled> handled;
  std::optional<Decided> decided;
  std::optional<LocalTime> closed_at;
  std::vector<Carried> carried;

  /// As last extended; nothing: none was set.
  [[nodiscard]] std::optional<Date> due() const;
};

/// Every finding among `steps`, which are in the order of their time; in the order in which they were made.
[[nodiscard]] std::vector<Finding> findings_of(std::span<const Step> steps);

[[nodiscard]] FindingState state_of(const Finding& finding, Date today);

/// Empty: it may be closed.
[[nodiscard]] std::vector<CaseGap> gaps_of(const Finding& finding);

/// People whom a closed case concerns and in whose evaluation of no period it stands yet.
[[nodiscard]] std::vector<std::string> not_carried(const Finding& finding);

}  // namespace badge::inspection
