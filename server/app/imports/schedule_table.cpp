// Schedules as a table: a row for each session of each season.
#include <algorithm>
#include <map>

#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/schedule_files.hpp"
#include "server/app/imports/season_faults.hpp"
#include "server/attendance/day_plan.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::Schedule;
using attendance::Season;
using attendance::SessionRule;
using attendance::TapsDemanded;
using std::chrono::minutes;

/// What several rows may state, and must state alike.
template <class Value>
class StatedOnce {
 public:
  void take(ImportRow& row, std::string_view column, const std::optional<Value>& value,
            const ImportReport& report) {
    if (!value) return;
    if (!value_) {
      value_ = value;
      line_ = row.line();
    } else if (*value_ != *value) {
      row.refuse(column, report.say("khác với dòng {}; các dòng của cùng một lịch, cùng một mùa phải ghi như "
                                    "nhau, hoặc để trống",
                                    "differs from line {}; rows of one schedule and season say the same, or "
                                    "leave it empty",
                                    line_));
    }
  }
  [[nodiscard]] const std::optional<Value>& value() const { return value_; }

 private:
  std::optional<Value> value_;
  std::size_t line_ = 0;
};

struct SessionOfRow {
  SessionRule rule;
  std::size_t line = 0;
};

struct SeasonOfRows {
  std::size_t line = 0;  // of its first row
  StatedOnce<std::uint8_t> weekdays;
  StatedOnce<std::int32_t> flex_earlier, flex_later;
  std::vector<SessionOfRow> sessions;
};

struct ScheduleOfRows {
  std::size_t line = 0;  // of its first row
  StatedOnce<TapsDemanded> taps;
  StatedOnce<std::int32_t> repeat_quiet_s, stay_min, lone_tap_reach_min, explanation_days;
  StatedOnce<bool> noon_one_tap, minutes_after_grace, ignores_calendar;
  std::map<Date, SeasonOfRows> seasons;
};

/// How far around a session taps count is asked of everybody: without it who comes early would be missing.
const ImportColumns columns{
    {"schedule", "valid_from", "weekdays", "session", "start", "end", "opens_before_min", "closes_after_min"},
    {"late_grace_min", "early_grace_min", "flex_earlier_min", "flex_later_min", "taps", "repeat_quiet_s",
     "stay_min", "lone_tap_reach_min", "noon_one_tap", "minutes_after_grace", "ignores_calendar",
     "explanation_days"}};

std::int32_t count_of(minutes span) { return static_cast<std::int32_t>(span.count()); }

minutes grace(ImportRow& row, std::string_view column) {
  return minutes(row.number(column, 0, count_of(attendance::day_length)).value_or(0));
}

minutes needed_clock(ImportRow& row, std::string_view column) {
  if (row.cell(column).empty()) row.refuse_empty(column);
  return row.clock(column).value_or(minutes(0));
}

SessionRule read_session(ImportRow& row) {
  SessionRule session;
  session.name = row.needed_name("session");
  session.start = needed_clock(row, "start");
  session.end = needed_clock(row, "end");
  const auto reach = count_of(attendance::window_reach_max);
  session.opens_before = minutes(row.needed_number("opens_before_min", 0, reach));
  session.closes_after = minutes(row.needed_number("closes_after_min", 0, reach));
  session.late_grace = grace(row, "late_grace_min");
  session.early_grace = grace(row, "early_grace_min");
  reach_next_morning(session);
  return session;
}

/// An empty cell says nothing, not "no": another row of the schedule may say yes.
std::optional<bool> flag(ImportRow& row, std::string_view column) { return row.word(column, yes_words()); }

class ScheduleTable {
 public:
  explicit ScheduleTable(ImportTask& task) : task_(task), report_(task.report) {}

  StatedSchedules read() && {
    const auto errors_before = report_.total();
    read_rows(task_, columns, [&](ImportRow& row) { take(row); });
    StatedSchedules stated;
    if (report_.total() != errors_before) return stated;
    for (const auto& [name, of_rows] : by_name_) stated.push_back({schedule(name, of_rows), of_rows.line});
    return stated;
  }

 private:
  void take(ImportRow& row) {
    const auto name = row.needed_name("schedule");
    const auto from = row.date("valid_from");
    auto session = read_session(row);
    if (!row.good()) return;
    auto& schedule = by_name_[name];
    if (schedule.line == 0) schedule.line = row.line();
    take_of_schedule(row, schedule);
    auto& season = schedule.seasons[from];
    if (season.line == 0) season.line = row.line();
    season.weekdays.take(row, "weekdays", row.weekdays("weekdays"), report_);
    take_number(row, "flex_earlier_min", season.flex_earlier, count_of(attendance::day_length));
    take_number(row, "flex_later_min", season.flex_later, count_of(attendance::day_length));
    season.sessions.push_back({std::move(session), row.line()});
  }

