#pragma once
/// An office's own rules (*nội quy*), in dated versions; who confirmed having read them, and who was
/// reminded.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::store {

class Database;
class Writer;

inline constexpr std::size_t house_rules_max = 10'000;          // a version a year of each unit, for years
inline constexpr std::size_t house_rule_bytes_max = 32 * 1024;  // ten pages
inline constexpr std::size_t reminders_listed_max = 100;        // of one rule

struct NewHouseRule {
  std::string unit_code;  // and all below it; empty: everybody
  std::string name;       // a later version of the same unit and name takes the place of the earlier
  attendance::Date valid_from;
  std::string paper, text;
  std::string published_by;
};

struct HouseRule : NewHouseRule {
  std::int64_t no = 0;
  Instant at;
};

struct HouseRuleReminder {
  std::int64_t rule = 0;
  std::string unit_code;
  std::int64_t unread = 0;  // people of the unit who had not read it then
  std::string sent_by;
  Instant at;
};

/// Its number; nothing: there are house_rules_max.
[[nodiscard]] std::optional<std::int64_t> write_house_rule(Writer& writer, const NewHouseRule& rule,
                                                           Instant at);
/// The first time counts.
void write_reading(Writer& writer, std::int64_t rule, std::string_view staff_code, Instant at);
void write_reminder(Writer& writer, const HouseRuleReminder& reminder);

/// All versions, the newest first.
[[nodiscard]] std::vector<HouseRule> read_house_rules(Database& database);

/// When a person read which rules.
struct HouseRuleReading {
  std::int64_t rule = 0;
  std::string staff_code;
  Instant at;
};
/// `staff_code` empty: of everybody; `rule` 0: of every rule.
[[nodiscard]] std::vector<HouseRuleReading> read_readings(Database& database, std::int64_t rule,
                                                          std::string_view staff_code);
/// Newest first, at most reminders_listed_max.
[[nodiscard]] std::vector<HouseRuleReminder> read_reminders(Database& database, std::int64_t rule);

}  // namespace badge::store
