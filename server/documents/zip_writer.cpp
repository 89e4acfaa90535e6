#include "server/documents/zip_writer.hpp"

#include <zip.h>

#include <memory>

namespace badge::documents {
namespace {

struct DropSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DropArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, DropSource>;
using Archive = std::unique_ptr<zip_t, DropArchive>;

// Of every entry: the archive itself says when it was made, and the library would write local time. Noon, so
// that it is this day wherever the server stands; before 1980 there is none.
constexpr time_t day_of_entries = 315'576'000;  // 01/01/1980 12:00 UTC

tl::expected<void, std::string> add(zip_t* archive, const ZipEntry& entry) {
  constexpr int keeps_no_copy = 0;
  Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), keeps_no_copy));
  if (!source) return tl::unexpected(std::string(zip_strerror(archive)));
  const auto index = zip_file_add(archive, entry.path.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return tl::unexpected(entry.path + ": " + zip_strerror(archive));
  static_cast<void>(source.release());  // the archive's from here
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_file_set_mtime(archive, at, day_of_entries, 0) != 0) {
    return tl::unexpected(std::string(zip_strerror(archive)));
  }
  return {};
}

tl::expected<std::string, std::string> bytes_of(zip_source_t* source) {
  zip_stat_t state;
  if (zip_source_stat(source, &state) != 0 || zip_source_open(source) != 0) {
    return tl::unexpected(std::string(zip_error_strerror(zip_source_error(source))));
  }
  std::string bytes(state.size, '\0');
  const auto read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return tl::unexpected(std::string("short read"));
  return bytes;
}

}  // namespace

tl::expected<std::string, std::string> zip_of(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const Source whole(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!whole) return tl::unexpected(std::string(zip_error_strerror(&error)));
  Archive archive(zip_open_from_source(whole.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) return tl::unexpected(std::string(zip_error_strerror(&error)));
  zip_source_keep(whole.get());  // the archive has taken it; it is read after the archive is gone
  for (const auto& entry : entries) {
    if (auto added = add(archive.get(), entry); !added) return tl::unexpected(added.error());
  }
  if (zip_close(archive.get()) != 0) return tl::unexpected(std::string(zip_strerror(archive.get())));
  static_cast<void>(archive.release());
  return bytes_of(whole.get());
}

}  // namespace badge::documents
