#pragma once
/// The measures of Nghị định 30/2020/NĐ-CP, Phụ lục I, that PDF and DOCX share. Lengths in millimetres, sizes
/// of letters and gaps in points.
#include "server/documents/paper.hpp"

namespace badge::documents::layout {

inline constexpr double points_per_mm = 72 / 25.4;

inline constexpr double short_side = 210, long_side = 297;  // A4
inline constexpr double margin_top = 20, margin_bottom = 20, margin_left = 30, margin_right = 15;
inline constexpr double edge_to_page_number = 10;  // from the top edge to the number's line
inline constexpr double edge_to_initials = 8;      // from the bottom edge to below their line

inline constexpr double first_line_indent = 12.7;
inline constexpr double signature_room = 24;  // for the signature and the seal, between authority and name

inline constexpr double body = 14, table = 12, compact_table = 11, heading_of_nation = 12, motto = 13;
inline constexpr double issuer = 12, number = 13, place_and_date = 13, kind = 14;
inline constexpr double recipients_word = 12, recipients = 11, draft = 11, initials = 10, page_number = 13;

inline constexpr double signature = 13;  // authority and name
inline constexpr double paragraph_gap = 6;
inline constexpr double left_share_of_head = 0.42;  // of the width; quốc hiệu needs more than half

[[nodiscard]] constexpr double page_width(Orientation orientation) {
  return orientation == Orientation::portrait ? short_side : long_side;
}
[[nodiscard]] constexpr double page_height(Orientation orientation) {
  return orientation == Orientation::portrait ? long_side : short_side;
}
[[nodiscard]] constexpr double text_width(Orientation orientation) {
  return page_width(orientation) - margin_left - margin_right;
}
[[nodiscard]] constexpr double text_height(Orientation orientation) {
  return page_height(orientation) - margin_top - margin_bottom;
}

inline constexpr const char* nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
inline constexpr const char* nation_motto = "Độc lập - Tự do - Hạnh phúc";
inline constexpr const char* draft_mark = "DỰ THẢO";
inline constexpr const char* recipients_title = "Nơi nhận:";
inline constexpr const char* addressees_title = "Kính gửi:";
inline constexpr const char* initials_title = "Ký nháy:";
inline constexpr const char* dots_to_fill = "……………………";

}  // namespace badge::documents::layout
