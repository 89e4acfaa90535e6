#pragma once
/// The texts and formats that sheets of a workbook refer to by number.
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "server/documents/xlsx_numbers.hpp"

namespace badge::documents {

/// "_x000D_" stands for a letter that XML cannot hold.
[[nodiscard]] std::string unescaped(std::string_view text);
/// What is read of a text in one look or in runs of several; how it is pronounced is left out.
[[nodiscard]] std::string rich_text(pugi::xml_node item);
/// Of the part sharedStrings, by number.
[[nodiscard]] std::vector<std::string> shared_texts(pugi::xml_node root);
/// Of the part styles: by the number of a style that cells name.
[[nodiscard]] std::vector<NumberFormat> cell_formats(pugi::xml_node root);

}  // namespace badge::documents
