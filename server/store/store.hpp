#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/store/absence_requests.hpp"
#include "server/store/accounts.hpp"
#include "server/store/audit.hpp"
#include "server/store/batch.hpp"
#include "server/store/fact_batch.hpp"
#include "server/store/house_rules.hpp"
#include "server/store/inspections.hpp"
#include "server/store/logins.hpp"
#include "server/store/maintenance.hpp"
#include "server/store/notices.hpp"
#include "server/store/period_closes.hpp"
#include "server/store/period_signatures.hpp"
#include "server/store/praise_releases.hpp"
#include "server/store/retention.hpp"
#include "server/store/snapshot.hpp"
#include "server/store/sqlite_error.hpp"
#include "server/store/tap_import.hpp"

namespace badge::store {

/// A tap that has just become durable, for the list of who passes the door.
struct LiveTap {
  std::uint64_t position = 0;
  Instant at;
  std::string reader, entrance, bridge;
  Direction direction = Direction::both;
  Credential credential;
};
inline constexpr std::size_t live_taps_max = 50;  // of one commit, the last ones: as many as the list shows

struct StoreOptions {
  std::filesystem::path data_folder;
  bool create = false;           // make the folder and the store where there is none; otherwise opening fails
  std::function<Instant()> now;  // the server's clock; empty: the system's
  /// Called on the writer's thread after each commit that held taps of entrances. Must be quick, must not
  /// throw.
  std::function<void(std::span<const LiveTap>)> on_committed;
  std::uint32_t pages_max = 0;  // the store may not grow past this many pages; 0: SQLite's own limit
};

/// Why a store cannot be opened: locked by another program, missing, made by a newer program.
struct CannotOpen : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The queue of writes is full: try again in a second. Thrown by the blocking writes.
struct Busy : std::runtime_error {
  Busy() : std::runtime_error("the store has more to write than it can hold; try again in a second") {}
};

/// Everything the server keeps, in one data folder: store.db (SQLite), lock.
///
/// One thread writes, with the only read-write connection; `ingest` is answered by callback, every other
/// write blocks its caller, so call those from workers. Long writes (facts, imports, folding, verification)
/// go in slices of `slice_max` with ingest served in between. All members may be called from any thread. A
/// broken or full disk is a SqliteError (sqlite_error.hpp) at the caller of a blocking write, StoreFault at
/// `ingest`; nothing is half done then and the store goes on when there is room again.
class Store {
 public:
  /// Locks the folder, brings the schema up to date, starts the writer. Throws CannotOpen, SqliteError.
  explicit Store(StoreOptions options);
  ~Store();  // finishes what is queued
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // ---- taps of entrances ----
  /// False: the queue is full and `answer` will not be called.
  [[nodiscard]] bool ingest(Batch batch, AnswerBatch answer);
  [[nodiscard]] std::size_t queued_batches() const;

  // ---- facts ----
  /// All or nothing. Blocks.
  Applied apply(const FactBatch& batch);
  /// What apply() would answer now. Writes nothing.
  [[nodiscard]] Applied preview(const FactBatch& batch) const;

  // ---- periods ----
  /// Freezes a sheet. Unexpected, in English: the unit has a final close that shares days with this one.
  [[nodiscard]] tl::expected<PeriodClose, std::string> close_period(const NewPeriodClose& close);
  /// False: no close in force has this position.
  [[nodiscard]] bool reopen_period(std::uint64_t close, std::string_view by, std::string_view reason);
  PeriodSignature sign_period(const NewPeriodSignature& signature);

  // ---- taps of other systems: begin, stage slices, finish or discard ----
  ImportId begin_import(std::string author, std::string file_name);
  /// Slices count from 0, in order; a slice that was staged before is ignored. Nothing staged is seen by
  /// anybody, and it does not outlive the program. Unexpected: no such import, or a slice out of order.
  [[nodiscard]] tl::expected<void, std::string> stage_taps(ImportId id, std::uint32_t slice,
                                                           std::span<const ImportedTap> taps);
  /// Makes all of it visible in one step, with what is stated about its completeness. `file_digest` names the
  /// stream: a file that was imported before adds nothing.
  [[nodiscard]] tl::expected<ImportOutcome, std::string> finish_import(
      ImportId id, const Digest& file_digest, const std::optional<attendance::Completeness>& complete);
  /// Forgets it. Nothing happens where there is no such import.
  void discard_import(ImportId id);

