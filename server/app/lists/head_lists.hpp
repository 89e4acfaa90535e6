#pragma once
#include "server/app/evidence.hpp"
#include "server/app/lists/list_parts.hpp"
#include "server/app/month_reports.hpp"
#include "server/app/sign_off.hpp"

namespace badge::app {

/// Lists that a head acts on, each of a unit with all below it over a period. Figures are those of sheets and
/// reports. Any thread; blocks. Throws SqliteError.
class HeadLists {
 public:
  HeadLists(const store::Store& store, const Evidence& evidence, MonthReports& months,
            const SignOff& sign_off)
      : store_(store), evidence_(evidence), months_(months), sign_off_(sign_off) {}

  /// Late as often as the unit's rule (attendance::ListRule) says, or oftener, by the rules of the last day.
  [[nodiscard]] ListOrNot late(const ListAsked& asked) const;
  /// Sessions that were late, left early, missed or lack a tap, of which nobody has explained anything.
  [[nodiscard]] ListOrNot unexplained(const ListAsked& asked) const;
  /// Sessions that lack a tap, with what became of the explanation.
  [[nodiscard]] ListOrNot missing(const ListAsked& asked) const;
  /// Business trips that ended in the period and have no report.
  [[nodiscard]] ListOrNot trips(const ListAsked& asked) const;
  /// Out between taps for longer than the unit's rule says: hints (attendance/away.hpp).
  [[nodiscard]] ListOrNot away(const ListAsked& asked) const;
  /// Badges held to a reader right after each other: hints (attendance/tap_pairs.hpp).
  [[nodiscard]] ListOrNot pairs(const ListAsked& asked) const;
  /// Units whose pay period is over and not closed, with whom it waits for.
  [[nodiscard]] ListOrNot open_units(const ListAsked& asked) const;

 private:
  [[nodiscard]] attendance::Date today() const {
    return std::chrono::floor<std::chrono::days>(evidence_.now());
  }

  const store::Store& store_;
  const Evidence& evidence_;
  MonthReports& months_;
  const SignOff& sign_off_;
};

}  // namespace badge::app
