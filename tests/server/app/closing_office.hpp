#pragma once
/// The small office on the day on which its month is closed.
#include <gmock/gmock.h>

#include "server/app/change_list.hpp"
#include "server/app/period_closes.hpp"
#include "server/app/unit_report.hpp"
#include "tests/server/app/report_office.hpp"

namespace badge::app::test {

inline const std::string an_card = "04A1B2C3D4E5F6";
inline const attendance::Date long_ago(std::chrono::year(2020) / 1 / 1);
inline const attendance::DateSpan all_july{july_day(1), july_day(31)};

inline attendance::Absence leave_of_an(unsigned day) {
  attendance::Absence leave;
  leave.staff_code = "AN";
  leave.days = {july_day(day), july_day(day)};
  leave.paper = "GNP 1";
  return leave;
}

inline attendance::Posting posting_of_an(std::string unit, const attendance::DateSpan& days) {
  return {"AN", "Nguyễn Văn An", std::move(unit), "Chuyên viên", "công chức", days, 2};
}

class ClosingOffice : public ReportOffice {
 protected:
  using Why = CloseRefused::Why;

  [[nodiscard]] auto try_close(const std::string& unit, bool preliminary = false,
                               const attendance::DateSpan& days = all_july, const Scope& scope = everybody) {
    return closes_.close({unit, days, preliminary, "Bà Hoa", scope, Language::vi});
  }
  /// Its position; fails where it is refused.
  std::uint64_t close(const std::string& unit, bool preliminary = false,
                      const attendance::DateSpan& days = all_july) {
    const auto closed = try_close(unit, preliminary, days);
    EXPECT_TRUE(closed) << "refused: " << static_cast<int>(closed ? Why{} : closed.error().why);
    return closed ? closed->position : 0;
  }
  [[nodiscard]] Why refusal(const std::string& unit, bool preliminary = false,
                            const attendance::DateSpan& days = all_july, const Scope& scope = everybody) {
    const auto closed = try_close(unit, preliminary, days, scope);
    EXPECT_FALSE(closed);
    return closed ? Why{} : closed.error().why;
  }
  [[nodiscard]] attendance::Sheet sheet(std::uint64_t position) const {
    for (const auto& close : closes_.list(all_july, everybody)) {
      if (close.position == position) return attendance::parse_sheet(close.sheet).value();
    }
    ADD_FAILURE() << "no close at " << position;
    return {};
  }
  void withdraw(store::Fact fact) { store_.apply({"hr", "test", {}, {std::move(fact)}}); }

  [[nodiscard]] UnitRow row(std::string_view unit) {
    const auto report = unit_report(*months_.get(july), "", everybody);
    for (const auto& row : report->rows) {
      if (row.unit.code == unit) return row;
    }
    ADD_FAILURE() << "no row of " << unit;
    return {};
  }
  [[nodiscard]] std::vector<Change> changes(std::string_view unit,
                                            std::optional<std::uint64_t> since = std::nullopt) const {
    const auto list = change_list(evidence_, unit, all_july, since, everybody, Language::vi);
    EXPECT_TRUE(list) << unit;
    return list ? list->changes : std::vector<Change>{};
  }
  [[nodiscard]] std::vector<std::string> verify() const {
    store::VerifyReport report;
    closes_.verify(report);
    return report.differences;
  }

  PeriodCloses closes_{store_, evidence_};
};

}  // namespace badge::app::test
