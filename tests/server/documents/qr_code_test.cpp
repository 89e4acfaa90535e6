// QR codes: that a camera reads them is shown by tests/browser/second_factor.test.mjs.
#include "server/documents/qr_code.hpp"

#include <gmock/gmock.h>

namespace badge::documents {
namespace {

TEST(QrCode, IsDrawnRowByRow) {
  const auto code = qr_code("otpauth://totp/an").value();
  EXPECT_EQ(code.size, 25) << "version 2";
  EXPECT_THAT(code.path, testing::StartsWith("M0 0h7v1h-7z")) << "the eye at the top left";
  EXPECT_THAT(code.path, testing::HasSubstr("M18 0h7v1h-7z")) << "and at the right edge";
}

TEST(QrCode, OfNothingOrOfABookIsNone) {
  EXPECT_FALSE(qr_code(""));
  EXPECT_FALSE(qr_code(std::string(3000, 'a')));
}

}  // namespace
}  // namespace badge::documents
