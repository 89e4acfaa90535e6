#include <algorithm>
#include <set>
#include <tuple>

#include "server/app/import_known_staff.hpp"
#include "server/app/import_merge.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using attendance::Absence;
using attendance::AbsenceKind;

std::set<std::string> session_names(const store::RosterFacts& facts) {
  std::set<std::string> names;
  for (const auto& schedule : facts.schedules) {
    for (const auto& season : schedule.seasons) {
      for (const auto& session : season.sessions) names.insert(session.name);
    }
  }
  return names;
}

/// "all" (or nothing) is all of them: an empty list. Otherwise names joined by '+', kept in one order so that
/// the same paper written twice is the same fact.
std::vector<std::string> sessions(ImportRow& row, const std::set<std::string>& known,
                                  const ImportReport& report) {
  auto text = row.cell("sessions");
  const auto folded = documents::fold_case(text);
  if (folded.empty() || folded == "all" || folded == documents::fold_case("cả ngày")) return {};
  std::set<std::string> named;
  for (bool more = true; more;) {
    const auto plus = text.find('+');
    more = plus != std::string_view::npos;
    const auto name = documents::fold_case(documents::trimmed(text.substr(0, plus)));
    if (more) text.remove_prefix(plus + 1);
    const auto found =
        std::ranges::find(known, name, [](const auto& one) { return documents::fold_case(one); });
    if (found != known.end()) {
      named.insert(*found);
      continue;
    }
    std::string list;
    for (const auto& one : known) list += ", " + one;
    row.refuse("sessions",
               report.say("không có buổi \"{}\" trong lịch làm việc nào; viết all{}, nối bằng dấu +",
                          "no schedule has a session \"{}\"; write all{}, joined by +", name, list));
    return {};
  }
  return {named.begin(), named.end()};
}

std::optional<attendance::LocalTime> reported_at(ImportRow& row, const ImportReport& report) {
  const auto text = row.cell("reported_at");
  if (text.empty()) return std::nullopt;
  const auto at = parse_local_time(text);
  if (!at) {
    row.refuse(
        "reported_at",
        report.say("không phải là thời điểm; viết 2026-03-09 07:15 hoặc 09/03/2026 07:15, hoặc để trống",
                   "is not a time; write 2026-03-09 07:15 or 09/03/2026 07:15, or leave it empty"));
  }
  return at;
}

}  // namespace

void plan_absences(ImportTask& task) {
  const ImportColumns columns{{"staff_code", "kind", "from", "to", "sessions", "paper", "reported_at"}, {}};
  const KnownStaff staff(task.stored);
  const auto known_sessions = session_names(task.stored);
  std::vector<Stated<Absence>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Absence absence{row.needed_code("staff_code"),
                    row.needed_word("kind", absence_words()).value_or(AbsenceKind::annual_leave),
                    {row.date("from"), row.date("to")},
                    sessions(row, known_sessions, task.report),
                    row.text("paper"),
                    reported_at(row, task.report)};
    if (!row.good()) return;
    if (absence.days.to < absence.days.from) {
      row.refuse("to", task.report.say("kết thúc trước khi bắt đầu (ngày {})",
                                       "ends before it begins (on {})", show_date(absence.days.from)));
      return;
    }
    staff.require(row, "staff_code", absence.staff_code, task.report);
    file.push_back({std::move(absence), row.line()});
  });
  (void)merge(task, task.stored.absences, std::move(file), [](const Absence& absence) {
    return std::tuple(absence.staff_code, absence.days.from, absence.sessions);
  });
}

}  // namespace badge::app
