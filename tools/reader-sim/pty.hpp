#pragma once
#include <optional>
#include <string>

#include "tools/reader-sim/frame.hpp"

namespace badge::tools {

/// The device file of the emulated reader: a pseudo-terminal, raw and without echo before anybody can open
/// it, and if wanted a symbolic link to it whose name stays the same. Destroying it is pulling out the plug:
/// the host sees a hang-up, and the link is gone.
class Pty {
 public:
  /// `link`: empty for none. A symbolic link that stands there is replaced, anything else is left alone.
  /// Throws std::system_error or std::runtime_error.
  explicit Pty(std::string link);
  ~Pty();
  Pty(const Pty&) = delete;
  Pty& operator=(const Pty&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] int fd() const { return master_; }

  /// What the host has written, as far as it is there.
  [[nodiscard]] Bytes read();
  /// A host that does not read loses bytes, as on a real line.
  void write(BytesView bytes);

 private:
  void make_link();

  std::string link_;
  std::string path_;
  int master_ = -1;
  int slave_ =
      -1;  // held open: without any, a read from the master fails whenever the host closes the device
};

}  // namespace badge::tools
