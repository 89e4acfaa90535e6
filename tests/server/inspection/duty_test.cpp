// Units × duties × state: what the worst is, and that nobody looked says nothing.
#include "server/inspection/duty.hpp"

#include <gmock/gmock.h>

#include "tests/server/inspection/steps.hpp"

namespace badge::inspection::testing {
namespace {

/// Inspections of a year, with what they saw of people by unit.
class Looks {
 public:
  Looks& add(const Written& file, std::map<std::string, Wearing> by_unit = {}) {
    inspections_.push_back(inspection_of(file.steps()).value());
    by_unit_.push_back(std::move(by_unit));
    return *this;
  }
  [[nodiscard]] std::map<std::string, Duties> duties(Date from, Date to, Date today) const {
    std::vector<Look> looks;
    for (std::size_t i = 0; i < inspections_.size(); ++i) looks.push_back({&inspections_[i], &by_unit_[i]});
    return duties_by_unit(looks, {from, to}, today);
  }
  [[nodiscard]] Duty duty(Checklist list, const std::string& unit = "SNV") const {
    const auto units = duties(march(1), march(31), march(31));
    const auto found = units.find(unit);
    return found == units.end() ? Duty{} : found->second[static_cast<std::size_t>(list)];
  }

 private:
  std::vector<Inspection> inspections_;
  std::vector<std::map<std::string, Wearing>> by_unit_;
};

Prepared about(std::vector<Checklist> lists) {
  auto prepared = visit("SNV");
  prepared.checklists = std::move(lists);
  return prepared;
}

Found found(std::string finding, Date due, Checklist list = Checklist::postings) {
  Found found;
  found.finding = std::move(finding);
  found.unit_code = "SNV";
  found.list = list;
  found.text = "không niêm yết đường dây nóng";
  found.due = due;
  return found;
}

Answered line(Answer answer) { return {Checklist::postings, 1, "hotline", answer, {}}; }

const std::string one = id(0xa), other = id(0xb);

TEST(Duty, OfWhichNobodyLookedIsNotChecked) {
  const auto looks = Looks().add(Written()(about({Checklist::badge}))(start("1/2026")));
  EXPECT_EQ(looks.duty(Checklist::badge).state(), DutyState::in_order);
  EXPECT_EQ(looks.duty(Checklist::badge).last, march(9));
  EXPECT_EQ(looks.duty(Checklist::postings).state(), DutyState::not_checked);
  EXPECT_EQ(looks.duty(Checklist::badge, "SYT").state(), DutyState::not_checked);
}

TEST(Duty, IsTheWorstOfItsFindings) {
  auto file = Written()(about({Checklist::postings}))(start("1/2026"))(found(one, march(20)));
  file(found(other, day(2026, 12, 1)));
  EXPECT_EQ(Looks().add(file).duty(Checklist::postings).state(), DutyState::overdue);
  file(Repaired{one, "đã niêm yết", ""});
  EXPECT_EQ(Looks().add(file).duty(Checklist::postings).state(), DutyState::open);
  file(Repaired{other, "đã niêm yết", ""});
  EXPECT_EQ(Looks().add(file).duty(Checklist::postings).state(), DutyState::repair_waits);
  file(Reviewed{one, true, ""})(Reviewed{other, true, ""});
  const auto duty = Looks().add(file).duty(Checklist::postings);
  EXPECT_EQ(duty.state(), DutyState::in_order);
  EXPECT_EQ(duty.mended, 2);
}

TEST(Duty, IsNotKeptWhereALineIsBrokenAndNobodyWroteAFinding) {
  auto file = Written()(about({Checklist::postings}))(start("1/2026"))(line(Answer::broken));
  EXPECT_EQ(Looks().add(file).duty(Checklist::postings).state(), DutyState::not_kept);
  file(found(one, day(2026, 12, 1)));
  EXPECT_EQ(Looks().add(file).duty(Checklist::postings).not_kept, 0) << "the finding tells it";
}

TEST(Duty, IsJudgedByTheLastLookAtAUnit) {
  const auto broken = Written()(about({Checklist::postings}))(start("1/2026"))(line(Answer::broken));
  const auto kept = Written().at(60)(about({Checklist::postings}))(start("2/2026"))(line(Answer::kept));
  EXPECT_EQ(Looks().add(kept).add(broken).duty(Checklist::postings).state(), DutyState::in_order);
  const auto later = Written().at(90)(about({Checklist::badge}))(start("3/2026"));
  EXPECT_EQ(Looks().add(broken).add(later).duty(Checklist::postings).not_kept, 1)
      << "it did not look at that";
}

TEST(Duty, CountsPeopleOfEachUnitWithoutTheirBadge) {
  const auto file = Written()(about({Checklist::badge, Checklist::hours}))(start("1/2026"));
  Wearing wearing;
  wearing.worn = 3;
  wearing.not_worn = 2;
  wearing.absent_without = 1;
  const auto looks = Looks().add(file, {{"VP", wearing}});
  EXPECT_EQ(looks.duty(Checklist::badge, "VP").not_kept, 2);
  EXPECT_EQ(looks.duty(Checklist::hours, "VP").not_kept, 1);
  EXPECT_EQ(looks.duty(Checklist::badge, "SNV").state(), DutyState::in_order);
}

TEST(Duty, KeepsWhatIsNotMendedOfEarlierInspections) {
  auto file = Written()(about({Checklist::postings}))(start("1/2026"))(found(one, march(20)));
  const auto in_april = [&] {
    auto units = Looks().add(file).duties(day(2026, 4, 1), day(2026, 4, 30), day(2026, 4, 30));
    return units["SNV"][static_cast<std::size_t>(Checklist::postings)];
  };
  EXPECT_EQ(in_april().state(), DutyState::overdue);
  EXPECT_EQ(in_april().last, std::nullopt);
  file(Repaired{one, "đã niêm yết", ""})(Reviewed{one, true, ""});
  EXPECT_EQ(in_april().state(), DutyState::not_checked);
}

TEST(Duty, OfSeveralUnitsIsTheSum) {
  Duty all;
  Duty mended, broken;
  mended.mended = 1;
  mended.last = march(2);
  broken.overdue = 1;
  broken.last = march(1);
  all += mended;
  all += broken;
  EXPECT_EQ(all.state(), DutyState::overdue);
  EXPECT_EQ(all.last, march(2));
  EXPECT_EQ(all.mended, 1);
}

}  // namespace
}  // namespace badge::inspection::testing
