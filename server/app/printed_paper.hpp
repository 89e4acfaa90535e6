#pragma once
#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "reader-config/tap/tap.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

enum class PaperFormat : std::uint8_t { pdf, docx };

struct PrintedPaper {
  std::string name;  // of a file, in ASCII and without its ending: "bien-ban-kiem-tra-17-2026"
  std::string bytes;
  std::string staff_code{};  // the one person whom it is about; empty: nobody alone
};

/// The paper as a file. The error says what of it cannot be printed, or that the fonts are not installed.
[[nodiscard]] tl::expected<PrintedPaper, std::string> printed(std::string name, const documents::Paper& paper,
                                                              PaperFormat format, Instant made_at);

}  // namespace badge::app
