#include <set>
#include <utility>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"
#include "server/documents/printable.hpp"

namespace badge::app {

using attendance::Date, attendance::ListRule, attendance::TripReport;

namespace {

constexpr std::int32_t away_min_max = 24 * 60;

/// What is cited on a list.
std::string cited(ImportRow& row, std::string_view column, std::string text, const ImportReport& report) {
  if (documents::unprintable_in(text)) {
    row.refuse(column, report.say("có ký tự không in được", "holds a character that cannot be printed"));
  }
  return text;
}

/// Each trip by its person and first day.
std::set<std::pair<std::string_view, Date>> trips_of(const store::RosterFacts& facts) {
  std::set<std::pair<std::string_view, Date>> trips;
  for (const auto& paper : facts.absences) {
    if (paper.kind == attendance::AbsenceKind::business_trip)
      trips.emplace(paper.staff_code, paper.days.from);
  }
  return trips;
}

}  // namespace

void plan_list_rules(ImportTask& task) {
  const ImportColumns columns{{"unit_code", "valid_from"}, {"late_times", "away_min", "rule"}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.aids.list_rules);
  std::vector<Stated<ListRule>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    ListRule stated;
    stated.unit_code = row.code("unit_code");
    stated.valid_from = row.date("valid_from");
    stated.late_times = row.number("late_times", 1, attendance::late_times_max);
    if (const auto away = row.number("away_min", 1, away_min_max))
      stated.away_min = attendance::minutes(*away);
    stated.rule = cited(row, "rule", row.text("rule"), task.report);
    const bool says_nothing = row.cell("late_times").empty() && row.cell("away_min").empty();
    if (says_nothing && row.good()) {
      row.refuse("late_times", task.report.say("cần nêu số lần đi muộn, số phút ra ngoài, hoặc cả hai",
                                               "state how often late, how many minutes away, or both"));
    }
    if (!row.good()) return;
    in_force.trust_unchanged(row, stated);
    if (!stated.unit_code.empty())
      known.unit(row, "unit_code", stated.unit_code, {stated.valid_from, stated.valid_from});
    file.push_back({std::move(stated), row.line()});
  });
  merge(task, task.aids.list_rules, std::move(file));
}

void plan_trip_reports(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "trip_from", "reported_on", "paper"}, {}};
  const Known known(task.stored, task.report);
  const auto trips = trips_of(task.stored);
  const InForce in_force(task.aids.trip_reports);
  std::vector<Stated<TripReport>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    TripReport stated;
    stated.staff_code = row.needed_code("staff_code");
    stated.trip_from = row.date("trip_from");
    stated.reported_on = row.date("reported_on");
    stated.paper = cited(row, "paper", row.needed_text("paper"), task.report);
    if (!row.good()) return;
    in_force.trust_unchanged(row, stated);
    if (!known.staff(row, "staff_code", stated.staff_code)) return;
    if (!trips.contains({stated.staff_code, stated.trip_from})) {
      row.refuse("trip_from", task.report.say("không có đợt công tác nào của người này bắt đầu ngày này",
                                              "no business trip of this person begins on this day"));
    } else if (stated.reported_on < stated.trip_from) {
      row.refuse("reported_on",
                 task.report.say("trước ngày bắt đầu đợt công tác", "is before the first day of the trip"));
    }
    file.push_back({std::move(stated), row.line()});
  });
  merge(task, task.aids.trip_reports, std::move(file));
}

}  // namespace badge::app
