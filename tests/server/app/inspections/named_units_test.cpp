// Who may be named, and who answered then: never for one accident, and always with the reason.
#include "server/app/inspections/named_units.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

using attendance::Date;
using inspection::Checklist, inspection::Finding;
using std::chrono::year;

Date july(unsigned day) { return Date(year(2026) / 7 / static_cast<int>(day)); }
const attendance::DateSpan month{july(1), july(31)};

/// Files that grow by one inspection at a time.
class Files {
 public:
  /// Of Sở Nội vụ unless said otherwise, with `head` answering.
  KnownInspection& add(Date day, const std::string& head = "Bình", const std::string& unit = "SNV") {
    auto known = std::make_shared<KnownInspection>();
    auto& inspection = known->inspection;
    inspection.file = std::to_string(files_.inspections.size());
    inspection.prepared.unit_code = unit;
    inspection.started.emplace();
    inspection.started->unit_name = "Sở " + unit;
    inspection.started->head.name = head;
    inspection.started_at = day + std::chrono::hours(9);
    inspection.state = inspection::State::ended;
    files_.inspections[inspection.file] = known;
    return *known;
  }
  [[nodiscard]] std::vector<NamedUnit> named(Date today = july(31)) const {
    return named_units(files_, [](const std::string& unit) { return unit != "SYT"; }, month, today);
  }

 private:
  InspectionFiles files_;
};

void find(KnownInspection& known, Date due, Checklist list = Checklist::postings) {
  Finding finding;
  finding.found.list = list;
  finding.found.due = due;
  finding.found.head = known.inspection.started->head;
  known.inspection.findings.push_back(finding);
}

TEST(NamedUnits, IsNobodyForOneAccident) {
  Files files;
  auto& once = files.add(july(3));
  once.wearing.not_worn = 4;
  once.wearing.absent_without = 1;
  find(once, Date(year(2026) / 12 / 1));
  EXPECT_TRUE(files.named().empty());
}

TEST(NamedUnits, AreThoseWithFindingsPastTheirDayWithWhoAnsweredThen) {
  Files files;
  find(files.add(july(3), "Bình"), july(20));
  files.add(july(9), "Cường");
  EXPECT_TRUE(files.named(july(20)).empty());
  const auto named = files.named(july(21));
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].unit_name, "Sở SNV");
  EXPECT_EQ(named[0].overdue, 1);
  ASSERT_EQ(named[0].heads.size(), 1U) << "who came later answers for nothing of it";
  EXPECT_EQ(named[0].heads[0].who.name, "Bình");
  EXPECT_EQ(named[0].heads[0].days, std::vector{july(3)});
}

TEST(NamedUnits, AreThoseWhereTheSameCameBack) {
  Files files;
  const Date far(year(2026) / 12 / 1);
  find(files.add(july(3), "Bình"), far);
  find(files.add(july(9), "Cường"), far, Checklist::badge);
  EXPECT_TRUE(files.named().empty()) << "two kinds, each once";
  find(files.add(july(20), "Cường"), far);
  const auto named = files.named();
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].repeated, 1);
  ASSERT_EQ(named[0].heads.size(), 2U);
  EXPECT_EQ(named[0].heads[1].days, std::vector{july(20)}) << "not the day of another kind";
}

TEST(NamedUnits, AreThoseSeenTwiceWithPeopleWithoutTheirBadge) {
  Files files;
  files.add(july(3)).wearing.not_worn = 2;
  files.add(july(9)).wearing.worn = 5;
  files.add(july(12)).wearing.worn_wrongly = 1;
  const auto named = files.named();
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].without_badge, 3);
  EXPECT_EQ(named[0].absent_without, 0);
  EXPECT_EQ(named[0].heads[0].days, (std::vector{july(3), july(12)}));
}

TEST(NamedUnits, CountEarlierInspectionsForWhatIsOverdueAlone) {
  Files files;
  const Date june(year(2026) / 6 / 10);
  auto& earlier = files.add(june);
  earlier.wearing.not_worn = 2;
  find(earlier, july(1));
  files.add(july(12)).wearing.not_worn = 1;
  const auto named = files.named();
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].overdue, 1);
  EXPECT_EQ(named[0].without_badge, 0);
}

TEST(NamedUnits, AreTheAskersAndThoseWithMostOverdueComeFirst) {
  Files files;
  find(files.add(july(3), "Em", "SYT"), july(5));
  find(files.add(july(3), "An", "SXD"), july(5));
  auto& twice = files.add(july(3));
  find(twice, july(5));
  find(twice, july(6), Checklist::badge);
  const auto named = files.named();
  ASSERT_EQ(named.size(), 2U);
  EXPECT_EQ(named[0].unit_code, "SNV");
  EXPECT_EQ(named[1].unit_code, "SXD");
}

}  // namespace
}  // namespace badge::app
