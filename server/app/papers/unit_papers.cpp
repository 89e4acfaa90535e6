#include "server/app/papers/unit_papers.hpp"

#include <algorithm>

#include "server/app/papers/duty_sheet.hpp"
#include "server/app/papers/hours_notice.hpp"
#include "server/app/papers/overtime_sheet.hpp"
#include "server/app/papers/presence_paper.hpp"
#include "server/app/papers/unit_summary.hpp"
#include "server/attendance/day_plan.hpp"

namespace badge::app {

PaperOrNot UnitPapers::summary(const Identity& who, const Scope& scope, std::string_view unit,
                               const ReportPeriod& period, PaperFormat format) const {
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  auto hours = period_units(months_, period, unit, scope, today);
  if (!hours) return tl::unexpected(NoPaper{});
  const UnitSummary summary{*std::move(hours),
                            inspections_.results(who, unit, {period.days.from, period.days.to})};
  return print_now("bao-cao-chap-hanh-" + file_key(period), "", unit_summary_of(summary, body_, today),
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

PaperOrNot UnitPapers::duties(const Scope& scope, std::string_view unit, std::chrono::year_month month,
                              PaperFormat format) const {
  const auto report = duty_report(evidence_, unit, month, scope, Language::vi);
  if (!report) return tl::unexpected(NoPaper{});
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  return print_now("bang-theo-doi-truc", "", duty_sheet_of(*report, body_, today), format, evidence_);
}

PaperOrNot UnitPapers::overtime(const Scope& scope, std::string_view unit, std::chrono::year_month month,
                                PaperFormat format) const {
  const auto sheet = overtime_sheet(evidence_, unit, month, scope);
  if (!sheet) return tl::unexpected(NoPaper{});
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  return print_now("bang-theo-doi-lam-them-gio", "", overtime_sheet_of(*sheet, body_, today), format,
                   evidence_);
}

}  // namespace badge::app
