#include "server/app/house_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "server/app/unit_people.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::PersonNo;
using attendance::RuleBook;
using store::HouseRule;

std::string pick(Language language, std::string_view vi, std::string_view en) {
  return std::string(language == Language::vi ? vi : en);
}

/// The numbers of those in force: of each unit and name the newest that has begun. `rules`: newest first.
std::set<std::int64_t> in_force(const std::vector<HouseRule>& rules, Date today) {
  std::set<std::int64_t> numbers;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& rule : rules) {
    if (rule.valid_from <= today && seen.emplace(rule.unit_code, rule.name).second) numbers.insert(rule.no);
  }
  return numbers;
}

bool holds_for(const HouseRule& rule, const RuleBook& book, const RuleBook::Stay& stay, Date today) {
  if (rule.unit_code.empty()) return true;
  const auto unit = book.units().find(rule.unit_code);
  return unit && book.units().is_within(stay.unit, *unit, today);
}

UnitName unit_of(const HouseRule& rule, const RuleBook& book, Date today) {
  const auto unit = book.units().find(rule.unit_code);
  if (!unit) return {rule.unit_code, rule.unit_code};
  return {rule.unit_code, book.units().full_name_on(*unit, today)};
}

/// Who is in service today and within the scope.
template <class Visit>
void for_each_person(const RuleBook& book, const Scope& scope, Date today, Visit visit) {
  for (PersonNo person = 0; person < book.people().size(); ++person) {
    const auto* stay = book.stay_on(person, today);
    if (stay != nullptr && scope.holds(book, person, *stay, today)) visit(person, *stay);
  }
}

/// The last time that this unit was: of a rule for everybody each head reminds their own people. `reminders`:
/// newest first.
std::optional<Instant> reminded_at(const std::vector<store::HouseRuleReminder>& reminders,
                                   std::string_view unit_code) {
  const auto found = std::ranges::find(reminders, unit_code, &store::HouseRuleReminder::unit_code);
  return found == reminders.end() ? std::nullopt : std::optional(found->at);
}

std::unordered_set<std::string> readers_of(const store::Store& store, std::int64_t rule) {
  std::unordered_set<std::string> readers;
  for (auto& reading : store.readings(rule, "")) readers.insert(std::move(reading.staff_code));
  return readers;
}

/// How far one version is known. Nothing: nobody within the scope has to read it.
std::optional<RuleKnown> known_of(const store::Store& store, const HouseRule& rule, bool is_in_force,
                                  const RuleBook& book, const Scope& scope, Date today) {
  RuleKnown known{rule, rule.unit_code.empty() ? UnitName{} : unit_of(rule, book, today), is_in_force};
  const auto readers = is_in_force ? readers_of(store, rule.no) : std::unordered_set<std::string>();
  bool concerns = scope.is_everything();
  for_each_person(book, scope, today, [&](PersonNo person, const RuleBook::Stay& stay) {
    if (!holds_for(rule, book, stay, today)) return;
    concerns = true;
    if (!is_in_force) return;
    ++known.people;
    known.read += readers.contains(std::string(book.people().code(person)));
  });
  return concerns ? std::optional(std::move(known)) : std::nullopt;
}

std::optional<std::string> problem_of(const store::NewHouseRule& rule, Language language) {
  if (rule.name.empty()) return pick(language, "Chưa ghi tên nội quy", "The rule has no name");
  if (rule.text.empty()) return pick(language, "Chưa ghi nội dung", "The rule has no text");
  if (rule.text.size() > store::house_rule_bytes_max) {
    return fmt::format(
        fmt::runtime(pick(language, "Nội dung dài quá {} KB", "The text is longer than {} KB")),
        store::house_rule_bytes_max / 1024);
  }
  return std::nullopt;
}

}  // namespace

std::vector<RuleForMe> HouseRules::own(const Identity& who) const {
  std::vector<RuleForMe> own;
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto person = book->people().find(who.staff_code);
  const auto* stay = person ? book->stay_on(*person, today) : nullptr;
  if (stay == nullptr) return own;
  const auto rules = store_.house_rules();
  const auto current = in_force(rules, today);
  const auto readings = store_.readings(0, who.staff_code);
  for (const auto& rule : rules) {
    if (!current.contains(rule.no) || !holds_for(rule, *book, *stay, today)) continue;
    RuleForMe mine{rule, rule.unit_code.empty() ? UnitName{} : unit_of(rule, *book, today), {}, {}};
    const auto read = std::ranges::find(readings, rule.no, &store::HouseRuleReading::rule);
    if (read != readings.end()) {
      mine.read_at = read->at;
    } else {
      mine.reminded_at = reminded_at(store_.reminders(rule.no), book->units().code(stay->unit));
    }
    own.push_back(std::move(mine));
  }
  return own;
}

bool HouseRules::confirm(const Identity& who, std::int64_t rule) {
  const auto mine = own(who);
  const auto found = std::ranges::find(mine, rule, [](const auto& one) { return one.rule.no; });
  if (found == mine.end()) return false;
  store_.confirm_reading(rule, who.staff_code);
  return true;
}

