#include "server/app/lists/praise_reader.hpp"

#include <array>
#include <utility>

namespace badge::app {

PraiseReader::PraiseReader(const attendance::RuleBook& book, const Identity& who, Scope scope,
                           attendance::Date today)
    : book_(book),
      today_(today),
      name_(who.name),
      scope_(std::move(scope)),
      as_hr_(scope_of(who, std::array{Role::hr}, today)),
      as_head_(scope_of(who, std::array{Role::head}, today)) {
  const auto person = book.people().find(who.staff_code);
  const auto* stay = person ? book.stay_on(*person, today) : nullptr;
  if (stay != nullptr) works_at_ = stay->unit;
}

std::optional<KnownRelease> PraiseReader::known(store::PraiseRelease release) const {
  const auto unit = book_.units().find(release.unit_code);
  if (!holds(scope_, unit) && !works_in(unit)) return std::nullopt;
  const bool is_own = release.released_by == name_;
  const bool is_hr = holds(as_hr_, unit);
  const bool is_withdrawn = release.withdrawn.has_value();
  return KnownRelease{.release = std::move(release),
                      .open = !is_withdrawn || is_own || is_hr || holds(as_head_, unit),
                      .may_withdraw = !is_withdrawn && (is_own || is_hr)};
}

bool PraiseReader::holds(const std::optional<Scope>& scope, Unit unit) const {
  if (!scope) return false;
  return unit ? scope->holds(book_.units(), *unit, today_) : scope->is_everything();
}

bool PraiseReader::works_in(Unit unit) const {
  return unit && works_at_ && book_.units().is_within(*works_at_, *unit, today_);
}

}  // namespace badge::app
