#include "server/documents/legacy_text.hpp"

#include <gtest/gtest.h>

namespace badge::documents {
namespace {

TEST(LegacyText, KnowsTextForFontsOfTheTimeBeforeUnicode) {
  for (const auto* text : {"NguyÔn V¨n H¶i", "TrÇn ThÞ Hµ", "Së Néi vô", "§Æng Quang Minh", "Lª V¨n Tïng"})
    EXPECT_TRUE(is_legacy_vietnamese(text)) << text;  // TCVN3
  for (const auto* text : {"Nguyeãn Vaên Haûi", "Traàn Thò Haø", "Sôû Noäi vuï", "Ñaëng Quang Minh"})
    EXPECT_TRUE(is_legacy_vietnamese(text)) << text;  // VNI
}

TEST(LegacyText, LeavesVietnameseAndPlainTextAlone) {
  for (const auto* text : {"Nguyễn Văn Hải",
                           "Trần Thị Hà",
                           "Sở Nội vụ",
                           "Lê Quý Đôn",
                           "Hoà",
                           "Hoàng Oanh",
                           "Tuấn Thuỷ",
                           "Giá",
                           "Lò Thị Xuyến",
                           "An",
                           "Võ Quốc Toàn",
                           "CB-001",
                           "12 m²",
                           "Điều 5 § 2",
                           "",
                           "Trí Tuệ",
                           "Khoá",
                           "Huế",
                           "Uý",
                           "Mùa hè",
                           "oà"})
    EXPECT_FALSE(is_legacy_vietnamese(text)) << text;
}

}  // namespace
}  // namespace badge::documents
