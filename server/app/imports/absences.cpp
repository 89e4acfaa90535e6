#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"

namespace badge::app {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;
using attendance::ClockSpan;
using attendance::Date;
using attendance::every_weekday;
using attendance::minutes;

using attendance::day_length;

bool on_weekday(const Absence& absence, Date date) {
  return (absence.weekdays >> (std::chrono::weekday(date).iso_encoding() - 1) & 1U) != 0;
}

bool is_weekly(const Absence& absence) { return absence.weekdays != every_weekday; }

/// The part of a day that it takes; nothing: none of that day.
std::optional<ClockSpan> part_of(const Absence& absence, Date date) {
  if (!absence.days.contains(date) || !on_weekday(absence, date)) return std::nullopt;
  if (!absence.time) return ClockSpan{minutes(0), day_length};
  const bool whole = !is_weekly(absence);  // from the first day on, without a break
  return ClockSpan{whole && date != absence.days.from ? minutes(0) : absence.time->from,
                   whole && date != absence.days.to ? day_length : absence.time->to};
}

bool share_sessions(const Absence& a, const Absence& b) {
  if (a.sessions.empty() || b.sessions.empty()) return true;
  return std::ranges::find_first_of(a.sessions, b.sessions) != a.sessions.end();
}

/// The first day of which both take the same part. Of a paper that names hours and one that names sessions
/// nothing is said: which hours a session has depends on the person's schedule.
std::optional<Date> first_shared_day(const Absence& a, const Absence& b) {
  if (!share_sessions(a, b)) return std::nullopt;
  if ((a.time && !b.sessions.empty()) || (b.time && !a.sessions.empty())) return std::nullopt;
  // Only the first and the last shared day can differ from their weekday: a week from each end tells all.
  constexpr std::chrono::days week{7};
  const auto first = std::max(a.days.from, b.days.from), last = std::min(a.days.to, b.days.to);
  for (auto date = first; date <= last; date += std::chrono::days(1)) {
    if (date > first + week && date < last - week) date = last - week;
    const auto of_a = part_of(a, date), of_b = part_of(b, date);
    if (of_a && of_b && of_a->from < of_b->to && of_b->from < of_a->to) return date;
  }
  return std::nullopt;
}

/// A leave inside a standing programme of the week takes its days out of it, on purpose.
bool may_contradict(const Absence& a, const Absence& b) {
  return (a.kind != b.kind || a.paper != b.paper) && is_weekly(a) == is_weekly(b);
}

void refuse_contradictions(ImportTask& task, const std::vector<Stated<Absence>>& all) {
  std::vector<const Stated<Absence>*> order;
  for (const auto& stated : all) order.push_back(&stated);
  std::ranges::sort(order, {}, [](const auto* one) {
    return std::tuple(std::string_view(one->fact.staff_code), one->fact.days.from, one->line);
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t k = i + 1; k < order.size(); ++k) {
      const auto *one = order[i], *other = order[k];
      if (one->fact.staff_code != other->fact.staff_code || other->fact.days.from > one->fact.days.to) break;
      if ((one->line == 0 && other->line == 0) || !may_contradict(one->fact, other->fact)) continue;
      const auto shared = first_shared_day(one->fact, other->fact);
      if (!shared) continue;
      const auto* blamed = one->line > other->line ? one : other;
      const auto& against = *(blamed == one ? other : one);
      const auto words = absence_words();
      const auto kind = std::ranges::find(words, against.fact.kind, &Word<AbsenceKind>::meaning);
      task.report.add(
          blamed->line, "from", show_date(blamed->fact.days.from),
          task.report.say(
              "ngày {} đã có giấy khác cho cùng thời gian: {} \"{}\" {} ({}); sửa ngày, hoặc rút lại giấy "
              "kia",
              "on {} another paper holds for the same time: {} \"{}\" {} ({}); mend the dates, or "
              "withdraw that paper",
              show_date(*shared), task.report.language() == Language::vi ? kind->vietnamese : kind->code,
              against.fact.paper, show_span(against.fact.days), place_of(against.line, task.report)));
    }
  }
}

/// Both times or neither.
std::optional<ClockSpan> time(ImportRow& row, const ImportReport& report) {
  const bool has_from = !row.cell("from_time").empty(), has_to = !row.cell("to_time").empty();
  if (has_from != has_to) {
    row.refuse(has_from ? "to_time" : "from_time",
               report.say("ghi cả from_time và to_time, hoặc để trống cả hai",
                          "fill both from_time and to_time, or neither"));
  }
  const auto from = row.clock("from_time"), to = row.clock("to_time");
  if (!from || !to) return std::nullopt;
  return ClockSpan{*from, *to};
}

void check_time(ImportRow& row, const Absence& absence, const ImportReport& report) {
  if (!absence.time) return;
  if (!absence.sessions.empty()) {
    row.refuse("sessions", report.say("đã ghi giờ thì không ghi buổi; để trống một trong hai",
                                      "names sessions where times are named; leave one of them empty"));
  } else if ((is_weekly(absence) || absence.days.from == absence.days.to) &&
             absence.time->to <= absence.time->from) {
    row.refuse("to_time",
               report.say("phải sau from_time ({})", "must be after from_time ({})", row.cell("from_time")));
  }
}

void check_weekdays(ImportRow& row, const Absence& absence, const ImportReport& report) {
  const auto week_end = std::min(absence.days.to, absence.days.from + std::chrono::days(6));
  for (auto date = absence.days.from; date <= week_end; date += std::chrono::days(1)) {
    if (on_weekday(absence, date)) return;
  }
  row.refuse("weekdays", report.say("từ {} không có ngày nào vào các thứ này; sửa ngày hoặc thứ",
                                    "none of the days {} is such a weekday; mend the dates or the weekdays",
                                    show_span(absence.days)));
}

}  // namespace

void plan_absences(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "kind", "from", "to", "sessions", "paper", "reported_at"},
                              {"from_time", "to_time", "weekdays", "approved_by", "kept"}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.absences);
  std::vector<Stated<Absence>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Absence absence{.staff_code = row.needed_code("staff_code"),
                    .kind = row.needed_word("kind", absence_words()).value_or(AbsenceKind::annual_leave),
                    .days = row.closed_span("from", "to"),
                    .sessions = known.sessions(row, "sessions"),
                    .paper = row.text("paper"),
                    .reported_at = row.local_time("reported_at"),
                    .weekdays = row.weekdays("weekdays").value_or(every_weekday),
                    .time = time(row, task.report),
                    .approved_by = row.text("approved_by"),
                    .kept_despite_taps = row.yes("kept")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, absence);
    check_time(row, absence, task.report);
    check_weekdays(row, absence, task.report);
    known.in_service(row, absence.staff_code, absence.days, "from", "to");
    file.push_back({std::move(absence), row.line()});
  });
  refuse_contradictions(task, merge(task, task.stored.absences, std::move(file)));
}

}  // namespace badge::app
