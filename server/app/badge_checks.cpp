#include "server/app/badge_checks.hpp"

#include <algorithm>
#include <set>

#include "server/app/iso_time.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::PersonNo;
using store::CheckedRow;

/// Reads rows of checks for one asker.
class Checks {
 public:
  Checks(const Evidence& evidence, const attendance::RuleBook& book, const Scope& scope)
      : office_(evidence.office()), book_(book), scope_(scope) {}

  /// `rows`: of one check, in order of time; never empty.
  [[nodiscard]] std::optional<SeenInCheck> told(std::span<const CheckedRow> rows,
                                                std::string_view wanted_inspector) const {
    const auto& first = rows.front();
    const auto inspector = holder(first.inspector, first.opened_at);
    SeenInCheck check{.ref = first.check_ref,
                      .reader = first.reader,
                      .entrance = first.entrance,
                      .inspector_code = inspector ? std::string(book_.people().code(*inspector)) : "",
                      .inspector_name = {},
                      .from = time(first.opened_at),
                      .to = time(rows.back().at),
                      .shown = {},
                      .whole = {}};
    if (!wanted_inspector.empty() && check.inspector_code != wanted_inspector) return std::nullopt;
    if (inspector) check.inspector_name = posting_name(*inspector, office_.date_of(first.opened_at));
    SeenInCheck::Whole whole;
    add_people(rows, inspector, check, whole);
    if (sees_whole(first, inspector)) check.whole = whole;
    if (!check.whole && check.shown.empty()) return std::nullopt;
    return check;
  }

 private:
  [[nodiscard]] std::string time(Instant at) const {
    return iso_time(at, [&](Instant instant) { return office_.to_local(instant); });
  }
  [[nodiscard]] std::optional<PersonNo> holder(const std::optional<Credential>& card, Instant at) const {
    return card ? book_.people().holder_at(card->hex(), office_.to_local(at)) : std::nullopt;
  }
  [[nodiscard]] std::string posting_name(PersonNo person, Date date) const {
    const auto* posting = book_.people().posting_on(person, date);
    return posting != nullptr ? std::string(posting->full_name) : std::string();
  }

  void add_people(std::span<const CheckedRow> rows, std::optional<PersonNo> inspector, SeenInCheck& check,
                  SeenInCheck::Whole& whole) const {
    std::set<PersonNo> seen;
    std::set<Credential> unknown;
    int without_badge = 0;
    for (const auto& row : rows) {
      without_badge += row.without_badge;
      if (!row.card) continue;
      const auto person = holder(row.card, row.at);
      const auto date = office_.date_of(row.at);
      const auto* stay = person ? book_.stay_on(*person, date) : nullptr;
      if (stay == nullptr) {
        unknown.insert(*row.card);
      } else if (person != inspector && seen.insert(*person).second &&
                 scope_.holds(book_, *person, *stay, date)) {
        check.shown.push_back({std::string(book_.people().code(*person)), posting_name(*person, date),
                               std::string(stay->posting->unit_code), time(row.at)});
      }
    }
    // The badge that opened the check is none of those that were shown, though nobody may hold it any more.
    if (const auto& own = rows.front().inspector) unknown.erase(*own);
    whole = {static_cast<std::uint32_t>(std::max(without_badge, 0)),
             static_cast<std::uint32_t>(unknown.size())};
  }

  [[nodiscard]] bool sees_whole(const CheckedRow& first, std::optional<PersonNo> inspector) const {
    if (scope_.is_everything()) return true;
    const auto date = office_.date_of(first.opened_at);
    if (first.entrance.empty()) {
      const auto* stay = inspector ? book_.stay_on(*inspector, date) : nullptr;
      return stay != nullptr && scope_.holds(book_, *inspector, *stay, date);
    }
    bool serves_any = false;
    for (attendance::UnitNo unit = 0; unit < book_.units().size(); ++unit) {
      const auto entrances = book_.own_entrances(unit, date);
      if (!std::ranges::binary_search(entrances, first.entrance)) continue;
      serves_any = true;
      if (!scope_.holds(book_.units(), unit, date)) return false;
    }
    return serves_any;
  }

  const OfficeTime& office_;
  const attendance::RuleBook& book_;
  const Scope& scope_;
};

}  // namespace

std::vector<SeenInCheck> badge_checks(const Evidence& evidence, const attendance::DateSpan& days,
                                      std::string_view inspector, const Scope& scope) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto begin = evidence.office().to_instant(attendance::LocalTime(days.from));
  const auto end = evidence.office().to_instant(attendance::LocalTime(days.to + std::chrono::days(1)));
  const auto rows = snapshot.checked_rows(begin, end);
  const Checks checks(evidence, *book, scope);
  std::vector<SeenInCheck> all;
  for (auto first = rows.begin(); first != rows.end();) {
    const auto last = std::find_if(first, rows.end(), [&](const CheckedRow& row) {
      return row.check_ref != first->check_ref || row.reader != first->reader;
    });
    if (auto check = checks.told({first, last}, inspector)) all.push_back(*std::move(check));
    first = last;
  }
  return all;
}

}  // namespace badge::app
