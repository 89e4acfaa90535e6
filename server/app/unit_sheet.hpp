#pragma once
#include <optional>
#include <string_view>

#include "reader-config/tap/digest.hpp"
#include "server/app/evidence.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::app {

/// The facts and taps of one moment: as they are, or as they were at a position.
class Moment {
 public:
  /// `as_of`: nothing that became visible after this position counts. Only that a reader went on listening
  /// is not taken back: it settles what was in doubt. (One that nobody had heard of before can bring doubt.)
  Moment(const Evidence& evidence, const store::Snapshot& snapshot,
         std::optional<std::uint64_t> as_of = std::nullopt);

  [[nodiscard]] const attendance::RuleBook& book() const { return *book_; }
  [[nodiscard]] Evidence::PersonTaps taps_of(attendance::PersonNo person,
                                             const attendance::DateSpan& days) const;
  [[nodiscard]] attendance::Coverage coverage(attendance::Date until) const {
    return evidence_.coverage(snapshot_, *book_, until, as_of_);
  }

 private:
  const Evidence& evidence_;
  const store::Snapshot& snapshot_;
  std::optional<std::uint64_t> as_of_;
  std::shared_ptr<const attendance::RuleBook> book_;
  std::vector<std::pair<store::TapKey, store::PackedTap>> later_taps_;  // ascending
};

struct JudgedSheet {
  attendance::Sheet sheet;
  Digest inputs;  // of what it was judged from: taps, papers, corrections, hours, person by person
};

/// Judges the unit's own people (not those of units below) on the days that they stood there. Nothing: the
/// unit did not exist on any of these days.
[[nodiscard]] std::optional<JudgedSheet> judge_sheet(const Moment& moment, std::string_view unit_code,
                                                     const attendance::DateSpan& days,
                                                     attendance::LocalTime now);

}  // namespace badge::app
