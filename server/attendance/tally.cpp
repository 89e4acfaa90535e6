#include "server/attendance/tally.hpp"

namespace badge::attendance {

void Tally::add(const SessionVerdict& session) {
  switch (session.state) {
    case SessionState::not_due:
      return;
    case SessionState::absent:
      ++absent;
      break;
    case SessionState::excused:
      ++excused;
      break;
    case SessionState::exempt:
      ++exempt;
      break;
    case SessionState::provisional:
      ++provisional;
      break;
    case SessionState::present: {
      const bool is_late = session.late > minutes(0);
      const bool is_early = session.early > minutes(0);
      const bool is_missing = session.missing_in || session.missing_out;
      late += is_late;
      early += is_early;
      missing += is_missing;
      on_time += !is_late && !is_early && !is_missing;
      late_min += static_cast<std::uint32_t>(session.late.count());
      early_min += static_cast<std::uint32_t>(session.early.count());
      break;
    }
  }
  ++sessions_due;
  for (const auto& reason : session.reasons) {
    corrected += reason.code == ReasonCode::corrected || reason.code == ReasonCode::concluded;
  }
}

void Tally::add(const DayVerdict& day) {
  for (const auto& session : day.sessions) add(session);
  temporary_card_days += day.temporary_card && !day.sessions.empty();
}

Tally& Tally::operator+=(const Tally& other) {
  sessions_due += other.sessions_due;
  on_time += other.on_time;
  late += other.late;
  late_min += other.late_min;
  early += other.early;
  early_min += other.early_min;
  missing += other.missing;
  absent += other.absent;
  excused += other.excused;
  exempt += other.exempt;
  provisional += other.provisional;
  corrected += other.corrected;
  temporary_card_days += other.temporary_card_days;
  return *this;
}

std::optional<double> Tally::on_time_rate() const {
  if (rated() == 0) return std::nullopt;
  return static_cast<double>(on_time) / static_cast<double>(rated());
}

}  // namespace badge::attendance
