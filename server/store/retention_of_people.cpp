#include "server/store/retention_of_people.hpp"

#include <array>

#include "server/store/fact_rows.hpp"
#include "server/store/inspections.hpp"
#include "server/store/retention.hpp"
#include "server/store/tap_key.hpp"

namespace badge::store {
namespace {

/// Tables whose rows of a person simply go.
constexpr std::array<std::string_view, 16> tables = {
    "posting",   "badge",       "head",        "assignment",        "absence",         "regime",
    "duty",      "credit",      "correction",  "leave_entitlement", "absence_request", "house_rule_reading",
    "card_loan", "card_number", "trip_report", "praise_listed"};

constexpr std::string_view ended_before =
    "SELECT staff_code FROM (SELECT staff_code, valid_to, max(position) FROM posting"
    " WHERE batch <> ?1 GROUP BY staff_code, valid_from)"
    " GROUP BY staff_code HAVING max(valid_to) < ?2";

bool has_ended(Database& database, std::string_view staff_code, attendance::Date before) {
  const auto last = database.number(
      "SELECT max(valid_to) FROM (SELECT valid_to, max(position) FROM posting"
      " WHERE staff_code = ? GROUP BY valid_from)",
      staff_code);
  return last < before.time_since_epoch().count();
}

void erase_login(Database& database, std::string_view staff_code, Instant now) {
  constexpr std::string_view own = " WHERE login_no IN (SELECT login_no FROM login WHERE staff_code = ?)";
  for (const std::string_view table :
       {"login_grant", "invitation", "second_factor", "recovery_code", "notice_contact"})
    database.statement("DELETE FROM " + std::string(table) + std::string(own)).run(staff_code);
  database
      .statement(
          "UPDATE login SET staff_code = '', password = '', disabled_at = coalesce(disabled_at, ?)"
          " WHERE staff_code = ?")
      .run(now.time_since_epoch().count(), staff_code);
}

/// History that named the person and no card: its taps are nobody's, but they stay taps.
void forget_key(Database& database, LogState& state, std::string_view staff_code) {
  const auto key = TapKey::staff(staff_code);
  const auto no = database.number("SELECT credential_no FROM credential WHERE key = ?", Blob{key.bytes()});
  if (no == 0) return;
  const auto nobody = "X" + std::to_string(no);  // no TapKey
  database.statement("UPDATE credential SET key = ? WHERE credential_no = ?").run(Blob{nobody}, no);
  database.statement("UPDATE credential_month SET key = ? WHERE key = ?")
      .run(Blob{nobody}, Blob{key.bytes()});
  state.forget_credential(key);
}

}  // namespace

std::span<const std::string_view> tables_of_people() { return tables; }

std::vector<std::string> people_before(Database& database, attendance::Date before) {
  std::vector<std::string> people;
  for (Rows row(database.statement(ended_before), pending_batch(database), before.time_since_epoch().count());
       row.next();) {
    people.push_back(row->string(0));
  }
  return people;
}

std::uint64_t erase_person(Database& database, LogState& state, std::string_view staff_code,
                           attendance::Date before, Instant now) {
  if (!has_ended(database, staff_code, before)) return 0;
  database
      .statement(
          "DELETE FROM request_decision WHERE request_no IN"
          " (SELECT request_no FROM absence_request WHERE staff_code = ?)")
      .run(staff_code);
  for (const auto table : tables)
    database.statement("DELETE FROM " + std::string(table) + " WHERE staff_code = ?").run(staff_code);
  forget_in_inspections(database, staff_code);
  erase_login(database, staff_code, now);
  forget_key(database, state, staff_code);
  static_cast<void>(state.take_position());
  state.roster_changed();
  state.facts_changed(database);
  return 1;
}

}  // namespace badge::store
