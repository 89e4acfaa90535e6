#pragma once
/// What the store knows already, for rows that refer to it. Each function refuses the row where the reference
/// leads nowhere, with what to do about it.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/app/imports/known_units.hpp"
#include "server/app/imports/table.hpp"
#include "server/store/fact_batch.hpp"

namespace badge::app {

class Known {
 public:
  /// Both must outlive it.
  Known(const store::RosterFacts& facts, const ImportReport& report);

  /// The unit exists on every day of `span`.
  void unit(ImportRow& row, std::string_view column, std::string_view code,
            const attendance::DateSpan& span) const;
  /// The unit exists on some day of `span`.
  void unit_during(ImportRow& row, std::string_view column, std::string_view code,
                   const attendance::DateSpan& span) const;

  /// Somebody has, had or will have a posting under this code.
  [[nodiscard]] bool staff(ImportRow& row, std::string_view column, std::string_view code) const;

  /// The person (of column staff_code) has a posting on every day of `span`, which begins in `from` and ends
  /// in `to`.
  void in_service(ImportRow& row, std::string_view code, const attendance::DateSpan& span,
                  std::string_view from, std::string_view to) const;

  /// The person has a posting on some day of `span`.
  [[nodiscard]] bool serves_during(std::string_view code, const attendance::DateSpan& span) const;

  /// The first day of `span` on which the person has no posting; nothing: there is one on every day.
  [[nodiscard]] std::optional<attendance::Date> first_day_off_service(std::string_view code,
                                                                      const attendance::DateSpan& span) const;

  /// Null: there is none, and the row is refused.
  const attendance::Schedule* schedule(ImportRow& row, std::string_view column, std::string_view name) const;

  /// An entrance that serves, served or will serve some unit.
  void entrance(ImportRow& row, std::string_view column, std::string_view name) const;

  /// Names of sessions joined by '+', in one order, so that the same paper written twice is the same fact.
  /// "all", or nothing, is all of them: an empty list.
  [[nodiscard]] std::vector<std::string> sessions(ImportRow& row, std::string_view column) const;

 private:
  const store::RosterFacts& facts_;
  const ImportReport& report_;
  UnitHistory units_;
  std::unordered_map<std::string_view, std::vector<attendance::DateSpan>> service_;  // of a person, by date
  std::set<std::string, std::less<>> sessions_;
};

}  // namespace badge::app
