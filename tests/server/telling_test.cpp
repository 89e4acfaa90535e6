// badge-server tells a real mail server and a real receiver of webhooks, and is killed meanwhile.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <boost/json/parse.hpp>
#include <csignal>
#include <fstream>

#include "tests/support/http_client.hpp"
#include "tests/support/receivers.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge {
namespace {

using test::HttpClient;
using test::MailServer;
using test::Process;
using test::text_of;
using test::WebhookReceiver;
using testing::HasSubstr;
using testing::Not;

constexpr auto hook_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr auto mail_password = "mat-khau-thu-9481";
constexpr auto password = "mưa rơi nhẹ đêm";

/// An office with a head who wants mails, on a server that sends its digests from midnight on.
class BadgeServerTells : public testing::Test {
 protected:
  BadgeServerTells() {
    write("mail.password", mail_password);
    write("hook.secret", hook_secret);
    configure("");
    token_ = test::run({test::program("badge-server"), "--config", config_, "init"}).output.substr(0, 64);
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text << '\n';
    ::chmod((folder_ / name).c_str(), 0600);
  }
  void configure(const std::string& notices) {
    std::ofstream(config_) << "listen = \"127.0.0.1:0\"\ndata = \"var\"\n" << notices;
  }
  [[nodiscard]] static std::string mail_table(const std::string& port) {
    return "[notices]\ndigest_at = \"00:00\"\ntold_after_min = 0\n"
           "digest_days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n"
           "[notices.mail]\nserver = \"smtp://127.0.0.1:" +
           port + "\"\nfrom = \"cham-cong@x.vn\"\nuser = \"cc\"\npassword_file = \"mail.password\"\n";
  }
  [[nodiscard]] static std::string hook_table(const WebhookReceiver& receiver, const std::string& types) {
    return "[[notices.webhook]]\nname = \"dieu-hanh\"\nurl = \"" + receiver.url() +
           "\"\nsecret_file = \"hook.secret\"\ntypes = [\"" + types + "\"]\n";
  }
  void start() {
    server_ = std::make_unique<Process>(
        std::vector{test::program("badge-server"), std::string("--config"), config_});
    constexpr std::string_view before = "listening on http://127.0.0.1:";
    std::size_t at = std::string::npos;
    ASSERT_TRUE(test::eventually([&] {
      at = server_->errors().find(before);
      return at != std::string::npos && server_->errors().find('\n', at) != std::string::npos;
    })) << server_->errors();
    port_ = static_cast<std::uint16_t>(std::stoi(server_->errors().substr(at + before.size())));
  }
  void kill() {
    server_->signal(SIGKILL);
    ASSERT_TRUE(server_->wait());
    log_ += server_->errors();
  }
  [[nodiscard]] HttpClient admin() const { return HttpClient(port_, test::bearer(token_)); }
  void import(const std::string& kind, const std::string& csv) {
    const auto answer = admin().post("/api/v1/imports/" + kind + "?file=" + kind + ".csv", csv, "text/csv");
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
  void furnish() {
    import("units", "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n");
    import("staff",
           "code,full_name,unit_code,position,category,valid_from,valid_to\n"
           "AN,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
           "BINH,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n");
    import("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,BINH,head,2020-01-01,,QĐ 1\n");
    import("badges", "staff_code,uid,valid_from,valid_to,state\nAN,04A1B2C3D4E5F6,2020-01-01,,active\n");
  }
  /// Signs in and states an address.
  void add(const std::string& name, const std::string& about) {
    const auto added = admin().post("/api/v1/logins", R"({"name":")" + name + R"(",)" + about + "}");
    ASSERT_EQ(added.status, 201) << added.body;
    const auto invitation = text_of(boost::json::parse(added.body).as_object(), "invitation");
    HttpClient anybody(port_);
    ASSERT_EQ(
        anybody
            .post("/api/v1/password", R"({"token":")" + invitation + R"(","password":")" + password + "\"}")
            .status,
        200);
    const auto opened =
        anybody.post("/api/v1/session", R"({"name":")" + name + R"(","password":")" + password + "\"}");
    ASSERT_EQ(opened.status, 204) << opened.body;
    const auto cookie = opened.field("set-cookie");
    HttpClient person(
        port_, {{}, {{"Cookie", cookie.substr(0, cookie.find(';'))}, {"Sec-Fetch-Site", "same-origin"}}});
    const auto stated = person.send("PUT", "/api/v1/session/contact", R"({"address":")" + name + R"(@x.vn"})",
                                    {{"Content-Type", "application/json"}});
    ASSERT_EQ(stated.status, 204) << stated.body;
  }
  void an_explains() {
    import(
        "corrections",
        "staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,decided_by,"
        "decision_reason,paper\nAN,,2026-07-09,,present,,,,forgot_badge,để thẻ ở nhà,pending,,,\n");
  }
  void an_loses_the_badge() {
    const auto today =
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + std::chrono::hours(7));
    import("badges", "staff_code,uid,valid_from,valid_to,state\nAN,04A1B2C3D4E5F6,2020-01-01," +
                         date(today - std::chrono::days(1)) + ",active\nAN,04A1B2C3D4E5F6," + date(today) +
                         ",,lost\n");
  }
  static std::string date(std::chrono::sys_days day) {
    const std::chrono::year_month_day text{day};
    const auto two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return std::to_string(static_cast<int>(text.year())) + two(static_cast<unsigned>(text.month())) +
           two(static_cast<unsigned>(text.day()));
  }

  test::TempDir folder_;
  std::string config_ = folder_ / "server.toml", token_, log_;
  std::unique_ptr<Process> server_;
  std::uint16_t port_ = 0;
};

