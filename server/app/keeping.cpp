#include "server/app/keeping.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "reader-config/tap/digest.hpp"
#include "server/app/failures.hpp"
#include "server/app/token.hpp"

namespace badge::app {
namespace {

std::string sha256_of(const std::filesystem::path& path) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::ifstream file(path, std::ios::binary);
  std::array<char, 64 * 1024> piece{};
  bool good = context && file && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
  while (good && file) {
    file.read(piece.data(), piece.size());
    good = EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(file.gcount())) == 1;
  }
  Digest digest;
  good = good && file.eof() && EVP_DigestFinal_ex(context.get(), digest.bytes.data(), nullptr) == 1;
  if (!good) throw std::runtime_error("the backup " + path.string() + " cannot be read back");
  return digest.hex();
}

}  // namespace

Keeping::Keeping(store::Store& store, std::filesystem::path folder)
    : store_(store), folder_(std::move(folder)) {
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
}

Keeping::Backup Keeping::make_backup() {
  const std::unique_lock making(making_, std::try_to_lock);
  if (!making.owns_lock()) throw StoreBusy();
  remove_waiting();
  // A name that cannot have been used before: the record's own number is known only afterwards.
  const auto file = folder_ / (make_token().substr(0, 16) + ".db");
  const auto record = store_.backup_to(file);
  Backup backup{record.id, std::filesystem::file_size(file), sha256_of(file)};
  const std::lock_guard lock(mutex_);
  waiting_ = {record.id, file};
  return backup;
}

std::optional<std::filesystem::path> Keeping::backup_file(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  if (!waiting_ || waiting_->first != id) return std::nullopt;
  return waiting_->second;
}

bool Keeping::complete_backup(std::uint64_t id) {
  if (!store_.complete_backup(id)) return false;
  if (backup_file(id)) remove_waiting();
  return true;
}

store::VerifyReport Keeping::verify() const { return store_.verify(); }

void Keeping::remove_waiting() {
  const std::lock_guard lock(mutex_);
  if (waiting_) std::filesystem::remove(waiting_->second);
  waiting_.reset();
}

}  // namespace badge::app
