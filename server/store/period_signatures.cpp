#include "server/store/period_signatures.hpp"

#include <algorithm>

#include "server/store/fact_columns.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

PeriodSignature write_signature(Writer& writer, const NewPeriodSignature& signature, Instant at) {
  PeriodSignature written{signature, 0, at};
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    written.position = state.take_position();  // changes no verdict, so no month need be judged again
    const std::string_view digest(reinterpret_cast<const char*>(signature.digest.bytes.data()),
                                  signature.digest.bytes.size());
    database.statement("INSERT INTO period_signature VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(written.position, signature.unit_code, columns::day(signature.days.from),
             columns::day(signature.days.to), static_cast<int>(signature.step), signature.signed_by,
             signature.staff_code, at.time_since_epoch().count(), signature.facts_position,
             static_cast<std::int64_t>(signature.verdicts), Blob{digest});
    return true;
  });
  return written;
}

std::vector<PeriodSignature> read_signatures(Database& database, const attendance::DateSpan& days) {
  std::vector<PeriodSignature> signatures;
  for (Rows row(database.statement("SELECT position, unit_code, first_date, last_date, step, signed_by,"
                                   " staff_code, at, facts_position, verdicts, digest FROM period_signature"
                                   " WHERE first_date <= ? AND last_date >= ? ORDER BY position"),
                columns::day(days.to), columns::day(days.from));
       row.next();) {
    auto& signature = signatures.emplace_back();
    signature.position = row->as<std::uint64_t>(0);
    signature.unit_code = row->string(1);
    signature.days = columns::span(*row, 2, 3);
    signature.step = static_cast<SigningStep>(row->integer(4));
    signature.signed_by = row->string(5);
    signature.staff_code = row->string(6);
    signature.at = Instant(std::chrono::milliseconds(row->integer(7)));
    signature.facts_position = row->as<std::uint64_t>(8);
    signature.verdicts = static_cast<std::uint64_t>(row->integer(9));
    const auto digest = row->blob(10);
    std::copy_n(digest.begin(), std::min(digest.size(), signature.digest.bytes.size()),
                signature.digest.bytes.begin());
  }
  return signatures;
}

}  // namespace badge::store
