#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "server/app/credential_holders.hpp"
#include "server/app/ledger_facts.hpp"
#include "server/app/office_time.hpp"
#include "server/attendance/coverage.hpp"
#include "server/attendance/rule_book.hpp"
#include "server/attendance/tap.hpp"
#include "server/store/store.hpp"

namespace badge::app {

/// As much of a source as judging needs for each of its taps: a month has millions of them.
struct TapOrigin {
  attendance::Direction direction = attendance::Direction::both;
  bool imported = false;
};
[[nodiscard]] TapOrigin tap_origin(const store::Source& source);
/// By number of the source.
[[nodiscard]] std::vector<TapOrigin> tap_origins(const store::Snapshot& snapshot);

/// What a verdict is judged from, as the store has it: rules, coverage and taps, by the office's clock. Any
/// thread; the rule book, and who holds which credential by it, are kept until a fact of the roster
/// changes.
class Evidence {
 public:
  /// `clock_offset_limit_s` (1 to 62): taps of a clock farther off than this are doubtful.
  Evidence(const store::Store& store, OfficeTime office, int clock_offset_limit_s,
           std::function<Instant()> now);

  [[nodiscard]] store::Snapshot snapshot() const { return store_.snapshot(); }
  [[nodiscard]] const OfficeTime& office() const { return office_; }
  [[nodiscard]] attendance::LocalTime now() const { return office_.to_local(now_()); }

  [[nodiscard]] std::shared_ptr<const attendance::RuleBook> rule_book(const store::Snapshot& snapshot) const;

  /// Of the same facts as the book.
  [[nodiscard]] std::shared_ptr<const LedgerFacts> ledger_facts(const store::Snapshot& snapshot) const;

  /// The book's, for every credential that the snapshot knows.
  [[nodiscard]] std::shared_ptr<const CredentialHolders> holders(const store::Snapshot& snapshot) const;

  /// When every entrance was listening, from its first day until the end of `until`; the book says which
  /// readers nobody waits for any more. With a position: by what readers had begun to say until then.
  [[nodiscard]] attendance::Coverage coverage(const store::Snapshot& snapshot,
                                              const attendance::RuleBook& book, attendance::Date until,
                                              std::optional<std::uint64_t> as_of = std::nullopt) const;

  /// `origin`: of the tap's source; `number` is handed on as Tap::source.
  [[nodiscard]] attendance::Tap judged_tap(store::PackedTap tap, TapOrigin origin,
                                           std::uint32_t number) const {
    attendance::Tap judged;
    judged.at = office_.to_local(tap.at());
    judged.source = number;
    judged.direction = origin.direction;
    judged.clock_doubtful = !origin.imported && tap.clock_doubtful(clock_offset_limit_s_);
    return judged;
  }

  /// A person's taps, with what a page says about each: Tap::source is the place in `details`.
  struct PersonTaps {
    std::vector<attendance::Tap> taps;
    std::vector<store::TapDetail> details;
  };
  /// Everything that PersonDays needs to judge `days`. With a position: at the times of that moment's
  /// rulings.
  [[nodiscard]] PersonTaps taps_of(const store::Snapshot& snapshot, const attendance::RuleBook& book,
                                   attendance::PersonNo person, const attendance::DateSpan& days,
                                   std::optional<std::uint64_t> as_of = std::nullopt) const;

 private:
  /// What is made of one state of the roster.
  struct Roster {
    std::shared_ptr<const attendance::RuleBook> book;
    std::shared_ptr<const LedgerFacts> ledgers;
  };
  [[nodiscard]] Roster roster(const store::Snapshot& snapshot) const;
  void forget_book() const;  // book_mutex_ is held

  const store::Store& store_;
  const OfficeTime office_;
  const int clock_offset_limit_s_;
  const std::function<Instant()> now_;

  mutable std::mutex book_mutex_;  // guards the next two; held while a book is made, so that it is made once
  mutable std::uint64_t book_version_ = 0;
  mutable Roster roster_;
  mutable std::mutex holders_mutex_;  // the same, of the next
  mutable std::shared_ptr<const CredentialHolders> holders_;
};

}  // namespace badge::app
