#include "server/store/login_rows.hpp"

#include <algorithm>

namespace badge::store {
namespace {

constexpr std::string_view login_columns =
    "SELECT login_no, name, staff_code, password, created_at, disabled_at, secret, last_step,"
    " (SELECT count(*) FROM recovery_code WHERE recovery_code.login_no = login.login_no)"
    " FROM login LEFT JOIN second_factor USING (login_no)";

Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }
std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }
std::int64_t day_of(attendance::Date date) { return date.time_since_epoch().count(); }
attendance::Date date_of(std::int64_t day) { return attendance::Date(std::chrono::days(day)); }

using Bytes32 = std::array<std::uint8_t, 32>;
static_assert(std::is_same_v<TokenHash, Bytes32> && std::is_same_v<RecoveryMark, Bytes32>);
Blob blob_of(const Bytes32& hash) { return {{reinterpret_cast<const char*>(hash.data()), hash.size()}}; }

Login login_of(Database& database, const Statement& row) {
  Login login{.no = row.integer(0),
              .name = row.string(1),
              .staff_code = row.string(2),
              .password = row.string(3),
              .grants = {},
              .created_at = instant(row.integer(4)),
              .disabled_at = {},
              .second_factor = row.string(6),
              .last_step = row.integer(7),
              .recovery_codes = row.as<std::size_t>(8)};
  if (!row.is_null(5)) login.disabled_at = instant(row.integer(5));
  for (Rows grant(database.statement("SELECT role, unit_scope, valid_from, valid_to FROM login_grant"
                                     " WHERE login_no = ? ORDER BY place"),
                  login.no);
       grant.next();) {
    login.grants.push_back(
        {grant->as<Role>(0), grant->string(1), {date_of(grant->integer(2)), date_of(grant->integer(3))}});
  }
  return login;
}

/// The number of a login in force; 0: none has this name.
std::int64_t number_of(Database& database, std::string_view name) {
  return database.number("SELECT login_no FROM login WHERE name = ? AND disabled_at IS NULL", name);
}

bool opens_checks(Role role) { return role == Role::inspector || role == Role::guard; }

bool opens_checks(Database& database, std::int64_t login_no) {
  return database.number("SELECT count(*) FROM login_grant WHERE login_no = ? AND role IN (?, ?)", login_no,
                         static_cast<int>(Role::inspector), static_cast<int>(Role::guard)) > 0;
}

/// Entrances must know whose badges open a check: they hear of it like of a badge.
void openers_changed(Database& database, LogState& state) {
  database.statement("UPDATE store_state SET opener_version = ?").run(state.take_position());
  state.facts_changed(database);
}

/// Runs `change(database, login_no)` where there is such a login.
template <class Change>
bool change_login(Writer& writer, std::string_view name, Change change) {
  bool found = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    const auto no = number_of(database, name);
    found = no != 0;
    if (found) change(database, no);
    return true;
  });
  return found;
}

/// The same for what somebody may do.
template <class Change>
bool change_rights(Writer& writer, std::string_view name, Change change) {
  bool found = false;
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    const auto no = number_of(database, name);
    found = no != 0;
    if (!found) return true;
    const bool opened = opens_checks(database, no);
    change(database, no);
    if (opened || opens_checks(database, no)) openers_changed(database, state);
    return true;
  });
  return found;
}

void put_invitation(Database& database, std::int64_t login_no, const Invitation& invitation) {
  database.statement("INSERT OR REPLACE INTO invitation VALUES (?, ?, ?)")
      .run(login_no, blob_of(invitation.token), ms_of(invitation.expires_at));
}

void put_password(Database& database, std::int64_t login_no, std::string_view hash) {
  database.statement("UPDATE login SET password = ? WHERE login_no = ?").run(hash, login_no);
  database.statement("DELETE FROM invitation WHERE login_no = ?").run(login_no);
}

void forget_second_factor(Database& database, std::int64_t login_no) {
  database.statement("DELETE FROM recovery_code WHERE login_no = ?").run(login_no);
  database.statement("DELETE FROM second_factor WHERE login_no = ?").run(login_no);
}

void put_grants(Database& database, std::int64_t login_no, const std::vector<Grant>& grants) {
  database.statement("DELETE FROM login_grant WHERE login_no = ?").run(login_no);
  std::int64_t place = 0;
  for (const auto& grant : grants) {
    database.statement("INSERT INTO login_grant VALUES (?, ?, ?, ?, ?, ?)")
        .run(login_no, place++, static_cast<int>(grant.role), grant.unit_scope, day_of(grant.valid.from),
             day_of(grant.valid.to));
  }
}

}  // namespace

std::optional<Login> read_login(Database& database, std::string_view name) {
  Rows row(database.statement(std::string(login_columns) + " WHERE name = ?"), name);
  return row.next() ? std::optional(login_of(database, *row)) : std::nullopt;
}

std::optional<Login> read_login_invited_by(Database& database, const TokenHash& token, Instant now) {
  Rows row(database.statement(std::string(login_columns) +
                              " JOIN invitation USING (login_no)"
                              " WHERE token = ? AND expires_at > ? AND disabled_at IS NULL"),
           blob_of(token), ms_of(now));
  return row.next() ? std::optional(login_of(database, *row)) : std::nullopt;
}

