// Records whose time is over are gone for good, and everything else is as it was.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "server/store/retention_of_people.hpp"
#include "server/store/sqlite.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using attendance::Date;
using store::RecordKind;

constexpr auto june = std::chrono::year(2026) / 6, july = std::chrono::year(2026) / 7;
constexpr Date may_20(std::chrono::year(2026) / 5 / 20), june_10(june / 10), july_1(july / 1);

Instant at(Date day, std::chrono::milliseconds time) {
  return test::at(std::chrono::sys_days(day.time_since_epoch()), time);
}
using test::at;

Listening listening(Instant when) {
  return {"cong-a-1", "cong-a", Direction::both, when, ClockState::synchronised};
}

class Retention : public StoreTest {
 protected:
  /// Card 1 at all three days; the reader listened from 6 to 18 h on each.
  void three_months() {
    for (const Date day : {may_20, june_10, Date(july / 9)}) {
      journal_.add(listening(at(day, 6h)));
      journal_.add(tap(card(1), at(day, 7h)));
      journal_.add(Deaf{"cong-a-1", at(day, 18h), "unplugged"});
    }
    now_ = at(july_9, 20h);
    acknowledged(journal_.all());
    store_->fold();
  }
  [[nodiscard]] std::int64_t rows(const std::string& sql) {
    store_.reset();
    const auto count =
        store::Database(data() / "store.db", store::Database::Mode::read_write).number("SELECT " + sql);
    open();
    return count;
  }
  /// Whether these bytes are anywhere in the file.
  [[nodiscard]] bool is_in_file(const std::string& bytes) {
    store_.reset();
    std::ifstream file(data() / "store.db", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    open();
    return all.find(bytes) != std::string::npos;
  }
  void apply(std::vector<store::Fact> facts) { store_->apply({"admin", "test.csv", std::move(facts)}); }

  Journal journal_;
};

TEST_F(Retention, TakesTapsOfMonthsThatEndedBeforeAndNoOthers) {
  three_months();
  EXPECT_EQ(store_->records_before(RecordKind::taps, july_1), 2U);
  const auto erased = store_->erase(RecordKind::taps, july_1);
  EXPECT_EQ(erased.records, 6U);  // of May and of June a listening, a tap and a deaf row
  EXPECT_EQ(taps_in(std::chrono::year(2026) / 5), 0U);
  EXPECT_EQ(taps_in(june), 0U);
  EXPECT_EQ(taps_in(july), 1U);
  EXPECT_EQ(store_->snapshot().months(), (std::vector{july}));
  EXPECT_EQ(store_->records_before(RecordKind::taps, july_1), 0U);
  EXPECT_EQ(rows("count(*) FROM tap_log"), 1);
  expect_verified();
}

TEST_F(Retention, ErasesNothingTwiceAndNotesEachErasure) {
  three_months();
  const auto erased = store_->erase(RecordKind::taps, july_1);
  EXPECT_EQ(store_->erase(RecordKind::taps, july_1).records, 0U);
  open();
  EXPECT_EQ(store_->erasures(), (std::vector{erased}));
  EXPECT_EQ(erased.at, now_.load());
  const auto log = store_->audit({});
  ASSERT_EQ(log.size(), 1U);
  EXPECT_EQ(log[0].action, "ERASE taps");
  EXPECT_EQ(log[0].target, "before=2026-7-1 records=" + std::to_string(erased.records));
}

TEST_F(Retention, LeavesTheStreamAsItWasForItsBridge) {
  three_months();
  store_->erase(RecordKind::taps, july_1);
  open();
  journal_.add(tap(card(2), at(july_9, 19h)));
  EXPECT_EQ(acknowledged(journal_.batch(10, 10)), journal_.last());
  EXPECT_EQ(taps_in(july), 2U);
  expect_verified();
}

TEST_F(Retention, TakesNothingThatAReaderCoveredForWhatIsKept) {
  three_months();
  store_->erase(RecordKind::taps, july_1);
  const auto all = store_->snapshot().coverage({}, Instant{}, at(july_9, 24h));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].from, at(july_9, 6h));
  EXPECT_EQ(all[0].until, at(july_9, 18h));
}

