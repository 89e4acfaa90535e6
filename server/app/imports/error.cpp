#include "server/app/imports/error.hpp"

#include <algorithm>

#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

constexpr std::size_t value_bytes_max = 80;  // enough to find it in the file

}  // namespace

void ImportReport::add(std::size_t line, std::string_view column, std::string_view value,
                       std::string message) {
  add_at({}, line, column, value, std::move(message));
}

void ImportReport::add_at(std::string_view place, std::size_t line, std::string_view column,
                          std::string_view value, std::string message) {
  ++total_;
  // Rows are checked twice (each alone, then against each other): keep more than are listed, then sort.
  if (errors_.size() >= 2 * import_errors_listed_max) return;
  errors_.push_back({line, std::string(column), documents::shortened(value, value_bytes_max),
                     std::move(message), std::string(place)});
}

ImportErrors ImportReport::take() {
  std::ranges::stable_sort(errors_, {}, &ImportError::line);
  if (errors_.size() > import_errors_listed_max) errors_.resize(import_errors_listed_max);
  return {std::move(errors_), total_};
}

}  // namespace badge::app
