#pragma once
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/inspections/desk.hpp"
#include "server/app/lists/list_parts.hpp"
#include "server/app/month_reports.hpp"

namespace badge::app {

/// Who may be proposed for praise (attendance/praise.hpp), until somebody releases the list: then it is kept
/// as it stood. Any thread; blocks. Throws SqliteError.
class PraiseDesk {
 public:
  PraiseDesk(store::Store& store, const Evidence& evidence, MonthReports& months,
             const InspectionDesk& inspections)
      : store_(store), evidence_(evidence), months_(months), inspections_(inspections) {}

  /// Units and people, marked as internal.
  [[nodiscard]] ListOrNot proposed(const ListAsked& asked) const;

  struct Release {
    ListAsked asked;
    std::string basis;              // the paper or decision that it rests on
    std::string author;             // name of the login
    std::vector<std::string> seen;  // codes of the rows that the author looked at, in their order
  };
  enum class NotReleased : std::uint8_t {
    not_found,  // no such unit, or not within the scope
    too_many_people,
    no_basis,  // none, or one that cannot be printed
    nobody,    // the list is empty
    changed,   // rows are others than those that were looked at
    full,      // store::praise_releases_max
  };
  /// Its number.
  [[nodiscard]] tl::expected<std::int64_t, NotReleased> release(const Release& release);

  /// Those of units within the scope, and of the unit in which `who` works today or one above it; the newest
  /// first, without their rows.
  [[nodiscard]] std::vector<store::PraiseRelease> released(const Identity& who, const Scope& scope) const;
  /// What stood on one of them. Nothing: there is none of this number for them.
  [[nodiscard]] std::optional<Listing> released_list(std::int64_t no, const Identity& who, const Scope& scope,
                                                     Language language) const;

 private:
  struct Candidate;
  struct Candidates;
  [[nodiscard]] tl::expected<Candidates, NoList> candidates(const ListAsked& asked) const;
  [[nodiscard]] bool may_read(const store::PraiseRelease& release, const Identity& who,
                              const Scope& scope) const;

  store::Store& store_;
  const Evidence& evidence_;
  MonthReports& months_;
  const InspectionDesk& inspections_;
};

inline constexpr std::size_t praise_basis_bytes_max = 1000;  // a line or two of a paper

}  // namespace badge::app
