#include "server/store/snapshot.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "server/store/check_log.hpp"
#include "server/store/fact_rows.hpp"
#include "server/store/log_tail.hpp"
#include "server/store/login_rows.hpp"
#include "server/store/month_reader.hpp"
#include "server/store/reader_pool.hpp"
#include "server/store/retention.hpp"
#include "server/store/status_reader.hpp"
#include "server/store/unsure_taps.hpp"

namespace badge::store {

Snapshot::Snapshot(std::unique_ptr<ReadLease> lease) : lease_(std::move(lease)) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

DataVersion Snapshot::version() const {
  Rows row(
      lease_->database().statement("SELECT last_position, roster_version, fold_cursor FROM store_state"));
  row.next();
  return {row->as<std::uint64_t>(0), row->as<std::uint64_t>(1), row->as<std::uint64_t>(2),
          read_entrance_version(lease_->database())};
}

std::uint64_t Snapshot::month_version(std::chrono::year_month month) const {
  return static_cast<std::uint64_t>(
      lease_->database().number("SELECT max(roster_version, coalesce((SELECT position FROM month_touched "
                                "WHERE month = ?), 0)) FROM store_state",
                                month_number(month)));
}

attendance::Date Snapshot::judged_from() const {
  return store::judged_from(read_first_month(lease_->database()));
}

RosterFacts Snapshot::roster_facts(std::optional<std::uint64_t> as_of) const {
  return facts_in_force(lease_->database(), as_of.value_or(latest_position));
}

std::vector<attendance::CardNumber> Snapshot::card_numbers() const {
  return card_numbers_in_force(lease_->database());
}

std::vector<inspection::IndicatorValue> Snapshot::indicators() const {
  return indicators_in_force(lease_->database());
}

std::vector<attendance::TimesheetSymbol> Snapshot::timesheet_symbols(
    std::optional<std::uint64_t> as_of) const {
  return timesheet_symbols_in_force(lease_->database(), as_of.value_or(latest_position));
}

std::vector<attendance::NamedPeriod> Snapshot::named_periods() const {
  return named_periods_in_force(lease_->database());
}

std::vector<attendance::TimesheetForm> Snapshot::timesheet_forms(std::optional<std::uint64_t> as_of) const {
  return timesheet_forms_in_force(lease_->database(), as_of.value_or(latest_position));
}

std::vector<attendance::ListRule> Snapshot::list_rules() const {
  return list_rules_in_force(lease_->database());
}

std::vector<attendance::TripReport> Snapshot::trip_reports() const {
  return trip_reports_in_force(lease_->database());
}

std::vector<CheckOpener> Snapshot::check_openers() const { return read_check_openers(lease_->database()); }

namespace {

constexpr std::string_view log_entries = "SELECT position, author, origin, at, facts FROM fact_batch";

std::vector<FactLogEntry> read_log(Statement& statement, std::uint64_t parameter) {
  std::vector<FactLogEntry> entries;
  for (Rows row(statement, parameter); row.next();) {
    entries.push_back({row->as<std::uint64_t>(0), row->string(1), row->string(2),
                       Instant(std::chrono::milliseconds(row->integer(3))), row->as<std::uint64_t>(4)});
  }
  return entries;
}

}  // namespace

std::vector<FactLogEntry> Snapshot::fact_log(std::size_t count) const {
  return read_log(lease_->database().statement(std::string(log_entries) +
                                               " WHERE position > 0 ORDER BY position DESC LIMIT ?"),
                  count);
}

std::vector<FactLogEntry> Snapshot::facts_since(std::uint64_t position) const {
  return read_log(
      lease_->database().statement(std::string(log_entries) + " WHERE position > ? ORDER BY position"),
      position);
}

std::vector<std::pair<TapKey, PackedTap>> Snapshot::taps_since(std::uint64_t position) const {
  std::unordered_map<std::uint32_t, TapKey> keys;
  for_each_credential(0, [&](std::uint32_t no, const TapKey& key) { keys.emplace(no, key); });
  std::vector<std::pair<TapKey, PackedTap>> taps;
  LogTail tail(lease_->database(), position);
  for (LoggedTap tap; tail.next(tap);) {
    if (const auto key = keys.find(tap.credential_no); key != keys.end())
      taps.emplace_back(key->second, tap.packed);
  }
  return taps;
}

std::vector<PeriodClose> Snapshot::period_closes(const attendance::DateSpan& days) const {
  return read_closes(lease_->database(), days);
}

std::vector<PeriodClose> Snapshot::period_close_heads(const attendance::DateSpan& days) const {
  return read_close_heads(lease_->database(), days);
}

std::vector<PeriodSignature> Snapshot::period_signatures(const attendance::DateSpan& days) const {
  return read_signatures(lease_->database(), days);
}

void Snapshot::for_each_credential_month(std::chrono::year_month month,
                                         const std::function<void(const CredentialMonth&)>& visit) const {
  const RuledTaps rulings(lease_->database(), latest_position);
  MonthReader(lease_->database(), rulings).for_each(month_number(month), visit);
}

void Snapshot::for_each_credential(std::uint32_t after,
                                   const std::function<void(std::uint32_t, const TapKey&)>& visit) const {
  for (Rows row(lease_->database().statement("SELECT credential_no, key FROM credential"
                                             " WHERE credential_no > ? ORDER BY credential_no"),
                after);
       row.next();) {
    if (const auto key = TapKey::from_bytes(row->blob(1))) visit(row->as<std::uint32_t>(0), *key);
  }
}

std::uint32_t Snapshot::last_credential() const {
  return static_cast<std::uint32_t>(
      lease_->database().number("SELECT coalesce(max(credential_no), 0) FROM credential"));
}

std::vector<TapDetail> Snapshot::taps_of(std::span<const TapKey> keys, Instant from, Instant to,
                                         std::optional<std::uint64_t> as_of) const {
  const auto sources = read_sources(lease_->database());
  const RuledTaps rulings(lease_->database(), as_of.value_or(latest_position));
  const auto found = MonthReader(lease_->database(), rulings)
                         .taps_of(keys, std::chrono::ceil<std::chrono::seconds>(from),
                                  std::chrono::ceil<std::chrono::seconds>(to));
  std::vector<TapDetail> details;
  details.reserve(found.size());
  for (const auto& [key, tap, ruled] : found) {
    details.push_back({keys[key], tap, sources.at(tap.source_no()), {}});
    if (ruled != nullptr) details.back().ruled = {ruled->stamped, rulings.rulings()[ruled->ruling]};
  }
  return details;
}

std::vector<KeyedRuledTap> Snapshot::ruled_taps(std::optional<std::uint64_t> as_of) const {
  const RuledTaps rulings(lease_->database(), as_of.value_or(latest_position));
  std::vector<KeyedRuledTap> taps;
  for (const auto& tap : rulings.all()) {
    Rows row(lease_->database().statement("SELECT key FROM credential WHERE credential_no = ?"),
             tap.credential_no);
    if (!row.next()) continue;
    if (const auto key = TapKey::from_bytes(row->blob(0))) taps.push_back({*key, tap.stamped, tap.judged});
  }
  std::ranges::sort(taps);
  return taps;
}

std::vector<attendance::ClockRuling> Snapshot::clock_rulings() const {
  return clock_rulings_in_force(lease_->database());
}

std::vector<UnsureStream> Snapshot::unsure_streams() const { return read_unsure_streams(lease_->database()); }

std::vector<CheckedRow> Snapshot::checked_rows(Instant from, Instant to) const {
  return read_checked_rows(lease_->database(), from, to);
}

std::vector<Source> Snapshot::sources() const { return read_sources(lease_->database()); }

std::vector<std::chrono::year_month> Snapshot::months() const {
  std::vector<std::chrono::year_month> months;
  for (Rows row(
           lease_->database().statement("SELECT month FROM month_touched WHERE taps > 0 ORDER BY month"));
       row.next();) {
    months.push_back(month_of(row->as<MonthNumber>(0)));
  }
  return months;
}

std::vector<CoverageInterval> Snapshot::coverage(std::span<const std::string> entrances, Instant from,
                                                 Instant to, std::optional<std::uint64_t> as_of) const {
  return read_coverage(lease_->database(), entrances, from, to, as_of.value_or(latest_position));
}

std::vector<StreamStatus> Snapshot::streams() const { return read_streams(lease_->database()); }
std::vector<LostRows> Snapshot::lost_rows() const { return read_lost_rows(lease_->database()); }
std::vector<QuarantinedRow> Snapshot::quarantine(std::size_t count) const {
  return read_quarantine(lease_->database(), count);
}
std::uint64_t Snapshot::quarantined_rows() const {
  return static_cast<std::uint64_t>(lease_->database().number("SELECT count(*) FROM quarantine"));
}

std::vector<UnknownCredential> Snapshot::unknown_credentials(std::chrono::year_month month) const {
  std::unordered_set<std::string> known;
  for (const auto* table : {"badge", "temporary_card"}) {
    for (Rows row(lease_->database().statement(std::string("SELECT uid, max(position) FROM ") + table +
                                               " WHERE batch <> ? GROUP BY uid, valid_from"
                                               " HAVING withdrawn = 0"),
                  pending_batch(lease_->database()));
         row.next();) {
      known.insert(row->string(0));
    }
  }
  const auto sources = this->sources();
  std::vector<UnknownCredential> unknown;
  for_each_credential_month(month, [&](const CredentialMonth& found_month) {
    const auto& [no, key, taps] = found_month;
    const auto credential = key.credential();
    if (!credential || known.contains(credential->hex())) return;
    UnknownCredential found{*credential, 0, {}, {}, {}, {}};
    for (const auto tap : taps) {
      if (month_of(month_number(tap.at())) != month) continue;
      if (found.taps++ == 0) found.first = tap.at();
      found.last = tap.at();
      found.last_reader = sources.at(tap.source_no()).reader;
      found.last_entrance = sources.at(tap.source_no()).entrance;
    }
    if (found.taps > 0) unknown.push_back(std::move(found));
  });
  std::ranges::sort(unknown, std::ranges::greater(), &UnknownCredential::last);
  return unknown;
}

}  // namespace badge::store
