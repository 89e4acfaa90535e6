// A store that an older program left: its rows are read as they were.
#include "server/store/schema.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using namespace attendance;

class Migration : public StoreTest {
 protected:
  /// Puts a store in place as the first `migrations` left it, with these rows.
  void leave_store_of(std::size_t migrations, const std::string& rows) {
    store_.reset();
    for (const auto* file : {"store.db", "store.db-wal", "store.db-shm"})
      std::filesystem::remove(data() / file);
    store::Database database(data() / "store.db", store::Database::Mode::create);
    for (std::size_t i = 0; i < migrations; ++i) database.execute(std::string(store::migrations().at(i)));
    database.execute(rows);
    database.execute("PRAGMA application_id = " + std::to_string(store::application_id));
    database.execute("PRAGMA user_version = " + std::to_string(migrations));
  }
};

TEST_F(Migration, ToTheCompleteRulesKeepsEveryFact) {
  leave_store_of(3, R"sql(
    INSERT INTO fact_batch VALUES (1, 'admin', 'old.csv', 0, 12, 11);
    UPDATE store_state SET last_position = 12, roster_version = 12;
    INSERT INTO unit VALUES (1, 1, 'SNV', 20454, 24836, 'Sở Nội vụ', 'sở', '');
    INSERT INTO posting VALUES (2, 1, 'A1', 20454, 24836, 'An', 'SNV', 'chuyên viên', '', 4);
    INSERT INTO badge VALUES (3, 1, '04A1B2C3', 20454, 24836, 'A1', 1);
    INSERT INTO entrance_service VALUES (4, 1, 'cong-a', 'SNV', 20454, 24836);
    INSERT INTO schedule VALUES (5, 1, 'hanh-chinh', 0, 60, 10, 60, 0, 0);
    INSERT INTO season VALUES (5, 0, 20454, 31);
    INSERT INTO session_rule VALUES (5, 0, 0, 'sáng', 450, 690, 120, 60, 5, 5);
    INSERT INTO assignment VALUES (6, 1, 'SNV', '', 20454, 24836, 'hanh-chinh');
    INSERT INTO calendar_day VALUES (7, 1, 20454, 0, 'Nghỉ', NULL);
    INSERT INTO calendar_day VALUES (8, 1, 20454, 2, 'Làm bù', 1);
    INSERT INTO absence VALUES (9, 1, 'A1', 20460, 'sáng', 20461, 9, '12/QĐ', NULL);
    INSERT INTO absence VALUES (10, 1, 'A1', 20460, 'sáng', 20462, 0, '13/QĐ', 1767830400);
    INSERT INTO completeness VALUES (11, 1, 'SNV', 20454, 20484, 'admin');
  )sql");
  open();
  const auto facts = store_->snapshot().roster_facts();
  const DateSpan since{Date(std::chrono::days(20454))};
  EXPECT_EQ(facts.units, (std::vector<Unit>{{"SNV", "Sở Nội vụ", "sở", "", since}}));
  EXPECT_EQ(facts.postings, (std::vector<Posting>{{"A1", "An", "SNV", "chuyên viên", "", since, 4}}));
  EXPECT_EQ(facts.badges, (std::vector<Badge>{{"A1", "04A1B2C3", since, BadgeState::lost}}));
  EXPECT_EQ(facts.entrances, (std::vector<EntranceService>{{"cong-a", "SNV", since}}));
  ASSERT_EQ(facts.schedules.size(), 1U);
  EXPECT_EQ(facts.schedules[0].seasons.at(0).sessions.at(0).name, "sáng");
  EXPECT_EQ(facts.schedules[0].seasons.at(0).flex_later, minutes(0));
  EXPECT_EQ(facts.assignments.size(), 1U);
  EXPECT_EQ(facts.calendar,
            (std::vector<CalendarDay>{{since.from, CalendarKind::working, "Làm bù", std::chrono::Monday}}));
  ASSERT_EQ(facts.absences.size(), 1U);
  EXPECT_EQ(facts.absences[0], (Absence{"A1",
                                        AbsenceKind::annual_leave,
                                        {Date(std::chrono::days(20460)), Date(std::chrono::days(20462))},
                                        {"sáng"},
                                        "13/QĐ",
                                        LocalTime(std::chrono::seconds(1767830400))}));
  EXPECT_EQ(facts.completeness.size(), 1U);
  expect_verified();
}

TEST_F(Migration, LetsOldFactsBeSupersededAndWithdrawn) {
  leave_store_of(3, R"sql(
    INSERT INTO fact_batch VALUES (1, 'admin', 'old.csv', 0, 3, 2);
    UPDATE store_state SET last_position = 3, roster_version = 3;
    INSERT INTO calendar_day VALUES (1, 1, 20454, 0, 'Nghỉ', NULL);
    INSERT INTO absence VALUES (2, 1, 'A1', 20460, '', 20461, 9, '12/QĐ', NULL);
  )sql");
  open();
  const auto facts = store_->snapshot().roster_facts();
  const CalendarDay recalled{facts.calendar.at(0).date, CalendarKind::ordinary, "Làm việc bình thường", {}};
  const auto applied = store_->apply({"admin", "new.csv", {recalled}, {facts.absences.at(0)}});
  EXPECT_EQ(applied.changed, 1U);
  EXPECT_EQ(applied.withdrawn, 1U);
  EXPECT_EQ(store_->snapshot().roster_facts().calendar, std::vector{recalled});
  EXPECT_TRUE(store_->snapshot().roster_facts().absences.empty());
  EXPECT_EQ(store_->snapshot().roster_facts(3).absences, facts.absences);
}

TEST_F(Migration, OfAStoreThatClosedPeriodsBringsWhatBecomesOfUnits) {
  leave_store_of(5, R"sql(
    INSERT INTO fact_batch VALUES (1, 'admin', 'old.csv', 0, 2, 1);
    UPDATE store_state SET last_position = 2, roster_version = 2;
    INSERT INTO unit VALUES (1, 1, 'SNV', 20454, 24836, 'Sở Nội vụ', 'sở', '', 0);
  )sql");
  open();
  const auto facts = store_->snapshot().roster_facts();
  EXPECT_EQ(facts.units.size(), 1U);
  const PayPeriod months{"SNV", facts.units.at(0).valid.from, 26};
  const Succession merged{"SGTVT", "SNV", facts.units.at(0).valid.from, "QĐ 1"};
  store_->apply({"admin", "new.csv", {months, merged}});
  EXPECT_EQ(store_->snapshot().roster_facts().successions, std::vector{merged});
  EXPECT_EQ(store_->snapshot().roster_facts().pay_periods, std::vector{months});
  EXPECT_TRUE(store_->snapshot().roster_facts(2).pay_periods.empty());
  expect_verified();
}

}  // namespace
}  // namespace badge::test
