#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/evidence.hpp"
#include "server/app/printed_paper.hpp"

namespace badge::app {

/// Why there is no paper: there is nothing of that kind within the asker's scope, or it cannot be printed.
struct NoPaper {
  std::string unprintable;  // place and rule; empty: not found
};
using PaperOrNot = tl::expected<PrintedPaper, NoPaper>;

/// printed(), made now, about one person or (empty) nobody alone.
[[nodiscard]] PaperOrNot print_now(std::string name, std::string_view staff_code,
                                   const documents::Paper& paper, PaperFormat format,
                                   const Evidence& evidence);

}  // namespace badge::app
