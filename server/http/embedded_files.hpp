#pragma once
#include <span>
#include <string_view>

namespace badge::http {

/// One file of the built web pages, inside this program. cmake/embed_files.cmake writes the table.
struct EmbeddedFile {
  std::string_view path;  // "/app.js"
  std::string_view etag;  // the first digits of its SHA-256, quoted
  std::string_view bytes;
  std::string_view gzip;  // the same, compressed; empty where that would not be smaller
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace badge::http
