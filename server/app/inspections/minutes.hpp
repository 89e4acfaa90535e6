#pragma once
#include "server/app/inspections/paper_parts.hpp"

namespace badge::app {

/// The minutes of an inspection that has begun (*biên bản kiểm tra*). Pure: the same file gives the same
/// paper. A draft until the inspection has ended, with room for the unit to write its view. What is known
/// only after the end (later findings, papers, extensions, repairs) is not in it. Of feedback that it follows
/// only that there was some: the unit reads this.
[[nodiscard]] documents::Paper minutes_of(const PaperSource& source, const IssuingBody& body);

}  // namespace badge::app
