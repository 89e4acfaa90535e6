#include "server/store/store.hpp"

#include <algorithm>

#include "server/store/account_book.hpp"
#include "server/store/audit_rows.hpp"
#include "server/store/backup.hpp"
#include "server/store/data_folder.hpp"
#include "server/store/fact_rows.hpp"
#include "server/store/fact_writer.hpp"
#include "server/store/fold.hpp"
#include "server/store/import_desk.hpp"
#include "server/store/login_rows.hpp"
#include "server/store/reader_pool.hpp"
#include "server/store/verify.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

Instant system_now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// What a program that was killed left half done.
Database tidied(Database database) {
  {
    Transaction transaction(database);
    erase_pending_batch(database);
    discard_staged_imports(database);
    end_interrupted(database);
    transaction.commit();
  }
  return database;
}

}  // namespace

class Store::Parts {
 public:
  explicit Parts(StoreOptions options)
      : now(options.now ? std::move(options.now) : std::function<Instant()>(system_now)),
        lock(options.data_folder, options.create),
        opened(tidied(open_for_writing(options.data_folder, options.create, options.pages_max))),
        accounts(opened, now),
        writer(std::move(opened), {now, std::move(options.on_committed), background(), &snapshots}),
        facts(writer, now),
        imports(writer, now),
        readers(options.data_folder, snapshots) {}

  std::function<Instant()> now;
  FolderLock lock;
  Database opened;  // until the writer takes it
  AccountBook accounts;
  Fold folding;  // the writer's thread only
  std::atomic<std::size_t> snapshots = 0;
  std::atomic<std::uint64_t> login_changes = 0;
  Writer writer;
  FactWriter facts;
  ImportDesk imports;
  ReaderPool readers;

  /// Behind the commit: who sees the new number reads what it counts.
  bool counted(bool changed) {
    if (changed) ++login_changes;
    return changed;
  }

 private:
  std::vector<BackgroundWork> background() {
    return {{[this](const LogState& state) { return folding.due(state); },
             [this](Database& database, LogState& state, const SliceClock& clock) {
               return folding.slice(database, state, clock);
             }},
            import_cleaning()};
  }
};

Store::Store(StoreOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}
Store::~Store() = default;

bool Store::ingest(Batch batch, AnswerBatch answer) {
  return parts_->writer.push(std::move(batch), std::move(answer));
}
std::size_t Store::queued_batches() const { return parts_->writer.queued_batches(); }

Applied Store::apply(const FactBatch& batch) { return parts_->facts.apply(batch); }

Applied Store::preview(const FactBatch& batch) const {
  const auto lease = parts_->readers.lease();
  auto& database = lease->database();
  const auto hidden = pending_batch(database);
  Applied applied;
  applied.roster_version =
      static_cast<std::uint64_t>(database.number("SELECT roster_version FROM store_state"));
  for (const auto& fact : batch.facts) {
    switch (compare_fact(database, fact, hidden)) {
      case FactChange::added:
        ++applied.added;
        break;
      case FactChange::changed:
        ++applied.changed;
        break;
      case FactChange::unchanged:
        ++applied.unchanged;
        break;
    }
  }
  applied.withdrawn = static_cast<std::uint64_t>(std::ranges::count_if(
      batch.withdrawn, [&](const Fact& fact) { return is_in_force(database, fact, hidden); }));
  return applied;
}

tl::expected<PeriodClose, std::string> Store::close_period(const NewPeriodClose& close) {
  return write_close(parts_->writer, close, parts_->now());
}
bool Store::reopen_period(std::uint64_t close, std::string_view by, std::string_view reason) {
  return write_reopening(parts_->writer, close, {std::string(by), std::string(reason), parts_->now()});
}

PeriodSignature Store::sign_period(const NewPeriodSignature& signature) {
  return write_signature(parts_->writer, signature, parts_->now());
}

ImportId Store::begin_import(std::string author, std::string file_name) {
  return parts_->imports.begin(std::move(author), std::move(file_name));
}
tl::expected<void, std::string> Store::stage_taps(ImportId id, std::uint32_t slice,
                                                  std::span<const ImportedTap> taps) {
  return parts_->imports.stage(id, slice, taps);
}
tl::expected<ImportOutcome, std::string> Store::finish_import(
    ImportId id, const Digest& file_digest, const std::optional<attendance::Completeness>& complete) {
  return parts_->imports.finish(id, file_digest, complete);
}
void Store::discard_import(ImportId id) { parts_->imports.discard(id); }

tl::expected<Account, std::string> Store::add_account(const NewAccount& account) {
  return parts_->accounts.add(parts_->writer, account);
}
bool Store::revoke_account(std::string_view name) { return parts_->accounts.revoke(parts_->writer, name); }
std::optional<Account> Store::find_account(const TokenHash& token) const {
  return parts_->accounts.find(token);
}
std::vector<Account> Store::accounts() const { return parts_->accounts.all(); }

