#include "server/http/static_files.hpp"

#include <algorithm>
#include <array>

#include "server/http/embedded_files.hpp"

namespace badge::http {
namespace {

std::string_view media_type(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> types = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
  }};
  const auto found =
      std::ranges::find_if(types, [&](const auto& type) { return path.ends_with(type.first); });
  return found == types.end() ? "application/octet-stream" : found->second;
}

const EmbeddedFile* find_file(std::string_view path) {
  const auto is_page = path.find('.', path.rfind('/')) == std::string_view::npos;
  const auto files = embedded_files();
  const auto found = std::ranges::find(files, is_page ? "/index.html" : path, &EmbeddedFile::path);
  return found == files.end() ? nullptr : &*found;
}

/// Nothing from elsewhere, no inline script or style, no frame around us: a page that shows people's
/// attendance has no reason for any of them. The camera is an inspector's, who reads the QR of a badge: the
/// picture stays in the page.
void add_page_headers(Response& response) {
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
      "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
      "frame-ancestors 'none'");
  response.headers.emplace_back("X-Frame-Options", "DENY");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.headers.emplace_back("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
}

}  // namespace

Response static_response(const StaticRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return method_not_allowed("GET, HEAD");
  const auto* file = find_file(request.path);
  if (file == nullptr) return problem(404, "urn:chuyen-can:not-found", "There is nothing at this path");

  Response response;
  response.content_type = media_type(file->path);
  // Asked again at each visit, answered with 304: pages of an old version never meet an API of a new one.
  response.headers.emplace_back("Cache-Control", "no-cache");
  response.headers.emplace_back("ETag", file->etag);
  response.headers.emplace_back("Vary", "Accept-Encoding");
  add_page_headers(response);
  if (request.if_none_match.find(file->etag) != std::string_view::npos) {
    response.status = 304;
    return response;
  }
  const bool compressed =
      !file->gzip.empty() && request.accept_encoding.find("gzip") != std::string_view::npos;
  if (compressed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = compressed ? file->gzip : file->bytes;
  return response;
}

}  // namespace badge::http
