#pragma once
#include <optional>
#include <string>

#include "server/attendance/facts.hpp"

namespace badge::attendance {

/// Days that an office reports about under a name of its own: "Trước Tết Bính Ngọ". Judges nobody.
struct NamedPeriod {
  std::string code;  // "truoc-tet-2026"; no calendar period reads like it
  std::string name;
  DateSpan days;
  /// Last year's days before Tết. Nothing: as many days just before it.
  std::optional<DateSpan> compared_with = {};
  friend bool operator==(const NamedPeriod&, const NamedPeriod&) = default;
};

}  // namespace badge::attendance
