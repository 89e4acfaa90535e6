#include "server/attendance/paper_hours.hpp"

#include <algorithm>

namespace badge::attendance {

bool names(const Absence& paper, const SessionRule& session) {
  return paper.sessions.empty() ||
         std::find(paper.sessions.begin(), paper.sessions.end(), session.name) != paper.sessions.end();
}

ClockSpan hours_on(const Absence& paper, Date date) {
  ClockSpan hours{minutes::min(), minutes::max()};
  if (!paper.time) return hours;
  const bool each_day = paper.weekdays != every_weekday;
  if (each_day || date == paper.days.from) hours.from = paper.time->from;
  if (each_day || date == paper.days.to) hours.to = paper.time->to;
  return hours;
}

}  // namespace badge::attendance
