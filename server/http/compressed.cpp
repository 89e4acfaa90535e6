#include "server/http/compressed.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace badge::http {
namespace {

constexpr int gzip_window_bits = 15 + 16;  // zlib's way to ask for a gzip header
constexpr int memory_level = 8;            // zlib's own default

/// Empty where zlib cannot: the answer goes as it is.
std::string gzip(const std::string& text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window_bits, memory_level, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    return {};
  }
  const auto length = static_cast<uLong>(text.size());
  std::string packed(deflateBound(&stream, length), '\0');
  // zlib reads through a pointer that is not const, and changes nothing.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(length);
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return packed;
}

bool is_text(std::string_view content_type) {
  return content_type.starts_with("application/json") || content_type.starts_with("text/csv");
}

}  // namespace

Response compressed(Response response, bool takes_gzip) {
  const bool is_long = response.body.size() >= compressed_from_bytes &&
                       response.body.size() < std::numeric_limits<uInt>::max() / 2;
  if (!takes_gzip || !is_long || !response.file.empty() || !is_text(response.content_type)) return response;
  auto packed = gzip(response.body);
  if (packed.empty() || packed.size() >= response.body.size()) return response;
  response.body = std::move(packed);
  response.headers.emplace_back("Content-Encoding", "gzip");
  response.headers.emplace_back("Vary", "Accept-Encoding");
  return response;
}

}  // namespace badge::http
