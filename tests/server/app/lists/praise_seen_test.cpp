// What inspections say of whom one may praise: only what was seen counts, and doubt is no praise.
#include "server/app/lists/praise_seen.hpp"

#include <gtest/gtest.h>

namespace badge::app {
namespace {

using attendance::Date, attendance::SeenByInspections;
using inspection::Observed;
using std::chrono::year;

InspectionOfPerson seen(Observed observed) {
  InspectionOfPerson one;
  one.observed = observed;
  return one;
}

TEST(PraiseSeen, CountsOfAPersonTheTimesWhenTheBadgeHadToBeWorn) {
  EXPECT_EQ(seen_of_person({seen(Observed::worn), seen(Observed::worn)}), (SeenByInspections{2, 2}));
  for (const auto fault : {Observed::worn_wrongly, Observed::not_worn, Observed::someone_elses,
                           Observed::not_issued, Observed::absent_without})
    EXPECT_EQ(seen_of_person({seen(Observed::worn), seen(fault)}), (SeenByInspections{2, 1}));
}

TEST(PraiseSeen, IsNothingOfWhoNeedWearNoneOrWasAwayOnPaperOrWasNotLookedAt) {
  EXPECT_EQ(seen_of_person({seen(Observed::exempt), seen(Observed::absent_with_paper), InspectionOfPerson{}}),
            SeenByInspections{});
}

TEST(PraiseSeen, HoldsAgainstAPersonWhatIsInDoubt) {
  InspectionOfPerson disputed, gone = seen(Observed::absent_with_paper);
  disputed.disputed = true;
  gone.tapped_not_there = true;
  EXPECT_EQ(seen_of_person({disputed}), (SeenByInspections{1, 0}));
  EXPECT_EQ(seen_of_person({gone}), (SeenByInspections{1, 0}));
}

TEST(PraiseSeen, OfAUnitIsThatOfAllBelowItInInspectionsOfThePeriodThatBegan) {
  const attendance::DateSpan always{Date(year(2020) / 1 / 1)},
      july{Date(year(2026) / 7 / 1), Date(year(2026) / 7 / 31)};
  const attendance::UnitTree units({{"SNV", "Sở Nội vụ", "sở", "", always},
                                    {"VP", "Văn phòng", "phòng", "SNV", always},
                                    {"SYT", "Sở Y tế", "sở", "", always}});
  InspectionFiles files;
  const auto add = [&](Date day, const std::string& unit, int worn, int not_worn, bool began = true) {
    auto known = std::make_shared<KnownInspection>();
    known->inspection.started_at = day + std::chrono::hours(9);
    if (began) known->inspection.started.emplace();
    known->by_unit[unit].worn = worn;
    known->by_unit[unit].not_worn = not_worn;
    files.inspections[std::to_string(files.inspections.size())] = known;
  };
  const auto snv = *units.find("SNV");
  add(july.from, "SNV", 3, 0);
  add(july.to, "VP", 2, 1);
  add(july.from, "SYT", 0, 9);
  add(july.from - std::chrono::days(1), "SNV", 0, 9);
  add(july.from, "SNV", 0, 9, false);
  EXPECT_EQ(seen_of_unit(files, units, snv, july), (SeenByInspections{6, 5}));
  EXPECT_EQ(seen_of_unit(files, units, *units.find("VP"), july), (SeenByInspections{3, 2}));
}

}  // namespace
}  // namespace badge::app