TEST_F(Retention, SaysThatNobodyListenedWhereTapsAreErased) {
  journal_.add(listening(at(may_20, 6h)));  // and never fell silent
  journal_.add(tap(card(1), at(may_20, 7h)));
  now_ = at(july_9, 20h);
  acknowledged(journal_.batch(1, 2, Alive{2, {{"cong-a-1", at(july_9, 19h)}}}));
  store_->fold();
  apply({attendance::Completeness{"SNV", {may_20, Date(july / 9)}, "admin"}});
  store_->erase(RecordKind::taps, july_1);
  const auto snapshot = store_->snapshot();
  const auto all = snapshot.coverage({}, Instant{}, at(july_9, 24h));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].from, at(july_1, 0h));
  EXPECT_EQ(all[0].until, at(july_9, 19h));
  EXPECT_EQ(snapshot.judged_from(), july_1 + std::chrono::days(1));
  ASSERT_EQ(snapshot.roster_facts().completeness.size(), 1U);
  EXPECT_EQ(snapshot.roster_facts().completeness[0].days.from, snapshot.judged_from());
}

TEST_F(Retention, StillWaitsForAReaderThatWasHeardOnlyBefore) {
  journal_.add(listening(at(may_20, 6h)));
  journal_.add(Deaf{"cong-a-1", at(may_20, 18h), "unplugged"});
  journal_.add(tap(card(1), at(may_20, 7h)));
  acknowledged(journal_.all());
  store_->fold();
  store_->erase(RecordKind::taps, july_1);
  const auto all = store_->snapshot().coverage({}, Instant{}, at(july_9, 24h));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].from, at(july_1, -1s));
  EXPECT_EQ(all[0].until, at(july_1, 0s));
  expect_verified();
}

TEST_F(Retention, TakesTapsThatCameLateWithThoseAmongWhichTheyCame) {
  journal_.add(tap(card(1), at(june_10, 7h)));
  journal_.add(tap(card(1), at(july_9, 7h)));
  journal_.add(tap(card(2), at(june_10, 7h)));  // of an entrance that had been away
  acknowledged(journal_.all());
  store_->fold();
  store_->erase(RecordKind::taps, july_1);
  EXPECT_EQ(taps_in(june), 0U);
  expect_verified();
  EXPECT_EQ(rows("count(*) FROM tap_log"), 2);
  store_->erase(RecordKind::taps, july_1 + std::chrono::days(31));
  EXPECT_EQ(rows("count(*) FROM tap_log"), 0);
  expect_verified();
}

TEST_F(Retention, KeepsATapWhoseClockRanAheadUntilItsOwnTime) {
  auto ahead = tap(card(1), at(july_9, 7h));
  ahead.clock = ClockState::unsynchronised;
  ahead.offset_ms = {};
  journal_.add(ahead);
  journal_.add(tap(card(2), at(june_10, 7h)));
  acknowledged(journal_.all());
  store_->fold();
  store_->erase(RecordKind::taps, july_1);
  EXPECT_EQ(taps_in(july), 1U);
  EXPECT_EQ(rows("count(*) FROM tap_log"), 1);
  expect_verified();
}

TEST_F(Retention, TakesImportedTapsAndDoesNotTakeTheirFileAgain) {
  const std::vector<store::ImportedTap> taps{{store::TapKey::card(card(1)), at(june_10, 7h), "may-cu"},
                                             {store::TapKey::card(card(1)), at(july_9, 7h), "may-cu"}};
  const auto bring = [&] {
    const auto id = store_->begin_import("admin", "taps.csv");
    EXPECT_TRUE(store_->stage_taps(id, 0, taps));
    return store_->finish_import(id, Digest{}, {});
  };
  ASSERT_TRUE(bring());
  store_->fold();
  store_->erase(RecordKind::taps, july_1);
  EXPECT_EQ(taps_in(june), 0U);
  EXPECT_EQ(rows("count(*) FROM imported_tap"), 1);
  EXPECT_EQ(bring()->added, 0U);
  EXPECT_EQ(taps_in(july), 1U);
  expect_verified();
}

TEST_F(Retention, LetsWhatIsKeptBeFoldedAnew) {
  three_months();
  store_->erase(RecordKind::taps, july_1);
  store_->fold(true);
  EXPECT_EQ(taps_in(july), 1U);
  expect_verified();
}

TEST_F(Retention, TakesRowsThatWereLostOrNotUnderstood) {
  journal_.add(tap(card(1), at(june_10, 7h)));
  journal_.add_line(R"([2,"what is this"])");
  now_ = at(june_10, 8h);
  acknowledged(journal_.all());
  now_ = at(july_9, 8h);
  journal_.add(tap(card(1), at(july_9, 7h)));
  acknowledged(journal_.batch(3, 3));
  store_->fold();
  ASSERT_EQ(store_->snapshot().quarantined_rows(), 1U);
  store_->erase(RecordKind::taps, july_1);
  EXPECT_EQ(store_->snapshot().quarantined_rows(), 0U);
  expect_verified();
}

