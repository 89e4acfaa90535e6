#pragma once
/// How units stand in what inspections look at (*từng nội dung chấp hành*): the table units × duties × state.
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "server/inspection/inspection.hpp"
#include "server/inspection/wearing.hpp"

namespace badge::inspection {

/// The worst that holds.
enum class DutyState : std::uint8_t {
  not_checked,   // nobody looked, which says nothing
  in_order,      // and whatever was found is mended
  not_kept,      // broken at the last look, and nobody wrote a finding of it
  repair_waits,  // the unit says that it is mended
  open,
  overdue,
};
constexpr auto words_of(DutyState) {
  return std::to_array<std::string_view>(
      {"not_checked", "in_order", "not_kept", "repair_waits", "open", "overdue"});
}

/// One duty of one unit, or of all units of a row.
struct Duty {
  std::optional<Date> last;  // when somebody looked last; nothing: nobody did on these days
  int not_kept = 0;          // at the last look at each unit: lines, and people, without a finding of it
  int open = 0, overdue = 0, repair_waits = 0;  // findings
  int mended = 0;                               // likewise, and closed ones

  [[nodiscard]] DutyState state() const;
  Duty& operator+=(const Duty& other);
  friend bool operator==(const Duty&, const Duty&) = default;
};
using Duties = std::array<Duty, every<Checklist>().size()>;  // in the order of Checklist
Duties& operator+=(Duties& sum, const Duties& other);

/// An inspection that has begun, and what it saw of the people of each unit.
struct Look {
  const Inspection* inspection = nullptr;
  const std::map<std::string, Wearing>* by_unit = nullptr;
};

/// By code of the unit that was looked at, in which people were listed, or of which something was found. Of
/// inspections before `days` only what is not mended yet counts, of later ones nothing.
[[nodiscard]] std::map<std::string, Duties> duties_by_unit(std::span<const Look> looks,
                                                           std::pair<Date, Date> days, Date today);

}  // namespace badge::inspection
