#include "server/attendance/verdict.hpp"

namespace badge::attendance {

std::string_view to_string(SessionState state) {
  switch (state) {
    case SessionState::present:
      return "present";
    case SessionState::absent:
      return "absent";
    case SessionState::excused:
      return "excused";
    case SessionState::exempt:
      return "exempt";
    case SessionState::provisional:
      return "provisional";
    case SessionState::not_due:
      return "not_due";
  }
  return {};
}

std::string_view to_string(DayKind kind) {
  switch (kind) {
    case DayKind::working:
      return "working";
    case DayKind::make_up:
      return "make_up";
    case DayKind::weekend:
      return "weekend";
    case DayKind::holiday:
      return "holiday";
    case DayKind::off:
      return "off";
    case DayKind::unscheduled:
      return "unscheduled";
    case DayKind::closure:
      return "closure";
    case DayKind::duty:
      return "duty";
  }
  return {};
}

std::string_view to_string(ReasonCode code) {
  switch (code) {
    case ReasonCode::late:
      return "late";
    case ReasonCode::left_early:
      return "left_early";
    case ReasonCode::missing_in:
      return "missing_in";
    case ReasonCode::missing_out:
      return "missing_out";
    case ReasonCode::direction_unknown:
      return "direction_unknown";
    case ReasonCode::no_tap:
      return "no_tap";
    case ReasonCode::on_paper:
      return "on_paper";
    case ReasonCode::taps_during_absence:
      return "taps_during_absence";
    case ReasonCode::exempt:
      return "exempt";
    case ReasonCode::still_running:
      return "still_running";
    case ReasonCode::no_badge:
      return "no_badge";
    case ReasonCode::erased:
      return "erased";
    case ReasonCode::no_entrance:
      return "no_entrance";
    case ReasonCode::silent_entrance:
      return "silent_entrance";
    case ReasonCode::clock_doubtful:
      return "clock_doubtful";
    case ReasonCode::partly_excused:
      return "partly_excused";
    case ReasonCode::closure:
      return "closure";
    case ReasonCode::allowance:
      return "allowance";
    case ReasonCode::corrected:
      return "corrected";
    case ReasonCode::concluded:
      return "concluded";
    case ReasonCode::explained:
      return "explained";
    case ReasonCode::unexplained:
      return "unexplained";
    case ReasonCode::marked:
      return "marked";
  }
  return {};
}

}  // namespace badge::attendance
