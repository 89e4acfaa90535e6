#pragma once
/// Reads a ZIP archive that somebody handed in: every entry within bounds, so that no small file becomes a
/// large one.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace badge::documents {

inline constexpr std::uint64_t zip_entry_bytes_max = 32 * 1024 * 1024;  // a sheet of 100,000 rows has 20 MB
inline constexpr std::uint64_t zip_unpacked_bytes_max =
    64 * 1024 * 1024;  // of all entries that are read: what the server can spare
inline constexpr std::uint64_t zip_packing_max =
    250;  // a sheet of equal rows packs 1:100, only a bomb 1:1000
inline constexpr std::uint64_t zip_small_bytes =
    64 * 1024;  // how tightly less than this is packed is no matter

enum class ZipFault : std::uint8_t {
  missing,    // there is no such entry
  encrypted,  // a password is needed
  too_large,  // over one of the bounds
  damaged,    // cannot be unpacked, or its checksum differs
};

class ZipReader {
 public:
  /// `bytes` must outlive the reader. Nothing: it is no archive that can be opened.
  [[nodiscard]] static std::unique_ptr<ZipReader> open(std::string_view bytes);
  virtual ~ZipReader() = default;
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  /// Without difference of case, as the format of office documents has it.
  [[nodiscard]] virtual bool has(const std::string& path) const = 0;
  [[nodiscard]] virtual tl::expected<std::string, ZipFault> read(const std::string& path) = 0;

 protected:
  ZipReader() = default;
};

}  // namespace badge::documents
