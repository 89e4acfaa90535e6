#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using namespace attendance;
using store::Applied;
using store::Fact;

Date date(int day) { return Date(std::chrono::year(2026) / 7 / day); }

Posting posting(std::string staff_code, std::string unit_code, std::int32_t order = 0) {
  return {staff_code, "Nguyễn Văn " + staff_code, std::move(unit_code), "chuyên viên", "công chức", {date(1)},
          order};
}

Schedule office_hours(minutes start = minutes(450)) {
  return {.name = "hanh-chinh",
          .taps = TapsDemanded::day_ends,
          .repeat_quiet = seconds(90),
          .stay_min = minutes(11),
          .lone_tap_reach = minutes(61),
          .noon_one_tap = true,
          .minutes_after_grace = true,
          .seasons = {
              {date(1),
               0x1F,
               {{"sáng", start, minutes(690), minutes(120), minutes(60), minutes(5), minutes(6)},
                {"chiều", minutes(810), minutes(1020), minutes(60), minutes(240), minutes(7), minutes(8)}}},
              {date(20), 0x3F, {{"tối", minutes(1200), minutes(1500), minutes(1), minutes(2), {}, {}}}}}};
}

class Facts : public StoreTest {
 protected:
  Applied apply(std::vector<Fact> facts, const std::string& origin = "test.csv") {
    return store_->apply({"admin", origin, std::move(facts)});
  }
  [[nodiscard]] store::RosterFacts loaded() const { return store_->snapshot().roster_facts(); }
};

TEST_F(Facts, OfEveryKindComeBackAsTheyWereStated) {
  const Unit unit{"SNV", "Sở Nội vụ", "sở", "", {date(1)}};
  const Badge badge{"A1", "04A1B2C3", {date(1), date(9)}, BadgeState::lost};
  const EntranceService entrance{"cong-a", "SNV", {date(1)}};
  const Assignment to_unit{"hanh-chinh", "SNV", "", {date(1)}};
  const Assignment to_person{"hanh-chinh", "", "A1", {date(2), date(3)}};
  const CalendarDay holiday{date(2), CalendarKind::holiday, "Nghỉ lễ", {}};
  const CalendarDay make_up{date(4), CalendarKind::working, "Làm bù", std::chrono::Monday};
  const Absence half_day{"A1",
                         AbsenceKind::business_trip,
                         {date(6), date(6)},
                         {"sáng", "tối"},
                         "12/QĐ",
                         LocalTime(date(5)) + std::chrono::hours(9)};
  const Absence leave{"A1", AbsenceKind::annual_leave, {date(7), date(8)}, {}, "", {}};
  const Completeness complete{"SNV", {date(1), date(31)}, "admin"};
  apply({unit, posting("A1", "SNV", 7), badge, entrance, office_hours(), to_unit, to_person, holiday, make_up,
         half_day, leave, complete});
  open();
  const auto facts = loaded();
  EXPECT_EQ(facts.units, std::vector{unit});
  EXPECT_EQ(facts.postings, std::vector{posting("A1", "SNV", 7)});
  EXPECT_EQ(facts.badges, std::vector{badge});
  EXPECT_EQ(facts.entrances, std::vector{entrance});
  EXPECT_EQ(facts.schedules, std::vector{office_hours()});
  EXPECT_EQ(facts.assignments, (std::vector{to_person, to_unit}));
  EXPECT_EQ(facts.calendar, (std::vector{holiday, make_up}));
  EXPECT_EQ(facts.absences, (std::vector{half_day, leave}));
  EXPECT_EQ(facts.completeness, std::vector{complete});
}

TEST_F(Facts, StatedAgainChangeNothing) {
  const std::vector<Fact> facts{posting("A1", "SNV"), posting("A2", "SNV"), office_hours()};
  EXPECT_EQ(apply(facts).added, 3U);
  const auto version = store_->snapshot().version();
  const auto again = apply(facts);
  EXPECT_EQ(again, (Applied{0, 0, 3, version.roster_version}));
  EXPECT_EQ(store_->snapshot().version(), version);
  EXPECT_EQ(store_->snapshot().fact_log(10).size(), 1U);
}