std::vector<Login> read_logins(Database& database, std::string_view beginning, std::string_view after) {
  std::vector<Login> logins;
  for (Rows row(database.statement(
                    std::string(login_columns) +
                    " WHERE name > ?2 AND (substr(name, 1, length(?1)) = lower(?1)"
                    " OR lower(substr(staff_code, 1, length(?1))) = lower(?1)) ORDER BY name LIMIT ?3"),
                beginning, after, logins_page_max);
       row.next();) {
    logins.push_back(login_of(database, *row));
  }
  return logins;
}

std::vector<CheckOpener> read_check_openers(Database& database) {
  std::vector<CheckOpener> openers;
  for (Rows row(database.statement("SELECT staff_code, role, unit_scope, valid_from, valid_to"
                                   " FROM login JOIN login_grant USING (login_no)"
                                   " WHERE disabled_at IS NULL AND staff_code <> '' AND role IN (?, ?)"
                                   " ORDER BY staff_code, place"),
                static_cast<int>(Role::inspector), static_cast<int>(Role::guard));
       row.next();) {
    openers.push_back(
        {row->string(0),
         {row->as<Role>(1), row->string(2), {date_of(row->integer(3)), date_of(row->integer(4))}}});
  }
  return openers;
}

tl::expected<void, LoginRefused> write_login(Writer& writer, const NewLogin& login,
                                             const Invitation& invitation, Instant now) {
  std::optional<LoginRefused> refused;
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    if (database.number("SELECT count(*) FROM login WHERE name = ?", login.name) > 0) {
      refused = LoginRefused::name_taken;
    } else if (!login.staff_code.empty() &&
               database.number("SELECT count(*) FROM login WHERE staff_code = ? AND disabled_at IS NULL",
                               login.staff_code) > 0) {
      refused = LoginRefused::person_has_one;
    } else if (database.number("SELECT count(*) FROM login") >= static_cast<std::int64_t>(logins_max)) {
      refused = LoginRefused::too_many;
    }
    if (refused) return true;
    database.statement("INSERT INTO login (name, staff_code, password, created_at) VALUES (?, ?, '', ?)")
        .run(login.name, login.staff_code, ms_of(now));
    const auto no = number_of(database, login.name);
    put_grants(database, no, login.grants);
    put_invitation(database, no, invitation);
    const bool opens = std::ranges::any_of(login.grants, [](const Grant& g) { return opens_checks(g.role); });
    if (opens) openers_changed(database, state);
    return true;
  });
  if (refused) return tl::unexpected(*refused);
  return {};
}

bool write_invitation(Writer& writer, std::string_view name, const Invitation& invitation) {
  return change_login(writer, name,
                      [&](Database& database, std::int64_t no) { put_invitation(database, no, invitation); });
}

bool write_password(Writer& writer, std::string_view name, std::string_view hash) {
  return change_login(writer, name,
                      [&](Database& database, std::int64_t no) { put_password(database, no, hash); });
}

bool write_invited_password(Writer& writer, const TokenHash& token, std::string_view hash, Instant now) {
  bool held = false;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    const auto login = read_login_invited_by(database, token, now);
    held = login.has_value();
    if (held) put_password(database, login->no, hash);
    return true;
  });
  return held;
}

bool write_grants(Writer& writer, std::string_view name, const std::vector<Grant>& grants) {
  return change_rights(writer, name,
                       [&](Database& database, std::int64_t no) { put_grants(database, no, grants); });
}

bool write_disabled(Writer& writer, std::string_view name, Instant now) {
  return change_rights(writer, name, [&](Database& database, std::int64_t no) {
    database.statement("UPDATE login SET disabled_at = ? WHERE login_no = ?").run(ms_of(now), no);
    database.statement("DELETE FROM invitation WHERE login_no = ?").run(no);
  });
}

bool write_second_factor(Writer& writer, std::string_view name, const NewSecondFactor& factor) {
  return change_login(writer, name, [&](Database& database, std::int64_t no) {
    forget_second_factor(database, no);
    database.statement("INSERT INTO second_factor VALUES (?, ?, ?)")
        .run(no, Blob{factor.secret}, factor.last_step);
    for (const auto& mark : factor.recovery_codes)
      database.statement("INSERT INTO recovery_code VALUES (?, ?)").run(no, blob_of(mark));
  });
}

bool write_code_used(Writer& writer, std::string_view name, std::int64_t step) {
  bool is_first = false;
  change_login(writer, name, [&](Database& database, std::int64_t no) {
    database.statement("UPDATE second_factor SET last_step = ?2 WHERE login_no = ?1 AND last_step < ?2")
        .run(no, step);
    is_first = sqlite3_changes(database.handle()) > 0;
  });
  return is_first;
}

bool write_recovery_code_used(Writer& writer, std::string_view name, const RecoveryMark& mark) {
  bool was_there = false;
  change_login(writer, name, [&](Database& database, std::int64_t no) {
    database.statement("DELETE FROM recovery_code WHERE login_no = ? AND mark = ?").run(no, blob_of(mark));
    was_there = sqlite3_changes(database.handle()) > 0;
  });
  return was_there;
}

bool write_second_factor_reset(Writer& writer, std::string_view name) {
  return change_login(writer, name, forget_second_factor);
}

}  // namespace badge::store
