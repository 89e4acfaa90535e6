#pragma once
#include <span>
#include <string>
#include <string_view>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

/// The errors of one file, from one answer or from one for each slice.
class ImportErrors {
 public:
  static constexpr std::size_t listed_max = 1000;  // as many as the server tells for one request

  /// Takes them from a 422; any other answer fails the command with what it says. `rows`: where the file's
  /// lines were made of the rows of a sheet, the row of each; empty: a line is a line.
  void add(const Session& session, const Answer& answer, std::span<const std::size_t> rows = {});

  [[nodiscard]] bool empty() const { return total_ == 0; }

  /// A line for each: `staff.csv:214: unit_code "SNV-05": …`, then how many there are. Of a workbook the cell
  /// stands in place of the line.
  /// `withdraw`: the file was to be withdrawn, not imported.
  [[nodiscard]] std::string text(const Session& session, std::string_view file, bool withdraw = false) const;

 private:
  std::vector<boost::json::object> listed_;
  std::size_t total_ = 0;
};

}  // namespace badge::tools
