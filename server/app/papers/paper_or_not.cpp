#include "server/app/papers/paper_or_not.hpp"

#include <utility>

namespace badge::app {

PaperOrNot print_now(std::string name, std::string_view staff_code, const documents::Paper& paper,
                     PaperFormat format, const Evidence& evidence) {
  auto file = printed(std::move(name), paper, format, evidence.office().to_instant(evidence.now()));
  if (!file) return tl::unexpected(NoPaper{std::move(file).error()});
  file->staff_code = staff_code;
  return *std::move(file);
}

}  // namespace badge::app
