#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace badge::bridge {

/// SQLite refused. `code` is its extended result code.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
  [[nodiscard]] int code() const { return code_; }
  /// The file is damaged, or no database at all.
  [[nodiscard]] bool is_corrupt() const;
  /// There is no room: SQLITE_FULL, or a write that the disk refused.
  [[nodiscard]] bool is_out_of_space() const;
  [[nodiscard]] bool is_locked() const;

 private:
  int code_;
};

/// One prepared statement. Bind from 1, `step` to the next row, read columns from 0. Ends its row set when it
/// goes out of use (`reset`).
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, std::uint64_t value) { return bind(index, static_cast<std::int64_t>(value)); }
  Statement& bind(int index, std::string_view text);
  Statement& bind_blob(int index, std::span<const std::uint8_t> bytes);
  Statement& bind_null(int index);
  bool step();  // true: there is a row
  void run();   // to the end, and resets
  void reset();
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::uint64_t sequence(int column) const {
    return static_cast<std::uint64_t>(integer(column));
  }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::span<const std::uint8_t> blob(int column) const;  // until the next step
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// The journal's only connection. Not for several threads.
class JournalDatabase {
 public:
  /// Opens or makes the file, mode 0600, held exclusively: a second opener gets is_locked().
  explicit JournalDatabase(const std::filesystem::path& file);
  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(std::string_view sql) { return {database_.get(), sql}; }
  /// A pragma or query with one text or number as its answer.
  [[nodiscard]] std::string ask(std::string_view sql);

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  std::unique_ptr<sqlite3, Close> database_;
};

/// Begun when made, rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(JournalDatabase& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  JournalDatabase& database_;
  bool open_ = true;
};

}  // namespace badge::bridge
