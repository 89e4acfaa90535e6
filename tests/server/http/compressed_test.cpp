// Long answers travel packed to who takes that, and arrive as they were.
#include "server/http/compressed.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

std::string unpacked(const std::string& packed, std::size_t length) {
  std::string text(length, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string in = packed;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  EXPECT_EQ(stream.total_out, length);
  inflateEnd(&stream);
  return text;
}

std::string header(const Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

Response answer_of(std::size_t bytes, std::string type = "application/json") {
  Response response;
  response.content_type = std::move(type);
  for (int i = 0; response.body.size() < bytes; ++i)
    response.body += "{\"người\":" + std::to_string(i) + "},";
  return response;
}

TEST(Compressed, ALongTextArrivesAsItWas) {
  const auto plain = answer_of(100'000);
  const auto packed = compressed(plain, true);
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_LT(packed.body.size(), plain.body.size() / 3);
  EXPECT_EQ(unpacked(packed.body, plain.body.size()), plain.body);
}

TEST(Compressed, NothingElseIsTouched) {
  for (const auto& plain : {answer_of(100), answer_of(100'000, "application/vnd.sqlite3")}) {
    EXPECT_EQ(compressed(plain, true).body, plain.body);
    EXPECT_EQ(header(compressed(plain, true), "Content-Encoding"), "");
  }
  EXPECT_EQ(header(compressed(answer_of(100'000), false), "Content-Encoding"), "");
}

TEST(Compressed, IsForWhoTakesItOnly) {
  test::TestServer server;
  std::string units = "code,name,kind,parent_code,valid_from,valid_to\n";
  for (int i = 0; i < 300; ++i) units += "X" + std::to_string(i) + ",Phòng,phòng,,2020-01-01,\n";
  server.import("units", units);
  const auto head_of = [&](const std::string& accept) {
    test::RawConnection connection(server.port());
    connection.send("GET /api/v1/reports/now HTTP/1.1\r\nHost: x\r\n" + accept + "Authorization: Bearer " +
                    server.admin_token() + "\r\n\r\n");
    return connection.read_until("\r\n\r\n");
  };
  EXPECT_NE(head_of("Accept-Encoding: gzip, br\r\n").find("Content-Encoding: gzip"), std::string::npos);
  EXPECT_EQ(head_of("").find("Content-Encoding"), std::string::npos);
}

}  // namespace
}  // namespace badge::http
