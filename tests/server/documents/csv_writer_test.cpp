#include "server/documents/csv_writer.hpp"

#include <gtest/gtest.h>

namespace badge::documents {
namespace {

TEST(CsvWriter, QuotesOnlyWhatNeedsIt) {
  CsvWriter csv;
  csv.text("Sở Nội vụ").text("a,b").text("say \"x\"").number(-7).end_row();
  EXPECT_EQ(csv.str(), "Sở Nội vụ,\"a,b\",\"say \"\"x\"\"\",-7\r\n");
}

TEST(CsvWriter, NeverHandsASpreadsheetAFormulaThatAPersonTyped) {
  CsvWriter csv;
  csv.text("=HYPERLINK(\"x\")").text("+84").text("@a").text("-1").plain("-1").end_row();
  EXPECT_EQ(csv.str(), "\"'=HYPERLINK(\"\"x\"\")\",'+84,'@a,'-1,-1\r\n");
}

TEST(CsvWriter, CanBeginWithTheMarkThatExcelNeeds) {
  CsvWriter csv(CsvWriter::ByteOrderMark::with, ';');
  csv.plain("a").plain("").plain("b").end_row();
  EXPECT_EQ(csv.str(),
            "\xEF\xBB\xBF"
            "a;;b\r\n");
}

}  // namespace
}  // namespace badge::documents
