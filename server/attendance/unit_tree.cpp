#include "server/attendance/unit_tree.hpp"

#include <algorithm>

namespace badge::attendance {

UnitTree::UnitTree(std::vector<Unit> units) {
  for (const auto& unit : units) codes_.push_back(unit.code);
  std::sort(codes_.begin(), codes_.end());
  codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
  rows_.resize(codes_.size());
  for (auto& unit : units) {
    const auto no = *find(unit.code);
    const auto valid = unit.valid;
    const auto parent = unit.parent_code.empty() ? std::nullopt : find(unit.parent_code);
    rows_[no].add(valid, {std::move(unit), parent});
  }
}

std::optional<UnitNo> UnitTree::find(std::string_view code) const {
  const auto found = std::lower_bound(codes_.begin(), codes_.end(), code);
  if (found == codes_.end() || *found != code) return std::nullopt;
  return static_cast<UnitNo>(found - codes_.begin());
}

const Unit* UnitTree::on(UnitNo unit, Date date) const {
  const auto* row = rows_[unit].on(date);
  return row == nullptr ? nullptr : &row->unit;
}

const Unit* UnitTree::last_during(UnitNo unit, const DateSpan& days) const {
  if (const auto* row = on(unit, days.to)) return row;
  const Unit* last = nullptr;
  for (const auto& row : rows_[unit].rows()) {
    if (row.valid.overlaps(days) && (last == nullptr || row.valid.to >= last->valid.to)) {
      last = &row.value.unit;
    }
  }
  return last;
}

std::optional<UnitNo> UnitTree::parent_on(UnitNo unit, Date date) const {
  const auto* row = rows_[unit].on(date);
  if (row == nullptr || !row->parent || on(*row->parent, date) == nullptr) return std::nullopt;
  return row->parent;
}

std::vector<UnitNo> UnitTree::line_on(UnitNo unit, Date date) const {
  std::vector<UnitNo> line = {unit};
  while (line.size() < unit_levels_max) {
    const auto parent = parent_on(line.back(), date);
    if (!parent) break;
    line.push_back(*parent);
  }
  return line;
}

std::string UnitTree::full_name_on(UnitNo unit, Date date) const {
  const auto* row = on(unit, date);
  if (row == nullptr) return code(unit);
  auto name = row->name;
  const auto line = line_on(unit, date);
  for (std::size_t above = 1; above + 1 < line.size(); ++above) name += ", " + on(line[above], date)->name;
  return name;
}

bool UnitTree::is_within(UnitNo unit, UnitNo top, Date date) const {
  const auto line = line_on(unit, date);
  return std::find(line.begin(), line.end(), top) != line.end();
}

std::vector<UnitTree::Place> UnitTree::order_on(Date date) const {
  std::vector<std::vector<UnitNo>> children(size());
  std::vector<Place> open;  // still to be visited, the next one last
  for (UnitNo unit = 0; unit < size(); ++unit) {
    if (on(unit, date) == nullptr) continue;
    if (const auto parent = parent_on(unit, date)) {
      children[*parent].push_back(unit);
    } else {
      open.push_back({unit, 0});
    }
  }
  std::reverse(open.begin(), open.end());
  std::vector<Place> order;
  while (!open.empty()) {
    const auto place = open.back();
    open.pop_back();
    order.push_back(place);
    const auto& below = children[place.unit];
    for (auto child = below.rbegin(); child != below.rend(); ++child)
      open.push_back({*child, place.level + 1});
  }
  return order;
}

std::vector<UnitNo> UnitTree::subtree_on(UnitNo top, Date date) const {
  std::vector<UnitNo> subtree;
  std::optional<std::uint32_t> top_level;
  for (const auto& place : order_on(date)) {
    if (place.unit == top) {
      top_level = place.level;
    } else if (!top_level) {
      continue;
    } else if (place.level <= *top_level) {
      break;
    }
    subtree.push_back(place.unit);
  }
  return subtree;
}

std::vector<Date> UnitTree::epochs(const DateSpan& days) const {
  std::vector<Date> epochs = {days.from};
  for (const auto& unit : rows_) {
    for (const auto& row : unit.rows()) {
      for (const auto change : {row.valid.from, row.valid.to + std::chrono::days(1)}) {
        if (days.contains(change)) epochs.push_back(change);
      }
    }
  }
  std::sort(epochs.begin(), epochs.end());
  epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
  return epochs;
}

}  // namespace badge::attendance
