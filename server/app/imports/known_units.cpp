#include "server/app/imports/known_units.hpp"

#include <algorithm>

#include "server/app/imports/dates.hpp"

namespace badge::app {

using attendance::Date;
using attendance::DateSpan;
using attendance::Unit;
using std::chrono::days;

UnitHistory::UnitHistory(std::span<const Unit> units) {
  for (const auto& unit : units) by_date_.push_back(&unit);
  std::ranges::stable_sort(by_date_, {}, [](const Unit* unit) { return unit->valid.from; });
  for (const auto* unit : by_date_) rows_[unit->code].push_back(unit);
}

std::span<const Unit* const> UnitHistory::rows(std::string_view code) const {
  const auto found = rows_.find(code);
  if (found == rows_.end()) return {};
  return found->second;
}

bool UnitHistory::exists_during(std::string_view code, const DateSpan& span) const {
  return std::ranges::any_of(rows(code), [&](const Unit* unit) { return unit->valid.overlaps(span); });
}

std::optional<std::string> UnitHistory::objection(std::string_view code, const DateSpan& span,
                                                  const ImportReport& report) const {
  const auto known = rows(code);
  if (known.empty()) {
    return report.say("không có đơn vị nào có mã này; nhập danh sách đơn vị trước, hoặc sửa mã",
                      "no unit has this code; import the units first, or mend the code");
  }
  Date needed = span.from;  // the first day that no row has covered yet
  const Unit* last = nullptr;
  for (const auto* row : known) {
    if (row->valid.contains(needed)) {
      if (row->valid.to >= span.to) return std::nullopt;
      needed = row->valid.to + days(1);
    }
    if (row->valid.from <= needed) last = row;
  }
  if (last == nullptr) {
    return report.say("đơn vị này đến ngày {} mới thành lập", "this unit begins only on {}",
                      show_date(known.front()->valid.from));
  }
  const auto* successor = successor_of(*last);
  if (successor == nullptr) {
    return report.say("đơn vị này kết thúc ngày {}; cho dòng này kết thúc không muộn hơn ngày đó",
                      "this unit ended on {}; end this row no later than that", show_date(last->valid.to));
  }
  return report.say("đơn vị này kết thúc ngày {}; từ ngày {} có \"{}\" ({}) thay thế",
                    "this unit ended on {}; from {} \"{}\" ({}) stands in its place",
                    show_date(last->valid.to), show_date(successor->valid.from), successor->code,
                    successor->name);
}

/// A unit is taken for the successor only where it is the single new one beside the ended one: a guess among
/// several would send people to the wrong office.
const Unit* UnitHistory::successor_of(const Unit& ended) const {
  const Unit* found = nullptr;
  const auto born = std::ranges::equal_range(by_date_, ended.valid.to + days(1), {},
                                             [](const Unit* unit) { return unit->valid.from; });
  for (const auto* unit : born) {
    const bool is_new = rows(unit->code).front() == unit;
    if (!is_new || unit->parent_code != ended.parent_code || unit->kind != ended.kind) continue;
    if (found != nullptr) return nullptr;
    found = unit;
  }
  return found;
}

}  // namespace badge::app
