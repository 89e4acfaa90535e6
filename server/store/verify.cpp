#include "server/store/verify.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "server/store/log_tail.hpp"
#include "server/store/month_number.hpp"
#include "server/store/retention.hpp"
#include "server/store/row_sum.hpp"

namespace badge::store {
namespace {

std::string name_of(MonthNumber number) {
  const auto month = month_of(number);
  return std::to_string(static_cast<int>(month.year())) + "-" +
         std::to_string(static_cast<unsigned>(month.month()));
}

class Verification {
 public:
  explicit Verification(Database& database) : database_(database) {}

  VerifyReport run() {
    check_file();
    check_months();
    check_checks();
    check_marks();
    check_sources();
    check_credentials();
    return std::move(report_);
  }

 private:
  void differ(std::string sentence) {
    if (report_.differences.size() < differences_max) report_.differences.push_back(std::move(sentence));
  }

  void check_file() {
    for (Rows row(database_.statement("PRAGMA quick_check(10)")); row.next();) {
      if (row->text(0) != "ok") differ("store.db: " + row->string(0));
    }
    for (Rows row(database_.statement("PRAGMA foreign_key_check")); row.next();) {
      differ("table " + row->string(0) + ": a row refers to a row of " + row->string(2) +
             " that is not there");
    }
  }

  /// What credential_month should hold of the taps up to the cursor, against what it holds.
  void check_months() {
    const auto cursor = static_cast<std::uint64_t>(database_.number("SELECT fold_cursor FROM store_state"));
    std::unordered_map<std::int64_t, std::uint64_t> upto;
    std::unordered_map<std::int64_t, RowSum> stored;
    for (Rows row(database_.statement("SELECT id, upto, taps FROM credential_month WHERE id >= ?"),
                  month_row_id(first_month_, 0));
         row.next();) {
      upto[row->integer(0)] = row->as<std::uint64_t>(1);
      add_stored(row->integer(0), row->blob(2), stored[row->integer(0)]);
    }
    std::unordered_map<std::int64_t, RowSum> expected;
    std::map<MonthNumber, std::uint64_t> of_month;
    LogTail tail(database_, 0);
    for (LoggedTap tap; tail.next(tap);) {
      ++report_.checked["taps"];
      sources_seen_.insert(tap.packed.source_no());
      credentials_seen_.insert(tap.credential_no);
      const auto reached = months_reached(tap.packed.at());
      if (reached.own >= first_month_) ++of_month[reached.own];
      for (auto month = std::max(reached.first, first_month_); month <= reached.last; ++month) {
        const auto id = month_row_id(month, tap.credential_no);
        const auto row = upto.find(id);
        // A round that is under way has written some rows beyond the cursor.
        if (tap.position <= cursor || (row != upto.end() && tap.position <= row->second)) {
          expected[id].add(tap.packed.word);
        }
      }
    }
    report_.checked["credential_months"] = stored.size();
    for (const auto& [id, sum] : expected) {
      if (!(stored[id] == sum)) {
        differ("month " + name_of(static_cast<MonthNumber>(id >> 32)) + ", credential " +
               std::to_string(id & 0xFFFFFFFF) + ": the log has " + std::to_string(sum.count) +
               " taps, credential_month " + std::to_string(stored[id].count) + " or others");
      }
      stored.erase(id);
    }
    for (const auto& [id, sum] : stored) {
      if (sum.count > 0)
        differ("credential_month row " + std::to_string(id) + " holds taps that the log has not");
    }
    check_counts(of_month);
  }

  /// How many taps each month is said to hold, from which the list of months is made.
  void check_counts(std::map<MonthNumber, std::uint64_t> of_month) {
    std::map<MonthNumber, std::uint64_t> counted;
    for (Rows row(database_.statement("SELECT month, taps FROM month_touched WHERE month >= ?"),
                  first_month_);
         row.next();) {
      counted[row->as<MonthNumber>(0)] = row->as<std::uint64_t>(1);
      of_month.try_emplace(row->as<MonthNumber>(0), 0);
    }
    for (const auto& [month, taps] : of_month) {
      if (counted[month] == taps) continue;
      differ("month " + name_of(month) + ": the log has " + std::to_string(taps) +
             " taps, month_touched says " + std::to_string(counted[month]));
    }
  }

  void add_stored(std::int64_t id, std::string_view taps, RowSum& sum) {
    std::uint64_t previous = 0;
    for (std::size_t i = 0; i + sizeof(previous) <= taps.size(); i += sizeof(previous)) {
      std::uint64_t word = 0;
      std::memcpy(&word, taps.data() + i, sizeof(word));
      if (word < previous) differ("credential_month row " + std::to_string(id) + " is not in order of time");
      previous = word;
      sum.add(word);
    }
  }

