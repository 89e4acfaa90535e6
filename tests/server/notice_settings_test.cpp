// The table [notices] of server.toml.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "server/server_config.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class NoticeSettings : public testing::Test {
 protected:
  NoticeSettings() {
    write("mail.password", "rất bí mật");
    write("hook.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }
  void write(const std::string& name, const std::string& text, mode_t mode = 0600) {
    std::ofstream(folder / name) << text << '\n';
    ::chmod((folder / name).c_str(), mode);
  }
  auto parse(const std::string& tables) {
    return parse_server_config("listen = \"127.0.0.1:8080\"\ndata = \"var\"\n" + tables,
                               folder.path() / "server.toml");
  }
  ConfigMistakes mistakes_of(const std::string& tables) {
    const auto config = parse(tables);
    return config ? ConfigMistakes{} : config.error();
  }
  test::TempDir folder;
  const std::string mail = "[notices.mail]\nserver = \"smtp://mail.vn:587\"\nfrom = \"cc@x.vn\"\n";
  const std::string hook =
      "[[notices.webhook]]\nname = \"dh\"\nurl = \"https://dh.vn/su-kien\"\nsecret_file = \"hook.secret\"\n";
};

TEST_F(NoticeSettings, WithoutTheTableNobodyIsTold) { EXPECT_FALSE(parse("")->notices); }

TEST_F(NoticeSettings, OfOneMailServerAndOneWebhookAreRead) {
  const auto settings =
      parse(
          "[notices]\npage = \"https://cc.vn/\"\ndigest_at = \"08:05\"\ndigest_days = [\"mon\", \"sun\"]\n"
          "told_after_min = 0\n" +
          mail + "user = \"cc\"\npassword_file = \"mail.password\"\n" + hook + "types = [\"badge.lost\"]\n")
          ->notices.value();
  EXPECT_EQ(settings.digest_at, std::chrono::minutes(485));
  EXPECT_EQ(settings.digest_days.to_ulong(), 3U);
  EXPECT_EQ(settings.told_after, std::chrono::minutes(0));
  EXPECT_TRUE(settings.mail->tls) << "off this machine nothing is said in clear";
  EXPECT_EQ(settings.mail->password, "rất bí mật");
  EXPECT_EQ(settings.webhooks.at(0).secret.size(), 24U);
  EXPECT_THAT(settings.webhooks.at(0).types, ElementsAre("badge.lost"));
}

TEST_F(NoticeSettings, AMailServerOnThisMachineNeedsNoTls) {
  EXPECT_FALSE(
      parse("[notices.mail]\nserver = \"smtp://127.0.0.1:25\"\nfrom = \"cc@x.vn\"\n")->notices->mail->tls);
  EXPECT_TRUE(
      parse("[notices.mail]\nserver = \"smtps://127.0.0.1:465\"\nfrom = \"cc@x.vn\"\n")->notices->mail->tls);
  EXPECT_FALSE(parse(mail + "tls = false\n")->notices->mail->tls) << "where somebody says so";
}

TEST_F(NoticeSettings, APasswordIsNotSaidInClear) {
  EXPECT_THAT(mistakes_of(mail + "tls = false\nuser = \"cc\"\npassword_file = \"mail.password\"\n"),
              ElementsAre(HasSubstr("notices.mail.tls: others could read the password")));
}

TEST_F(NoticeSettings, ASecretIsItsOwnersAloneAndNeverQuoted) {
  write("mail.password", "rất bí mật", 0644);
  EXPECT_THAT(mistakes_of(mail + "user = \"cc\"\npassword_file = \"mail.password\"\n"),
              ElementsAre(AllOf(HasSubstr("chmod 600"), Not(HasSubstr("rất")))));
  write("hook.secret", "whsec_ngan");
  EXPECT_THAT(mistakes_of(hook), ElementsAre(AllOf(HasSubstr("24 to 64 bytes"), Not(HasSubstr("ngan")))));
}

TEST_F(NoticeSettings, EveryMistakeIsNamed) {
  EXPECT_THAT(
      mistakes_of("[notices]\npage = \"http://cc.vn\"\ndigest_at = \"25:00\"\ndigest_days = [\"thu hai\"]\n"
                  "told_after_min = -1\ncolour = 1\n"),
      testing::UnorderedElementsAre(StartsWith("server.toml:4: notices.page: "),
                                    StartsWith("server.toml:5: notices.digest_at: "),
                                    StartsWith("server.toml:6: notices.digest_days: "),
                                    StartsWith("server.toml:7: notices.told_after_min: "),
                                    StartsWith("server.toml:8: notices.colour: ")));
  EXPECT_THAT(mistakes_of("[notices.mail]\nserver = \"mail.vn\"\nfrom = \"cc\"\nuser = \"cc\"\n"),
              testing::UnorderedElementsAre(HasSubstr("mail.server: must begin"),
                                            HasSubstr("mail.from: must be an address"),
                                            HasSubstr("mail.user: user and password_file")));
  EXPECT_THAT(mistakes_of("[[notices.webhook]]\nname = \"mail\"\nurl = \"http://x.vn\"\ntypes = [\"all\"]\n"),
              testing::UnorderedElementsAre(HasSubstr("webhook.name"), HasSubstr("webhook.url"),
                                            HasSubstr("webhook.secret_file"), HasSubstr("webhook.types")));
  EXPECT_THAT(mistakes_of(hook + hook), ElementsAre(HasSubstr("two are called \"dh\"")));
  EXPECT_THAT(mistakes_of("notices = 1\n"), ElementsAre(HasSubstr("must be a table")));
  EXPECT_THAT(mistakes_of(mail + hook), IsEmpty());
}

}  // namespace
}  // namespace badge