TEST_F(Facts, SupersedeTheEarlierOneOfTheSameKey) {
  apply({posting("A1", "SNV"), office_hours()});
  const auto before = store_->snapshot().version().roster_version;
  const auto applied = apply({posting("A1", "STC"), posting("A2", "STC"), office_hours(minutes(480))});
  EXPECT_EQ(applied, (Applied{1, 2, 0, applied.roster_version}));
  EXPECT_GT(applied.roster_version, before);
  EXPECT_EQ(loaded().postings, (std::vector{posting("A1", "STC"), posting("A2", "STC")}));
  EXPECT_EQ(loaded().schedules, std::vector{office_hours(minutes(480))});
}

TEST_F(Facts, CanGoBackToWhatTheyWere) {
  apply({posting("A1", "SNV")});
  apply({posting("A1", "STC")});
  EXPECT_EQ(apply({posting("A1", "SNV")}).changed, 1U);
  EXPECT_EQ(loaded().postings, std::vector{posting("A1", "SNV")});
}

TEST_F(Facts, OfOneKeyInOneBatchLeaveTheLast) {
  apply({posting("A1", "SNV"), posting("A1", "STC")});
  EXPECT_EQ(loaded().postings, std::vector{posting("A1", "STC")});
}

TEST_F(Facts, ArePreviewedWithoutBeingWritten) {
  apply({posting("A1", "SNV"), posting("A2", "SNV")});
  const auto preview =
      store_->preview({"admin", "x", {posting("A1", "SNV"), posting("A2", "STC"), posting("A3", "SNV")}});
  EXPECT_EQ(preview, (Applied{1, 1, 1, preview.roster_version}));
  EXPECT_EQ(loaded().postings.size(), 2U);
}

TEST_F(Facts, AreLoggedWithTheirAuthorAndTime) {
  apply({posting("A1", "SNV"), posting("A2", "SNV")}, "staff.csv");
  now_ = at(july_9, 11h);
  apply({office_hours()}, "schedules.toml");
  const auto log = store_->snapshot().fact_log(10);
  ASSERT_EQ(log.size(), 2U);
  EXPECT_EQ(log[0].origin, "schedules.toml");
  EXPECT_EQ(log[0].at, at(july_9, 11h));
  EXPECT_EQ(log[1].author, "admin");
  EXPECT_EQ(log[1].facts, 2U);
  EXPECT_GT(log[0].position, log[1].position);
}

TEST_F(Facts, OfALargeBatchAreSeenAllAtOnceWhileTapsGoOn) {
  constexpr std::size_t people = 20'000;
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < people; ++i) facts.emplace_back(posting("P" + std::to_string(i), "SNV"));
  std::atomic<bool> done = false;
  std::thread import([&] {
    apply(std::move(facts));
    done = true;
  });
  Journal journal;
  std::uint64_t taps_meanwhile = 0;
  while (!done) {
    journal.add(tap(card(1), at(july_9, 8h)));
    acknowledged(journal.batch(journal.last().seq, journal.last().seq));
    if (!done) ++taps_meanwhile;
    const auto seen = loaded().postings.size();
    EXPECT_TRUE(seen == 0 || seen == people) << seen;
  }
  import.join();
  EXPECT_EQ(loaded().postings.size(), people);
  EXPECT_GT(taps_meanwhile, 1U);
  expect_verified();
}

TEST_F(Facts, LeaveSnapshotsThatWereTakenBeforeAlone) {
  apply({posting("A1", "SNV")});
  const auto before = store_->snapshot();
  apply({posting("A1", "STC")});
  EXPECT_EQ(before.roster_facts().postings, std::vector{posting("A1", "SNV")});
}

}  // namespace
}  // namespace badge::test
