#include "server/store/schema.hpp"

#include "server/store/store.hpp"

namespace badge::store {

std::string schema_problem(Database& database) {
  const auto version = database.number("PRAGMA user_version");
  const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (empty && version == 0) return {};
  if (database.number("PRAGMA application_id") != application_id) {
    return "this SQLite file was not made by badge-server";
  }
  const auto known = static_cast<std::int64_t>(migrations().size());
  if (version > known) {
    return "the store has schema " + std::to_string(version) + ", this program knows up to " +
           std::to_string(known) + "; use the program that wrote it, or a newer one";
  }
  return {};
}

void migrate(Database& database) {
  if (const auto problem = schema_problem(database); !problem.empty()) throw CannotOpen(problem);
  for (auto version = database.number("PRAGMA user_version");
       version < static_cast<std::int64_t>(migrations().size()); ++version) {
    Transaction transaction(database);
    database.execute("PRAGMA application_id = " + std::to_string(application_id));
    database.execute(std::string(migrations()[static_cast<std::size_t>(version)]));
    database.execute("PRAGMA user_version = " + std::to_string(version + 1));
    transaction.commit();
  }
}

}  // namespace badge::store
