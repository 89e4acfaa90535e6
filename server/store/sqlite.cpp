#include "server/store/sqlite.hpp"

#include <chrono>

namespace badge::store {
namespace {

constexpr std::chrono::milliseconds busy_wait{
    5000};                                  // a connection that opens holds a lock for some milliseconds
constexpr std::size_t sql_shown_max = 120;  // of a statement in an error: enough to find it

[[noreturn]] void fail(int result, sqlite3* database, std::string_view sql) {
  std::string message(sql.substr(0, sql_shown_max));
  message += ": ";
  message += database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(result);
  if (database != nullptr) result = sqlite3_extended_errcode(database);
  throw SqliteError(result, message);
}

/// Nobody asks SQLite how much memory it holds, and counting takes a lock for every allocation. Says nothing
/// where SQLite is in use already: then it goes on counting.
void count_no_memory() {
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);
}

}  // namespace

bool SqliteError::disk_full() const { return (code & 0xFF) == SQLITE_FULL; }

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) fail(result, database, sql);
  handle_.reset(statement);
}

void Statement::check(int result) const {
  if (result == SQLITE_OK) return;
  const char* sql = sqlite3_sql(handle_.get());
  fail(result, sqlite3_db_handle(handle_.get()), sql == nullptr ? "" : sql);
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    // The message belongs to the connection: it must be read before the reset.
    try {
      check(result);
    } catch (...) {
      reset();
      throw;
    }
  }
  reset();
  return false;
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

void Statement::bind_integer(int index, std::int64_t value) {
  check(sqlite3_bind_int64(handle_.get(), index, value));
}

// What is bound outlives the step: callers bind and step in one expression, so nothing needs to be copied.
void Statement::bind_one(int index, std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(handle_.get(), index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_one(int index, const Blob& value) {
  const char* data = value.bytes.data() == nullptr ? "" : value.bytes.data();
  check(sqlite3_bind_blob64(handle_.get(), index, data, value.bytes.size(), SQLITE_STATIC));
}

Database::Database(const std::filesystem::path& file, Mode mode) {
  count_no_memory();
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case Mode::read_write:
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case Mode::create:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
    case Mode::read_only:
      flags |= SQLITE_OPEN_READONLY;
      break;
  }
  sqlite3* database = nullptr;
  const int result = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
  handle_.reset(database);
  if (result != SQLITE_OK) fail(result, database, "open " + file.string());
  sqlite3_busy_timeout(database, static_cast<int>(busy_wait.count()));
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute("PRAGMA foreign_keys = ON");
  execute("PRAGMA trusted_schema = OFF");
}

void Database::execute(const std::string& sql) {
  const int result = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result, handle_.get(), sql);
}

Statement& Database::statement(std::string_view sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second;
  return statements_.emplace(std::string(sql), Statement(handle_.get(), sql)).first->second;
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.statement(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN").run();
}

Transaction::~Transaction() {
  // A full disk may have rolled it back already.
  if (!database_.in_transaction()) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const SqliteError&) {
    // The connection is broken: whatever uses it next says so.
  }
}

void Transaction::commit() { database_.statement("COMMIT").run(); }

}  // namespace badge::store
