#include "server/documents/csv_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/documents/csv_writer.hpp"
#include "server/documents/unicode.hpp"

namespace badge::documents {
namespace {

using Fields = std::vector<std::string>;

/// Every record of `text`; fails the test on an error.
std::vector<CsvRecord> records_of(std::string_view text) {
  CsvReader reader(text);
  std::vector<CsvRecord> records;
  while (auto record = reader.next()) {
    EXPECT_TRUE(record->has_value()) << "fault " << static_cast<int>(record->error().fault);
    if (*record) records.push_back(**record);
  }
  return records;
}

std::vector<CsvError> errors_of(std::string_view text) {
  CsvReader reader(text);
  std::vector<CsvError> errors;
  while (auto record = reader.next()) {
    if (!*record) errors.push_back(record->error());
  }
  return errors;
}

TEST(CsvReader, ReadsFieldsAndRemembersWhereARecordBegins) {
  const auto records = records_of("code,name\nSNV,Sở Nội vụ\n\nSTC,Sở Tài chính\n");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1], (CsvRecord{2, {"SNV", "Sở Nội vụ"}}));
  EXPECT_EQ(records[2].line, 4U);
}

TEST(CsvReader, TakesExcelsByteOrderMarkSemicolonsAndCrlf) {
  const auto records = records_of(
      "\xEF\xBB\xBF"
      "code;name\r\nSNV;Sở Nội vụ, cơ quan\r\n");
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].fields, (Fields{"code", "name"}));
  EXPECT_EQ(records[1].fields, (Fields{"SNV", "Sở Nội vụ, cơ quan"}));
}

TEST(CsvReader, DoesNotCountSeparatorsInsideQuotesOfTheHeader) {
  EXPECT_EQ(CsvReader("\"a;b;c\",d\n").separator(), ',');
  EXPECT_EQ(CsvReader("a;\"b,c,d\"\n").separator(), ';');
}

TEST(CsvReader, ReadsQuotesSeparatorsAndLineBreaksInsideAQuotedField) {
  const auto records = records_of("a,b\n\"x, \"\"y\"\"\nz\",1\nlast,2");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[1].fields, (Fields{"x, \"y\"\nz", "1"}));
  EXPECT_EQ(records[2], (CsvRecord{4, {"last", "2"}}));
}

TEST(CsvReader, ComposesLettersThatWereTypedInPieces) {
  const auto records = records_of("Nguye\xCC\x82\xCC\x83n\n");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].fields[0], "Nguyễn");
}

TEST(CsvReader, PassesOverLinesOfSeparatorsOnly) { EXPECT_EQ(records_of("a,b\n,\n , \n1,2\n").size(), 2U); }

TEST(CsvReader, ReportsEveryBadRecordAndReadsOn) {
  EXPECT_EQ(errors_of("a,b\nx,\xC3\x28\nok,ok\n1\"2,x\n\"q\"z,x\nx,\x01\n"),
            (std::vector<CsvError>{{2, 2, CsvFault::not_utf8},
                                   {4, 1, CsvFault::stray_quote},
                                   {5, 1, CsvFault::text_after_quote},
                                   {6, 2, CsvFault::control_character}}));
}

TEST(CsvReader, NamesTheLineWhereAQuoteWasOpenedThatNeverCloses) {
  EXPECT_EQ(errors_of("a,b\nx,y\nz,\"open\nmore\nmore\n"),
            (std::vector<CsvError>{{3, 2, CsvFault::quote_not_closed}}));
}

TEST(CsvReader, RefusesUtf16AsAWhole) {
  using namespace std::string_view_literals;
  EXPECT_EQ(errors_of("\xFF\xFE"
                      "c\0o\0\n\0"sv),
            (std::vector<CsvError>{{1, 0, CsvFault::wide_encoding}}));
}

TEST(CsvReader, BoundsFieldsAndColumns) {
  EXPECT_EQ(errors_of("a\n" + std::string(csv_field_bytes_max + 1, 'x') + "\nok\n"),
            (std::vector<CsvError>{{2, 1, CsvFault::field_too_long}}));
  EXPECT_EQ(errors_of(std::string(csv_columns_max, ',') + "x\nok\n"),
            (std::vector<CsvError>{{1, csv_columns_max + 1, CsvFault::too_many_columns}}));
  EXPECT_TRUE(errors_of(std::string(csv_columns_max - 1, ',') + "x\n").empty());
}

TEST(CsvReader, CutsSlicesOnlyBehindWholeRecords) {
  EXPECT_EQ(whole_csv_records("a,b\n1,2\n3,"), 8U);
  EXPECT_EQ(whole_csv_records("1,\"x\ny"), 0U);
  EXPECT_EQ(whole_csv_records("1,\"x\ny\"\n2"), 8U);
}

RC_GTEST_PROP(CsvReader, ReadsBackWhatTheWriterWrote,
              (std::vector<std::vector<std::string>> rows, bool semicolon)) {
  static const std::vector<std::string> cells = {"x",  "Sở Nội vụ",  "a,b",  "a;b",
                                                 "\"", "two\nlines", "=1+1", ""};
  CsvWriter writer(CsvWriter::ByteOrderMark::with, semicolon ? ';' : ',');
  writer.plain("first").plain("second").plain("third").end_row();  // from it the separator is found
  std::vector<Fields> written;
  for (const auto& row : rows) {
    Fields fields{"1"};  // never an empty line
    for (const auto& seed : row) fields.push_back(cells[seed.size() % cells.size()]);
    fields.resize(std::min(fields.size(), csv_columns_max));
    for (const auto& field : fields) writer.plain(field);
    writer.end_row();
    written.push_back(fields);
  }
  const auto read = records_of(writer.str());
  RC_ASSERT(read.size() == written.size() + 1);
  for (std::size_t i = 0; i < written.size(); ++i) RC_ASSERT(read[i + 1].fields == written[i]);
}

}  // namespace
}  // namespace badge::documents
