#include "server/attendance/card_loan.hpp"

namespace badge::attendance {
namespace {

LocalTime minute_of(LocalTime at) { return std::chrono::floor<minutes>(at); }

}  // namespace

LocalTime loan_ends(Date date, const DayPlan* plan) {
  const LocalTime midnight = date + std::chrono::days(1);
  if (plan == nullptr || plan->sessions.empty() || plan->sessions.back().end <= day_length) return midnight;
  return std::max(midnight, LocalTime(date) + plan->sessions.back().closes + minutes(1));
}

LocalTime loan_begins(LocalTime now, const CardLoan* before) {
  const auto minute = minute_of(now);
  return before == nullptr ? minute : std::max(minute, before->from + minutes(1));
}

CardLoan returned(CardLoan loan, LocalTime now) {
  loan.returned = std::max(minute_of(now), loan.from);
  return loan;
}

LoanUndo loan_undo(const CardLoan& last, LocalTime now) {
  if (now >= last.returned.value_or(last.from) + loan_undo_for) return LoanUndo::too_late;
  return last.returned ? LoanUndo::out_again : LoanUndo::withdraw;
}

}  // namespace badge::attendance