std::uint64_t Store::rights_version() const {
  return parts_->writer.roster_version() + parts_->login_changes;
}
std::optional<Login> Store::login(std::string_view name) const {
  return read_login(parts_->readers.lease()->database(), name);
}
std::optional<Login> Store::login_invited_by(const TokenHash& token) const {
  return read_login_invited_by(parts_->readers.lease()->database(), token, parts_->now());
}
std::vector<Login> Store::logins(std::string_view beginning, std::string_view after) const {
  return read_logins(parts_->readers.lease()->database(), beginning, after);
}
tl::expected<void, LoginRefused> Store::add_login(const NewLogin& login, const Invitation& invitation) {
  return write_login(parts_->writer, login, invitation, parts_->now());
}
bool Store::invite(std::string_view login, const Invitation& invitation) {
  return write_invitation(parts_->writer, login, invitation);
}
bool Store::set_password(std::string_view login, std::string_view hash) {
  return write_password(parts_->writer, login, hash);
}
bool Store::answer_invitation(const TokenHash& token, std::string_view hash) {
  return write_invited_password(parts_->writer, token, hash, parts_->now());
}
bool Store::set_second_factor(std::string_view login, const NewSecondFactor& factor) {
  return parts_->counted(write_second_factor(parts_->writer, login, factor));
}
bool Store::use_code(std::string_view login, std::int64_t step) {
  return write_code_used(parts_->writer, login, step);
}
bool Store::use_recovery_code(std::string_view login, const RecoveryMark& mark) {
  return write_recovery_code_used(parts_->writer, login, mark);
}
bool Store::reset_second_factor(std::string_view login) {
  return parts_->counted(write_second_factor_reset(parts_->writer, login));
}
bool Store::set_grants(std::string_view login, const std::vector<Grant>& grants) {
  return parts_->counted(write_grants(parts_->writer, login, grants));
}
bool Store::disable_login(std::string_view login) {
  return parts_->counted(write_disabled(parts_->writer, login, parts_->now()));
}

tl::expected<std::int64_t, RequestRefused> Store::ask(const NewAbsenceRequest& request) {
  return write_request(parts_->writer, request, parts_->now());
}
bool Store::decide(const RequestDecision& decision, const FactBatch& facts) {
  return write_decision(parts_->writer, decision, facts, parts_->now());
}
std::vector<AbsenceRequest> Store::open_requests() const {
  return read_open_requests(parts_->readers.lease()->database());
}
std::vector<AbsenceRequest> Store::requests_of(std::string_view staff_code) const {
  return read_requests_of(parts_->readers.lease()->database(), staff_code);
}
std::optional<AbsenceRequest> Store::request(std::int64_t no) const {
  return read_request(parts_->readers.lease()->database(), no);
}

std::optional<std::int64_t> Store::publish(const NewHouseRule& rule) {
  return write_house_rule(parts_->writer, rule, parts_->now());
}
void Store::confirm_reading(std::int64_t rule, std::string_view staff_code) {
  write_reading(parts_->writer, rule, staff_code, parts_->now());
}
void Store::note_reminder(HouseRuleReminder reminder) {
  reminder.at = parts_->now();
  write_reminder(parts_->writer, reminder);
}
void Store::write_steps(std::span<const inspection::Step> steps, std::span<const inspection::Listed> listed) {
  store::write_steps(parts_->writer, steps, listed);
}
ChangedFiles Store::changed_files(const FilesSeen& seen) const {
  return read_changed_files(parts_->readers.lease()->database(), seen);
}
std::vector<inspection::Step> Store::steps(std::string_view file) const {
  return read_steps(parts_->readers.lease()->database(), file);
}
std::vector<inspection::Step> Store::steps_about(std::string_view staff_code) const {
  return read_steps_about(parts_->readers.lease()->database(), staff_code);
}
std::vector<inspection::Listed> Store::listed(std::string_view file) const {
  return read_listed(parts_->readers.lease()->database(), file);
}
std::vector<LineInFile> Store::lines_of(std::string_view staff_code) const {
  return read_lines_of(parts_->readers.lease()->database(), staff_code);
}
bool Store::has_step(std::string_view id) const {
  return store::has_step(parts_->readers.lease()->database(), id);
}

std::optional<std::int64_t> Store::release(const NewPraiseRelease& release) {
  return write_praise_release(parts_->writer, release, parts_->now());
}
bool Store::withdraw(std::int64_t no, PraiseWithdrawal withdrawal) {
  withdrawal.at = parts_->now();
  return write_praise_withdrawal(parts_->writer, no, withdrawal);
}
std::vector<PraiseRelease> Store::praise_releases() const {
  return read_praise_releases(parts_->readers.lease()->database());
}
std::optional<PraiseRelease> Store::praise_release(std::int64_t no) const {
  return read_praise_release(parts_->readers.lease()->database(), no);
}

