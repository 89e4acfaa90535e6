#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <memory>

#include "tools/badgectl/keeping_commands.hpp"
#include "tools/badgectl/progress.hpp"

namespace badge::tools {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file) {
  throw CommandFailed(file.string() + ": " + std::strerror(errno) + "\n");
}

/// A file that is there under its own name only when it is whole and on the disk.
class WholeFile {
 public:
  explicit WholeFile(fs::path file) : file_(std::move(file)), part_(file_.string() + ".part") {
    // Readable by its owner alone: it holds everybody's taps.
    fd_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd_ < 0) fail(part_);
    EVP_DigestInit_ex(digest_.get(), EVP_sha256(), nullptr);
  }
  ~WholeFile() {
    if (fd_ >= 0) ::close(fd_);
    if (!kept_) ::unlink(part_.c_str());
  }
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  void write(std::string_view text) {
    EVP_DigestUpdate(digest_.get(), text.data(), text.size());
    bytes_ += text.size();
    while (!text.empty()) {
      const auto written = ::write(fd_, text.data(), text.size());
      if (written < 0 && errno != EINTR) fail(part_);
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

  [[nodiscard]] std::string sha256() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    EVP_DigestFinal_ex(digest_.get(), bytes.data(), &size);
    std::string hex;
    constexpr std::string_view digits = "0123456789abcdef";
    for (unsigned i = 0; i < size; ++i) {
      hex += digits[bytes[i] >> 4];
      hex += digits[bytes[i] & 0x0F];
    }
    return hex;
  }

  void keep() {
    if (::fsync(fd_) != 0) fail(part_);
    // link, not rename: a file that appeared meanwhile under this name is not overwritten
    if (::link(part_.c_str(), file_.c_str()) != 0) fail(file_);
    ::unlink(part_.c_str());
    kept_ = true;
    const auto folder = file_.has_parent_path() ? file_.parent_path() : fs::path(".");
    const int folder_fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_fd < 0) fail(folder);
    const bool flushed = ::fsync(folder_fd) == 0;
    ::close(folder_fd);
    if (!flushed) fail(folder);
  }

 private:
  fs::path file_, part_;
  int fd_ = -1;
  bool kept_ = false;
  std::uint64_t bytes_ = 0;
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest_{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

}  // namespace

void make_backup(const Session& session, const fs::path& file) {
  if (fs::exists(file)) {
    throw CommandFailed(file.string() + ": " +
                        std::string(session.say("đã có tệp này; hãy chọn tên khác",
                                                "is there already; choose another name")) +
                        "\n");
  }
  WholeFile whole(file);
  const auto made = session.json_of(session.client.post("/api/v1/backups", "application/json", "{}"));
  const auto& backup = made.as_object();
  const auto address = "/api/v1/backups/" + std::to_string(number_of(backup, "id"));
  const auto bytes = static_cast<std::uint64_t>(number_of(backup, "bytes"));

  Progress progress(file.filename().string(), bytes);
  const auto answer = session.client.download(address, [&](std::string_view piece) {
    whole.write(piece);
    progress.show(whole.bytes());
  });
  progress.clear();
  session.expect_good(answer);
  if (whole.bytes() != bytes || whole.sha256() != text_of(backup, "sha256")) {
    throw CommandFailed(
        file.string() + ": " +
        std::string(session.say("nhận không đúng như máy chủ đã gửi; hãy sao lưu lại",
                                "did not arrive as the server sent it; make the backup again")) +
        "\n");
  }
  whole.keep();
  session.expect_good(session.client.post(address + "/complete", "application/json", "{}"));
  std::cout << file.string() << ": " << bytes << " bytes, sha256 " << text_of(backup, "sha256") << "\n";
}

}  // namespace badge::tools
