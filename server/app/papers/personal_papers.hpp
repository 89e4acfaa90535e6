#pragma once
#include <cstdint>
#include <string_view>

#include "server/app/evidence.hpp"
#include "server/app/inspections/desk.hpp"
#include "server/app/papers/paper_or_not.hpp"
#include "server/app/report_period.hpp"
#include "server/app/scope.hpp"

namespace badge::app {

/// Slips that people sign, filled in from what is known of them, one press to print. Any thread; blocks.
/// Throws what the store throws.
class PersonalPapers {
 public:
  PersonalPapers(const store::Store& store, const Evidence& evidence, const InspectionDesk& inspections)
      : store_(store), evidence_(evidence), inspections_(inspections) {}

  /// *Giấy giải trình* of a day.
  [[nodiscard]] PaperOrNot explanation(std::string_view staff_code, attendance::Date date, const Scope& scope,
                                       PaperFormat format) const;
  /// *Phiếu theo dõi cá nhân* of a period: days on which the scope holds them.
  [[nodiscard]] PaperOrNot sheet(std::string_view staff_code, const ReportPeriod& period, const Scope& scope,
                                 PaperFormat format) const;
  /// *Đơn* of a request, whatever became of it.
  [[nodiscard]] PaperOrNot application(std::int64_t request_no, const Scope& scope, PaperFormat format) const;

 private:
  const store::Store& store_;
  const Evidence& evidence_;
  const InspectionDesk& inspections_;
};

}  // namespace badge::app
