#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/temp_dir.hpp"
#include "tools/load/bridge_stream.hpp"
#include "tools/load/latencies.hpp"
#include "tools/load/result_table.hpp"
#include "tools/load/yardsticks.hpp"

namespace badge::tools {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(Latencies, APercentileIsTheNearestRank) {
  Latencies latencies;
  EXPECT_EQ(latencies.percentile_ms(50), 0) << "nothing was measured";
  for (int ms = 100; ms >= 1; --ms) latencies.add(std::chrono::milliseconds(ms));
  EXPECT_DOUBLE_EQ(latencies.percentile_ms(50), 50);
  EXPECT_DOUBLE_EQ(latencies.percentile_ms(99), 99);
  EXPECT_DOUBLE_EQ(latencies.percentile_ms(100), 100);
}

TEST(BridgeStream, GoesOnWhereItsLastBatchEndedAsAJournalDoes) {
  BridgeStream stream("cong-a", 1);
  Mark mark;
  for (const std::size_t taps : {3U, 2U}) {
    std::istringstream body(stream.next(taps, Instant(1'789'345'800'000ms)).body);
    std::string line;
    std::getline(body, line);
    const auto head = decode_head(line);
    ASSERT_TRUE(head.has_value()) << head.error();
    EXPECT_EQ(head->after, mark);
    while (std::getline(body, line)) {
      const Row row = decode_row(line);
      ASSERT_TRUE(std::holds_alternative<Entry>(row)) << line;
      EXPECT_EQ(std::get<Entry>(row).seq, ++mark.seq);
      mark.digest = chain(mark.digest, line);
    }
  }
  EXPECT_EQ(mark.seq, 5U);
}

TEST(ResultTable, SaysWhichTargetWasMissed) {
  ResultTable table;
  table.add({"ingest", per_s(338'000), per_s(676'000), times(0.5), ">= 0.5", true});
  EXPECT_TRUE(table.all_met());
  table.add({"report", in_ms(12.34), "", "", "<= 3 ms", false});
  EXPECT_FALSE(table.all_met());
  EXPECT_THAT(table.text(), HasSubstr("338,000 /s"));
  EXPECT_THAT(table.text(), HasSubstr("12.3 ms"));
  EXPECT_THAT(table.text(), HasSubstr("MISSED"));
}

TEST(Yardsticks, LeaveNothingBehind) {
  test::TempDir folder;
  EXPECT_GT(raw_appends_per_s(folder.path(), 100, 500), 0);
  EXPECT_GT(column_scan_ms(folder.path(), 10, 1000), 0);
  EXPECT_GT(probe_flush(folder.path()).p50_ms, 0);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace badge::tools
