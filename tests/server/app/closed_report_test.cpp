// What a closed unit's report says, whatever arrives later, and how that is listed beside it.
#include "server/app/period_report.hpp"
#include "tests/server/app/closing_office.hpp"

namespace badge::app::test {
namespace {

using attendance::SessionState;
using attendance::Unit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ClosedReports : public ClosingOffice {
 protected:
  struct Told {
    attendance::Tally own, above;
    std::uint32_t staff, staff_above;
    std::vector<std::string> people;
    friend bool operator==(const Told&, const Told&) = default;
  };
  [[nodiscard]] Told told(const std::string& unit) {
    Told told{row(unit).own, row("tinh").subtree, row(unit).own_staff, row("tinh").subtree_staff, {}};
    const auto people = people_report(*months_.get(july), unit, false, everybody);
    for (const auto& person : people->rows) {
      told.people.push_back(person.staff_code + " " + person.full_name + ", " + person.position + ", " +
                            std::to_string(person.tally.sessions_due) + " due, " +
                            std::to_string(person.tally.late_min) + " late, " +
                            std::to_string(person.tally.absent) + " absent, " +
                            std::to_string(person.tally.excused) + " excused");
    }
    return told;
  }
  [[nodiscard]] static std::string word(const std::optional<attendance::SheetLine>& line) {
    if (!line) return "-";
    const auto state = std::string(to_string(line->state));
    return line->late.count() == 0 ? state : state + " late " + std::to_string(line->late.count());
  }
  /// "AN 9 sáng: absent -> present late 7 (taps)"
  [[nodiscard]] static std::string line_of(const Change& change) {
    std::string causes;
    for (const auto cause : change.causes) {
      causes.append(causes.empty() ? "" : " ").append(to_string(cause));
    }
    const auto day = std::chrono::year_month_day(change.change.date).day();
    return change.change.staff_code + " " + std::to_string(static_cast<unsigned>(day)) + " " +
           change.change.session + ": " + word(change.change.before) + " -> " + word(change.change.after) +
           " (" + causes + ")";
  }
  [[nodiscard]] std::vector<std::string> lines(std::string_view unit,
                                               std::optional<std::uint64_t> since = std::nullopt) const {
    std::vector<std::string> lines;
    for (const auto& change : changes(unit, since)) lines.push_back(line_of(change));
    return lines;
  }
};

/// What comes too late, and what the list of changes says of it first.
struct Late {
  const char* name;
  std::vector<store::Fact> stated = {};
  std::vector<store::Fact> withdrawn = {};
  std::vector<std::string> taps = {};  // of An's card
  std::string first_change;
  std::size_t changes;
  std::string sentence;
};
void PrintTo(const Late& late, std::ostream* out) { *out << late.name; }

attendance::Schedule no_fridays() {
  const auto session = [](const char* name, int start, int end) {
    using std::chrono::minutes;
    return attendance::SessionRule{name,         minutes(start), minutes(end), minutes(60),
                                   minutes(120), minutes(5),     minutes(5)};
  };
  attendance::Schedule schedule;
  schedule.name = "hanh-chinh";
  schedule.seasons = {{long_ago, 0b01111, {session("sáng", 450, 690), session("chiều", 810, 1020)}}};
  return schedule;
}

attendance::Correction approved_for_an() {
  attendance::Correction correction;
  correction.staff_code = "AN";
  correction.date = july_day(8);
  correction.session = "sáng";
  correction.decision = attendance::Decision::approved;
  return correction;
}

class WhatComesLater : public ClosedReports, public testing::WithParamInterface<Late> {};

TEST_P(WhatComesLater, ChangesNoFigureAndIsListedWithItsCause) {
  state({leave_of_an(16)});
  import_taps({{card(an_card), "10 07:37"}, {card(an_card), "10 11:31"}});
  const auto open = told("snv");
  for (const auto* unit : {"snv", "vp", "tinh"}) close(unit);
  const auto before = told("snv");
  EXPECT_EQ(before, open) << "closing changes no figure";
  EXPECT_THAT(changes("snv"), IsEmpty());

  const auto& late = GetParam();
  store_.apply({"hr", "late", late.stated, late.withdrawn});
  std::vector<std::pair<store::TapKey, std::string>> taps;
  for (const auto& at : late.taps) taps.emplace_back(card(an_card), at);
  if (!taps.empty()) import_taps(taps);

  EXPECT_EQ(told("snv"), before);
  EXPECT_THAT(before.people,
              ElementsAre("BINH Trần Thị Bình, Trưởng phòng, 46 due, 0 late, 46 absent, 0 excused",
                          "AN Nguyễn Văn An, Chuyên viên, 46 due, 7 late, 43 absent, 2 excused"));
  const auto listed = changes("snv");
  ASSERT_THAT(listed, SizeIs(late.changes));
  EXPECT_EQ(line_of(listed[0]), late.first_change);
  EXPECT_THAT(listed[0].text, HasSubstr(late.sentence));
  EXPECT_THAT(verify(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(, WhatComesLater,
                         testing::Values(Late{.name = "Taps",
                                              .taps = {"09 07:37", "09 11:31"},
                                              .first_change = "AN 9 sáng: absent -> present late 7 (taps)",
                                              .changes = 1,
                                              .sentence = "7 phút"},
                                         Late{.name = "Paper",
                                              .stated = {leave_of_an(9)},
                                              .first_change = "AN 9 sáng: absent -> excused (paper)",
                                              .changes = 2,
                                              .sentence = "GNP 1"},
                                         Late{.name = "WithdrawnPaper",
                                              .withdrawn = {leave_of_an(16)},
                                              .first_change = "AN 16 sáng: excused -> absent (paper)",
                                              .changes = 2,
                                              .sentence = "không có giấy tờ"},
                                         Late{.name = "Correction",
                                              .stated = {approved_for_an()},
                                              .first_change = "AN 8 sáng: absent -> present (correction)",
                                              .changes = 1,
                                              .sentence = "Đã điều chỉnh"},
                                         Late{.name = "MovedPosting",
                                              .stated = {posting_of_an("snv", {long_ago, july_day(14)}),
                                                         posting_of_an("vp", {july_day(15)})},
                                              .first_change = "AN 15 sáng: absent -> - (posting)",
                                              .changes = 2 * 13,
                                              .sentence = "không còn"},
                                         Late{.name = "WithdrawnPerson",
                                              .withdrawn = {posting_of_an("snv", {long_ago})},
                                              .first_change = "AN 1 sáng: absent -> - (posting)",
                                              .changes = 46,
                                              .sentence = "không còn"},
                                         Late{.name = "Schedule",
                                              .stated = {no_fridays()},
                                              .first_change = "BINH 3 sáng: absent -> - (hours)",
                                              .changes = 2 * 2 * 5,
                                              .sentence = "không còn"},
                                         Late{.name = "Holiday",
                                              .stated = {attendance::CalendarDay{
                                                  july_day(9), attendance::CalendarKind::holiday, "Lễ", {}}},
                                              .first_change = "BINH 9 sáng: absent -> - (hours)",
                                              .changes = 4,
                                              .sentence = "không còn"},
                                         Late{.name = "TwoThingsAtOnce",
                                              .stated = {leave_of_an(9)},
                                              .taps = {"09 07:37", "09 11:31"},
                                              .first_change = "AN 9 sáng: absent -> excused (taps paper)",
                                              .changes = 2,
                                              .sentence = "GNP 1"}),
                         [](const auto& late) { return late.param.name; });

TEST_F(ClosedReports, SayOfAPersonWhatWasSignedWhateverCameLater) {
  import_taps({});
  const auto asked = *report_period("2026-07", {}, Language::vi);
  const auto before = period_person(evidence_, "AN", asked, everybody, Language::vi);
  close("snv");
  state({leave_of_an(9)});
  const auto after = period_person(evidence_, "AN", asked, everybody, Language::vi);
  EXPECT_EQ(after->total, before->total);
  EXPECT_EQ(after->total.excused, 0U);
  const auto ninth = std::ranges::find(after->months.front().days, july_day(9), &DayRow::date);
  EXPECT_THAT(ninth->sessions.front().text, HasSubstr("Theo bảng công đã chốt: Vắng không có lý do"));
  const auto people = people_report(*months_.get(july), "snv", false, everybody);
  const auto an = std::ranges::find(people->rows, "AN", &PersonRow::staff_code);
  EXPECT_EQ(after->total, an->tally) << "the sheet of a person says what the sheet of the unit says";
  EXPECT_EQ(person_report(evidence_, "AN", attendance::days_of(july), everybody, Language::vi)->tally.excused,
            2U)
      << "the page of a person says what the facts say now";
}

TEST_F(ClosedReports, KeepTheNamesPositionsAndHeadsOfTheirTime) {
  const attendance::DateSpan always{long_ago};
  state({attendance::Head{"snv", "BINH", {}, always, "QĐ 1"}});
  import_taps({});
  const auto position = close("snv");
  state({Unit{"snv", "Sở Nội vụ và Lao động", "sở", "tinh", always},
         attendance::Posting{"AN", "Nguyễn Văn An", "snv", "Chánh văn phòng", "công chức", always, 0},
         attendance::Posting{"BINH", "Trần Thị Thanh Bình", "snv", "Trưởng phòng", "công chức", always, 1}});
  withdraw(attendance::Head{"snv", "BINH", {}, always, ""});
  const auto frozen = sheet(position);
  EXPECT_EQ(frozen.unit_name, "Sở Nội vụ");
  EXPECT_EQ(frozen.head_name, "Trần Thị Bình");
  EXPECT_EQ(row("snv").unit.name, "Sở Nội vụ");
  EXPECT_EQ(row("snv").head, "Trần Thị Bình");
  EXPECT_THAT(told("snv").people,
              ElementsAre(HasSubstr("BINH Trần Thị Bình"), HasSubstr("AN Nguyễn Văn An, Chuyên")));
  EXPECT_THAT(changes("snv"), IsEmpty()) << "names are no verdicts";
}

TEST_F(ClosedReports, OfAUnitThatMovedInTheMiddleGoToTheParentsOfEachDay) {
  state({Unit{"ubnd", "UBND xã", "xã", "tinh", {long_ago}},
         Unit{"snv", "Sở Nội vụ", "sở", "tinh", {long_ago, july_day(14)}},
         Unit{"snv", "Sở Nội vụ", "sở", "ubnd", {july_day(15)}}});
  import_taps({});
  const auto above = row("ubnd").subtree;
  EXPECT_EQ(above.absent, 3 * 2 * 13U);
  close("snv");
  EXPECT_EQ(row("ubnd").subtree, above);
  state({leave_of_an(9)});
  EXPECT_EQ(row("ubnd").subtree, above) << "the 9th was before";
  EXPECT_EQ(row("tinh").subtree.absent, 3 * 46U);
}

TEST_F(ClosedReports, ThatAUnitMovedAwayFromItsHoursIsACause) {
  import_taps({});
  close("snv");
  state({Unit{"khac", "Tỉnh khác", "tỉnh", "", {july_day(1)}},
         Unit{"snv", "Sở Nội vụ", "sở", "tinh", {long_ago, july_day(30)}},
         Unit{"snv", "Sở Nội vụ", "sở", "khac", {july_day(31)}}});
  EXPECT_THAT(lines("snv"),
              ElementsAre("BINH 31 sáng: absent -> - (hours)", "BINH 31 chiều: absent -> - (hours)",
                          "AN 31 sáng: absent -> - (hours)", "AN 31 chiều: absent -> - (hours)"));
  EXPECT_EQ(row("snv").own.absent, 2 * 46U);
}

TEST_F(ClosedReports, CountWhoMovedOnceInEveryUnitAbove) {
  import_taps({});
  close("snv");
  state({posting_of_an("vp", {long_ago})});
  EXPECT_EQ(row("snv").own_staff, 2U);
  EXPECT_EQ(row("vp").own_staff, 2U) << "vp is open: it follows the facts";
  EXPECT_EQ(row("snv").subtree_staff, 3U);
  EXPECT_EQ(row("tinh").subtree_staff, 3U);
  EXPECT_EQ(row("tinh").subtree.sessions_due, 4 * 46U) << "sheets are signed: An stands on both";
}

TEST_F(ClosedReports, AnOpenMonthIsComparedWithWhatWasKnownAtAPosition) {
  import_taps({{card(an_card), "10 07:37"}, {card(an_card), "10 11:31"}});
  const auto then = evidence_.snapshot().version().last_position;
  EXPECT_THAT(lines("snv", then), IsEmpty());
  import_taps({{card(an_card), "09 07:37"}, {card(an_card), "09 11:31"}});
  const auto between = evidence_.snapshot().version().last_position;
  state({leave_of_an(13)});
  EXPECT_THAT(lines("snv", then),
              ElementsAre("AN 9 sáng: absent -> present late 7 (taps)",
                          "AN 13 sáng: absent -> excused (paper)", "AN 13 chiều: absent -> excused (paper)"));
  EXPECT_THAT(lines("snv", between), SizeIs(2));
  store_.fold();
  EXPECT_THAT(lines("snv", then), SizeIs(3)) << "folded or not";
  EXPECT_FALSE(change_list(evidence_, "snv", all_july, std::nullopt, everybody, Language::vi))
      << "nothing to compare with";
}

TEST_F(ClosedReports, TheSameTapAgainIsTakenAwayOnce) {
  import_taps({{card(an_card), "10 07:37"}, {card(an_card), "10 11:31"}});
  const auto then = evidence_.snapshot().version().last_position;
  import_taps({{card(an_card), "10 07:37"}, {card(an_card), "10 11:31"}});
  EXPECT_THAT(lines("snv", then), IsEmpty());
}

}  // namespace
}  // namespace badge::app::test
