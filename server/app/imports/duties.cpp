#include <algorithm>
#include <map>

#include "server/app/imports/known.hpp"
#include "server/app/imports/merge.hpp"
#include "server/attendance/day_plan.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::Duty;
using attendance::DutySlot;
using attendance::LocalTime;
using attendance::Schedule;
using attendance::SessionRule;

std::uint8_t bit_of(Date date) {
  return static_cast<std::uint8_t>(1U << (std::chrono::weekday(date).iso_encoding() - 1));
}

/// Null: the schedule has no sessions on that date.
const std::vector<SessionRule>* sessions_on(const Schedule& schedule, Date date) {
  const auto* season = attendance::season_on(schedule, date);
  return season != nullptr && (season->weekdays & bit_of(date)) != 0 ? &season->sessions : nullptr;
}

/// Two duties of one person at the same hours. A night reaches into the next day.
class DutyHours {
 public:
  explicit DutyHours(const std::vector<Schedule>& schedules) {
    for (const auto& schedule : schedules) by_name_.emplace(schedule.name, &schedule);
  }

  [[nodiscard]] bool meet(const Duty& a, const Duty& b) const {
    if (std::chrono::abs(a.date - b.date) > std::chrono::days(1)) return false;
    const auto *of_a = sessions(a), *of_b = sessions(b);
    if (of_a == nullptr || of_b == nullptr) return false;
    return std::ranges::any_of(*of_a, [&](const SessionRule& one) {
      return std::ranges::any_of(*of_b, [&](const SessionRule& other) {
        return LocalTime(a.date) + one.start < LocalTime(b.date) + other.end &&
               LocalTime(b.date) + other.start < LocalTime(a.date) + one.end;
      });
    });
  }

 private:
  [[nodiscard]] const std::vector<SessionRule>* sessions(const Duty& duty) const {
    const auto found = by_name_.find(duty.schedule);
    return found == by_name_.end() ? nullptr : sessions_on(*found->second, duty.date);
  }
  std::map<std::string_view, const Schedule*> by_name_;
};

void refuse_double_duties(ImportTask& task, std::vector<Stated<Duty>> all) {
  const DutyHours hours(task.stored.schedules);
  std::ranges::sort(all, {}, [](const Stated<Duty>& stated) {
    return std::tuple(stated.fact.staff_code, stated.fact.date, stated.line);
  });
  for (auto one = all.begin(); one != all.end(); ++one) {
    for (auto other = one + 1; other != all.end(); ++other) {
      if (other->fact.staff_code != one->fact.staff_code ||
          other->fact.date - one->fact.date > std::chrono::days(1))
        break;
      const auto& [blamed, against] = other->line != 0 ? std::tie(*other, *one) : std::tie(*one, *other);
      if (blamed.line == 0 || !hours.meet(one->fact, other->fact)) continue;
      task.report.add(
          blamed.line, "date", show_date(blamed.fact.date),
          task.report.say("trùng giờ với ca trực \"{}\" ngày {} của cùng người ({}); đổi người hoặc đổi ca",
                          "shares hours with duty \"{}\" on {} of the same person ({}); name another "
                          "person or duty",
                          against.fact.schedule, show_date(against.fact.date),
                          place_of(against.line, task.report)));
    }
  }
}

}  // namespace

void plan_duties(ImportTask& task) {
  const ImportColumns columns{{"date", "schedule", "unit_code", "staff_code", "paper"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.duties);
  std::vector<Stated<Duty>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    Duty duty{row.needed_code("staff_code"), row.date("date"), row.needed_name("schedule"),
              row.needed_code("unit_code"), row.text("paper")};
    if (!row.good()) return;
    in_force.trust_unchanged(row, duty);
    const auto* schedule = known.schedule(row, "schedule", duty.schedule);
    if (schedule != nullptr && sessions_on(*schedule, duty.date) == nullptr) {
      row.refuse(
          "date",
          task.report.say("lịch \"{}\" không có buổi nào vào ngày này ({}); sửa ngày, hoặc chọn lịch khác",
                          "schedule \"{}\" has no session on this day ({}); mend the date, or name another "
                          "schedule",
                          duty.schedule, weekday_of(duty.date, task.report.language())));
    }
    known.unit(row, "unit_code", duty.unit_code, {duty.date, duty.date});
    known.in_service(row, duty.staff_code, {duty.date, duty.date}, "date", "date");
    file.push_back({std::move(duty), row.line()});
  });
  refuse_double_duties(task, merge(task, task.stored.duties, std::move(file)));
}

void plan_duty_slots(ImportTask& task) {
  constexpr std::int32_t people_max = 1000;
  const ImportColumns columns{{"unit_code", "schedule", "from", "to", "weekdays", "people_min"}, {}};
  const Known known(task.stored, task.report);
  const InForce in_force(task.stored.duty_slots);
  std::vector<Stated<DutySlot>> file;
  read_rows(task, columns, [&](ImportRow& row) {
    DutySlot slot{row.needed_code("unit_code"), row.needed_name("schedule"), row.span("from", "to"),
                  row.weekdays("weekdays").value_or(attendance::every_weekday),
                  row.number("people_min", 1, people_max).value_or(1)};
    if (!row.good()) return;
    in_force.trust_unchanged(row, slot);
    if (const auto* schedule = known.schedule(row, "schedule", slot.schedule)) {
      unsigned worked = 0;
      for (const auto& season : schedule->seasons) worked |= season.weekdays;
      if (!row.cell("weekdays").empty() && (slot.weekdays & ~worked) != 0) {
        row.refuse("weekdays",
                   task.report.say("lịch \"{}\" không có buổi nào vào một trong các thứ này; bỏ thứ đó, hoặc "
                                   "chọn lịch khác",
                                   "schedule \"{}\" has no session on one of these weekdays; remove it, or "
                                   "name another schedule",
                                   slot.schedule));
      }
    }
    known.unit(row, "unit_code", slot.unit_code, slot.days);
    file.push_back({std::move(slot), row.line()});
  });
  merge(task, task.stored.duty_slots, std::move(file));
}

}  // namespace badge::app
