#pragma once
/// Whatever somebody handed in, as the text that plan_import takes. Pure.
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "server/app/imports/fact_imports.hpp"
#include "server/app/imports/understood.hpp"

namespace badge::app {

struct ReadableFile {
  std::string text;
  std::optional<Understood> understood;            // nothing: the file was such text already
  std::function<void(ImportErrors&)> name_places;  // says where in the file errors of the text stand
};

/// By its first bytes: a workbook becomes the CSV text of its table, a calendar that of its days; anything
/// else is taken as it is.
[[nodiscard]] tl::expected<ReadableFile, ImportErrors> readable_file(const FactFile& file,
                                                                     const store::RosterFacts& stored);

}  // namespace badge::app
