#pragma once
/// The parts of an .xlsx file as XML, found by their relations.
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/documents/xlsx_reader.hpp"
#include "server/documents/zip_reader.hpp"

namespace badge::documents {

/// Without a prefix: some programs write "x:row" for "row".
[[nodiscard]] std::string_view local_name(const char* name);
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node parent, std::string_view name);
/// Calls `take` for each child of that name.
template <class Take>
void each_child(pugi::xml_node parent, std::string_view name, Take take) {
  for (const auto child : parent.children()) {
    if (local_name(child.name()) == name) take(child);
  }
}

class XlsxParts {
 public:
  explicit XlsxParts(std::unique_ptr<ZipReader> archive) : archive_(std::move(archive)) {}

  [[nodiscard]] bool has(const std::string& path) const { return archive_->has(path); }
  /// Document types are refused, so no entity of a file's own is ever expanded.
  [[nodiscard]] tl::expected<std::unique_ptr<pugi::xml_document>, XlsxError> xml(const std::string& path);

  struct Relation {
    std::string type;  // the last word of its address: "worksheet"
    std::string path;
  };
  /// By id. A part without relations has none.
  [[nodiscard]] tl::expected<std::map<std::string, Relation>, XlsxError> relations(
      const std::string& of_part);

 private:
  std::unique_ptr<ZipReader> archive_;
};

[[nodiscard]] XlsxError damaged(const std::string& part);

}  // namespace badge::documents
