#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>

#include "tools/load/office_month.hpp"
#include "tools/load/province.hpp"

namespace badge::tools {

struct ProvinceCounts {
  std::size_t units = 0, people = 0, badges = 0, absences = 0, taps = 0, working_days = 0;
};

/// Writes units.csv, staff.csv, badges.csv, entrances.csv, schedules.toml, assignments.csv, calendar.csv,
/// absences.csv, taps.csv and README.md into `folder`, which is made. Import them in this order. Every file
/// says that it is invented: by the name of the province, by codes that begin with MH (Minh Họa,
/// "illustration") or by a comment. Throws std::runtime_error that names the file where the disk refuses.
/// `progress` hears, now and then, of how many people the taps have been made.
ProvinceCounts write_province(const Province& province, const OfficeMonth& month,
                              const std::filesystem::path& folder,
                              const std::function<void(std::size_t people)>& progress);

}  // namespace badge::tools
