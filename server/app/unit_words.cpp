#include "server/app/unit_words.hpp"

#include <algorithm>
#include <set>

#include "server/app/header_words.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::UnitNo;
using attendance::UnitTree;

/// Its name alone, with those above it, and the same from above; the root's, which all share, is left out.
std::set<std::string> ways_of(const UnitTree& units, UnitNo unit, Date date) {
  std::string up, down;
  const auto line = units.line_on(unit, date);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto* named = units.on(line[i], date);
    if (named == nullptr || (i > 0 && i + 1 == line.size())) continue;
    const auto name = plain_words(named->name);
    up += (up.empty() ? "" : " ") + name;
    down = name + (down.empty() ? "" : " ") + down;
  }
  const auto* own = units.on(unit, date);
  return {own == nullptr ? std::string() : plain_words(own->name), up, down};
}

}  // namespace

UnitWords::UnitWords(const attendance::RuleBook& book, const Scope& scope, Date date)
    : book_(book), date_(date) {
  for (const auto& place : book.units().order_on(date)) {
    if (!scope.holds(book.units(), place.unit, date)) continue;
    codes_.emplace(plain_words(book.units().code(place.unit)), place.unit);
    for (const auto& way : ways_of(book.units(), place.unit, date)) names_[way].push_back(place.unit);
  }
}

std::optional<UnitNo> UnitWords::by_code(std::string_view code) const {
  const auto found = codes_.find(plain_words(code));
  return code.empty() || found == codes_.end() ? std::nullopt : std::optional(found->second);
}

std::string UnitWords::find(std::string_view code, std::string_view name) const {
  if (const auto unit = by_code(code)) return book_.units().code(*unit);
  if (const auto unit = by_code(name)) return book_.units().code(*unit);  // some lists have codes there
  const auto named = names_.find(plain_words(name));
  if (named == names_.end() || named->second.size() != 1) return {};
  return book_.units().code(named->second.front());
}

bool UnitWords::says(UnitNo unit, std::string_view code, std::string_view name) const {
  if (const auto meant = by_code(code)) return *meant == unit;
  if (name.empty()) return code.empty() || plain_words(code) == plain_words(book_.units().code(unit));
  const auto words = plain_words(name);
  if (words == plain_words(book_.units().code(unit))) return true;
  return ways_of(book_.units(), unit, date_).contains(words);
}

}  // namespace badge::app
