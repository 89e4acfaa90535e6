#include "firmware-bridge/reader/recovery.hpp"

#include <gtest/gtest.h>

#include "firmware-bridge/reader/device_lock.hpp"
#include "tests/support/temp_dir.hpp"

#include <fstream>

namespace badge::bridge {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Recovery, GivesADeviceUpAfterThreeErrorsInARow) {
  Recovery recovery;
  EXPECT_FALSE(recovery.failed());
  EXPECT_FALSE(recovery.failed());
  recovery.answered({});
  EXPECT_FALSE(recovery.failed());
  EXPECT_FALSE(recovery.failed());
  EXPECT_TRUE(recovery.failed());
}

TEST(Recovery, WaitsLongerEachTimeUpToFiveSeconds) {
  Recovery recovery;
  std::vector<milliseconds> delays;
  for (int n = 0; n < 8; ++n) delays.push_back(recovery.next_delay());
  const std::vector<milliseconds> expected = {milliseconds{100},  milliseconds{200},  milliseconds{400},
                                              milliseconds{800},  milliseconds{1600}, milliseconds{3200},
                                              milliseconds{5000}, milliseconds{5000}};
  EXPECT_EQ(delays, expected);
}

TEST(Recovery, KeepsItsBackOffForADeviceThatAnswersOnlyALittle) {
  Recovery recovery;
  (void)recovery.next_delay();
  Recovery::TimePoint now{};
  recovery.answered(now);
  recovery.answered(now + seconds{9});
  EXPECT_EQ(recovery.next_delay(), milliseconds{200});
  recovery.answered(now);
  recovery.answered(now + seconds{10});
  EXPECT_EQ(recovery.next_delay(), milliseconds{100});
}

TEST(Recovery, SaysEachFaultOnceInATrouble) {
  Recovery recovery;
  EXPECT_TRUE(recovery.is_news(FaultCode::no_answer));
  EXPECT_FALSE(recovery.is_news(FaultCode::no_answer));
  EXPECT_TRUE(recovery.is_news(FaultCode::unplugged));
  EXPECT_FALSE(recovery.is_news(FaultCode::no_answer));
  recovery.answered({});
  EXPECT_TRUE(recovery.is_news(FaultCode::no_answer));
}

TEST(DeviceFile, IsThePathInAConnection) {
  EXPECT_EQ(device_file("pn532_uart:/dev/ttyUSB0:115200"), "/dev/ttyUSB0");
  EXPECT_EQ(device_file("pn532_i2c:/dev/i2c-1"), "/dev/i2c-1");
  EXPECT_EQ(device_file("acr122_usb:001:004"), "");
  EXPECT_EQ(device_file("pn53x_usb"), "");
}

TEST(DeviceLock, IsHeldByOneAtATime) {
  test::TempDir folder;
  const auto path = folder / "device";
  std::ofstream(path) << "";
  {
    const auto first = DeviceLock::take(path);
    ASSERT_TRUE(first);
    const auto second = DeviceLock::take(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, FaultCode::in_use);
  }
  EXPECT_TRUE(DeviceLock::take(path));
}

TEST(DeviceLock, SaysThatADeviceIsNotThere) {
  test::TempDir folder;
  const auto lock = DeviceLock::take(folder / "device");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, FaultCode::unplugged);
}

}  // namespace
}  // namespace badge::bridge
