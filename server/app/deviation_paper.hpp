#pragma once
#include "server/app/deviation_list.hpp"
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/printed_paper.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// *Danh sách đi muộn, về sớm, vắng, thiếu lượt quét*, for the unit's own head: name, position, day, taps,
/// paper, state of the explanation. A draft until the period is closed. Pure. Of `body` only the place.
[[nodiscard]] documents::Paper paper_of(const DeviationList& list, const IssuingBody& body);

/// … as a PDF. The error says what of it cannot be printed.
[[nodiscard]] tl::expected<PrintedPaper, std::string> printed(const DeviationList& list,
                                                              const IssuingBody& body, Instant made_at);

}  // namespace badge::app
