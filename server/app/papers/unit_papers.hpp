#pragma once
#include <string_view>
#include <utility>

#include "server/app/inspections/desk.hpp"
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/month_reports.hpp"
#include "server/app/now_board.hpp"
#include "server/app/papers/paper_or_not.hpp"
#include "server/app/report_period.hpp"
#include "server/app/scope.hpp"

namespace badge::app {

/// Papers about units, from the figures that pages show. Any thread; blocks: a month that was not asked for
/// lately is judged for it. Throws what the store throws.
class UnitPapers {
 public:
  UnitPapers(MonthReports& months, NowBoard& board, const InspectionDesk& inspections,
             const Evidence& evidence, IssuingBody body)
      : months_(months),
        board_(board),
        inspections_(inspections),
        evidence_(evidence),
        body_(std::move(body)) {}

  /// *Báo cáo tình hình chấp hành thời giờ làm việc và đeo thẻ* of a period, as far as it is over. `unit`
  /// empty: all that the scope holds.
  [[nodiscard]] PaperOrNot summary(const Identity& who, const Scope& scope, std::string_view unit,
                                   const ReportPeriod& period, PaperFormat format) const;

  /// Who is away at this moment and on what paper: one page for the morning.
  [[nodiscard]] PaperOrNot presence(const Scope& scope, std::string_view unit, PaperFormat format) const;

  /// *Niêm yết thời gian làm việc*: the hours of a unit that hold today.
  [[nodiscard]] PaperOrNot hours(const Scope& scope, std::string_view unit, PaperFormat format) const;

  /// *Bảng theo dõi trực*, and *làm thêm giờ, trực và nghỉ bù*, of a month.
  [[nodiscard]] PaperOrNot duties(const Scope& scope, std::string_view unit, std::chrono::year_month month,
                                  PaperFormat format) const;
  [[nodiscard]] PaperOrNot overtime(const Scope& scope, std::string_view unit, std::chrono::year_month month,
                                    PaperFormat format) const;

 private:
  MonthReports& months_;
  NowBoard& board_;
  const InspectionDesk& inspections_;
  const Evidence& evidence_;
  const IssuingBody body_;
};

}  // namespace badge::app
