#include "server/app/judged_month.hpp"

#include "server/app/unit_report.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {
namespace {

constexpr unsigned staff_count = 500;  // 46,000 taps: more sheaves than wait for the judges at once
constexpr unsigned weekday_count = 23;
constexpr unsigned late_every = 5, two_badges_every = 10, named_every = 10;

/// An office with enough people that a month of it is judged by several threads.
class JudgedMonths : public ReportOffice {
 protected:
  JudgedMonths() {
    const attendance::DateSpan always{attendance::Date(std::chrono::year(2020) / 1 / 1)};
    std::vector<store::Fact> facts = {attendance::Unit{"skh", "Sở Kế hoạch", "sở", "tinh", always}};
    for (unsigned person = 0; person < staff_count; ++person) {
      facts.push_back(
          attendance::Posting{code(person), "Người", "skh", "Chuyên viên", "công chức", always, 1});
      facts.push_back(attendance::Badge{code(person), uid(person, false), always, {}});
      if (has_two_badges(person))
        facts.push_back(attendance::Badge{code(person), uid(person, true), always, {}});
    }
    state(std::move(facts));
  }

  static std::string code(unsigned person) { return "CB" + std::to_string(1000 + person); }
  static std::string uid(unsigned person, bool second) {
    return (second ? "0500" : "0400") + std::to_string(1000 + person);
  }
  static bool is_late(unsigned person) { return person % late_every == 0; }
  static bool has_two_badges(unsigned person) { return person % two_badges_every == 1; }
  static bool is_named(unsigned person) { return person % named_every == 2; }

  /// Whom the taps of the afternoon name: the same badge, another, or the person.
  static store::TapKey afternoon_key(unsigned person) {
    if (is_named(person)) return store::TapKey::staff(code(person));
    return card(uid(person, has_two_badges(person)));
  }

  /// Four taps on every weekday; who is late is so by seven minutes, in the morning.
  void tap_all_month() {
    std::vector<std::pair<store::TapKey, std::string>> taps;
    for (unsigned person = 0; person < staff_count; ++person) {
      for (unsigned day = 1; day <= 31; ++day) {
        if (std::chrono::weekday(july_day(day)).iso_encoding() > 5) continue;
        const auto date = (day < 10 ? "0" : "") + std::to_string(day);
        taps.emplace_back(card(uid(person, false)), date + (is_late(person) ? " 07:37" : " 07:25"));
        taps.emplace_back(card(uid(person, false)), date + " 11:31");
        taps.emplace_back(afternoon_key(person), date + " 13:20");
        taps.emplace_back(afternoon_key(person), date + " 17:02");
      }
    }
    import_taps(taps);
  }
};

TEST_F(JudgedMonths, AreTheSameHoweverManyThreadsJudge) {
  tap_all_month();
  const auto report = unit_report(*months_.get(july), "skh", everybody);
  ASSERT_TRUE(report);
  constexpr auto late = staff_count / late_every * weekday_count;
  attendance::Tally expected;
  expected.sessions_due = 2 * staff_count * weekday_count;
  expected.on_time = expected.sessions_due - late;
  expected.late = late;
  expected.late_min = 7 * late;
  EXPECT_EQ(report->rows.at(0).own, expected);
}

}  // namespace
}  // namespace badge::app::test