std::vector<HouseRule> Store::house_rules() const {
  return read_house_rules(parts_->readers.lease()->database());
}
std::vector<HouseRuleReading> Store::readings(std::int64_t rule, std::string_view staff_code) const {
  return read_readings(parts_->readers.lease()->database(), rule, staff_code);
}
std::vector<HouseRuleReminder> Store::reminders(std::int64_t rule) const {
  return read_reminders(parts_->readers.lease()->database(), rule);
}

bool Store::set_contact(const NoticeContact& contact) { return write_contact(parts_->writer, contact); }
std::optional<NoticeContact> Store::contact(std::string_view login) const {
  return read_contact(parts_->readers.lease()->database(), login);
}
std::vector<NoticeContact> Store::contacts() const {
  return read_contacts(parts_->readers.lease()->database());
}
std::vector<NoticeItem> Store::notice_items() const {
  return read_notice_items(parts_->readers.lease()->database());
}
std::size_t Store::change_notice_items(const NoticeItemChange& change, std::span<const NewMessage> messages) {
  return write_notice_items(parts_->writer, change, messages, parts_->now());
}
std::size_t Store::add_digests(attendance::Date day, std::span<const NewDigest> digests) {
  return write_digests(parts_->writer, day, digests, parts_->now());
}
bool Store::has_digest(attendance::Date day, std::string_view channel, std::string_view receiver) const {
  return store::has_digest(parts_->readers.lease()->database(), day, channel, receiver);
}
std::optional<Message> Store::due_message(std::string_view channel) const {
  return read_due_message(parts_->readers.lease()->database(), channel, parts_->now());
}
void Store::end_attempt(const Attempt& attempt) { write_attempt(parts_->writer, attempt, parts_->now()); }
bool Store::send_again(std::int64_t message) {
  return write_message_again(parts_->writer, message, parts_->now());
}
bool Store::drop_message(std::int64_t message) { return write_message_dropped(parts_->writer, message); }
std::vector<Message> Store::undelivered() const {
  return read_undelivered(parts_->readers.lease()->database());
}
bool Store::open_channel(std::string_view channel) { return write_channel_open(parts_->writer, channel); }
ChannelState Store::channel(std::string_view channel) const {
  return read_channel(parts_->readers.lease()->database(), channel);
}

void Store::note(AuditEntry entry, bool flushed) {
  append_audit(parts_->writer, std::move(entry), parts_->now(),
               flushed ? Durability::flushed : Durability::unflushed);
}
std::int64_t Store::begin_audited(AuditEntry entry) {
  return store::begin_audited(parts_->writer, std::move(entry), parts_->now());
}
void Store::end_audited(std::int64_t begun_no, AuditEntry entry) {
  store::end_audited(parts_->writer, begun_no, std::move(entry), parts_->now());
}
std::vector<AuditEntry> Store::audit(const AuditFilter& filter) const {
  return read_audit(parts_->readers.lease()->database(), filter);
}
AuditCheck Store::check_audit() const { return store::check_audit(parts_->readers.lease()->database()); }

std::uint64_t Store::records_before(RecordKind kind, attendance::Date before) const {
  return store::records_before(parts_->readers.lease()->database(), kind, before);
}
Erasure Store::erase(RecordKind kind, attendance::Date before) {
  std::vector<std::string> names;
  if (kind == RecordKind::taps) fold();  // the tail too
  if (kind == RecordKind::people) names = people_before(parts_->readers.lease()->database(), before);
  if (kind == RecordKind::inspections) names = idle_files(parts_->readers.lease()->database(), before);
  auto erasure = erase_records(parts_->writer, kind, before, std::move(names), parts_->now());
  static_cast<void>(parts_->counted(kind == RecordKind::people && erasure.records > 0));
  return erasure;
}
std::vector<Erasure> Store::erasures() const { return read_erasures(parts_->readers.lease()->database()); }

Snapshot Store::snapshot() const { return Snapshot(parts_->readers.lease()); }

BackupRecord Store::backup_to(const std::filesystem::path& file) {
  const auto lease = parts_->readers.lease();
  return make_backup(*lease, parts_->writer, file, parts_->now());
}
bool Store::complete_backup(std::uint64_t id) {
  return store::complete_backup(parts_->writer, id, parts_->now());
}
std::vector<BackupRecord> Store::backups() const { return read_backups(parts_->readers.lease()->database()); }

VerifyReport Store::verify() const { return verify_store(parts_->readers.lease()->database()); }

void Store::fold(bool from_nothing) {
  bool emptied = !from_nothing;
  parts_->writer.run([this, &emptied](Database& database, LogState& state, const SliceClock& clock) {
    if (!emptied) {
      parts_->folding.restart();
      database.execute("DELETE FROM credential_month");
      state.set_fold_cursor(
          0, static_cast<std::uint64_t>(
                 database.number("SELECT (SELECT count(*) FROM tap_log) + (SELECT count(*) FROM imported_tap"
                                 " JOIN tap_import ON import_no = id >> 32 WHERE state = 'visible')")));
      emptied = true;
      return false;
    }
    return parts_->folding.slice(database, state, clock);
  });
}

}  // namespace badge::store
