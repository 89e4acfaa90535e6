#include "server/documents/unicode.hpp"

#include <gtest/gtest.h>

namespace badge::documents {
namespace {

TEST(Unicode, ComposesAndRefusesWhatIsNotUtf8) {
  EXPECT_EQ(to_nfc("e\xCC\x82\xCC\x81"), "ế");
  EXPECT_EQ(to_nfc("\xE1\xBA"), std::nullopt);
}

TEST(Unicode, ComparesWordsWithoutCase) { EXPECT_EQ(fold_case("NGHỈ Phép"), fold_case("nghỉ phép")); }

TEST(Unicode, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("Sở Nội vụ"), 9U);
  EXPECT_EQ(display_width("e\xCC\x82\xCC\x81"), 1U);  // two marks over one letter
  EXPECT_EQ(display_width("漢"), 2U);
}

TEST(Unicode, TrimsTheSpacesOfSpreadsheets) { EXPECT_EQ(trimmed(" \xC2\xA0 x y\xC2\xA0\t"), "x y"); }

TEST(Unicode, FindsNamesWithoutTheirMarks) {
  EXPECT_EQ(without_marks("Nguyễn Đình ĐỨC"), "nguyen dinh duc");
  EXPECT_EQ(without_marks("Ngu\x79\u0302\u0303n"), "nguyn");
  EXPECT_EQ(without_marks("\xFF"), "");
}

TEST(Unicode, CutsBetweenLetters) {
  EXPECT_EQ(shortened("Nguyễn", 20), "Nguyễn");
  EXPECT_EQ(shortened("Nguyễn", 5), "Nguy…");
}

TEST(Unicode, ASentenceBeginsWithACapital) {
  EXPECT_EQ(capitalized("đeo thẻ"), "Đeo thẻ");
  EXPECT_EQ(capitalized("ốm"), "Ốm");
  EXPECT_EQ(capitalized("Đeo"), "Đeo");
  EXPECT_EQ(capitalized("36"), "36");
  EXPECT_EQ(capitalized(""), "");
}

TEST(Unicode, HeadsOfPapersAreInCapitals) {
  EXPECT_EQ(in_capitals("Sở Nội vụ, đơn vị 2"), "SỞ NỘI VỤ, ĐƠN VỊ 2");
  EXPECT_EQ(in_capitals("a\xFF"), "A\xFF");
}

}  // namespace
}  // namespace badge::documents
