#pragma once
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/lists/list_parts.hpp"
#include "server/app/unit_people.hpp"
#include "server/attendance/month.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::app {

/// The people of a unit and all below it in a period, day by day. One question's worth: it holds a snapshot.
class ListedUnit {
 public:
  /// `asked` must outlive it; `people_max`: see list_people_max. Any thread; blocks. Throws SqliteError.
  [[nodiscard]] static tl::expected<ListedUnit, NoList> open(const Evidence& evidence, const ListAsked& asked,
                                                             std::size_t people_max);

  [[nodiscard]] const UnitName& unit() const { return people_.top; }
  [[nodiscard]] const std::vector<UnitPerson>& people() const { return people_.people; }
  [[nodiscard]] const attendance::RuleBook& book() const { return *book_; }
  [[nodiscard]] const store::Snapshot& snapshot() const { return snapshot_; }
  [[nodiscard]] PersonName name_of(std::size_t place) const;  // of people()

  struct Day {
    std::size_t place;                    // of the person in people()
    const attendance::JudgedDay& judged;  // by the facts as they are now
    /// What sheets say of it: of a closed month that which was signed.
    std::span<const attendance::SheetLine> lines;
    attendance::LocalTime now;

    [[nodiscard]] attendance::Tally tally() const;  // of the lines
  };
  /// Every day of the period that has begun, on which the person stood in the unit or below it: month by
  /// month, in each person by person.
  void for_each_day(const std::function<void(const Day&)>& visit) const;

 private:
  ListedUnit(const Evidence& evidence, const ListAsked& asked)
      : evidence_(evidence),
        asked_(asked),
        snapshot_(evidence.snapshot()),
        book_(evidence.rule_book(snapshot_)) {}
  void visit_month(const attendance::DateSpan& days, const std::function<void(const Day&)>& visit) const;

  const Evidence& evidence_;
  const ListAsked& asked_;
  store::Snapshot snapshot_;
  std::shared_ptr<const attendance::RuleBook> book_;
  UnitPeople people_;
};

}  // namespace badge::app
