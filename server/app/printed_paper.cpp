#include "server/app/printed_paper.hpp"

#include <utility>

#include "server/documents/docx_paper.hpp"
#include "server/documents/pdf_paper.hpp"

namespace badge::app {

tl::expected<PrintedPaper, std::string> printed(std::string name, const documents::Paper& paper,
                                                PaperFormat format, Instant made_at) {
  const auto second = std::chrono::floor<std::chrono::seconds>(made_at);
  auto bytes =
      format == PaperFormat::pdf ? documents::pdf_of(paper, second) : documents::docx_of(paper, second);
  if (!bytes) return tl::unexpected(std::move(bytes).error());
  return PrintedPaper{.name = std::move(name), .bytes = *std::move(bytes)};
}

}  // namespace badge::app
