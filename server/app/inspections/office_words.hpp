#pragma once
/// What papers of inspection call things, in the words of the office (Vietnamese alone: papers have no second
/// language). Pure.
#include <string>
#include <string_view>

#include "server/inspection/step.hpp"

namespace badge::app {

[[nodiscard]] std::string_view office_word(inspection::Observed observed);  // "đeo thẻ"
[[nodiscard]] std::string_view office_word(inspection::Form form);          // "đột xuất"
[[nodiscard]] std::string_view office_word(inspection::Checklist list);     // "việc đeo thẻ …"
[[nodiscard]] std::string_view office_word(inspection::Answer answer);      // "chưa đạt"
[[nodiscard]] std::string_view office_word(inspection::TeamKind team);      // "Đoàn kiểm tra"
[[nodiscard]] std::string_view office_word(inspection::HeadRole role);      // "người đứng đầu"

/// "Trưởng đoàn", "Tổ trưởng", "Thư ký", "Thành viên".
[[nodiscard]] std::string_view office_word(inspection::TeamRole role, inspection::TeamKind team);

/// "nghỉ phép" of "annual_leave"; a code that is none of ours comes back as it is.
[[nodiscard]] std::string absence_word(std::string_view code);

/// "03 người": a number of people as papers write it.
[[nodiscard]] std::string people_count(int count);

/// "08 giờ 05 phút ngày 10/7/2026"
[[nodiscard]] std::string minute_words(inspection::LocalTime at);

/// The text as a sentence: one point at its end.
[[nodiscard]] std::string sentence(std::string_view text);

}  // namespace badge::app