  // ---- accounts: in memory, fast enough for every request ----
  [[nodiscard]] tl::expected<Account, std::string> add_account(const NewAccount& account);
  [[nodiscard]] bool revoke_account(std::string_view name);  // false: nobody of that name
  [[nodiscard]] std::optional<Account> find_account(const TokenHash& token) const;  // never a revoked one
  [[nodiscard]] std::vector<Account> accounts() const;  // revoked ones too, in order of creation

  // ---- logins: people with a password ----
  /// Grows with everything that may change what a login may do: the roster, its roles, whether it is in
  /// force. In memory. What is read after this call is at least as new.
  [[nodiscard]] std::uint64_t rights_version() const;
  /// Disabled ones too.
  [[nodiscard]] std::optional<Login> login(std::string_view name) const;
  /// Whose the invitation is, where it was neither used nor replaced and its time is not over.
  [[nodiscard]] std::optional<Login> login_invited_by(const TokenHash& token) const;
  /// Those whose name or staff code begins so, by name, after a name; at most logins_page_max.
  [[nodiscard]] std::vector<Login> logins(std::string_view beginning, std::string_view after) const;
  /// With its first invitation. A name is never used again, and a person has one login in force at most.
  [[nodiscard]] tl::expected<void, LoginRefused> add_login(const NewLogin& login,
                                                           const Invitation& invitation);
  /// Takes the place of every earlier one. False: no login in force has this name. (Likewise below.)
  [[nodiscard]] bool invite(std::string_view login, const Invitation& invitation);
  /// Uses up the invitation, if there is one.
  [[nodiscard]] bool set_password(std::string_view login, std::string_view hash);
  /// Sets the password of whom the invitation is for, and uses it up, in one write: of several answers one
  /// counts. False: the invitation does not hold.
  [[nodiscard]] bool answer_invitation(const TokenHash& token, std::string_view hash);
  /// In place of an earlier one and its recovery codes.
  [[nodiscard]] bool set_second_factor(std::string_view login, const NewSecondFactor& factor);
  /// The code of this step was given. False: it, or a later one, was given before, or there is none.
  [[nodiscard]] bool use_code(std::string_view login, std::int64_t step);
  /// False: there is no such recovery code, or not any more.
  [[nodiscard]] bool use_recovery_code(std::string_view login, const RecoveryMark& mark);
  [[nodiscard]] bool reset_second_factor(std::string_view login);
  [[nodiscard]] bool set_grants(std::string_view login, const std::vector<Grant>& grants);
  [[nodiscard]] bool disable_login(std::string_view login);

  // ---- what people ask for ----
  [[nodiscard]] tl::expected<std::int64_t, RequestRefused> ask(const NewAbsenceRequest& request);
  /// The decision and the facts that it states, in one commit. False: there is no such open request, and
  /// nothing is written.
  [[nodiscard]] bool decide(const RequestDecision& decision, const FactBatch& facts);
  /// In the order in which they were asked.
  [[nodiscard]] std::vector<AbsenceRequest> open_requests() const;
  /// Newest first, at most requests_of_person_max.
  [[nodiscard]] std::vector<AbsenceRequest> requests_of(std::string_view staff_code) const;
  [[nodiscard]] std::optional<AbsenceRequest> request(std::int64_t no) const;

  // ---- the office's own rules ----
  /// Nothing: there are house_rules_max.
  [[nodiscard]] std::optional<std::int64_t> publish(const NewHouseRule& rule);
  /// The first time counts.
  void confirm_reading(std::int64_t rule, std::string_view staff_code);
  void note_reminder(HouseRuleReminder reminder);
  /// All versions, the newest first.
  [[nodiscard]] std::vector<HouseRule> house_rules() const;
  /// `staff_code` empty: of everybody; `rule` 0: of every rule.
  [[nodiscard]] std::vector<HouseRuleReading> readings(std::int64_t rule, std::string_view staff_code) const;
  /// Newest first, at most reminders_listed_max.
  [[nodiscard]] std::vector<HouseRuleReminder> reminders(std::int64_t rule) const;

