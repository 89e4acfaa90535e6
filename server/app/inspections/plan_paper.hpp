#pragma once
/// What is written before an inspection: the yearly plan (*kế hoạch kiểm tra*) and the decision that sets a
/// team up (*quyết định thành lập đoàn kiểm tra*). Pure, and simple: an office words the rest in the DOCX.
#include "server/app/inspections/paper_parts.hpp"

namespace badge::app {

/// By its own number and date. A plan that another body numbers ("247/KH-UBND") carries that body's name.
[[nodiscard]] documents::Paper plan_paper_of(const inspection::Plan& plan, const IssuingBody& ours);

/// A draft while the file names no decision.
[[nodiscard]] documents::Paper decision_of(const PaperSource& source, const IssuingBody& body);

}  // namespace badge::app
