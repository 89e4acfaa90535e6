#pragma once
/// The few elements of WordprocessingML that a paper needs. Within an element the standard (ECMA-376) fixes
/// the order of what stands in it; each function here keeps it.
#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/documents/paper.hpp"

namespace badge::documents::docx {

/// The looks of paragraphs, named in the styles of the document.
struct Style {
  const char* id;
  const char* name;  // what Word and LibreOffice show
  double size = 14;  // points
  bool bold = false, italic = false;
  Align align = Align::left;
  double before = 0;             // points
  double first_line = 0;         // millimetres
  std::optional<int> outline{};  // level of a heading, from 0
};

namespace style {
inline constexpr const char* superior = "CoQuanChuQuan";
inline constexpr const char* issuer = "CoQuanBanHanh";
inline constexpr const char* nation = "QuocHieu";
inline constexpr const char* motto = "TieuNgu";
inline constexpr const char* number = "SoKyHieu";
inline constexpr const char* place_and_date = "DiaDanhNgay";
inline constexpr const char* draft = "DuThao";
inline constexpr const char* kind = "TenLoai";
inline constexpr const char* abstract = "TrichYeu";
inline constexpr const char* addressee = "KinhGui";
inline constexpr const char* basis = "CanCu";
inline constexpr const char* body = "ThanVanBan";
inline constexpr const char* heading[] = {"Heading1", "Heading2"};
inline constexpr const char* table = "Bang";
inline constexpr const char* compact_table = "BangGon";
inline constexpr const char* caption = "ChuThichBang";
inline constexpr const char* recipients_word = "NoiNhan";
inline constexpr const char* recipients = "DanhSachNoiNhan";
inline constexpr const char* authority = "QuyenHan";
inline constexpr const char* signer_note = "GhiChuNguoiKy";
inline constexpr const char* signer = "HoTenNguoiKy";
inline constexpr const char* page_number = "SoTrang";
inline constexpr const char* initials = "KyNhay";
inline constexpr const char* rule = "DuongKe";
}  // namespace style

[[nodiscard]] std::string styles_xml();

[[nodiscard]] int twips(double mm);  // a twentieth of a point, the unit of lengths
[[nodiscard]] int twips_of_points(double points);

struct Tab {
  Align align;
  int at;  // twips
  bool dotted = false;
};

/// What one paragraph has beyond its style.
struct ParagraphLook {
  bool keep_next = false;
  std::optional<Align> align{};
  bool no_indent = false;
  int left = 0, right = 0;  // from the edges, twips
  bool boxed = false;
  std::optional<int> before{};       // twips
  std::optional<int> rule_indent{};  // a line below, from this far of both edges (twips)
  std::vector<Tab> tabs{};
};

/// `parent`: body, cell, header or footer.
pugi::xml_node add_paragraph(pugi::xml_node parent, const char* style, const Text& text,
                             const ParagraphLook& look);
pugi::xml_node add_paragraph(pugi::xml_node parent, const char* style, const Text& text);

void add_run(pugi::xml_node paragraph, const Run& run);

/// Goes on at the paragraph's next tab.
void add_tab(pugi::xml_node paragraph);

struct TableLook {
  bool ruled = true;
  std::vector<int> widths;  // of the columns, twips
};
pugi::xml_node add_table(pugi::xml_node parent, const TableLook& look);
pugi::xml_node add_row(pugi::xml_node table, bool stands_on_each_page);
pugi::xml_node add_cell(pugi::xml_node row, int width, int span, bool middle);

/// A document with this root and the namespaces of WordprocessingML.
[[nodiscard]] pugi::xml_node begin(pugi::xml_document& document, const char* root);
[[nodiscard]] std::string text_of(const pugi::xml_document& document);

}  // namespace badge::documents::docx
