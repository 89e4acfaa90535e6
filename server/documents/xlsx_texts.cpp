#include "server/documents/xlsx_texts.hpp"

#include <charconv>
#include <map>

#include "server/documents/xlsx_parts.hpp"

namespace badge::documents {
namespace {

/// The letter that "_xHHHH_" at the front of `text` stands for; 0: it does not begin so. Control characters
/// alone are written so, and they are all below U+0080.
char escaped_letter(std::string_view text) {
  constexpr std::size_t size = 7;
  constexpr int base = 16;
  constexpr unsigned ascii_end = 0x80;
  if (text.size() < size || !text.starts_with("_x") || text[size - 1] != '_') return 0;
  unsigned code = 0;
  const auto* const end = text.data() + size - 1;
  const auto read = std::from_chars(text.data() + 2, end, code, base);
  return read.ec == std::errc() && read.ptr == end && code < ascii_end ? static_cast<char>(code) : '\0';
}

}  // namespace

std::string unescaped(std::string_view text) {
  constexpr std::size_t size = 7;
  std::string plain;
  while (!text.empty()) {
    const char letter = escaped_letter(text);
    plain += letter != 0 ? letter : text.front();
    text.remove_prefix(letter != 0 ? size : 1);
  }
  return plain;
}

std::string rich_text(pugi::xml_node item) {
  std::string text;
  for (const auto child : item.children()) {
    const auto name = local_name(child.name());
    if (name == "t") text += child.text().get();
    if (name == "r") text += child_of(child, "t").text().get();
  }
  return unescaped(text);
}

std::vector<std::string> shared_texts(pugi::xml_node root) {
  std::vector<std::string> texts;
  each_child(root, "si", [&](pugi::xml_node item) { texts.push_back(rich_text(item)); });
  return texts;
}

std::vector<NumberFormat> cell_formats(pugi::xml_node root) {
  std::map<std::uint32_t, NumberFormat> own;
  each_child(child_of(root, "numFmts"), "numFmt", [&](pugi::xml_node format) {
    own[format.attribute("numFmtId").as_uint()] = number_format_of(format.attribute("formatCode").value());
  });
  std::vector<NumberFormat> formats;
  each_child(child_of(root, "cellXfs"), "xf", [&](pugi::xml_node style) {
    const auto id = style.attribute("numFmtId").as_uint();
    const auto found = own.find(id);
    formats.push_back(found == own.end() ? built_in_number_format(id) : found->second);
  });
  return formats;
}

}  // namespace badge::documents
