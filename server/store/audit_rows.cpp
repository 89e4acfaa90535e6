#include "server/store/audit_rows.hpp"

#include <algorithm>

#include "server/store/status_reader.hpp"

namespace badge::store {
namespace {

constexpr std::string_view audit_columns =
    "SELECT no, at, actor, address, action, target, staff_code, unit_code, status, digest FROM audit";

/// Cut between characters of UTF-8, without what separates fields and lines.
void make_plain(std::string& text) {
  if (text.size() > audit_text_bytes_max) {
    auto end = audit_text_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
  }
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
}

/// What the digest is over.
std::string line_of(const AuditEntry& entry) {
  auto line = std::to_string(entry.no) + '\t' + std::to_string(entry.at.time_since_epoch().count());
  for (const auto* text :
       {&entry.actor, &entry.address, &entry.action, &entry.target, &entry.staff_code, &entry.unit_code}) {
    line += '\t' + *text;
  }
  return line + '\t' + std::to_string(entry.status);
}

AuditEntry entry_of(const Statement& row) {
  return {row.as<std::uint64_t>(0),
          Instant(std::chrono::milliseconds(row.integer(1))),
          row.string(2),
          row.string(3),
          row.string(4),
          row.string(5),
          row.string(6),
          row.string(7),
          row.as<int>(8)};
}

AuditEntry plain(AuditEntry entry, Instant now) {
  for (auto* text :
       {&entry.actor, &entry.address, &entry.action, &entry.target, &entry.staff_code, &entry.unit_code}) {
    make_plain(*text);
  }
  entry.at = now;
  return entry;
}

struct Link {
  std::uint64_t no = 0;
  Digest digest;
};

Link link_of(Rows row) {
  return row.next() ? Link{row->as<std::uint64_t>(0), digest_of(row->blob(1))} : Link{};
}

/// The last row that was erased: the rest is chained to it.
Link last_erased(Database& database) {
  return link_of(Rows(database.statement("SELECT no, digest FROM audit_erased")));
}

Link last_row(Database& database) {
  const auto last =
      link_of(Rows(database.statement("SELECT no, digest FROM audit ORDER BY no DESC LIMIT 1")));
  return last.no > 0 ? last : last_erased(database);
}

/// Gives the entry its number and chains it to the row before, in the running transaction.
void append_row(Database& database, AuditEntry& entry) {
  const auto last = last_row(database);
  entry.no = last.no + 1;
  const auto digest = chain(last.digest, line_of(entry));
  const std::string_view bytes(reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size());
  database.statement("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(entry.no, entry.at.time_since_epoch().count(), entry.actor, entry.address, entry.action,
           entry.target, entry.staff_code, entry.unit_code, entry.status, Blob{bytes});
}

}  // namespace

void append_audit_row(Database& database, AuditEntry entry, Instant now) {
  entry = plain(std::move(entry), now);
  append_row(database, entry);
}

void append_audit(Writer& writer, AuditEntry entry, Instant now, Durability durability) {
  entry = plain(std::move(entry), now);
  writer.run(
      [&](Database& database, LogState&, const SliceClock&) {
        append_row(database, entry);
        return true;
      },
      durability);
}

std::int64_t begin_audited(Writer& writer, AuditEntry entry, Instant now) {
  entry = plain(std::move(entry), now);
  std::int64_t begun_no = 0;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement(
            "INSERT INTO audit_begun (at, actor, address, action, target, staff_code, unit_code)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(entry.at.time_since_epoch().count(), entry.actor, entry.address, entry.action, entry.target,
             entry.staff_code, entry.unit_code);
    begun_no = sqlite3_last_insert_rowid(database.handle());
    return true;
  });
  return begun_no;
}

void end_audited(Writer& writer, std::int64_t begun_no, AuditEntry entry, Instant now) {
  entry = plain(std::move(entry), now);
  writer.run(
      [&](Database& database, LogState&, const SliceClock&) {
        append_row(database, entry);
        database.statement("DELETE FROM audit_begun WHERE begun_no = ?").run(begun_no);
        return true;
      },
      Durability::unflushed);
}

void end_interrupted(Database& database) {
  std::vector<AuditEntry> begun;
  for (Rows row(database.statement("SELECT 0, at, actor, address, action, target, staff_code, unit_code,"
                                   " ?, NULL FROM audit_begun ORDER BY begun_no"),
                audit_outcome_unknown);
       row.next();) {
    begun.push_back(entry_of(*row));
  }
  for (auto& entry : begun) append_row(database, entry);
  database.execute("DELETE FROM audit_begun");
}

std::vector<AuditEntry> read_audit(Database& database, const AuditFilter& filter) {
  std::vector<AuditEntry> entries;
  for (Rows row(
           database.statement(std::string(audit_columns) +
                              " WHERE no < ?1 AND (?2 = '' OR actor = ?2) AND (?3 = '' OR staff_code = ?3)"
                              " AND (?4 = '' OR unit_code = ?4) AND (?5 = '' OR actor <> ?5)"
                              " ORDER BY no DESC LIMIT ?6"),
           filter.before.value_or(INT64_MAX), filter.actor, filter.staff_code, filter.unit_code,
           filter.but_actor, audit_page_max);
       row.next();) {
    entries.push_back(entry_of(*row));
  }
  return entries;
}

AuditCheck check_audit(Database& database) {
  const auto erased = last_erased(database);
  AuditCheck check{erased.no, erased.no, erased.digest, {}};
  for (Rows row(database.statement(std::string(audit_columns) + " ORDER BY no")); row.next();) {
    const auto entry = entry_of(*row);
    const auto digest = chain(check.last, line_of(entry));
    if (entry.no != check.entries + 1 || digest != digest_of(row->blob(9))) {
      check.first_wrong = check.entries + 1;
      return check;
    }
    check.entries = entry.no;
    check.last = digest;
  }
  return check;
}

}  // namespace badge::store
