#include "server/documents/docx_paper.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "server/documents/docx_blocks.hpp"
#include "server/documents/docx_xml.hpp"
#include "server/documents/page_layout.hpp"
#include "server/documents/paper_check.hpp"
#include "server/documents/paper_words.hpp"
#include "server/documents/zip_writer.hpp"

namespace badge::documents {
namespace {

namespace l = layout;

constexpr const char* content_types =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/header.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/word/header_first.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>)"
    R"(<Override PartName="/word/footer.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    R"(</Types>)";

constexpr const char* package_relationships =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    R"(</Relationships>)";

constexpr const char* document_relationships =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header_first.xml"/>)"
    R"(<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer.xml"/>)"
    R"(</Relationships>)";

pugi::xml_node referred(pugi::xml_node section, const char* what, const char* pages, const char* id) {
  auto reference = section.append_child(what);
  reference.append_attribute("w:type") = pages;
  reference.append_attribute("r:id") = id;
  return reference;
}

void add_section(pugi::xml_node body, Orientation orientation) {
  auto section = body.append_child("w:sectPr");
  referred(section, "w:headerReference", "default", "rId2");
  referred(section, "w:headerReference", "first", "rId3");
  referred(section, "w:footerReference", "default", "rId4");
  referred(section, "w:footerReference", "first", "rId4");
  auto size = section.append_child("w:pgSz");
  size.append_attribute("w:w") = docx::twips(l::page_width(orientation));
  size.append_attribute("w:h") = docx::twips(l::page_height(orientation));
  if (orientation == Orientation::landscape) size.append_attribute("w:orient") = "landscape";
  auto margins = section.append_child("w:pgMar");
  margins.append_attribute("w:top") = docx::twips(l::margin_top);
  margins.append_attribute("w:right") = docx::twips(l::margin_right);
  margins.append_attribute("w:bottom") = docx::twips(l::margin_bottom);
  margins.append_attribute("w:left") = docx::twips(l::margin_left);
  margins.append_attribute("w:header") = docx::twips(l::edge_to_page_number);
  margins.append_attribute("w:footer") = docx::twips(l::edge_to_initials);
  margins.append_attribute("w:gutter") = 0;
  section.append_child("w:titlePg");
}

std::string document_xml(const Paper& paper) {
  pugi::xml_document document;
  auto body = docx::begin(document, "w:document").append_child("w:body");
  docx::add_letterhead(body, paper);
  docx::add_title(body, paper);
  docx::add_blocks(body, paper);
  docx::add_signatures(body, paper);
  add_section(body, paper.orientation);
  return docx::text_of(document);
}

/// The page's number, and beside it the mark of a draft.
std::string header_xml(const Paper& paper) {
  pugi::xml_document document;
  auto root = docx::begin(document, "w:hdr");
  const auto width = docx::twips(l::text_width(paper.orientation));
  auto line = docx::add_paragraph(
      root, docx::style::page_number, {},
      {.align = Align::left, .tabs = {{Align::centre, width / 2}, {Align::right, width}}});
  docx::add_tab(line);
  auto field = line.append_child("w:fldSimple");
  field.append_attribute("w:instr") = " PAGE ";
  field.append_child("w:r").append_child("w:t").text().set("2");
  if (paper.draft) {
    docx::add_tab(line);
    docx::add_run(line, {.text = l::draft_mark, .bold = true});
  }
  return docx::text_of(document);
}

std::string first_header_xml() {
  pugi::xml_document document;
  docx::add_paragraph(docx::begin(document, "w:hdr"), docx::style::page_number, {});
  return docx::text_of(document);
}

std::string footer_xml(const Paper& paper) {
  pugi::xml_document document;
  docx::add_paragraph(docx::begin(document, "w:ftr"), docx::style::initials, initials_line(paper));
  return docx::text_of(document);
}

std::string core_xml(const Paper& paper, std::chrono::sys_seconds made_at) {
  pugi::xml_document document;
  auto root = document.append_child("cp:coreProperties");
  root.append_attribute("xmlns:cp") =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
  root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  root.append_child("dc:title").text().set(title_of(paper).c_str());
  root.append_child("dc:creator").text().set(paper.head.issuer.c_str());
  root.append_child("dc:language").text().set("vi-VN");
  auto created = root.append_child("dcterms:created");
  created.append_attribute("xsi:type") = "dcterms:W3CDTF";
  created.text().set(fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(made_at)).c_str());
  return docx::text_of(document);
}

}  // namespace

tl::expected<std::string, std::string> docx_of(const Paper& given, std::chrono::sys_seconds made_at) {
  const auto paper = checked(given);
  if (!paper) return tl::unexpected(paper.error());
  return zip_of({{"[Content_Types].xml", content_types},
                 {"_rels/.rels", package_relationships},
                 {"docProps/core.xml", core_xml(*paper, made_at)},
                 {"word/document.xml", document_xml(*paper)},
                 {"word/_rels/document.xml.rels", document_relationships},
                 {"word/styles.xml", docx::styles_xml()},
                 {"word/header.xml", header_xml(*paper)},
                 {"word/header_first.xml", first_header_xml()},
                 {"word/footer.xml", footer_xml(*paper)}});
}

}  // namespace badge::documents
