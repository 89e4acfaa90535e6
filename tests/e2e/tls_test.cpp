// Entrance and server in two places: TLS on the way, by a certificate that the office made itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/badgectl.hpp"
#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;

/// A certificate that vouches for itself, as an office without an authority makes it.
class OwnCertificate {
 public:
  explicit OwnCertificate(const std::string& address = "127.0.0.1") {
    const Finished made = run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                               "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=chuyen-can",
                               "-addext", "subjectAltName=IP:" + address, "-keyout", key(), "-out", file()});
    if (made.status != 0) throw std::runtime_error(made.errors);
  }
  [[nodiscard]] std::string file() const { return folder_ / "server.pem"; }
  [[nodiscard]] std::string key() const { return folder_ / "server.key"; }

 private:
  TempDir folder_;
};

class Tls : public testing::Test {
 protected:
  Tls()
      : server_({}, "tls_certificate = \"" + certificate_.file() + "\"\ntls_key = \"" + certificate_.key() +
                        "\"\n"),
        badgectl_(server_, "https", {"--ca", certificate_.file()}) {
    server_.start_without_waiting();
    EXPECT_TRUE(eventually([&] { return badgectl_({"status"}).status == 0; })) << server_.log();
    token_ = badgectl_({"bridge", "add", "cong-a"}).output;
    token_ = token_.substr(0, token_.find('\n'));
  }
  [[nodiscard]] EntranceUnderTest::Options cong_a(const std::string& more_config) const {
    return {.name = "cong-a",
            .server_port = server_.port(),
            .token = token_,
            .environment = {},
            .more_config = more_config,
            .scheme = "https"};
  }

  OwnCertificate certificate_;
  ServerUnderTest server_;
  Badgectl badgectl_;
  std::string token_;
};

TEST_F(Tls, ATapGoesThroughToTheServer) {
  EntranceUnderTest entrance(cong_a("ca_file = \"" + certificate_.file() + "\"\n"));
  entrance.start();
  ASSERT_TRUE(entrance.tap(invented_uid(1)).has_value()) << entrance.log();
  ASSERT_TRUE(eventually([&] { return badgectl_({"status"}).output.find("cong-a-1") != std::string::npos; }))
      << entrance.log();
  ASSERT_TRUE(eventually([&] {
    bool stored = false;
    server_.stop();
    server_.with_store(
        [&](const store::Snapshot& snapshot) { stored = times_stored(snapshot, invented_uid(1)) == 1; });
    server_.start_without_waiting();
    return stored || !eventually([&] { return badgectl_({"status"}).status == 0; });
  })) << entrance.log();
}

TEST_F(Tls, AnEntranceDeliversNothingToAServerWhoseCertificateNobodyVouchesFor) {
  EntranceUnderTest entrance(cong_a(""));
  entrance.start();
  const auto shown = entrance.tap(invented_uid(1));
  ASSERT_TRUE(shown.has_value()) << entrance.log();
  EXPECT_NE(*shown, Shown::red) << "it is recorded all the same";
  EXPECT_TRUE(eventually([&] { return entrance.log().find("certificate") != std::string::npos; }))
      << entrance.log();
  server_.stop();
  server_.with_store([](const store::Snapshot& stored) { EXPECT_TRUE(stored.streams().empty()); });
}

TEST(TlsName, NeitherAnEntranceNorBadgectlTrustsTheCertificateOfAnotherPlace) {
  const OwnCertificate of_another("127.0.0.2");
  ServerUnderTest server(
      {}, "tls_certificate = \"" + of_another.file() + "\"\ntls_key = \"" + of_another.key() + "\"\n");
  EntranceUnderTest entrance({.name = "cong-a",
                              .server_port = server.port(),
                              .token = std::string(43, 'a'),
                              .environment = {},
                              .more_config = "ca_file = \"" + of_another.file() + "\"\n",
                              .scheme = "https"});
  entrance.start();
  ASSERT_TRUE(eventually([&] { return entrance.log().find("refused") != std::string::npos; }))
      << entrance.log();
  server.start_without_waiting();
  EXPECT_TRUE(eventually([&] { return entrance.log().find("certificate") != std::string::npos; }))
      << "what is wrong now is another thing than before\n"
      << entrance.log();
  const Finished asked = Badgectl(server, "https", {"--ca", of_another.file()})({"status"});
  EXPECT_NE(asked.status, 0);
  EXPECT_EQ(asked.output, "");
}

TEST_F(Tls, APlainRequestGetsNoAnswer) {
  const auto answer = tools::HttpConnection(server_.port(), "")
                          .ask({.method = "GET", .target = "/api/v1/health", .content_type = "", .body = ""});
  EXPECT_FALSE(answer.has_value() && answer->status == 200);
}

}  // namespace
}  // namespace badge::test
