#pragma once
#include <span>

#include "server/app/why.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// *Giấy giải trình*, filled in from the verdict of a day: what was recorded of each session, which papers
/// there are, and what the person stated already; what nobody stated is left to be written by hand. `stated`
/// are the corrections of that day. Pure.
[[nodiscard]] documents::Paper explanation_slip_of(const Why& why,
                                                   std::span<const attendance::Correction> stated,
                                                   attendance::Date today);

}  // namespace badge::app
