#include "server/documents/xlsx_parts.hpp"

#include <fmt/format.h>

namespace badge::documents {
namespace {

constexpr std::size_t megabyte = 1024 * 1024;

XlsxError error_of(ZipFault fault, const std::string& part) {
  switch (fault) {
    case ZipFault::encrypted:
      return {part, "tệp có mật khẩu; mở bằng Excel, bỏ mật khẩu rồi lưu lại",
              "the file has a password; open it in Excel, take the password off and save it again"};
    case ZipFault::too_large:
      return {
          part,
          fmt::format("tệp quá lớn khi giải nén (một phần quá {} MB, hoặc tất cả quá {} MB); chỉ giữ lại "
                      "trang tính cần nhập",
                      zip_entry_bytes_max / megabyte, zip_unpacked_bytes_max / megabyte),
          fmt::format("the file is too large when unpacked (a part over {} MB, or all over {} MB); keep only "
                      "the sheet to import",
                      zip_entry_bytes_max / megabyte, zip_unpacked_bytes_max / megabyte)};
    case ZipFault::missing:
    case ZipFault::damaged:
      break;
  }
  return damaged(part);
}

/// "../media/a.png" beside "xl/worksheets" is "xl/media/a.png"; "/xl/a.xml" is "xl/a.xml".
std::string resolved(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const auto parent = folder.find_last_of('/');
    folder = parent == std::string_view::npos ? std::string_view() : folder.substr(0, parent);
  }
  return folder.empty() ? std::string(target) : std::string(folder) + '/' + std::string(target);
}

std::string_view behind_last_slash(std::string_view text) { return text.substr(text.find_last_of('/') + 1); }

}  // namespace

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  return whole.substr(whole.find(':') + 1);  // npos + 1: all of it
}

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name) {
  for (const auto child : parent.children()) {
    if (local_name(child.name()) == name) return child;
  }
  return {};
}

XlsxError damaged(const std::string& part) {
  return {part, "tệp hỏng hoặc không phải bảng tính Excel; mở bằng Excel rồi lưu lại dưới dạng .xlsx",
          "the file is damaged or no Excel workbook; open it in Excel and save it again as .xlsx"};
}

tl::expected<std::unique_ptr<pugi::xml_document>, XlsxError> XlsxParts::xml(const std::string& path) {
  auto bytes = archive_->read(path);
  if (!bytes) return tl::unexpected(error_of(bytes.error(), path));
  auto document = std::make_unique<pugi::xml_document>();
  constexpr unsigned how = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;
  if (!document->load_buffer(bytes->data(), bytes->size(), how)) return tl::unexpected(damaged(path));
  for (const auto node : document->children()) {
    if (node.type() == pugi::node_doctype) return tl::unexpected(damaged(path));
  }
  return document;
}

tl::expected<std::map<std::string, XlsxParts::Relation>, XlsxError> XlsxParts::relations(
    const std::string& of_part) {
  std::map<std::string, Relation> relations;
  const auto slash = of_part.find_last_of('/');
  const auto folder = slash == std::string::npos ? std::string() : of_part.substr(0, slash);
  const auto name = of_part.substr(slash + 1);  // npos + 1: all of it
  const auto path = (folder.empty() ? "" : folder + '/') + "_rels/" + name + ".rels";
  if (!has(path)) return relations;
  const auto document = xml(path);
  if (!document) return tl::unexpected(document.error());
  each_child((*document)->document_element(), "Relationship", [&](pugi::xml_node node) {
    if (std::string_view(node.attribute("TargetMode").value()) == "External") return;
    relations[node.attribute("Id").value()] = {std::string(behind_last_slash(node.attribute("Type").value())),
                                               resolved(folder, node.attribute("Target").value())};
  });
  return relations;
}

}  // namespace badge::documents
