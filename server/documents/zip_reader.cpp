#include "server/documents/zip_reader.hpp"

#include <zip.h>

namespace badge::documents {
namespace {

struct DropArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Archive = std::unique_ptr<zip_t, DropArchive>;
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

bool is_bomb(const zip_stat_t& stat) {
  return stat.size > zip_small_bytes && stat.size / zip_packing_max > stat.comp_size;
}

class LibzipReader : public ZipReader {
 public:
  explicit LibzipReader(Archive archive) : archive_(std::move(archive)) {}

  [[nodiscard]] bool has(const std::string& path) const override { return place_of(path) >= 0; }

  [[nodiscard]] tl::expected<std::string, ZipFault> read(const std::string& path) override {
    const auto place = place_of(path);
    if (place < 0) return tl::unexpected(ZipFault::missing);
    const auto index = static_cast<zip_uint64_t>(place);
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), index, 0, &stat) != 0) return tl::unexpected(ZipFault::damaged);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
      return tl::unexpected(ZipFault::encrypted);
    if (stat.size > zip_entry_bytes_max || stat.size > left_ || is_bomb(stat))
      return tl::unexpected(ZipFault::too_large);
    const Entry entry(zip_fopen_index(archive_.get(), index, 0));
    if (!entry) return tl::unexpected(ZipFault::damaged);
    // The directory of an archive may lie about sizes: no byte more than it says is read.
    std::string bytes(stat.size, '\0');
    const auto read = zip_fread(entry.get(), bytes.data(), bytes.size());
    char behind = 0;
    if (read != static_cast<zip_int64_t>(bytes.size()) || zip_fread(entry.get(), &behind, 1) != 0)
      return tl::unexpected(ZipFault::damaged);
    left_ -= bytes.size();
    return bytes;
  }

 private:
  [[nodiscard]] zip_int64_t place_of(const std::string& path) const {
    return zip_name_locate(archive_.get(), path.c_str(), ZIP_FL_NOCASE);
  }

  Archive archive_;
  std::uint64_t left_ = zip_unpacked_bytes_max;
};

}  // namespace

std::unique_ptr<ZipReader> ZipReader::open(std::string_view bytes) {
  constexpr int keeps_no_copy = 0;
  zip_error_t error;
  zip_error_init(&error);
  auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), keeps_no_copy, &error);
  if (source == nullptr) return nullptr;
  Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive) {
    zip_source_free(source);
    zip_error_fini(&error);
    return nullptr;
  }
  return std::make_unique<LibzipReader>(std::move(archive));
}

}  // namespace badge::documents
