#include "server/app/inspections/badge_verification.hpp"

#include <algorithm>
#include <array>

#include "reader-config/tap/credential.hpp"
#include "server/app/card_number.hpp"
#include "server/app/deciders.hpp"
#include "server/app/inspections/standing.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::CardNumber, attendance::Date, attendance::DateSpan, attendance::PersonNo;

/// Each may be the number: which field of a QR holds it, its standard does not say to us.
std::vector<std::string_view> fields_of(std::string_view text) {
  std::vector<std::string_view> fields;
  while (!text.empty()) {
    const auto end = std::min(text.find('|'), text.size());
    if (const auto field = documents::trimmed(text.substr(0, end)); !field.empty()) fields.push_back(field);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

/// The stated number that is this one; of several, the one in force. Nothing: none is.
std::optional<CardNumber> stated_as(const std::vector<CardNumber>& numbers, const SecretKey& key,
                                    std::string_view written, Date today) {
  const auto number = card_number(written);
  if (number.empty()) return std::nullopt;
  const auto mark = mark_of_card_number(key, number);
  std::optional<CardNumber> found;
  for (const auto& stated : numbers) {
    const bool is_better = !found || stated.valid.contains(today);
    if (stated.mark == mark && is_better) found = stated;
  }
  return found;
}

/// A card that was reported lost today is lost from tomorrow on, and stopped at every door already.
bool is_lost_tomorrow(const std::vector<attendance::Badge>& badges, std::string_view uid, Date today) {
  return std::ranges::any_of(badges, [&](const attendance::Badge& badge) {
    return badge.uid == uid && badge.state == attendance::BadgeState::lost &&
           badge.valid.from == today + std::chrono::days(1);
  });
}

std::vector<VerifiedBadge::Held> badges_of(const store::Snapshot& snapshot, std::string_view staff_code,
                                           Date today) {
  const auto badges = snapshot.roster_facts().badges;
  std::vector<VerifiedBadge::Held> held, earlier;
  for (const auto& badge : badges) {
    if (badge.staff_code != staff_code || badge.valid.from > today) continue;
    const auto credential = Credential::parse(badge.uid);
    auto& list = badge.valid.contains(today) ? held : earlier;
    const bool is_lost = &list == &held && is_lost_tomorrow(badges, badge.uid, today);
    list.push_back({credential ? credential->masked() : std::string(),
                    is_lost ? attendance::BadgeState::lost : badge.state, badge.valid});
  }
  if (!held.empty() || earlier.empty()) return held;
  return {*std::ranges::max_element(earlier, {}, [](const auto& badge) { return badge.valid.to; })};
}

/// Whether they are of a team that inspects this unit, or one above it, at this moment. At a place without a
/// unit anybody may come by.
bool is_under_inspection_of(const Identity& who, const InspectionFiles& files,
                            const attendance::UnitTree& units, attendance::UnitNo unit, Date today) {
  const auto line = units.line_on(unit, today);
  return std::ranges::any_of(files.inspections, [&](const auto& entry) {
    const auto& inspection = entry.second->inspection;
    if (inspection.state != inspection::State::started || inspection.member(who.name) == nullptr)
      return false;
    const auto& code = inspection.prepared.unit_code;
    return code.empty() || std::ranges::any_of(line, [&](auto above) { return units.code(above) == code; });
  });
}

}  // namespace

std::optional<VerifiedBadge> verify_badge(const Evidence& evidence, NowBoard& board, const SecretKey& key,
                                          const InspectionFiles& files, const Identity& who,
                                          std::string_view text) {
  const auto people = board.get();
  const auto& book = *people->book;
  const auto today = std::chrono::floor<std::chrono::days>(people->at);
  const auto snapshot = evidence.snapshot();
  const auto numbers = snapshot.card_numbers();
  VerifiedBadge verified;
  std::optional<PersonNo> person;
  for (const auto field : fields_of(text)) {
    if (const auto stated = stated_as(numbers, key, field, today)) {
      verified.by_number = true;
      verified.number_in_force = stated->valid.contains(today);
      person = book.people().find(stated->staff_code);
    } else {
      person = book.people().find(field);
    }
    if (person) break;
  }
  const auto* stay = person ? stay_near(book, *person, today) : nullptr;
  if (stay == nullptr) return std::nullopt;
  const Inspecting asker(who, book.units(), today);
  const auto& units = book.units();
  const bool is_theirs = std::ranges::any_of(std::array{stay->unit, stay->works_at}, [&](auto unit) {
    return asker.inspects(units.code(unit)) || is_under_inspection_of(who, files, units, unit, today);
  });
  if (!is_theirs) return std::nullopt;

  verified.person = person_name(book, *stay, today);
  verified.badges = badges_of(snapshot, verified.person.code, today);
  const auto now = std::ranges::find(people->people, *person, &PresentPeople::One::person);
  if (now != people->people.end()) {
    verified.presence = now->now.presence;
    if (now->now.first_tap >= 0) {
      verified.first_tap = today + now->first;
      verified.last_tap = today + now->last;
    }
  }
  return verified;
}

}  // namespace badge::app
