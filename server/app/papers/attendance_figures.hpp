#pragma once
/// Figures of attendance as papers print them: sessions, each rate with what it is a part of. Pure.
#include <string>

#include "server/attendance/facts.hpp"
#include "server/attendance/tally.hpp"
#include "server/documents/paper.hpp"
#include "server/inspection/indicators.hpp"
#include "server/inspection/wearing.hpp"

namespace badge::app {

/// A table with these figures behind a first column.
[[nodiscard]] documents::Table figures_table(std::string first_column);
[[nodiscard]] documents::Row figures_row(std::string name, const attendance::Tally& tally);

/// "Đúng giờ 40/44 buổi (90,9%)…", with what the denominator leaves out.
[[nodiscard]] std::string on_time_sentence(const attendance::Tally& tally);

/// "199/200 (99,5%)"; "chưa kiểm tra" where nobody was observed.
[[nodiscard]] std::string share_words(const inspection::Share& share);

[[nodiscard]] std::string figure_or_dash(std::int64_t figure);  // "1.240"; "–" of none

/// "7/2026" of a whole month; "02/02/2026–13/02/2026" of a part of one.
[[nodiscard]] std::string days_words(const attendance::DateSpan& days);

/// "tháng 7 năm 2026", "quý III năm 2026", "năm 2026"
[[nodiscard]] std::string period_words(const inspection::Period& period);

}  // namespace badge::app
