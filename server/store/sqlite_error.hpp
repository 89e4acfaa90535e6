#pragma once
#include <stdexcept>
#include <string>

namespace badge::store {

/// The engine refused: disk full or broken, a file that is no store, a mistake in a statement. `what()`
/// begins with the statement.
struct SqliteError : std::runtime_error {
  SqliteError(int result_code, const std::string& message) : std::runtime_error(message), code(result_code) {}
  int code;  // SQLite's extended result code
  [[nodiscard]] bool disk_full() const;
};

}  // namespace badge::store
