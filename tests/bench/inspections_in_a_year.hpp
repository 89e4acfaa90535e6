#pragma once
/// A year of inspections of an invented province, for measuring what is asked of them.
#include <string>
#include <vector>

#include "server/inspection/inspection.hpp"

namespace badge::bench {

inline constexpr int bodies = 50;              // of the province, each with divisions
inline constexpr int divisions = 4;            // of each body
inline constexpr int people_of_division = 50;  // 200 of a body
inline constexpr int inspections = 1'000;      // 20 of each body

/// The roster as files for an import.
[[nodiscard]] std::string units_csv();
[[nodiscard]] std::string staff_csv();
[[nodiscard]] std::string heads_csv();

[[nodiscard]] std::string plan_file();
[[nodiscard]] std::vector<inspection::Step> plan_steps();

/// One inspection: everybody on the list is marked by one of two inspectors, some by both; four lines of
/// checklists, two findings of which one is closed in most files; nine of ten have ended.
struct Made {
  std::vector<inspection::Step> steps;
  std::vector<inspection::Listed> list;
};
[[nodiscard]] std::string inspection_file(int number);
[[nodiscard]] Made make_inspection(int number);

}  // namespace badge::bench