  void take_of_schedule(ImportRow& row, ScheduleOfRows& schedule) {
    const auto day = count_of(attendance::day_length);
    schedule.taps.take(row, "taps", row.word("taps", taps_demanded_words()), report_);
    take_number(row, "repeat_quiet_s", schedule.repeat_quiet_s, repeat_quiet_s_max);
    take_number(row, "stay_min", schedule.stay_min, day);
    take_number(row, "lone_tap_reach_min", schedule.lone_tap_reach_min, day);
    take_number(row, "explanation_days", schedule.explanation_days, attendance::explanation_days_max);
    schedule.noon_one_tap.take(row, "noon_one_tap", flag(row, "noon_one_tap"), report_);
    schedule.minutes_after_grace.take(row, "minutes_after_grace", flag(row, "minutes_after_grace"), report_);
    schedule.ignores_calendar.take(row, "ignores_calendar", flag(row, "ignores_calendar"), report_);
  }

  void take_number(ImportRow& row, std::string_view column, StatedOnce<std::int32_t>& once,
                   std::int32_t max) {
    once.take(row, column, row.number(column, 0, max), report_);
  }

  Schedule schedule(const std::string& name, const ScheduleOfRows& of_rows) {
    Schedule schedule;
    schedule.name = name;
    schedule.taps = of_rows.taps.value().value_or(schedule.taps);
    if (const auto& quiet = of_rows.repeat_quiet_s.value())
      schedule.repeat_quiet = std::chrono::seconds(*quiet);
    if (const auto& stay = of_rows.stay_min.value()) schedule.stay_min = minutes(*stay);
    if (const auto& reach = of_rows.lone_tap_reach_min.value()) schedule.lone_tap_reach = minutes(*reach);
    schedule.explanation_days = of_rows.explanation_days.value().value_or(schedule.explanation_days);
    schedule.noon_one_tap = of_rows.noon_one_tap.value().value_or(false);
    schedule.minutes_after_grace = of_rows.minutes_after_grace.value().value_or(false);
    schedule.ignores_calendar = of_rows.ignores_calendar.value().value_or(false);
    for (const auto& [from, season] : of_rows.seasons) schedule.seasons.push_back(checked(from, season));
    return schedule;
  }

  Season checked(Date from, const SeasonOfRows& of_rows) {
    if (!of_rows.weekdays.value()) {
      report_.add(of_rows.line, "weekdays", "",
                  report_.say("chưa có dòng nào của mùa này ghi các thứ làm việc",
                              "no row of this season says on which weekdays it is worked"));
    }
    Season season{from,
                  of_rows.weekdays.value().value_or(0),
                  {},
                  minutes(of_rows.flex_earlier.value().value_or(0)),
                  minutes(of_rows.flex_later.value().value_or(0))};
    auto sessions = of_rows.sessions;
    std::ranges::stable_sort(sessions, {}, [](const SessionOfRow& one) { return one.rule.start; });
    for (const auto& one : sessions) season.sessions.push_back(one.rule);
    for (auto& fault : faults_of(season, report_)) {
      const auto line = fault.session ? sessions[*fault.session].line : of_rows.line;
      report_.add(line, column_of(fault), "", std::move(fault.message));
    }
    return season;
  }

  static std::string_view column_of(const SeasonFault& fault) {
    if (fault.field == "name") return "session";
    return fault.field == "sessions" ? "" : fault.field;
  }

  ImportTask& task_;
  ImportReport& report_;
  std::map<std::string, ScheduleOfRows> by_name_;
};

}  // namespace

bool is_schedule_table(std::string_view text) {
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos || line[begin] == '#') continue;
    return line.find_first_of("[=") == std::string_view::npos;
  }
  return false;
}

StatedSchedules read_schedule_table(ImportTask& task) { return ScheduleTable(task).read(); }

NamesWithLines names_in_schedule_table(ImportTask& task) {
  NamesWithLines names;
  read_rows(task, {{"schedule"}, {}}, [&](ImportRow& row) {
    auto name = row.needed_name("schedule");
    const bool is_known = std::ranges::find(names, name, &NamesWithLines::value_type::first) != names.end();
    if (row.good() && !is_known) names.emplace_back(std::move(name), row.line());
  });
  return names;
}

}  // namespace badge::app
