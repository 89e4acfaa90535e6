#include <gtest/gtest.h>

#include "tests/server/http/test_server.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::http {
namespace {

using test::HttpClient;
using test::TestServer;

/// A server with a certificate of its own making for "localhost".
class Tls : public testing::Test {
 protected:
  Tls() {
    const auto made =
        test::run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                   "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost",
                   "-addext", "subjectAltName=DNS:localhost"});
    EXPECT_EQ(made.status, 0) << made.errors;
    ServerConfig config;
    config.tls_certificate = certificate;
    config.tls_key = key;
    server = std::make_unique<TestServer>(config);
  }
  test::TempDir folder;
  std::string certificate = folder / "server.pem", key = folder / "server.key";
  std::unique_ptr<TestServer> server;
};

TEST_F(Tls, AnswersAClientThatTrustsItsCertificate) {
  HttpClient client(server->port(), {certificate, test::bearer(server->admin_token()).fields});
  EXPECT_EQ(client.get("/api/v1/session").status, 200);
  EXPECT_EQ(client.get("/api/v1/health").status, 200);
  EXPECT_EQ(client.connections(), 1);
}

TEST_F(Tls, TheSessionCookieIsSecure) {
  HttpClient client(server->port(), {certificate, {}});
  const auto answer = client.post("/api/v1/session", R"({"token":")" + server->admin_token() + R"("})");
  EXPECT_EQ(answer.status, 204);
  EXPECT_NE(answer.field("set-cookie").find("; Secure"), std::string::npos);
}

TEST_F(Tls, DoesNotSpeakPlainHttp) {
  EXPECT_THROW(HttpClient(server->port()).get("/api/v1/health"), std::runtime_error);
  HttpClient client(server->port(), {certificate, {}});
  EXPECT_EQ(client.get("/api/v1/health").status, 200) << "and goes on after the attempt";
}

TEST_F(Tls, ItsAddressSaysSo) { EXPECT_TRUE(server->application().url().starts_with("https://")); }

TEST_F(Tls, TheWrongKeyIsNamedAtTheStart) {
  ServerConfig config;
  config.tls_certificate = certificate;
  config.tls_key = certificate;
  try {
    const TestServer wrong(config);
    FAIL() << "it started";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("tls_key"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace badge::http
