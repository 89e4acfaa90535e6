#pragma once
#include <span>
#include <vector>

#include "server/documents/paper.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::app {

/// Who was there, who wore the badge, and who had tapped in and was not found: sections 1 to 3 of the
/// results. Only who was looked at is counted among those who wear it.
void add_people(std::vector<documents::Block>& body, const inspection::Inspection& inspection,
                std::span<const inspection::Listed> list);

}  // namespace badge::app
