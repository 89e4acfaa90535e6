// Text set in lines.
#include "server/documents/pdf_text.hpp"

#include <gtest/gtest.h>

namespace badge::documents::pdf {
namespace {

TEST(PdfText, TheFontOfPapersIsInstalled) { EXPECT_TRUE(has_font(text_context().get())); }

TEST(PdfText, NothingStandsBeyondItsWidth) {
  const auto context = text_context();
  for (const auto* text : {"118/QĐ-SNV", "Nghiêng", "ngày 10/7/2026, sau khi bắt đầu"}) {
    for (double width = 20; width < 120; width += 7) {
      EXPECT_LE(SetText(context.get(), text, width, {}).widest(), width + 0.5) << text;
    }
  }
}

TEST(PdfText, TheNumberOfAPaperStandsInOneLine) {
  const auto context = text_context();
  const auto whole = SetText(context.get(), "118/QĐ-SNV", 500, {}).widest();
  const SetText text(context.get(), "số 118/QĐ-SNV", whole + 4, {});
  EXPECT_EQ(text.lines(), 2U);
  EXPECT_GE(text.widest(), whole - 1);
}

TEST(PdfText, ALineBreakBeginsALine) {
  EXPECT_EQ(SetText(text_context().get(), "một\nhai", 500, {}).lines(), 2U);
}

}  // namespace
}  // namespace badge::documents::pdf
