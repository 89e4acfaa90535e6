#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/imports/form_rows.hpp"
#include "server/app/person_report.hpp"
#include "server/app/secret_key.hpp"

namespace badge::app {

inline constexpr std::size_t unknown_cards_listed_max = 200;  // the newest: enough to find one just shown

/// A card that nobody's badge fact names, shown in this month or the one before. `card` names it in
/// BadgeDesk::change: a number never leaves the server.
struct UnknownCard {
  std::string card, masked;
  bool draws_its_number = false;  // anew at every presentation: it can be nobody's badge
  std::uint64_t taps = 0;
  Instant first, last;
  std::string reader, entrance;  // of the last tap
};

struct HeldBadge {
  std::string card, masked;
  attendance::BadgeState state = attendance::BadgeState::active;
  bool temporary = false;
  attendance::DateSpan valid;
  std::optional<Instant> last_tap;  // of the card, in the last two months
};
[[nodiscard]] std::string_view to_string(attendance::BadgeState state);  // the enumerator's name

/// What is to happen to a person's badges, in one step: one of theirs changes its state, another is given.
struct BadgeChange {
  std::string staff_code;
  struct NewState {
    std::string card, state, from;  // as a file has them
  };
  std::optional<NewState> change;
  struct Issue {
    std::string card, uid;  // one of the two: of an unknown card, or a number that somebody has read
    std::string kind, from, to;
  };
  std::optional<Issue> issue;
  bool dry_run = false;
};

/// Whose badge is this, and what has become of whose. Any thread; blocks; throws what the store throws.
class BadgeDesk {
 public:
  BadgeDesk(const Evidence& evidence, FactImports& imports, const SecretKey& key);

  /// Newest first, at most unknown_cards_listed_max.
  [[nodiscard]] std::vector<UnknownCard> unknown_cards() const;
  /// By their first day; nothing where nobody has this code, today or ever.
  struct Held {
    PersonName person;
    std::vector<HeldBadge> badges;
    std::vector<attendance::CardNumber> numbers;  // printed on them, by their first day
  };
  [[nodiscard]] std::optional<Held> badges_of(std::string_view staff_code) const;

  /// As app::find_people(); or whose badge has this number printed on it today.
  [[nodiscard]] std::vector<PersonName> find_people(std::string_view words) const;

  /// Keeps every rule for files of badges. What was done, for the audit log: "…E5F6 lost 2026-07-15". An
  /// error quotes a number only where what was typed is none.
  [[nodiscard]] tl::expected<std::string, ImportErrors> change(const BadgeChange& change,
                                                               std::string_view author, Language language);

  /// The number of a card that unknown_cards() names. Nothing: it lists no such card now.
  [[nodiscard]] std::optional<std::string> uid_of_unknown(std::string_view card) const;

 private:
  struct Rows {
    std::vector<FormRow> rows;
    std::string done;  // in short, for the audit log
  };
  [[nodiscard]] tl::expected<Rows, ImportErrors> rows_of(std::string_view staff_code,
                                                         const BadgeChange::NewState& wanted,
                                                         const ImportReport& words) const;
  [[nodiscard]] tl::expected<Rows, ImportErrors> rows_of(std::string_view staff_code,
                                                         const BadgeChange::Issue& wanted,
                                                         const ImportReport& words) const;
  [[nodiscard]] std::string card_of(std::string_view uid) const;

  const Evidence& evidence_;
  FactImports& imports_;
  const SecretKey& key_;
  const std::string secret_;  // of this run: names of cards are good until the server starts again
};

}  // namespace badge::app
