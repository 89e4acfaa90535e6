#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/language.hpp"
#include "server/attendance/named_period.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

/// A year and its leap day, which an evaluation is about.
inline constexpr std::chrono::days report_days_max{366};

/// The days that a report is about, and those that it compares them with.
struct ReportPeriod {
  std::string key;          // as report_period reads it
  std::string name;         // "quý III năm 2026", "Trước Tết Bính Ngọ (02/02/2026–13/02/2026)"
  std::string name_before;  // of the days that it is compared with
  attendance::DateSpan days, before;
};

/// "2026-07", "2026-Q3", "2026-H1", "2026", "2026-02-02..2026-02-13" (at most report_days_max), or the code
/// of a named one. Days are of 2000 to 2037. A calendar period is compared with the one before it; others,
/// unless their name says otherwise, with as many days just before them. Pure.
[[nodiscard]] std::optional<ReportPeriod> report_period(std::string_view text,
                                                        std::span<const attendance::NamedPeriod> named,
                                                        Language language);

/// The key as a part of a file's name: letters and digits of ASCII, everything else a "-".
[[nodiscard]] std::string file_key(const ReportPeriod& period);

/// Whether a named period with this code could never be asked for, because a calendar period reads like it.
[[nodiscard]] bool is_calendar_period(std::string_view text);

/// The months of `days` that have begun by `today`, in their order, each with those of its days that are
/// asked for.
[[nodiscard]] std::vector<attendance::DateSpan> months_of(const attendance::DateSpan& days,
                                                          attendance::Date today);

}  // namespace badge::app
