#pragma once
#include <vector>

#include "server/app/inspections/paper_parts.hpp"

namespace badge::app {

/// Who was there, who wore the badge, and who had tapped in and was not found: sections 1 to 3 of the
/// results. Only who was looked at is counted among those who wear it.
void add_people(std::vector<documents::Block>& body, const PaperSource& source);

}  // namespace badge::app
