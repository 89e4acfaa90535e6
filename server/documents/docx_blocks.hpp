#pragma once
#include <pugixml.hpp>

#include "server/documents/paper.hpp"

namespace badge::documents::docx {

/// The parts of a `checked` paper, appended to the document's body from top to bottom.
void add_letterhead(pugi::xml_node body, const Paper& paper);
void add_title(pugi::xml_node body, const Paper& paper);
void add_blocks(pugi::xml_node body, const Paper& paper);
void add_signatures(pugi::xml_node body, const Paper& paper);

}  // namespace badge::documents::docx
