// Mails to a real mail server on this machine.
#include "server/notices/smtp.hpp"

#include <gmock/gmock.h>

#include "tests/support/receivers.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::notices {
namespace {

using badge::test::MailServer;
using badge::test::text_of;
using testing::HasSubstr;
using testing::Not;
using Why = NotDelivered::Why;

constexpr std::chrono::sys_seconds noon{std::chrono::sys_days(std::chrono::year(2026) / 3 / 9) +
                                        std::chrono::hours(12)};

Mail mail_to(const std::string& to) {
  return {"cham-cong@tinh.gov.vn",
          to,
          "msg_1",
          "Việc chờ xử lý ngày 09/3/2026: 3 giải trình, 1 đơn, 2 đơn vị chưa chốt công tháng",
          "Kính gửi Ông/Bà,\n.\nGiải trình chờ duyệt: 3\n",
          noon};
}

SmtpSettings plain(const MailServer& server) {
  return {"smtp://127.0.0.1:" + server.port(), false, "cham-cong@tinh.gov.vn", {}, {}, {}};
}

TEST(Smtp, AnotherProgramReadsVietnameseAsItWasWritten) {
  MailServer server;
  const auto mail = mail_to("an@tinh.gov.vn");
  ASSERT_TRUE(smtp_sender(plain(server))(mail));
  const auto got = server.next();
  EXPECT_EQ(text_of(got, "subject"), mail.subject);
  EXPECT_EQ(text_of(got, "text"), mail.text) << "the lone dot too, which ends a mail in SMTP";
  EXPECT_EQ(text_of(got, "sender"), "Chuyên Cần");
  EXPECT_EQ(text_of(got, "id"), "<msg_1@tinh.gov.vn>");
  EXPECT_EQ(text_of(got, "auto"), "auto-generated");
  EXPECT_EQ(got.at("envelope").at("from").as_string(), "cham-cong@tinh.gov.vn");
  EXPECT_EQ(got.at("envelope").at("to").at(0).as_string(), "an@tinh.gov.vn");
}

TEST(Smtp, AnAddressThatTheServerRefusesIsThatMailsTroubleAlone) {
  MailServer server({"--refuse", "ai@tinh.gov.vn"});
  const auto send = smtp_sender(plain(server));
  const auto refused = send(mail_to("ai@tinh.gov.vn"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::failed);
  EXPECT_THAT(refused.error().what, HasSubstr("550"));
  EXPECT_TRUE(send(mail_to("an@tinh.gov.vn")));
}

TEST(Smtp, WhereNobodyAnswersNothingElseIsTried) {
  const auto sent = smtp_sender({"smtp://127.0.0.1:1", false, "a@x", {}, {}, {}})(mail_to("an@x"));
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().why, Why::unreachable);
}

TEST(Smtp, AWrongPasswordIsToldWithoutIt) {
  MailServer server({"--user", "cc", "--password", "đúng"});
  auto settings = plain(server);
  settings.user = "cc";
  settings.password = "khong-dung-1234";
  const auto sent = smtp_sender(settings)(mail_to("an@x"));
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().why, Why::unreachable) << "no other mail would pass either";
  EXPECT_THAT(sent.error().what, Not(HasSubstr("khong-dung")));
}

/// A mail server with a certificate of its own making for "localhost".
class SmtpTls : public testing::Test {
 protected:
  SmtpTls() {
    const auto made =
        badge::test::run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                          "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj",
                          "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"});
    EXPECT_EQ(made.status, 0) << made.errors;
  }
  [[nodiscard]] SmtpSettings settings(const MailServer& server) const {
    return {"smtp://localhost:" + server.port(), true, "cc@x", "cc", "bi-mat", certificate};
  }
  badge::test::TempDir folder;
  std::string certificate = folder / "mail.pem", key = folder / "mail.key";
};

TEST_F(SmtpTls, SaysNamePasswordAndMailBehindTls) {
  MailServer server({"--certificate", certificate, "--key", key, "--user", "cc", "--password", "bi-mat"});
  ASSERT_TRUE(smtp_sender(settings(server))(mail_to("an@x")));
  const auto got = server.next();
  EXPECT_TRUE(got.at("tls").as_bool());
  EXPECT_EQ(text_of(got, "user"), "cc");
}

TEST_F(SmtpTls, SendsNothingToAServerWithoutIt) {
  MailServer server({"--user", "cc", "--password", "bi-mat"});
  const auto sent = smtp_sender(settings(server))(mail_to("an@x"));
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().why, Why::unreachable);
  EXPECT_TRUE(server.is_quiet());
}

TEST_F(SmtpTls, SendsNothingToAServerThatIsAnother) {
  MailServer server({"--certificate", certificate, "--key", key});
  auto other = settings(server);
  other.url = "smtp://127.0.0.1:" + server.port();  // the certificate is for localhost
  other.user.clear();
  EXPECT_FALSE(smtp_sender(other)(mail_to("an@x")));
  EXPECT_TRUE(server.is_quiet());
}

}  // namespace
}  // namespace badge::notices
