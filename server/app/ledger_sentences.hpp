#pragma once
/// What the reports on leave, papers and duties say in words.
#include <string>

#include "server/app/language.hpp"
#include "server/app/leave_report.hpp"
#include "server/attendance/credit_confirmation.hpp"
#include "server/attendance/duty_cover.hpp"
#include "server/attendance/paper_check.hpp"

namespace badge::app {

/// "Được nghỉ 14 ngày, đã dùng 3,5 ngày, còn 10,5 ngày." and what needs attention.
[[nodiscard]] std::string describe(const LeaveFigures& figures, Language language);

/// "Có lượt quét thẻ xác nhận từ đầu đến cuối."
[[nodiscard]] std::string describe(attendance::Confirmation confirmation, Language language);

/// "Báo muộn 1 giờ 30 phút: …"
[[nodiscard]] std::string describe(const attendance::PaperFinding& finding, Language language);

/// "Thiếu 1 người." Empty: the slot is in order, as far as is known.
[[nodiscard]] std::string describe(const attendance::SlotDay& day, Language language);

/// How a turn was kept: "có mặt", "vắng mặt", …
[[nodiscard]] std::string describe(const attendance::DutyTurn& turn, Language language);

[[nodiscard]] std::string days_text(double days, Language language);                        // "3,5 ngày"
[[nodiscard]] std::string duration_text(std::chrono::minutes duration, Language language);  // "1 giờ 30 phút"

}  // namespace badge::app
