#pragma once
/// An inspection as its steps say.
#include <span>
#include <string>
#include <vector>

#include "server/inspection/finding.hpp"
#include "server/inspection/marks.hpp"

namespace badge::inspection {

/// Somebody on the list of the unit as it was frozen at the minute of the start. A paper that is filed later
/// changes nothing here: that is how it is known to be later.
struct Listed {
  std::string staff_code, full_name, job;
  std::string unit_code, unit_name;  // in which they work, of the inspected unit and those below it
  Presence presence = Presence::not_seen;
  std::optional<LocalTime> first_tap, last_tap;  // of the session
  std::string paper_kind;                        // of Presence::away: as absences call it; empty: a closure
  std::string paper;                             // its number
  std::optional<LocalTime> reported_at;          // when the paper was reported
  std::string doubt;                             // of Presence::unknown: why, in words
  friend bool operator==(const Listed&, const Listed&) = default;
};

enum class State : std::uint8_t {
  prepared,  // nobody but who makes it may know of it
  dropped,   // nor of this
  started,
  ended,
};
constexpr auto words_of(State) {
  return std::to_array<std::string_view>({"prepared", "dropped", "started", "ended"});
}

/// One line of a checklist with its last answer.
struct AnsweredLine : Said {
  Answered answered;
};

struct Inspection {
  std::string file;
  State state = State::prepared;
  Prepared prepared;
  Said prepared_first;
  std::vector<Joined> team;  // leader, secretary, members, each in the order of their names
  std::optional<Started> started;
  LocalTime started_at{};
  std::optional<Ended> ended;
  LocalTime ended_at{};
  std::string dropped_reason;
  Marks marks;
  std::vector<AnsweredLine> answers;  // by list, then line
  std::vector<Finding> findings;
  std::vector<Issued> papers;  // the last of each kind

  [[nodiscard]] bool has_begun() const { return started.has_value(); }
  [[nodiscard]] const Issued* paper(Paper kind) const;
  /// Null: not of the team.
  [[nodiscard]] const Joined* member(std::string_view login) const;
};

/// What stands in a file. The same whatever the order of `steps`. Nothing: they prepare no inspection.
[[nodiscard]] std::optional<Inspection> inspection_of(std::span<const Step> steps);

/// `steps` in the order of their time, each once.
[[nodiscard]] std::vector<Step> in_order(std::span<const Step> steps);

}  // namespace badge::inspection
