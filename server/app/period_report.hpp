#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/month_reports.hpp"
#include "server/app/person_report.hpp"
#include "server/app/report_period.hpp"
#include "server/app/scope.hpp"
#include "server/app/unit_report.hpp"

namespace badge::app {

/// How units kept their hours in a period: the month reports of its days added up. Closed months are as they
/// were signed.
struct PeriodUnits {
  struct Row {
    UnitName unit;  // as it was called last
    std::string parent_code;
    std::uint32_t level = 0, own_staff = 0, subtree_staff = 0;  // likewise
    attendance::Tally own, subtree;
    attendance::Tally own_before, subtree_before;  // of the days that the period is compared with
  };
  struct Month {
    attendance::DateSpan days;
    attendance::Tally tally;     // of all rows
    std::size_t not_closed = 0;  // units with people of their own whose month is not closed
  };
  /// What the total is made of: the units directly below the top, with all below them, and the people of the
  /// top itself; of several tops each.
  struct Part {
    UnitName unit;
    attendance::Tally tally;
    bool own_people = false;
  };
  ReportPeriod period;
  std::optional<UnitName> top;  // of several units in a scope the first; nothing: all units
  std::vector<Row> rows;        // as the last month lists them, then those that had ended before
  std::vector<Part> parts;
  std::vector<Month> months;  // that have begun
  std::uint32_t staff = 0;    // in the last of them
  attendance::Tally total, before;
};

/// How people did; who moved has a row for each unit.
struct PeriodPeople {
  struct Row {
    PersonRow person;
    attendance::Tally before;  // in the same unit, on the days that the period is compared with
  };
  ReportPeriod period;
  UnitName unit;
  std::vector<Row> rows;  // as the last month lists them, then those who had left before
};

/// How one person did: what was signed of closed months, and of others what the facts say now.
struct PeriodPerson {
  ReportPeriod period;
  std::vector<PersonReport> months;  // in their order; those in which the person was not seen are not
  attendance::Tally total, before;
};

/// `unit`: the top of what is asked for; empty: as much as `scope` allows. Nothing: there is no such unit in
/// the period, or not within the scope, or the period has not begun. Blocks: months that were not asked for
/// lately are judged for it.
[[nodiscard]] std::optional<PeriodUnits> period_units(MonthReports& months, const ReportPeriod& period,
                                                      std::string_view unit, const Scope& scope,
                                                      attendance::Date today);

/// The people of one unit, or of its whole subtree.
[[nodiscard]] std::optional<PeriodPeople> period_people(MonthReports& months, const ReportPeriod& period,
                                                        std::string_view unit, bool whole_subtree,
                                                        const Scope& scope, attendance::Date today);

/// Nothing: no day of the period that the asker may see.
[[nodiscard]] std::optional<PeriodPerson> period_person(const Evidence& evidence, std::string_view staff,
                                                        const ReportPeriod& period, const Scope& scope,
                                                        Language language);

}  // namespace badge::app