class RetentionOfPeople : public Retention {
 protected:
  static attendance::Posting posting(std::string code, Date until) {
    return {code, "Nguyễn Thị Đã Nghỉ", "SNV", "chuyên viên", "công chức", {may_20, until}, 1};
  }
  /// NV1 left in June; NV2 is there.
  void two_people() {
    apply({attendance::Unit{"SNV", "Sở Nội vụ", "sở", "", {may_20}}, posting("NV1", june_10),
           posting("NV2", attendance::DateSpan::forever),
           attendance::Badge{"NV1", card(1).hex(), {may_20, june_10}},
           attendance::Badge{"NV2", card(2).hex(), {may_20}},
           attendance::Absence{"NV1", attendance::AbsenceKind::sick, {june_10, june_10}, {}, "GIAY-1", {}}});
    const store::TokenHash token{7};
    ASSERT_TRUE(store_->add_login({"nv1", "NV1", {}}, {token, now_.load() + 1h}));
    ASSERT_TRUE(store_->answer_invitation(token, "argon2id-of-nv1"));
  }
};

TEST_F(RetentionOfPeople, TakesWhoLeftBeforeAndNobodyElse) {
  two_people();
  EXPECT_EQ(store_->records_before(RecordKind::people, july_1), 1U);
  EXPECT_EQ(store_->erase(RecordKind::people, july_1).records, 1U);
  const auto facts = store_->snapshot().roster_facts();
  ASSERT_EQ(facts.postings.size(), 1U);
  EXPECT_EQ(facts.postings[0].staff_code, "NV2");
  EXPECT_EQ(facts.badges.size(), 1U);
  EXPECT_TRUE(facts.absences.empty());
  EXPECT_EQ(store_->records_before(RecordKind::people, july_1), 0U);
  expect_verified();
}

TEST_F(RetentionOfPeople, LeavesNoByteOfThemInTheFile) {
  two_people();
  apply({posting("NV1", june_10 - std::chrono::days(1))});  // corrected: both rows go
  EXPECT_TRUE(is_in_file("GIAY-1"));
  EXPECT_TRUE(is_in_file("argon2id-of-nv1"));
  store_->erase(RecordKind::people, july_1);
  EXPECT_FALSE(is_in_file("GIAY-1"));
  EXPECT_FALSE(is_in_file("argon2id-of-nv1"));
}

TEST_F(RetentionOfPeople, TakesTheirRowFromListsThatWereReleased) {
  two_people();
  store::NewPraiseRelease release;
  release.unit_code = "SNV";
  release.days = {june_10, june_10};
  release.released_by = "ltha";
  release.rows = {{"", "Sở Nội vụ", "", "Sở Nội vụ", "46/46"},
                  {"NV1", "Ông Đã Nghỉ", "", "Sở Nội vụ", "46/46"},
                  {"NV2", "Bà Còn Làm", "", "Sở Nội vụ", "46/46"}};
  const auto no = store_->release(release);
  ASSERT_TRUE(no);
  EXPECT_EQ(store_->praise_release(*no)->rows, release.rows);
  store_->erase(RecordKind::people, july_1);
  const auto kept = store_->praise_release(*no);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->rows, (std::vector{release.rows[0], release.rows[2]}));
  EXPECT_FALSE(is_in_file("Ông Đã Nghỉ"));
  EXPECT_EQ(store_->praise_releases().size(), 1U);
  EXPECT_FALSE(store_->praise_release(*no + 1));
}

TEST_F(RetentionOfPeople, KeepsTheirTapsAsNobodys) {
  two_people();
  const std::vector keys{store::TapKey::staff("NV1"), store::TapKey::card(card(1))};
  const auto id = store_->begin_import("admin", "taps.csv");
  ASSERT_TRUE(store_->stage_taps(id, 0, std::vector<store::ImportedTap>{{keys[0], at(june_10, 7h), "cu"}}));
  ASSERT_TRUE(store_->finish_import(id, Digest{}, {}));
  store_->fold();
  store_->erase(RecordKind::people, july_1);
  EXPECT_TRUE(store_->snapshot().taps_of(keys, at(june_10, 0h), at(june_10, 24h)).empty());
  EXPECT_EQ(rows("count(*) FROM imported_tap"), 1);
  expect_verified();
}

TEST_F(RetentionOfPeople, EndsTheirLoginAndKeepsItsNameTaken) {
  two_people();
  const auto rights = store_->rights_version();
  store_->erase(RecordKind::people, july_1);
  EXPECT_GT(store_->rights_version(), rights);
  const auto login = store_->login("nv1");
  ASSERT_TRUE(login);
  EXPECT_EQ(login->staff_code, "");
  EXPECT_TRUE(login->disabled_at);
  EXPECT_EQ(store_->add_login({"nv1", "NV2", {}}, {store::TokenHash{8}, now_.load()}).error(),
            store::LoginRefused::name_taken);
}

