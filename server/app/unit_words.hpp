#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/scope.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

/// The units of one day by what people call them: "Văn phòng", "Văn phòng, Sở Nội vụ", "Sở Nội vụ - Văn
/// phòng". Of units beyond the scope it knows nothing. Keep the book as long as this.
class UnitWords {
 public:
  UnitWords(const attendance::RuleBook& book, const Scope& scope, attendance::Date date);

  /// The code of the one unit that these words name, the code first; empty: none, or several.
  [[nodiscard]] std::string find(std::string_view code, std::string_view name) const;

  /// Whether the words can mean this unit. Words that are empty say nothing against it.
  [[nodiscard]] bool says(attendance::UnitNo unit, std::string_view code, std::string_view name) const;

 private:
  [[nodiscard]] std::optional<attendance::UnitNo> by_code(std::string_view code) const;

  const attendance::RuleBook& book_;
  const attendance::Date date_;
  std::map<std::string, attendance::UnitNo, std::less<>> codes_;               // plain
  std::map<std::string, std::vector<attendance::UnitNo>, std::less<>> names_;  // plain, each way once
};

}  // namespace badge::app
