#pragma once
#include "server/app/now_report.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// One page for a head in the morning: who is away and on what paper, who is not there yet, of whom it is not
/// known and why, and which duty nobody holds. Everybody else is a number. Pure.
[[nodiscard]] documents::Paper presence_paper_of(const NowReport& report);

}  // namespace badge::app
