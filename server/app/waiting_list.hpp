#pragma once
/// What waits for whom, in short: the lines of the printed list, of the digests, and of what is told at once.
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/door_watch.hpp"
#include "server/app/identity.hpp"
#include "server/app/inspections/book.hpp"
#include "server/app/sign_off.hpp"
#include "server/app/unit_name.hpp"

namespace badge::app {

/// The first ones cannot wait.
enum class WaitingKind : std::uint8_t {
  reader_silent,  // or deaf
  clock_off,
  badge_lost,
  explanation_waits,
  request_waits,
  finding_overdue,  // of an inspection: its day has passed
  repair_waits,     // the unit says that a finding is mended; inspectors have not looked yet
  month_due,        // a pay period is over and the unit's sheet is not closed
};
inline constexpr std::array waiting_kinds = {WaitingKind::reader_silent, WaitingKind::clock_off,
                                             WaitingKind::badge_lost,    WaitingKind::explanation_waits,
                                             WaitingKind::request_waits, WaitingKind::finding_overdue,
                                             WaitingKind::repair_waits,  WaitingKind::month_due};
[[nodiscard]] std::string_view to_string(WaitingKind kind);  // the enumerator's name

struct WaitingRow {
  WaitingKind kind = WaitingKind::month_due;
  UnitName unit;          // empty: of an entrance; without a code: a place that was inspected
  std::string entrance;   // of reader_silent and clock_off
  std::size_t count = 1;  // what waits in the unit; of month_due the sessions that are not settled
  std::optional<attendance::LocalTime> since;  // of the oldest
  std::chrono::year_month month{};             // of month_due
  Progress progress = Progress::open;          // likewise
  std::string head;  // who answers for the unit today, or for the nearest one above; empty: nobody is named
};

inline constexpr std::chrono::months months_told{4};  // this one, and a quarter: what is older is no reminder
inline constexpr std::chrono::days lost_badge_told{
    7};  // after that it is no news, and stands on the badge page

/// Everything that waits in the whole office. A value; any thread.
struct OfficeWaiting {
  std::shared_ptr<const attendance::RuleBook> book;
  attendance::LocalTime now;
  struct Paper {  // an explanation or a request
    attendance::PersonNo person;
    attendance::Date of;  // the day that it is about
    attendance::LocalTime since;
    bool is_request;
  };
  std::vector<Paper> papers;
  struct Month {
    attendance::UnitNo unit;
    std::chrono::year_month month;
    UnitProgress progress;
  };
  std::vector<Month> months;       // due, and not closed
  std::vector<WaitingRow> urgent;  // doors and lost badges, one each
  std::shared_ptr<const InspectionFiles> files;
};

/// Names one urgent thing for as long as it is the matter; holds no card number.
struct UrgentMatter {
  std::string item;
  WaitingRow row;
};
/// Doors in trouble and badges that were lost lately. Pure.
[[nodiscard]] std::vector<UrgentMatter> urgent_matters(const std::vector<Door>& doors,
                                                       const attendance::RuleBook& book,
                                                       const OfficeTime& office, Instant now);

/// Whether it is for `who` to see to: doors for administrators, lost badges also for HR of the unit.
[[nodiscard]] bool concerns(const WaitingRow& urgent, const Identity& who, const attendance::RuleBook& book,
                            attendance::Date today);

/// What waits for `who`: by kind, then by the time for which it has waited, one row a unit. Pure.
[[nodiscard]] std::vector<WaitingRow> rows_for(const OfficeWaiting& office, const Identity& who);

/// How many of a kind wait: papers and badges; entrances, and units whose month is due.
[[nodiscard]] std::size_t total_of(const std::vector<WaitingRow>& rows, WaitingKind kind);

/// Reads what waits. Any thread; blocks: a month that was not asked for lately is judged for it.
class WaitingList {
 public:
  WaitingList(const store::Store& store, const Evidence& evidence, const SignOff& sign_off,
              InspectionBook& inspections, std::function<Instant()> now, std::chrono::seconds clock_limit)
      : store_(store),
        evidence_(evidence),
        sign_off_(sign_off),
        inspections_(inspections),
        now_(std::move(now)),
        clock_limit_(clock_limit) {}

  [[nodiscard]] OfficeWaiting office() const;
  [[nodiscard]] std::vector<UrgentMatter> urgent() const;  // the quick part of it
  [[nodiscard]] std::shared_ptr<const attendance::RuleBook> book() const {
    return evidence_.rule_book(evidence_.snapshot());
  }
  [[nodiscard]] const OfficeTime& office_time() const { return evidence_.office(); }

 private:
  void add_papers(OfficeWaiting& office) const;
  void add_months(OfficeWaiting& office) const;

  const store::Store& store_;
  const Evidence& evidence_;
  const SignOff& sign_off_;
  InspectionBook& inspections_;
  const std::function<Instant()> now_;
  const std::chrono::seconds clock_limit_;
};

}  // namespace badge::app