TEST_F(BadgeServerTells, ADigestOnceADayAlthoughItIsKilledAndStartedAgain) {
  MailServer mail({"--user", "cc", "--password", mail_password});
  start();
  ASSERT_NO_FATAL_FAILURE(furnish());
  an_explains();
  add("binh", R"("staff_code":"BINH")");
  add("quan.tri", R"("grants":[{"role":"administrator"}])");
  kill();
  configure(mail_table(mail.port()));
  start();
  const auto got = mail.next();
  EXPECT_THAT(text_of(got, "subject"), HasSubstr("1 giải trình"));
  EXPECT_THAT(text_of(got, "text"), HasSubstr("Sở Nội vụ: 1 giải trình chờ duyệt"));
  EXPECT_THAT(text_of(got, "text"), Not(HasSubstr("Nguyễn"))) << "counts and units, no names";
  EXPECT_TRUE(
      test::eventually([&] { return server_->errors().find("delivered msg_") != std::string::npos; }));
  kill();
  start();
  // A second digest would be made before anything else, and mails come in the order in which they were made.
  an_loses_the_badge();
  EXPECT_THAT(text_of(mail.next(), "subject"), HasSubstr("1 thẻ báo mất"));
  EXPECT_TRUE(mail.is_quiet());
  kill();
  EXPECT_THAT(log_, Not(HasSubstr(mail_password)));
}

TEST_F(BadgeServerTells, AWebhookThatFailsIsTriedAgainUntilItIsTakenUnderTheSameId) {
  WebhookReceiver receiver(hook_secret, "500,500,204");
  configure("[notices]\n" + hook_table(receiver, "badge.lost"));
  start();
  ASSERT_NO_FATAL_FAILURE(furnish());
  an_loses_the_badge();
  const auto first = receiver.next();
  EXPECT_TRUE(first.at("signed").as_bool());
  EXPECT_THAT(text_of(first, "body"), HasSubstr(R"("type":"badge.lost")"));
  EXPECT_THAT(text_of(first, "body"), Not(HasSubstr("04A1B2")));
  const auto again = receiver.next();
  EXPECT_EQ(text_of(again, "id"), text_of(first, "id"));
  EXPECT_EQ(text_of(again, "body"), text_of(first, "body"));
  ASSERT_TRUE(test::eventually([&] { return server_->errors().find("attempt 2") != std::string::npos; }));
  const auto listed =
      boost::json::parse(admin().get("/api/v1/notices").body).at("messages").at(0).as_object();
  EXPECT_EQ(listed.at("attempts").as_int64(), 2);
  EXPECT_THAT(text_of(listed, "error"), HasSubstr("500"));
  // The third attempt is due in five minutes; somebody does not wait for it.
  const auto path = "/api/v1/notices/" + std::to_string(listed.at("no").as_int64()) + "/again";
  EXPECT_EQ(admin().send("POST", path).status, 204);
  EXPECT_EQ(receiver.next().at("answer").as_int64(), 204);
  EXPECT_TRUE(
      test::eventually([&] { return server_->errors().find("delivered msg_") != std::string::npos; }));
  EXPECT_EQ(admin().send("POST", path).status, 404) << "it has arrived";
  kill();
  EXPECT_THAT(log_, Not(HasSubstr(std::string(hook_secret).substr(6))));
}

}  // namespace
}  // namespace badge
