#pragma once
#include <optional>

#include "server/app/identity.hpp"
#include "server/attendance/rule_book.hpp"
#include "server/store/praise_releases.hpp"

namespace badge::app {

/// A list of praise that was released, as somebody may know of it.
struct KnownRelease {
  store::PraiseRelease release;
  /// Whether they read its rows, and why it was withdrawn: of a withdrawn one only who answers for the unit
  /// does. Others learn that it is withdrawn, and when.
  bool open = false;
  bool may_withdraw = false;
};

/// Who asks about lists of praise that were released, on one day. Pure. The book must outlive it.
class PraiseReader {
 public:
  /// `scope`: of those of their roles that the question takes.
  PraiseReader(const attendance::RuleBook& book, const Identity& who, Scope scope, attendance::Date today);

  /// Nothing: it is neither of a unit within the scope, nor of the one in which they work or one above it.
  [[nodiscard]] std::optional<KnownRelease> known(store::PraiseRelease release) const;

 private:
  using Unit = std::optional<attendance::UnitNo>;  // nothing: the book knows it no more

  [[nodiscard]] bool holds(const std::optional<Scope>& scope, Unit unit) const;
  [[nodiscard]] bool works_in(Unit unit) const;

  const attendance::RuleBook& book_;
  attendance::Date today_;
  std::string name_;  // of the login
  std::optional<Scope> scope_, as_hr_, as_head_;
  Unit works_at_;
};

}  // namespace badge::app
