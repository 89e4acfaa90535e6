#include "server/notices/mail.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "server/notices/base64.hpp"

namespace badge::notices {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::chrono::sys_seconds noon{std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) +
                                        std::chrono::hours(12)};

std::string message(const std::string& subject, const std::string& text) {
  return to_rfc5322({"cham-cong@tinh.gov.vn", "an@tinh.gov.vn", "msg_1", subject, text, noon});
}

TEST(MailMessage, SaysWhenFromWhomAndThatAMachineMadeIt) {
  const auto mail = message("Thử", "Một dòng\n");
  EXPECT_THAT(mail, HasSubstr("Date: Mon, 09 Mar 2026 12:00:00 +0000\r\n"));
  EXPECT_THAT(mail, HasSubstr(" <cham-cong@tinh.gov.vn>\r\nTo: <an@tinh.gov.vn>\r\n"));
  EXPECT_THAT(mail, HasSubstr("Message-ID: <msg_1@tinh.gov.vn>\r\n"));
  EXPECT_THAT(mail, HasSubstr("Auto-Submitted: auto-generated\r\n"));
  EXPECT_THAT(mail, HasSubstr("\r\n\r\n" + to_base64("Một dòng\r\n") + "\r\n"));
}

TEST(MailMessage, IsOfAsciiLinesThatEveryServerTakes) {
  std::string subject = "Việc chờ xử lý", text;
  for (int i = 0; i < 40; ++i) {
    subject += " ờ";
    text += "Phòng Công chức, viên chức: 3 giải trình chờ duyệt\n";
  }
  std::istringstream lines(message(subject, text));
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 77U) << line;
    EXPECT_TRUE(line.ends_with('\r')) << line;
    for (const char c : line) EXPECT_LT(static_cast<unsigned char>(c), 128) << line;
  }
}

TEST(MailMessage, NobodyWritesMoreFieldsThroughASubject) {
  EXPECT_THAT(message("a\r\nBcc: x@y", ""), Not(HasSubstr("Bcc")));
}

TEST(MailAddress, IsOneNameAtOneHost) {
  for (const auto* good : {"an@tinh.gov.vn", "nv.an+cc@x", "o'neil@a-b.vn"}) {
    EXPECT_TRUE(is_mail_address(good)) << good;
  }
  for (const auto* bad : {"", "an", "@x", "an@", "a@b@c", "an @x", "an@x y", "an@x\r\nRCPT TO:<b@x>",
                          "<an@x>", "ân@x", "an@x,b@y", "an@x_y"}) {
    EXPECT_FALSE(is_mail_address(bad)) << bad;
  }
  EXPECT_FALSE(is_mail_address(std::string(250, 'a') + "@x.vn"));
}

TEST(Base64, IsReadAsItWasWritten) {
  for (const auto* text : {"", "a", "ab", "abc", "abcd"}) {
    const auto letters = to_base64(text);
    if (letters.empty()) continue;
    EXPECT_EQ(from_base64(letters), text);
  }
  EXPECT_EQ(to_base64("abcd"), "YWJjZA==");
  for (const auto* bad : {"", "YWJjZA=", "YWJjZA", "YW=jZA==", "YWJj!A==", "Y==="}) {
    EXPECT_FALSE(from_base64(bad)) << bad;
  }
}

}  // namespace
}  // namespace badge::notices
