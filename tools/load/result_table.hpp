#pragma once
#include <optional>
#include <string>
#include <vector>

namespace badge::tools {

/// What was measured, beside what the machine can do at best and what was promised.
class ResultTable {
 public:
  struct Row {
    std::string what, measured, yardstick, ratio, target;
    std::optional<bool> met;  // nothing: there is no target
  };
  void add(Row row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] std::string text() const;  // columns under each other
  [[nodiscard]] bool all_met() const;

 private:
  std::vector<Row> rows_;
};

/// "1.24 ms", "12.4 ms", "124 ms".
[[nodiscard]] std::string in_ms(double ms);
[[nodiscard]] std::string in_mb(double mb);
/// "338,000 /s".
[[nodiscard]] std::string per_s(double rate);
[[nodiscard]] std::string times(double ratio);

}  // namespace badge::tools