tl::expected<std::int64_t, std::string> HouseRules::publish(store::NewHouseRule rule, const Scope& scope,
                                                            Language language) {
  rule.name = std::string(documents::trimmed(rule.name));
  if (auto problem = problem_of(rule, language)) return tl::unexpected(*std::move(problem));
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto unit = book->units().find(rule.unit_code);
  const bool may = rule.unit_code.empty() ? scope.is_everything()
                                          : unit && book->units().on(*unit, today) != nullptr &&
                                                scope.holds(book->units(), *unit, today);
  if (!may) {
    return tl::unexpected(rule.unit_code.empty()
                              ? pick(language, "Chưa chọn đơn vị ban hành", "Name the unit whose rule it is")
                              : pick(language, "Không có đơn vị này", "There is no such unit"));
  }
  const auto no = store_.publish(rule);
  if (!no) return tl::unexpected(pick(language, "Đã có quá nhiều nội quy", "There are too many rules"));
  return *no;
}

std::vector<RuleKnown> HouseRules::list(const Scope& scope) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto rules = store_.house_rules();
  const auto current = in_force(rules, today);
  std::vector<RuleKnown> known;
  for (const auto& rule : rules) {
    if (auto one = known_of(store_, rule, current.contains(rule.no), *book, scope, today)) {
      known.push_back(*std::move(one));
    }
  }
  return known;
}

std::optional<std::vector<HouseRule>> HouseRules::in_force_during(std::string_view unit,
                                                                  const attendance::DateSpan& days,
                                                                  const Identity& who,
                                                                  const Scope& scope) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto& units = book->units();
  const auto no = units.find(unit);
  const auto day = std::min(days.to, std::chrono::floor<std::chrono::days>(evidence_.now()));
  const auto person = book->people().find(who.staff_code);
  const auto* stay = person && no ? book->stay_on(*person, std::max(days.from, day)) : nullptr;
  const bool is_own = stay != nullptr && (stay->unit == *no || stay->works_at == *no);
  if (!is_own && !unit_within(units, unit, days, scope)) return std::nullopt;
  if (!no) return std::nullopt;
  // Of each unit and name, walking back: the first day that a later version does not cover.
  std::map<std::pair<std::string_view, std::string_view>, Date> covered;
  std::vector<HouseRule> found;
  const auto rules = store_.house_rules();
  for (const auto& rule : rules) {
    const auto of = rule.unit_code.empty() ? std::nullopt : units.find(rule.unit_code);
    const bool holds = rule.unit_code.empty() || (of && units.is_within(*no, *of, days.to));
    auto& since =
        covered.try_emplace({rule.unit_code, rule.name}, days.to + std::chrono::days(1)).first->second;
    if (!holds || rule.valid_from >= since || since <= days.from) continue;
    since = rule.valid_from;
    found.push_back(rule);
  }
  return found;
}

std::optional<RuleReaders> HouseRules::readers(std::int64_t no, const Scope& scope) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto rules = store_.house_rules();
  const auto rule = std::ranges::find(rules, no, &HouseRule::no);
  if (rule == rules.end()) return std::nullopt;
  auto found = known_of(store_, *rule, in_force(rules, today).contains(no), *book, scope, today);
  if (!found) return std::nullopt;
  RuleReaders readers{std::move(*found), {}, {}, store_.reminders(no)};
  const auto read_by = readers_of(store_, no);
  std::map<attendance::UnitNo, RuleReaders::Unit> units;
  for_each_person(*book, scope, today, [&](PersonNo person, const RuleBook::Stay& stay) {
    if (!holds_for(readers.rule.rule, *book, stay, today)) return;
    auto& unit = units[stay.unit];
    ++unit.people;
    const bool has_read = read_by.contains(std::string(book->people().code(person)));
    unit.read += has_read;
    if (has_read || readers.unread.size() == unread_listed_max) return;
    readers.unread.push_back(person_name(*book, stay, today));
  });
  for (const auto& place : book->units().order_on(today)) {
    const auto unit = units.find(place.unit);
    if (unit == units.end()) continue;
    unit->second.unit = {std::string(book->units().code(place.unit)),
                         book->units().full_name_on(place.unit, today)};
    readers.units.push_back(std::move(unit->second));
  }
  if (!scope.is_everything()) {
    std::erase_if(readers.reminders, [&](const store::HouseRuleReminder& reminder) {
      const auto unit = book->units().find(reminder.unit_code);
      return !unit || !scope.holds(book->units(), *unit, today);
    });
  }
  return readers;
}

std::optional<std::size_t> HouseRules::remind(std::int64_t no, const Identity& who, const Scope& scope) {
  const auto found = readers(no, scope);
  if (!found || !found->rule.in_force) return std::nullopt;
  std::size_t reminded = 0;
  for (const auto& unit : found->units) {
    const auto unread = unit.people - unit.read;
    if (unread == 0) continue;
    store_.note_reminder({no, unit.unit.code, static_cast<std::int64_t>(unread), who.name, {}});
    reminded += unread;
  }
  return reminded;
}

}  // namespace badge::app
