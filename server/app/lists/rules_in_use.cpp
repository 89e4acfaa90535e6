#include "server/app/lists/rules_in_use.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "server/app/sentences.hpp"
#include "server/attendance/nearest_row.hpp"

namespace badge::app {

using attendance::ListRule;

namespace {

constexpr std::size_t units_named_max = 12;  // of those without a rule; more would fill the head of a sheet

}  // namespace

const ListRule* RulesInUse::of(const std::string& unit_code) {
  const auto [place, is_new] = found_.try_emplace(unit_code, nullptr);
  if (is_new) {
    const auto line = path_of_unit(book_.units(), unit_code, day_);
    place->second = attendance::row_in_force<ListRule>(stated_, line, day_);
  }
  return place->second;
}

std::vector<std::string> RulesInUse::notes(const std::function<std::string(const ListRule&)>& describe,
                                           const Say& say) const {
  std::vector<std::string> told;
  std::set<const ListRule*> seen;
  std::string without;
  std::size_t count = 0;
  for (const auto& [unit, rule] : found_) {
    if (rule == nullptr) {
      if (count++ < units_named_max) without += (without.empty() ? "" : ", ") + name_of(unit);
    } else if (seen.insert(rule).second) {
      const auto whose = rule->unit_code.empty() ? say("Mọi đơn vị", "Every unit") : name_of(rule->unit_code);
      told.push_back(fmt::format("{}: {} ({})", whose, describe(*rule), ground_of(*rule, say)));
    }
  }
  if (count > units_named_max) without += say(" và đơn vị khác", " and others");
  if (count > 0) {
    told.push_back(
        say("Chưa có quy định nên không lập danh sách: ", "No rule is stated, so there is no list for: ") +
        without);
  }
  return told;
}

/// Its own words, else the house rules of the unit that stated it, each by its name, paper and day.
std::string RulesInUse::ground_of(const ListRule& rule, const Say& say) const {
  if (!rule.rule.empty()) return rule.rule;
  const auto line = path_of_unit(book_.units(), rule.unit_code, day_);
  std::string ground;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& house : house_rules_) {
    const bool holds = house.valid_from <= day_ &&
                       (house.unit_code.empty() || std::ranges::find(line, house.unit_code) != line.end());
    if (!holds || !seen.emplace(house.unit_code, house.name).second) continue;
    ground += (ground.empty() ? "" : "; ") + house.name + (house.paper.empty() ? "" : " " + house.paper) +
              say(" từ ", " from ") + date_text(house.valid_from, say.language());
  }
  return ground.empty() ? say("chưa nêu căn cứ", "no ground is stated") : ground;
}

std::string RulesInUse::name_of(const std::string& unit_code) const {
  const auto unit = book_.units().find(unit_code);
  return unit ? book_.units().full_name_on(*unit, day_) : unit_code;
}

}  // namespace badge::app
