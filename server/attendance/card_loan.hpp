#pragma once
#include <optional>

#include "server/attendance/day_plan.hpp"
#include "server/attendance/facts.hpp"

namespace badge::attendance {

inline constexpr minutes loan_undo_for{10};  // a slip is seen at once; later others have acted on it

/// A loan that nobody returns ends with its day: at midnight, or, where a session of that day runs past it,
/// when the last window of the night is over. `plan`: of the borrower's day, duties included; null: of nobody
/// in service.
[[nodiscard]] LocalTime loan_ends(Date date, const DayPlan* plan);

/// The minute from which a loan counts that is made now: never one of the loan before, or earlier.
[[nodiscard]] LocalTime loan_begins(LocalTime now, const CardLoan* before);

/// The same loan, returned now; taps of this minute still count.
[[nodiscard]] CardLoan returned(CardLoan loan, LocalTime now);

/// What becomes of a card's last loan when its last step, lending or return, is undone.
enum class LoanUndo { too_late, withdraw, out_again };
[[nodiscard]] LoanUndo loan_undo(const CardLoan& last, LocalTime now);

}  // namespace badge::attendance
