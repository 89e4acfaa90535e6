#pragma once
/// SQLite without its traps: handles that close themselves, statements that reset themselves, errors that
/// name the statement. One object is used by one thread at a time.
#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/store/sqlite_error.hpp"

namespace badge::store {

/// Bytes, where a plain string_view is text.
struct Blob {
  std::string_view bytes;
};

/// One prepared statement. Text and blobs that it returns live until the next step.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  /// Runs it to its end; rows, if any, are dropped.
  template <class... Values>
  void run(const Values&... values) {
    bind(values...);
    while (step()) {
    }
  }
  /// Binds parameters 1, 2, … anew.
  template <class... Values>
  void bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_one(++index, values), ...);
  }
  /// True: there is a row. False: it ended, and was reset.
  bool step();
  void reset() noexcept { sqlite3_reset(handle_.get()); }

  // Columns count from 0.
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  template <class T>
  [[nodiscard]] T as(int column) const {
    return static_cast<T>(integer(column));
  }
  [[nodiscard]] std::string_view text(int column) const { return blob(column); }
  [[nodiscard]] std::string string(int column) const { return std::string(blob(column)); }
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
  }

 private:
  void bind_integer(int index, std::int64_t value);
  template <std::integral T>
  void bind_one(int index, T value) {
    bind_integer(index, static_cast<std::int64_t>(value));
  }
  void bind_one(int index, std::string_view value);
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const Blob& value);
  template <class T>
  void bind_one(int index, const std::optional<T>& value) {
    if (value) {
      bind_one(index, *value);
    } else {
      check(sqlite3_bind_null(handle_.get(), index));
    }
  }
  void check(int result) const;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// The rows of a statement, one after the other; whatever ends the loop, the statement is reset.
///   for (Rows rows(statement, month); rows.next();) use(rows->integer(0));
class Rows {
 public:
  template <class... Values>
  explicit Rows(Statement& statement, const Values&... values) : statement_(statement) {
    statement_.bind(values...);
  }
  ~Rows() { statement_.reset(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  bool next() { return statement_.step(); }
  const Statement* operator->() const { return &statement_; }
  const Statement& operator*() const { return statement_; }

 private:
  Statement& statement_;
};

/// One connection.
class Database {
 public:
  enum class Mode { read_write, create, read_only };

  /// Throws SqliteError. Waits for locks at most `busy_wait`: only start and end of another connection hold
  /// any.
  Database(const std::filesystem::path& file, Mode mode);

  void execute(const std::string& sql);
  /// Prepared once, kept as long as the connection.
  Statement& statement(std::string_view sql);
  /// The first column of the only row.
  template <class... Values>
  std::int64_t number(std::string_view sql, const Values&... values) {
    Rows rows(statement(sql), values...);
    return rows.next() ? rows->integer(0) : 0;
  }
  [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::map<std::string, Statement, std::less<>> statements_;  // behind the handle: they close first
};

/// Rolled back unless committed.
class Transaction {
 public:
  enum class Kind { write, read };
  explicit Transaction(Database& database, Kind kind = Kind::write);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
};

}  // namespace badge::store
