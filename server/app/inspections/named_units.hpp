#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/inspections/book.hpp"
#include "server/attendance/facts.hpp"

namespace badge::app {

/// A unit that may be named (*phê bình, nêu tên*), why, and who answered for it at those minutes. People
/// decide; the rule is printed on the list.
struct NamedUnit {
  struct Head {
    inspection::Responsible who;
    std::vector<attendance::Date> days;  // of the inspections in question, ascending, each once
  };
  std::string unit_code, unit_name;           // the name of its last inspection
  int overdue = 0;                            // findings
  int repeated = 0;                           // kinds of findings that came back in another inspection
  int without_badge = 0, absent_without = 0;  // people, once for each inspection
  std::vector<Head> heads;                    // in the order of their first day
};

inline constexpr int naming_inspections_min = 2;     // once may be an accident
inline constexpr std::size_t named_units_max = 200;  // a longer list is nobody's to act on

/// Inspected units with findings that are overdue, with findings of one kind in naming_inspections_min
/// inspections, or in as many of them people without the badge as prescribed, or absent without a paper.
/// `holds` says whose units count. Of inspections before `days` overdue findings alone count. Those with most
/// overdue first. Pure.
[[nodiscard]] std::vector<NamedUnit> named_units(const InspectionFiles& files,
                                                 const std::function<bool(const std::string&)>& holds,
                                                 const attendance::DateSpan& days, attendance::Date today);

}  // namespace badge::app
