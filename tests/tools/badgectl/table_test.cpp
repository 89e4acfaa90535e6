#include "tools/badgectl/table.hpp"

#include <gtest/gtest.h>

namespace badge::tools {
namespace {

TEST(Table, AlignsVietnameseByWhatTheEyeSees) {
  Table table;
  table.column("unit_name");
  table.column("late\nmin", Table::Align::right);
  table.row({"Sở Nội vụ", "7"});
  table.row({"  Phòng Công chức", "1.234"});
  EXPECT_EQ(table.str(),
            "                    late\n"
            "unit_name            min\n"
            "────────────────────────\n"
            "Sở Nội vụ              7\n"
            "  Phòng Công chức  1.234\n");
}

TEST(Table, WritesRatesAndNumbersAsOfficesDo) {
  EXPECT_EQ(percent(0.9449), "94,5 %");
  EXPECT_EQ(percent(1.0), "100,0 %");
  EXPECT_EQ(percent(std::nullopt), "–");
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1.000");
  EXPECT_EQ(grouped(-1234567), "-1.234.567");
}

}  // namespace
}  // namespace badge::tools
