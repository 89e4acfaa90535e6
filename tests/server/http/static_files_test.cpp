#include <gtest/gtest.h>

#include "server/http/embedded_files.hpp"
#include "server/http/static_files.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

std::string header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

TEST(StaticFiles, ThePageIsServedAtEveryPathThatThePageItselfUnderstands) {
  for (const auto* path : {"/", "/units/SNV", "/live"}) {
    const auto page = static_response({"GET", path, "", ""});
    EXPECT_EQ(page.status, 200) << path;
    EXPECT_TRUE(page.content_type.starts_with("text/html")) << path;
    EXPECT_FALSE(page.body.empty());
  }
  EXPECT_EQ(static_response({"GET", "/none.js", "", ""}).status, 404);
  EXPECT_EQ(static_response({"POST", "/", "", ""}).status, 405);
}

TEST(StaticFiles, APageMayLoadNothingFromElsewhereAndRunNothingInline) {
  const auto policy = header(static_response({"GET", "/", "", ""}), "Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos) << policy;
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos) << policy;
  EXPECT_EQ(policy.find("http"), std::string::npos) << policy;
  // An inspector reads the QR of a badge with the camera; no page listens or asks where somebody is.
  EXPECT_EQ(header(static_response({"GET", "/", "", ""}), "Permissions-Policy"),
            "camera=(self), microphone=(), geolocation=()");
}

TEST(StaticFiles, AnInspectorsPageCanBeInstalledAndKeepsItselfByAWorker) {
  const auto worker = static_response({"GET", "/worker.js", "", ""});
  EXPECT_EQ(worker.status, 200);
  EXPECT_TRUE(worker.content_type.starts_with("text/javascript"));
  const auto manifest = static_response({"GET", "/manifest.webmanifest", "", ""});
  EXPECT_EQ(manifest.content_type, "application/manifest+json");
  for (const auto* path : {"/icon-192.png", "/icon-512.png"}) {
    EXPECT_NE(manifest.body.find(path), std::string::npos) << path;
    EXPECT_EQ(static_response({"GET", path, "", ""}).content_type, "image/png") << path;
  }
}

TEST(StaticFiles, EveryFileOfThePagesIsKeptByTheWorker) {
  const auto worker = static_response({"GET", "/worker.js", "", ""});
  for (const auto& file : embedded_files()) {
    if (file.path == "/worker.js") continue;  // the browser keeps that one itself
    const auto name = file.path == "/index.html" ? std::string_view("/") : file.path;
    EXPECT_NE(worker.body.find('"' + std::string(name) + '"'), std::string::npos) << name;
  }
}

TEST(StaticFiles, AFileThatTheBrowserHasIsNotSentAgain) {
  const auto first = static_response({"GET", "/", "", ""});
  const auto tag = header(first, "ETag");
  ASSERT_FALSE(tag.empty());
  const auto again = static_response({"GET", "/", tag, ""});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(static_response({"GET", "/", "\"other\"", ""}).status, 200);
}

TEST(StaticFiles, AreCompressedForThoseWhoTakeIt) {
  for (const auto& file : embedded_files()) {
    if (file.gzip.empty()) continue;
    const auto plain = static_response({"GET", file.path, "", ""});
    const auto packed = static_response({"GET", file.path, "", "br, gzip"});
    EXPECT_EQ(plain.body, file.bytes);
    EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
    EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
    EXPECT_LT(packed.body.size(), plain.body.size());
    return;
  }
  FAIL() << "no file is compressed";
}

TEST(StaticFiles, EveryAnswerForbidsGuessingItsType) {
  test::TestServer server;
  auto client = server.anybody();
  for (const auto* path : {"/", "/api/v1/health", "/api/v1/nothing"}) {
    EXPECT_EQ(client.get(path).field("x-content-type-options"), "nosniff") << path;
  }
  EXPECT_EQ(client.get("/api/v1/health").field("cache-control"), "no-store");
}

}  // namespace
}  // namespace badge::http