  /// What is a tap and a check is both, and every card of a check is known.
  void check_checks() {
    for (Rows row(database_.statement("SELECT inspector_no, credential_no FROM badge_check")); row.next();) {
      ++report_.checked["badge_checks"];
      for (const int column : {0, 1})
        if (row->integer(column) != 0) credentials_seen_.insert(row->as<std::uint32_t>(column));
    }
    for (Rows row(database_.statement(
             "SELECT position FROM tap_log LEFT JOIN badge_check USING (position) WHERE tap_log.check_ref IS "
             "NOT NULL"
             " AND (tap_log.check_ref, tap_log.seq, tap_log.credential_no, tap_log.at) IS NOT"
             " (badge_check.check_ref, badge_check.seq, badge_check.credential_no, badge_check.at)"));
         row.next();) {
      differ("tap " + row->string(0) + " is of a check, and badge_check holds nothing or another of it");
    }
    // Where taps are being erased now, the checks that go with them follow.
    for (Rows row(
             database_.statement("SELECT position FROM badge_check WHERE kind = 0 AND at >= ?"
                                 " AND position NOT IN (SELECT position FROM tap_log)"),
             first_month_ == 0 ? INT64_MIN : first_kept_instant(first_month_).time_since_epoch().count());
         row.next();) {
      differ("badge_check row " + row->string(0) + " is of a tap that the log has not");
    }
  }

  /// Every row up to a stream's mark must be stored once: as a tap, an event, a check, in quarantine, or as
  /// lost; or it is erased.
  void check_marks() {
    std::unordered_map<std::int64_t, RowSum> held;
    for (Rows row(database_.statement("SELECT stream_no, rows, mixed FROM erased_rows")); row.next();) {
      held[row->integer(0)] = {row->as<std::uint64_t>(1), row->as<std::uint64_t>(2)};
    }
    for (const auto* sql :
         {"SELECT stream_no, seq FROM tap_log JOIN source USING (source_no)",
          "SELECT stream_no, seq FROM reader_event", "SELECT stream_no, seq FROM quarantine",
          "SELECT stream_no, seq FROM badge_check WHERE kind > 0"}) {
      for (Rows row(database_.statement(sql)); row.next();)
        held[row->integer(0)].add(row->as<std::uint64_t>(1));
    }
    for (Rows row(database_.statement("SELECT stream_no, first_seq, last_seq FROM lost_rows")); row.next();) {
      for (auto seq = row->as<std::uint64_t>(1); seq <= row->as<std::uint64_t>(2); ++seq) {
        held[row->integer(0)].add(seq);
      }
    }
    for (Rows row(database_.statement("SELECT stream_no, name, origin, seq FROM stream WHERE imported = 0"));
         row.next();) {
      ++report_.checked["streams"];
      RowSum due;
      for (std::uint64_t seq = 1; seq <= row->as<std::uint64_t>(3); ++seq) due.add(seq);
      const auto& found = held[row->integer(0)];
      if (found == due) continue;
      differ("stream " + row->string(1) + " of " + row->string(2) + ": its mark is " +
             std::to_string(due.count) + ", it has " + std::to_string(found.count) + " rows, or others");
    }
  }

  void check_sources() {
    std::unordered_set<std::uint32_t> known;
    for (Rows row(database_.statement("SELECT source_no FROM source")); row.next();) {
      known.insert(row->as<std::uint32_t>(0));
    }
    report_.checked["sources"] = known.size();
    for (const auto no : sources_seen_) {
      if (!known.contains(no)) differ("taps name source " + std::to_string(no) + ", which is not there");
    }
  }

  void check_credentials() {
    for (Rows row(database_.statement("SELECT credential_no FROM credential")); row.next();) {
      ++report_.checked["credentials"];
      credentials_seen_.erase(row->as<std::uint32_t>(0));
    }
    for (const auto no : credentials_seen_) {
      differ("taps name credential " + std::to_string(no) + ", which is not there");
    }
  }

  Database& database_;
  const MonthNumber first_month_ = read_first_month(database_);  // what was before is erased
  VerifyReport report_;
  std::unordered_set<std::uint32_t> sources_seen_, credentials_seen_;
};

}  // namespace

VerifyReport verify_store(Database& database) { return Verification(database).run(); }

}  // namespace badge::store
