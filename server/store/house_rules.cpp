#include "server/store/house_rules.hpp"

#include "server/store/fact_columns.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }
std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }

}  // namespace

std::optional<std::int64_t> write_house_rule(Writer& writer, const NewHouseRule& rule, Instant at) {
  std::optional<std::int64_t> no;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    if (database.number("SELECT count(*) FROM house_rule") >= static_cast<std::int64_t>(house_rules_max)) {
      return true;
    }
    database
        .statement(
            "INSERT INTO house_rule (unit_code, name, valid_from, paper, text, published_by, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(rule.unit_code, rule.name, columns::day(rule.valid_from), rule.paper, rule.text,
             rule.published_by, ms_of(at));
    no = sqlite3_last_insert_rowid(database.handle());
    return true;
  });
  return no;
}

void write_reading(Writer& writer, std::int64_t rule, std::string_view staff_code, Instant at) {
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database.statement("INSERT OR IGNORE INTO house_rule_reading VALUES (?, ?, ?)")
        .run(rule, staff_code, ms_of(at));
    return true;
  });
}

void write_reminder(Writer& writer, const HouseRuleReminder& reminder) {
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement(
            "INSERT INTO house_rule_reminder (rule_no, unit_code, unread, sent_by, at) VALUES (?, ?, ?, ?, "
            "?)")
        .run(reminder.rule, reminder.unit_code, reminder.unread, reminder.sent_by, ms_of(reminder.at));
    return true;
  });
}

std::vector<HouseRule> read_house_rules(Database& database) {
  std::vector<HouseRule> rules;
  for (Rows row(database.statement(
           "SELECT rule_no, unit_code, name, valid_from, paper, text, published_by, at FROM house_rule"
           " ORDER BY valid_from DESC, rule_no DESC"));
       row.next();) {
    HouseRule rule;
    rule.no = row->integer(0);
    rule.unit_code = row->string(1);
    rule.name = row->string(2);
    rule.valid_from = columns::date(row->integer(3));
    rule.paper = row->string(4);
    rule.text = row->string(5);
    rule.published_by = row->string(6);
    rule.at = instant(row->integer(7));
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<HouseRuleReading> read_readings(Database& database, std::int64_t rule,
                                            std::string_view staff_code) {
  std::vector<HouseRuleReading> readings;
  for (Rows row(database.statement("SELECT rule_no, staff_code, at FROM house_rule_reading"
                                   " WHERE (?1 = 0 OR rule_no = ?1) AND (?2 = '' OR staff_code = ?2)"),
                rule, staff_code);
       row.next();) {
    readings.push_back({row->integer(0), row->string(1), instant(row->integer(2))});
  }
  return readings;
}

std::vector<HouseRuleReminder> read_reminders(Database& database, std::int64_t rule) {
  std::vector<HouseRuleReminder> reminders;
  for (Rows row(database.statement("SELECT rule_no, unit_code, unread, sent_by, at FROM house_rule_reminder"
                                   " WHERE rule_no = ? ORDER BY reminder_no DESC LIMIT ?"),
                rule, reminders_listed_max);
       row.next();) {
    reminders.push_back(
        {row->integer(0), row->string(1), row->integer(2), row->string(3), instant(row->integer(4))});
  }
  return reminders;
}

}  // namespace badge::store
