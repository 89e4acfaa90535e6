#include "server/app/why_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"

namespace badge::app {

namespace {

using attendance::CalendarDay;
using attendance::CalendarKind;
using attendance::Date;
using attendance::Duty;
using attendance::LocalTime;
using attendance::PlannedSession;
using std::chrono::days;
using std::chrono::minutes;

bool is_vi(const DayInForce& day) { return day.language == Language::vi; }

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string unit_name(std::string_view code, const DayInForce& day) {
  const auto& units = day.in_force.book().units();
  const auto unit = units.find(code);
  const auto* row = unit ? units.on(*unit, day.day.facts.date) : nullptr;
  return row == nullptr ? std::string(code) : row->name;
}

std::string staff_name(std::string_view code, const DayInForce& day) {
  const auto& people = day.in_force.book().people();
  const auto person = people.find(code);
  const auto* posting = person ? people.posting_on(*person, day.day.facts.date) : nullptr;
  return std::string(posting == nullptr ? code : posting->full_name);
}

void add(std::string& list, const std::string& one) { list += (list.empty() ? "" : ", ") + one; }

std::string hours_of(const attendance::DayPlan& plan) {
  std::string text;
  for (const auto& session : plan.sessions) {
    if (session.is_duty) continue;
    add(text,
        fmt::format("{} {}–{}", session.rule->name, clock_text(session.start), clock_text(session.end)));
  }
  return text;
}

std::string flexibility_of(const attendance::DayPlan& plan, bool vi) {
  if (plan.sessions.empty() || (plan.flex_earlier == minutes(0) && plan.flex_later == minutes(0))) return {};
  const auto start = plan.sessions.front().start;
  return fmt::format(fmt::runtime(vi ? "; giờ đến linh hoạt từ {} đến {}, giờ về tính theo giờ đến"
                                     : "; arrival is flexible from {} to {}, and the end moves with it"),
                     clock_text(start - plan.flex_earlier), clock_text(start + plan.flex_later));
}

std::string kind_text(const CalendarDay& row, const DayInForce& day) {
  const bool vi = is_vi(day);
  switch (row.kind) {
    case CalendarKind::holiday:
      return vi ? "nghỉ lễ" : "holiday";
    case CalendarKind::off:
      return vi ? "nghỉ" : "day off";
    case CalendarKind::working: {
      if (!row.works_like) return vi ? "làm việc" : "working day";
      const auto monday = Date(std::chrono::year(2024) / 1 / 1);
      const auto like = monday + days(row.works_like->iso_encoding() - 1);
      return (vi ? "làm việc như " : "working day like ") + weekday_text(like, day.language);
    }
    case CalendarKind::closure:
      if (row.from == minutes(0)) return vi ? "ngừng làm việc cả ngày" : "closed all day";
      return (vi ? "ngừng làm việc từ " : "closed from ") + clock_text(row.from);
    case CalendarKind::ordinary:
      return vi ? "làm việc bình thường" : "an ordinary day";
  }
  return {};
}

bool is_excepted(const CalendarDay& row, const DayInForce& day) {
  const auto& units = day.in_force.book().units();
  if (excepts_staff(row, day.in_force.book().people().code(day.person))) return true;
  const auto line = units.line_on(day.day.stay->works_at, day.day.facts.date);
  return std::ranges::any_of(line, [&](auto unit) { return excepts_unit(row, units.code(unit)); });
}

std::string letter_text(const CalendarDay& row, const DayInForce& day) {
  const bool vi = is_vi(day);
  auto text = kind_text(row, day) + ": " + row.name;
  if (!row.paper.empty()) text += " (" + row.paper + ")";
  if (!row.unit_code.empty()) text += (vi ? "; áp dụng tại " : "; for ") + unit_name(row.unit_code, day);
  std::string but;
  for (const auto& code : row.except_units) add(but, unit_name(code, day));
  for (const auto& code : row.except_staff) add(but, staff_name(code, day));
  if (!but.empty()) text += (vi ? "; trừ " : "; except ") + but;
  if (is_excepted(row, day)) {
    text += vi ? "; không áp dụng đối với người này" : "; it does not concern this person";
  }
  return text;
}

/// "19:00 ngày 29/4/2026"
std::string dated(Date date, minutes at, const DayInForce& day) {
  return time_text(LocalTime(date) + at, Date(), day.language);
}

std::string duty_text(const Duty& duty, const attendance::Season& season, const DayInForce& day) {
  const bool vi = is_vi(day);
  auto text = fmt::format(fmt::runtime(vi ? "trực tại {} theo lịch {}" : "duty at {} by schedule {}"),
                          unit_name(duty.unit_code, day), duty.schedule);
  std::string turns;
  for (const auto& session : season.sessions) {
    add(turns,
        fmt::format(fmt::runtime(vi ? "buổi {} từ {} đến {}" : "session {} from {} to {}"), session.name,
                    dated(duty.date, session.start, day), dated(duty.date, session.end, day)));
  }
  return text + ": " + turns + (duty.paper.empty() ? "" : " (" + duty.paper + ")");
}

/// Ordinary sessions whose place a duty takes.
std::string replaced_sessions(const DayInForce& day) {
  const auto* ordinary = day.in_force.plan_of(day.person, day.day.stay, day.day.facts.date);
  std::string text;
  for (const auto& session : ordinary->sessions) {
    const auto& asked = day.day.facts.plan->sessions;
    const bool stands = std::any_of(asked.begin(), asked.end(),
                                    [&](const PlannedSession& other) { return other.rule == session.rule; });
    if (!stands) add(text, session.rule->name);
  }
  return text;
}

/// Of a session in the day; what speaks of all of them stands first.
std::size_t place_of(std::string_view session, const DayInForce& day) {
  const auto& sessions = day.day.facts.plan->sessions;
  if (session.empty()) return 0;
  const auto* found = std::find_if(sessions.begin(), sessions.end(), [&](const PlannedSession& planned) {
    return planned.rule->name == session;
  });
  return static_cast<std::size_t>(found - sessions.begin()) + 1;
}

}  // namespace

const attendance::Assignment* assignment_of(const DayInForce& day) {
  const auto* assigned = day.in_force.assigned(day.person, *day.day.stay, day.day.facts.date);
  return assigned == nullptr ? nullptr : assigned->assignment;
}

std::string whom_it_names(const attendance::Assignment& assignment, const DayInForce& day) {
  if (assignment.staff_code.empty()) return unit_name(assignment.unit_code, day);
  return is_vi(day) ? "riêng cho người này" : "this person's own";
}

std::string tell_rules(const DayInForce& day) {
  const bool vi = is_vi(day);
  const auto& plan = *day.day.facts.plan;
  auto text = capitalised(describe(day.day.verdict.kind, day.language));
  if (plan.closed_from && *plan.closed_from > minutes(0)) {
    text += (vi ? " từ " : " from ") + clock_text(*plan.closed_from);
  }
  const bool only_duty = day.day.verdict.kind == attendance::DayKind::duty;
  if (const auto* assignment = only_duty ? nullptr : assignment_of(day)) {
    text += (vi ? ", theo lịch " : ", by schedule ") + assignment->schedule;
    text += assignment->staff_code.empty() ? (vi ? " của " : " of ") + whom_it_names(*assignment, day)
                                           : (vi ? " " : ", ") + whom_it_names(*assignment, day);
    if (const auto hours = hours_of(plan); !hours.empty()) text += ": " + hours + flexibility_of(plan, vi);
  }
  if (plan.kind == attendance::DayKind::unscheduled) {
    return text + (vi ? " nên chưa chấm công được." : ", so nothing can be judged.");
  }
  text += ".";
  if (plan.sessions.empty()) text += vi ? " Không phải chấm công trong ngày này." : " Nothing is asked.";
  return text;
}

std::vector<std::string> tell_postings(const DayInForce& day) {
  const bool vi = is_vi(day);
  const auto date = day.day.facts.date;
  const auto& units = day.in_force.book().units();
  const auto& stay = *day.day.stay;
  std::vector<std::string> lines;
  if (stay.works_at != stay.unit) {
    lines.push_back(fmt::format(fmt::runtime(vi ? "Làm việc tại {}; bảng chấm công do {} lập."
                                                : "Works at {}; stands in the sheet of {}."),
                                units.full_name_on(stay.works_at, date),
                                units.full_name_on(stay.unit, date)));
  }
  const std::chrono::year_month_day today(date);
  const attendance::DateSpan month = attendance::days_of(today.year() / today.month());
  const attendance::RuleBook::Stay* before = nullptr;
  for (const auto& next : day.in_force.book().stays(day.person)) {
    if (before != nullptr && month.contains(next.days.from) && next.unit != before->unit) {
      lines.push_back(fmt::format(
          fmt::runtime(vi ? "Chuyển từ {} đến {} từ ngày {}." : "Moved from {} to {} on {}."),
          units.full_name_on(before->unit, before->days.to), units.full_name_on(next.unit, next.days.from),
          date_text(next.days.from, day.language)));
    }
    before = &next;
  }
  return lines;
}

std::vector<std::string> tell_letters(const DayInForce& day) {
  const auto& book = day.in_force.book();
  const auto date = day.day.facts.date;
  std::vector<std::string> lines;
  for (const auto& row : book.calendar().on(date)) {
    const auto unit = book.units().find(row.unit_code);
    const bool concerns =
        row.unit_code.empty() || (unit && book.units().is_within(day.day.stay->works_at, *unit, date));
    if (concerns) lines.push_back(letter_text(row, day));
  }
  return lines;
}

std::vector<std::string> tell_duties(const DayInForce& day) {
  const auto& book = day.in_force.book();
  const auto date = day.day.facts.date;
  std::vector<std::string> lines;
  for (const auto& duty : book.duties(day.person)) {
    const auto* schedule = book.schedule(duty.schedule);
    const auto* season = schedule == nullptr ? nullptr : season_on(*schedule, duty.date);
    if (season == nullptr || season->sessions.empty()) continue;
    const bool reaches_in = duty.date == date - days(1) && season->sessions.back().end > days(1);
    if (duty.date == date || reaches_in) lines.push_back(duty_text(duty, *season, day));
  }
  if (lines.empty()) return lines;
  if (const auto replaced = replaced_sessions(day); !replaced.empty()) {
    lines.back() +=
        (is_vi(day) ? "; trùng giờ trực nên không phải chấm công buổi " : "; takes the place of session ") +
        replaced;
  }
  return lines;
}

std::vector<std::string> tell_corrections(const DayInForce& day) {
  std::vector<const attendance::Correction*> of_day;
  for (const auto& correction : day.day.facts.corrections) {
    if (correction.date == day.day.facts.date) of_day.push_back(&correction);
  }
  std::ranges::stable_sort(of_day, {}, [&](const auto* one) { return place_of(one->session, day); });
  std::vector<std::string> lines;
  for (const auto* correction : of_day) lines.push_back(describe(*correction, day.language));
  if (day.day.facts.outages == nullptr) return lines;
  for (const auto* outage : *day.day.facts.outages) {
    lines.push_back(describe(*outage, day.language) + (is_vi(day) ? "; áp dụng tại " : "; for ") +
                    unit_name(outage->unit_code, day));
  }
  return lines;
}

}  // namespace badge::app
