#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "server/http/limits.hpp"

namespace badge::http {

/// A file read from its beginning, piece by piece. Once open it may be removed.
class FilePieces {
 public:
  explicit FilePieces(const std::string& path) : file_(path, std::ios::binary | std::ios::ate) {
    if (!file_) return;
    size_ = static_cast<std::uint64_t>(file_.tellg());
    file_.seekg(0);
    piece_.resize(file_piece_bytes);
  }

  [[nodiscard]] bool is_open() const { return file_.is_open(); }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] bool is_whole() const { return read_ == size_; }  // all that size() promised was read

  /// Empty at the end. Valid until the next call.
  [[nodiscard]] std::span<const char> next() {
    file_.read(piece_.data(),
               static_cast<std::streamsize>(std::min<std::uint64_t>(piece_.size(), size_ - read_)));
    const auto count = static_cast<std::size_t>(file_.gcount());
    read_ += count;
    return {piece_.data(), count};
  }

 private:
  std::ifstream file_;
  std::uint64_t size_ = 0, read_ = 0;
  std::vector<char> piece_;
};

}  // namespace badge::http
