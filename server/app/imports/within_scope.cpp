#include "server/app/imports/within_scope.hpp"

#include <algorithm>
#include <set>
#include <type_traits>

#include "server/attendance/unit_tree.hpp"

namespace badge::app {
namespace {

using attendance::Date;

struct Concerned {
  std::string_view staff_code;
  Date date;
};

/// Nothing: not of a single person.
std::optional<Concerned> concerned(const store::Fact& fact) {
  return std::visit(
      [](const auto& one) -> std::optional<Concerned> {
        using Kind = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<Kind, attendance::Absence> || std::is_same_v<Kind, attendance::Regime>) {
          return Concerned{one.staff_code, one.days.from};
        } else if constexpr (std::is_same_v<Kind, attendance::Correction>) {
          if (one.staff_code.empty()) return std::nullopt;
          return Concerned{one.staff_code, one.date};
        } else if constexpr (std::is_same_v<Kind, attendance::LeaveEntitlement>) {
          return Concerned{one.staff_code, Date(std::chrono::year(one.year) / 1 / 1)};
        } else if constexpr (std::is_same_v<Kind, attendance::Credit>) {
          return Concerned{one.staff_code, one.date};
        } else if constexpr (std::is_same_v<Kind, attendance::TripReport>) {
          return Concerned{one.staff_code, one.trip_from};
        } else {
          return std::nullopt;
        }
      },
      fact);
}

bool is_within(const attendance::Posting& posting, const attendance::UnitTree& units, Date date,
               const Scope& scope) {
  const auto unit = units.find(posting.unit_code);
  return unit && scope.holds(units, *unit, std::clamp(date, posting.valid.from, posting.valid.to));
}

bool is_within(const Concerned& whom, const attendance::UnitTree& units, const store::RosterFacts& stored,
               const Scope& scope) {
  return std::ranges::any_of(stored.postings, [&](const attendance::Posting& posting) {
    return posting.staff_code == whom.staff_code && posting.valid.contains(whom.date) &&
           is_within(posting, units, whom.date, scope);
  });
}

/// What somebody of a limited scope might state.
class Statable {
 public:
  Statable(const store::RosterFacts& stored, const Scope& scope)
      : stored_(stored), scope_(scope), units_(stored.units) {}

  template <class Fact>
  void keep(std::vector<Fact>& facts) const {
    std::erase_if(facts, [&](const Fact& fact) {
      const auto whom = concerned(fact);
      return !whom || scope_.is_own(whom->staff_code) || !is_within(*whom, units_, stored_, scope_);
    });
  }

 private:
  const store::RosterFacts& stored_;
  const Scope& scope_;
  attendance::UnitTree units_;
};

}  // namespace

bool is_of_single_people(ImportKind kind) {
  return kind == ImportKind::absences || kind == ImportKind::regimes || kind == ImportKind::corrections ||
         kind == ImportKind::entitlements || kind == ImportKind::credits || kind == ImportKind::trip_reports;
}

void keep_within(store::RosterFacts& stored, const Scope& scope) {
  const attendance::UnitTree units(stored.units);
  std::set<std::string, std::less<>> people;
  for (const auto& posting : stored.postings) {
    const bool ever = is_within(posting, units, posting.valid.from, scope) ||
                      is_within(posting, units, posting.valid.to, scope);
    if (ever) people.insert(posting.staff_code);
  }
  const auto keep = [&](auto& facts) {
    std::erase_if(facts, [&](const auto& fact) { return !people.contains(fact.staff_code); });
  };
  keep(stored.postings);
  keep(stored.absences);
  keep(stored.regimes);
  keep(stored.corrections);
  keep(stored.entitlements);
  keep(stored.credits);
}

void keep_statable(store::RosterFacts& stored, const Scope& scope) {
  keep_within(stored, scope);
  const Statable statable(stored, scope);
  statable.keep(stored.absences);
  statable.keep(stored.regimes);
  statable.keep(stored.corrections);
  statable.keep(stored.entitlements);
  statable.keep(stored.credits);
}

void keep_statable(std::vector<attendance::TripReport>& reports, const store::RosterFacts& stored,
                   const Scope& scope) {
  Statable(stored, scope).keep(reports);
}

std::optional<ImportError> beyond_scope(const ImportPlan& plan, const store::RosterFacts& stored,
                                        const Scope& scope, Language language) {
  const bool is_vi = language == Language::vi;
  const attendance::UnitTree units(stored.units);
  for (const auto* facts : {&plan.facts, &plan.withdrawn}) {
    for (const auto& fact : *facts) {
      const auto whom = concerned(fact);
      if (!whom) {
        return ImportError{0, "unit_code", "",
                           is_vi ? "chỉ người phụ trách toàn bộ các đơn vị được khai báo cho cả đơn vị"
                                 : "only those in charge of all units may state this of a whole unit"};
      }
      if (scope.is_own(whom->staff_code)) {
        return ImportError{0, "staff_code", std::string(whom->staff_code),
                           is_vi ? "không tự khai báo cho mình; hãy làm đơn hoặc giải trình"
                                 : "nobody states this of themselves; make a request or explain"};
      }
      if (!is_within(*whom, units, stored, scope)) {
        return ImportError{0, "staff_code", std::string(whom->staff_code),
                           is_vi ? "ngày đó người này không thuộc các đơn vị mà bạn phụ trách"
                                 : "was in none of the units that you are in charge of on that day"};
      }
    }
  }
  return std::nullopt;
}

}  // namespace badge::app
