#include "tools/badgectl/report_output.hpp"

#include <gtest/gtest.h>

#include "tools/badgectl/client.hpp"

namespace badge::tools {
namespace {

class ReportOutput : public testing::Test {
 protected:
  Client client_{ClientOptions{}};
  Session vietnamese_{client_, true}, english_{client_, false};
};

TEST_F(ReportOutput, WritesDatesAsPapersDo) {
  EXPECT_EQ(date_for(vietnamese_, "2026-07-09"), "09/7/2026");
  EXPECT_EQ(date_for(vietnamese_, "2026-02-28"), "28/02/2026");
  EXPECT_EQ(date_for(vietnamese_, "2026-10-01"), "01/10/2026");
  EXPECT_EQ(date_for(english_, "2026-07-09"), "2026-07-09");
}

TEST_F(ReportOutput, CallsNobodyAbsentWithoutReasonBeforeTheTimeToExplainIsOver) {
  EXPECT_EQ(state_word(vietnamese_, "absent", "no_tap"), "chưa có giải trình");
  EXPECT_EQ(state_word(vietnamese_, "absent", "unexplained"), "vắng không có lý do");
  EXPECT_EQ(state_word(vietnamese_, "absent", "concluded"), "vắng không có lý do");
  EXPECT_EQ(state_word(vietnamese_, "present", "concluded"), "có mặt");
  EXPECT_EQ(state_word(english_, "absent", "unexplained"), "absent");
}

}  // namespace
}  // namespace badge::tools