  // ---- lists of praise that were released ----
  /// Nothing: there are praise_releases_max.
  [[nodiscard]] std::optional<std::int64_t> release(const NewPraiseRelease& release);
  /// At this moment, whatever `withdrawal` says of it. False: there is none of this number, or it is
  /// withdrawn already.
  [[nodiscard]] bool withdraw(std::int64_t no, PraiseWithdrawal withdrawal);
  /// All of them, the newest first, without their rows.
  [[nodiscard]] std::vector<PraiseRelease> praise_releases() const;
  /// With its rows. Nothing: there is none of this number.
  [[nodiscard]] std::optional<PraiseRelease> praise_release(std::int64_t no) const;

  // ---- inspections (inspections.hpp) ----
  void write_steps(std::span<const inspection::Step> steps, std::span<const inspection::Listed> listed);
  [[nodiscard]] ChangedFiles changed_files(const FilesSeen& seen) const;
  [[nodiscard]] std::vector<inspection::Step> steps(std::string_view file) const;
  [[nodiscard]] std::vector<inspection::Step> steps_about(std::string_view staff_code) const;
  [[nodiscard]] std::vector<inspection::Listed> listed(std::string_view file) const;
  [[nodiscard]] std::vector<LineInFile> lines_of(std::string_view staff_code) const;
  [[nodiscard]] bool has_step(std::string_view id) const;

  // ---- what is told to whom (notices.hpp) ----
  [[nodiscard]] bool set_contact(const NoticeContact& contact);
  [[nodiscard]] std::optional<NoticeContact> contact(std::string_view login) const;
  [[nodiscard]] std::vector<NoticeContact> contacts() const;
  [[nodiscard]] std::vector<NoticeItem> notice_items() const;
  [[nodiscard]] std::size_t change_notice_items(const NoticeItemChange& change,
                                                std::span<const NewMessage> messages);
  [[nodiscard]] std::size_t add_digests(attendance::Date day, std::span<const NewDigest> digests);
  [[nodiscard]] bool has_digest(attendance::Date day, std::string_view channel,
                                std::string_view receiver) const;
  [[nodiscard]] std::optional<Message> due_message(std::string_view channel) const;
  void end_attempt(const Attempt& attempt);
  [[nodiscard]] bool send_again(std::int64_t message);
  [[nodiscard]] bool drop_message(std::int64_t message);
  [[nodiscard]] std::vector<Message> undelivered() const;
  [[nodiscard]] bool open_channel(std::string_view channel);
  [[nodiscard]] ChannelState channel(std::string_view channel) const;

  // ---- who did what ----
  /// Blocks until it is committed; `flushed` where it must survive a power cut too.
  void note(AuditEntry entry, bool flushed);
  /// Notes what somebody is about to change, so that whatever happens then it is told; flushed.
  [[nodiscard]] std::int64_t begin_audited(AuditEntry entry);
  /// … and what became of it, once.
  void end_audited(std::int64_t begun_no, AuditEntry entry);
  /// Newest first, at most audit_page_max.
  [[nodiscard]] std::vector<AuditEntry> audit(const AuditFilter& filter) const;
  /// Recomputes every digest.
  [[nodiscard]] AuditCheck check_audit() const;

  // ---- retention ----
  [[nodiscard]] std::uint64_t records_before(RecordKind kind, attendance::Date before) const;
  /// Blocks until all of them are erased (retention.hpp).
  Erasure erase(RecordKind kind, attendance::Date before);
  [[nodiscard]] std::vector<Erasure> erasures() const;  // newest first, at most erasures_listed_max

  // ---- reading ----
  /// Waits for a free connection, at most `snapshot_wait_max`; throws Busy then.
  [[nodiscard]] Snapshot snapshot() const;

  // ---- keeping ----
  /// Copies the store as it is now into a new file, while serving. The file must not exist.
  BackupRecord backup_to(const std::filesystem::path& file);
  /// The backup lies safe: bridges may forget what it holds. False: no such backup.
  [[nodiscard]] bool complete_backup(std::uint64_t id);
  [[nodiscard]] std::vector<BackupRecord> backups() const;
  /// Recomputes all that is derived from the log and compares. Reads only, while serving.
  [[nodiscard]] VerifyReport verify() const;
  /// Folds all of the log's tail now; makes credential_month anew from the log first where `from_nothing`.
  void fold(bool from_nothing = false);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace badge::store
