#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/badge_desk.hpp"
#include "server/app/evidence.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/person_report.hpp"
#include "server/app/scope.hpp"

namespace badge::app {

inline constexpr std::size_t temporary_cards_listed_max = 500;  // a box holds a few dozen
inline constexpr std::size_t own_loans_listed_max = 100;        // newest first; years of a forgetful person
inline constexpr std::chrono::minutes just_shown_for{5};        // at the entrance beside the guard

/// A card of the box, and what became of it last.
struct BoxCard {
  std::string label;
  UnitName unit;
  struct Loan {
    PersonName person;
    attendance::LoanCause cause = attendance::LoanCause::forgotten;
    attendance::LocalTime from, until;
    std::optional<attendance::LocalTime> returned;
  };
  std::optional<Loan> loan;  // while it is out, and as long as its return can be undone
  bool can_undo = false;
  /// Where and when it was shown last, within just_shown_for, while it was nobody's.
  struct Shown {
    attendance::LocalTime at;
    std::string entrance;
  };
  std::optional<Shown> shown;
};

/// To whom a card may be lent.
struct Borrower {
  PersonName person;
  bool has_own_badge = false;  // active today: forgotten, then, and not missing
  std::string holds;           // the label of the temporary card that they hold; empty: none
};

[[nodiscard]] std::string_view to_string(attendance::LoanCause cause);  // the enumerator's name

/// The guard's box of temporary cards: who has which, lending, taking back. What lies beyond a scope is not
/// found. Any thread; blocks; throws what the store throws.
class CardDesk {
 public:
  CardDesk(store::Store& store, const Evidence& evidence, BadgeDesk& badges, FactImports& imports)
      : store_(store), evidence_(evidence), badges_(badges), imports_(imports) {}

  struct Box {
    attendance::LocalTime now;
    std::vector<BoxCard> cards;  // by label, at most temporary_cards_listed_max
  };
  [[nodiscard]] Box cards(const Scope& scope) const;
  [[nodiscard]] std::vector<Borrower> find_people(std::string_view words, const Scope& scope) const;
  [[nodiscard]] std::vector<attendance::CardLoan> own_loans(std::string_view staff_code) const;

  struct Refused {
    bool not_found = false;
    std::string sentence;
  };
  /// What was done: with whom, and in short for the audit log; whom it may concern, for live pages.
  struct Done {
    std::string staff_code, note;
    std::vector<std::string> unit_path;  // of the card, from its unit up
  };
  /// Who does something, and within which units.
  struct By {
    std::string name;
    Scope scope;
    Language language = Language::vi;
  };
  [[nodiscard]] tl::expected<Done, Refused> lend(std::string_view label, std::string_view staff_code,
                                                 attendance::LoanCause cause, const By& by);
  [[nodiscard]] tl::expected<Done, Refused> take_back(std::string_view label, const By& by);
  /// The last step with this card, lending or return.
  [[nodiscard]] tl::expected<Done, Refused> undo(std::string_view label, const By& by);

  /// Puts a card that was just shown, or one by its number, into a box from today on.
  struct NewCard {
    std::string label, unit_code, card, uid;
  };
  [[nodiscard]] tl::expected<Done, ImportErrors> add(const NewCard& card, const By& by);
  /// Takes it out of use. Who holds it holds it no longer, and it stays "not returned".
  [[nodiscard]] tl::expected<Done, Refused> end(std::string_view label, const By& by);

 private:
  struct Now;
  [[nodiscard]] Now now() const;
  void apply(const By& by, std::vector<store::Fact> facts, std::vector<store::Fact> withdrawn);

  store::Store& store_;
  const Evidence& evidence_;
  BadgeDesk& badges_;
  FactImports& imports_;
  std::mutex one_at_a_time_;  // a card that is free is lent once
};

}  // namespace badge::app
