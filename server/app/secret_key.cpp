#include "server/app/secret_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace badge::app {
namespace {

static_assert(crypto_secretbox_KEYBYTES == 32 && crypto_generichash_KEYBYTES == 32 &&
              crypto_kdf_KEYBYTES == 32);

constexpr std::array<char, crypto_kdf_CONTEXTBYTES> purpose = {'s', 'i', 'g', 'n', '-', 'i', 'n', ' '};

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void give_up(const std::filesystem::path& file, const std::string& why) {
  throw std::runtime_error("key " + file.string() + ": " + why);
}

/// Under another name first: a key that was cut off must never be taken for one.
void make(const std::filesystem::path& file) {
  std::array<unsigned char, 32> key{};
  randombytes_buf(key.data(), key.size());
  const auto incoming = std::filesystem::path(file.string() + ".incoming");
  {
    const File made(incoming, O_WRONLY | O_CREAT | O_TRUNC);
    const auto size = static_cast<ssize_t>(key.size());
    if (::write(made.descriptor(), key.data(), key.size()) != size || ::fsync(made.descriptor()) != 0)
      give_up(file, std::strerror(errno));
  }
  std::filesystem::rename(incoming, file);
  const File folder(file.parent_path(), O_RDONLY);
  ::fsync(folder.descriptor());
}

}  // namespace

SecretKey SecretKey::load_or_make(const std::filesystem::path& file) {
  if (sodium_init() < 0) give_up(file, "libsodium does not start");
  if (!std::filesystem::exists(file)) make(file);
  const File opened(file, O_RDONLY);
  struct stat about{};
  if (opened.descriptor() < 0 || ::fstat(opened.descriptor(), &about) != 0)
    give_up(file, std::strerror(errno));
  if ((about.st_mode & 077U) != 0) give_up(file, "others may read it; chmod 600 it");
  Bytes master{};
  if (about.st_size != static_cast<off_t>(master.size()) ||
      ::read(opened.descriptor(), master.data(), master.size()) != static_cast<ssize_t>(master.size())) {
    give_up(file, "must hold exactly 32 bytes; put back the file that was made with the store");
  }
  return SecretKey(master);
}

SecretKey::SecretKey(const Bytes& master) {
  crypto_kdf_derive_from_key(sealing_.data(), sealing_.size(), 1, purpose.data(), master.data());
  crypto_kdf_derive_from_key(marking_.data(), marking_.size(), 2, purpose.data(), master.data());
}

std::string SecretKey::seal(std::string_view plain) const {
  std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
  auto* const nonce = bytes_of(sealed);
  randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), nonce,
                        sealing_.data());
  return sealed;
}

std::optional<std::string> SecretKey::open(std::string_view sealed) const {
  constexpr auto around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sealed.size() < around) return std::nullopt;
  std::string plain(sealed.size() - around, '\0');
  const auto* const nonce = bytes_of(sealed);
  if (crypto_secretbox_open_easy(bytes_of(plain), nonce + crypto_secretbox_NONCEBYTES,
                                 sealed.size() - crypto_secretbox_NONCEBYTES, nonce, sealing_.data()) != 0) {
    return std::nullopt;
  }
  return plain;
}

SecretKey::Mark SecretKey::mark(std::string_view text) const {
  Mark mark{};
  crypto_generichash(mark.data(), mark.size(), bytes_of(text), text.size(), marking_.data(), marking_.size());
  return mark;
}

}  // namespace badge::app
