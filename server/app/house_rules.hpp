#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/identity.hpp"
#include "server/app/language.hpp"
#include "server/app/person_report.hpp"

namespace badge::app {

inline constexpr std::size_t unread_listed_max = 500;  // names in one answer

/// A rule that holds for somebody today, and when they confirmed having read it.
struct RuleForMe {
  store::HouseRule rule;
  UnitName unit;  // whose rule it is; empty: everybody's
  std::optional<Instant> read_at;
  std::optional<Instant> reminded_at;  // the last time, while it is not read
};

/// A version with how far it is known. `people` are those of today for whom it is in force; 0 of a version
/// that is over or has not begun.
struct RuleKnown {
  store::HouseRule rule;
  UnitName unit;
  bool in_force = false;
  std::size_t people = 0, read = 0;  // within the asker's scope
};

/// One rule in the units below somebody.
struct RuleReaders {
  RuleKnown rule;
  struct Unit {
    UnitName unit;
    std::size_t people = 0, read = 0;  // of the unit itself
  };
  std::vector<Unit> units;         // in the order of the tree; only those with people
  std::vector<PersonName> unread;  // at most unread_listed_max
  std::vector<store::HouseRuleReminder> reminders;
};

/// The office's own rules: dated versions, who has read which, who was reminded when. Of the versions of one
/// unit and name that have begun the newest is in force, for the unit and all below it. Any thread; blocks.
class HouseRules {
 public:
  HouseRules(store::Store& store, const Evidence& evidence) : store_(store), evidence_(evidence) {}

  [[nodiscard]] std::vector<RuleForMe> own(const Identity& who) const;
  /// False: no such rule is in force for them.
  [[nodiscard]] bool confirm(const Identity& who, std::int64_t rule);

  /// The error is a sentence.
  [[nodiscard]] tl::expected<std::int64_t, std::string> publish(store::NewHouseRule rule, const Scope& scope,
                                                                Language language);
  /// Versions that concern somebody within the scope, newest first.
  [[nodiscard]] std::vector<RuleKnown> list(const Scope& scope) const;
  /// The versions that held for a unit on some day of `days`, newest first: what a list of those days cites.
  /// Nothing: there was no such unit, or it is neither within the scope nor the asker's own.
  [[nodiscard]] std::optional<std::vector<store::HouseRule>> in_force_during(std::string_view unit,
                                                                             const attendance::DateSpan& days,
                                                                             const Identity& who,
                                                                             const Scope& scope) const;
  /// Nothing: there is no such rule, or nobody within the scope has to read it.
  [[nodiscard]] std::optional<RuleReaders> readers(std::int64_t rule, const Scope& scope) const;
  /// Notes that who has not read it was reminded; they see it when they sign in. How many they are; nothing:
  /// no such rule.
  [[nodiscard]] std::optional<std::size_t> remind(std::int64_t rule, const Identity& who, const Scope& scope);

 private:
  store::Store& store_;
  const Evidence& evidence_;
};

}  // namespace badge::app