/// A table that a later migration adds must be thought of here.
TEST_F(RetentionOfPeople, KnowsEveryTableThatNamesPeople) {
  store_.reset();
  store::Database database(data() / "store.db", store::Database::Mode::read_write);
  // Kept: sheets and their signatures; the audit log has a time of its own. The login is emptied, and what
  // inspectors saw becomes nobody's.
  const std::set<std::string_view> kept = {"audit", "audit_begun",     "period_signature",
                                           "login", "inspection_step", "inspection_listed"};
  const auto erased = store::tables_of_people();
  std::size_t tables = 0;
  for (store::Rows row(
           database.statement("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                              " WHERE m.type = 'table' AND c.name = 'staff_code'"));
       row.next(); ++tables) {
    EXPECT_TRUE(kept.contains(row->text(0)) || std::ranges::count(erased, row->text(0)) == 1)
        << row->text(0) << " names people: is it erased with them?";
  }
  EXPECT_EQ(tables, kept.size() + erased.size());
  open();
}

TEST_F(Retention, TakesRequestsThatWereDecidedLongAgo) {
  const auto ask = [&](Date day) {
    const auto no =
        store_->ask({{"NV1", attendance::AbsenceKind::annual_leave, {day, day}, {}, "", {}}, "", ""});
    EXPECT_TRUE(no);
    return no.value_or(0);
  };
  now_ = at(june_10, 8h);
  const auto old = ask(june_10), open = ask(june_10 + std::chrono::days(1));
  ASSERT_TRUE(store_->decide({old, store::RequestOutcome::refused, "ltha", "bận"}, {}));
  now_ = at(july_9, 8h);
  const auto recent = ask(Date(july / 9));
  ASSERT_TRUE(store_->decide({recent, store::RequestOutcome::refused, "ltha", "bận"}, {}));
  EXPECT_EQ(store_->erase(RecordKind::requests, july_1).records, 1U);
  EXPECT_FALSE(store_->request(old));
  EXPECT_TRUE(store_->request(open));
  EXPECT_TRUE(store_->request(recent));
}

class RetentionOfAudit : public Retention {
 protected:
  void note(Instant when, const std::string& target) {
    now_ = when;
    store_->note({0, {}, "ltha", "10.0.0.1", "GET /api/v1/why", target, "NV1", "", 200}, true);
  }
};

TEST_F(RetentionOfAudit, ChainsTheRestToTheLastRowThatWasErased) {
  note(at(june_10, 8h), "a");
  note(at(june_10, 9h), "b");
  note(at(july_9, 8h), "c");
  const auto before = store_->check_audit();
  EXPECT_EQ(store_->erase(RecordKind::audit, july_1).records, 2U);
  open();
  auto check = store_->check_audit();
  EXPECT_EQ(check.first_wrong, std::nullopt);
  EXPECT_EQ(check.erased, 2U);
  EXPECT_EQ(check.entries, before.entries + 1);  // the erasure itself
  note(at(july_9, 9h), "d");
  check = store_->check_audit();
  EXPECT_EQ(check.first_wrong, std::nullopt);
  EXPECT_EQ(store_->audit({}).front().no, 5U);
}

TEST_F(RetentionOfAudit, GoesOnWithTheNumbersWhenEverythingWasErased) {
  note(at(june_10, 8h), "a");
  now_ = at(june_10, 9h);  // and so is the row about it
  store_->erase(RecordKind::audit, july_1);
  now_ = at(july_9, 8h);
  store_->erase(RecordKind::audit, july_1);
  EXPECT_EQ(store_->check_audit().first_wrong, std::nullopt);
  note(at(july_9, 9h), "b");
  EXPECT_EQ(store_->check_audit().first_wrong, std::nullopt);
}

TEST_F(RetentionOfAudit, FindsARowThatSomebodyTookAwayBehindTheErasedOnes) {
  for (int i = 0; i < 4; ++i) note(i == 0 ? at(june_10, 8h) : at(july_9, 8h), "a");
  store_->erase(RecordKind::audit, july_1);
  static_cast<void>(rows("count(*) FROM audit"));
  store_.reset();
  store::Database(data() / "store.db", store::Database::Mode::read_write)
      .execute("DELETE FROM audit WHERE no = 2");
  open();
  EXPECT_EQ(store_->check_audit().first_wrong, 2U);
}

}  // namespace
}  // namespace badge::test
