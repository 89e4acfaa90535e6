#pragma once
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/inspections/desk.hpp"
#include "server/app/lists/list_parts.hpp"
#include "server/app/lists/praise_reader.hpp"
#include "server/app/month_reports.hpp"

namespace badge::app {

/// Who may be proposed for praise (attendance/praise.hpp), until somebody releases the list: then it is kept
/// as it stood, and who released it or HR may withdraw it. Any thread; blocks. Throws SqliteError.
class PraiseDesk {
 public:
  PraiseDesk(store::Store& store, const Evidence& evidence, MonthReports& months,
             const InspectionDesk& inspections)
      : store_(store), evidence_(evidence), months_(months), inspections_(inspections) {}

  /// Units and people, marked as internal.
  [[nodiscard]] ListOrNot proposed(const ListAsked& asked) const;

  struct Release {
    ListAsked asked;
    std::string basis;  // the paper or decision that it rests on
    Identity author;
    std::vector<std::string> seen;  // codes of the rows that the author looked at, in their order
  };
  enum class NotReleased : std::uint8_t {
    not_found,  // no such unit, or not within the scope
    too_many_people,
    no_basis,  // none, or one that cannot be printed
    not_over,  // the period runs: what comes may speak against it
    nobody,    // the list is empty
    own,       // the author stands on it: somebody else must release it
    changed,   // rows are others than those that were looked at
    full,      // store::praise_releases_max
  };
  /// Its number.
  [[nodiscard]] tl::expected<std::int64_t, NotReleased> release(const Release& release);

  /// Those of units within the scope, and of the unit in which `who` works today or one above it; the newest
  /// first.
  [[nodiscard]] std::vector<KnownRelease> released(const Identity& who, const Scope& scope) const;
  /// What stood on one of them. Nothing: there is none of this number that they may open.
  [[nodiscard]] std::optional<UnitList> released_list(std::int64_t no, const Identity& who,
                                                      const Scope& scope, Language language) const;

  enum class NotWithdrawn : std::uint8_t {
    not_found,   // none of this number, or not theirs to know of
    no_reason,   // none, or one that cannot be printed
    not_theirs,  // neither their own release nor, as HR, one of a unit of theirs
    already,
  };
  /// Staff read it no more. Release, rows and withdrawal stay on record.
  [[nodiscard]] tl::expected<void, NotWithdrawn> withdraw(std::int64_t no, const std::string& reason,
                                                          const Identity& who, const Scope& scope);

 private:
  struct Candidate;
  struct Candidates;
  [[nodiscard]] tl::expected<Candidates, NoList> candidates(const ListAsked& asked) const;
  /// With its rows. Nothing: there is none of this number, or it is not theirs to know of.
  [[nodiscard]] std::optional<KnownRelease> known(std::int64_t no, const Identity& who,
                                                  const Scope& scope) const;
  [[nodiscard]] attendance::Date today() const {
    return std::chrono::floor<std::chrono::days>(evidence_.now());
  }

  store::Store& store_;
  const Evidence& evidence_;
  MonthReports& months_;
  const InspectionDesk& inspections_;
};

inline constexpr std::size_t praise_basis_bytes_max = 1000;  // a line or two of a paper; of a reason too

}  // namespace badge::app
