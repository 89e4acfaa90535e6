#include "server/app/papers/unit_papers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "server/app/papers/hours_notice.hpp"
#include "server/app/papers/presence_paper.hpp"
#include "server/app/papers/unit_summary.hpp"
#include "server/app/unit_report.hpp"
#include "server/attendance/day_plan.hpp"

namespace badge::app {
namespace {

using attendance::Date, attendance::Tally;
using std::chrono::year_month;

/// Months of the period that have begun, in their order.
std::vector<year_month> months_of(const inspection::Period& period, Date today) {
  const auto [from, to] = inspection::days_of(period);
  const std::chrono::year_month_day first(from);
  std::vector<year_month> months;
  for (auto month = first.year() / first.month(); Date(month / 1) <= std::min(to, today);
       month += std::chrono::months(1)) {
    months.push_back(month);
  }
  return months;
}

/// Adds months up: what a unit below was called last is its name.
class Sums {
 public:
  explicit Sums(UnitSummary& summary) : summary_(summary) {}

  void add(const UnitReport& report) {
    std::set<std::string_view> listed;
    for (const auto& row : report.rows) listed.insert(row.unit.code);
    std::vector<const UnitRow*> tops;
    std::size_t open = 0;
    for (const auto& row : report.rows) {
      if (!listed.contains(row.parent_code)) tops.push_back(&row);
      if (row.own_staff > 0 && row.state != UnitState::closed) ++open;
    }
    summary_.staff = 0;
    for (const auto* top : tops) {
      summary_.staff += top->subtree_staff;
      summary_.total += top->subtree;
    }
    if (tops.size() == 1) {
      add_below(*tops.front(), report);
    } else {
      for (const auto* top : tops) add_row(top->unit, top->subtree, false);
    }
    if (open > 0) {
      summary_.open_months.push_back(fmt::format("tháng {}/{} ({} đơn vị)",
                                                 static_cast<unsigned>(report.month.month()),
                                                 static_cast<int>(report.month.year()), open));
    }
  }

 private:
  void add_below(const UnitRow& top, const UnitReport& report) {
    summary_.unit = top.unit;
    for (const auto& row : report.rows) {
      if (row.parent_code == top.unit.code) add_row(row.unit, row.subtree, false);
    }
    add_row(top.unit, top.own, true);
  }
  void add_row(const UnitName& unit, const Tally& tally, bool own_people) {
    const auto known = std::ranges::find_if(
        summary_.rows, [&](const UnitSummary::Row& row) { return row.unit.code == unit.code; });
    if (known == summary_.rows.end()) {
      summary_.rows.push_back({unit, tally, own_people});
    } else {
      known->unit = unit;
      known->tally += tally;
    }
  }

  UnitSummary& summary_;
};

}  // namespace

PaperOrNot UnitPapers::summary(const Identity& who, const Scope& scope, std::string_view unit,
                               const inspection::Period& period, PaperFormat format) const {
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  UnitSummary summary, before;
  summary.period = period;
  const auto add = [&](UnitSummary& sums, const inspection::Period& of) {
    for (const auto month : months_of(of, today)) {
      if (const auto report = unit_report(*months_.get(month), unit, scope); report && !report->rows.empty())
        Sums(sums).add(*report);
    }
  };
  add(summary, period);
  if (summary.rows.empty()) return tl::unexpected(NoPaper{});
  add(before, inspection::before(period));
  summary.before = before.total;
  const auto [from, to] = inspection::days_of(period);
  summary.inspected = inspections_.results(who, unit, {from, to});
  return print_now("bao-cao-chap-hanh-" + to_string(period), "", unit_summary_of(summary, body_, today),
                   format, evidence_);
}

PaperOrNot UnitPapers::hours(const Scope& scope, std::string_view unit, PaperFormat format) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  const auto& units = book->units();
  const auto no = units.find(unit);
  if (!no || units.on(*no, today) == nullptr || !scope.holds(units, *no, today))
    return tl::unexpected(NoPaper{});
  PostedHours hours{units.full_name_on(*no, today), nullptr, nullptr, today, body_.hotline};
  for (const auto above : units.line_on(*no, today)) {
    const auto* assigned = book->unit_assignment(above, today);
    if (assigned == nullptr) continue;
    const auto& schedule = book->schedules()[assigned->schedule_no];
    hours.season = attendance::season_on(schedule, today);
    const auto next = std::ranges::find_if(
        schedule.seasons, [&](const attendance::Season& season) { return season.valid_from > today; });
    if (next != schedule.seasons.end()) hours.next = &*next;
    break;
  }
  return print_now("niem-yet-gio-lam-viec", "", hours_notice_of(hours, body_), format, evidence_);
}

PaperOrNot UnitPapers::presence(const Scope& scope, std::string_view unit, PaperFormat format) const {
  const auto report = now_report(*board_.get(), unit, scope, Language::vi);
  if (!report) return tl::unexpected(NoPaper{});
  return print_now("tinh-hinh-co-mat", "", presence_paper_of(*report), format, evidence_);
}

}  // namespace badge::app
