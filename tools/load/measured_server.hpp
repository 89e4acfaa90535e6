#pragma once
#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <thread>

#include "tools/load/http_connection.hpp"

namespace badge::tools {

/// A badge-server of our own in an empty folder on a free port, watched while it works. Ends, and its folder
/// goes, with this object. Throws std::runtime_error with a sentence where something does not work.
class MeasuredServer {
 public:
  /// `program`: badge-server. `parent`: on the disk that is to be measured.
  MeasuredServer(const std::filesystem::path& program, const std::filesystem::path& parent);
  ~MeasuredServer();
  MeasuredServer(const MeasuredServer&) = delete;
  MeasuredServer& operator=(const MeasuredServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const std::string& administrator_token() const { return token_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// A new bridge's token.
  [[nodiscard]] std::string add_bridge(const std::string& name);
  /// An administrator's question that must be answered with 2xx. Gives the body.
  std::string ask(std::string_view method, const std::string& target, std::string_view body = {},
                  std::string_view type = "application/json");

  /// How often it has waited for the disk until now.
  [[nodiscard]] std::int64_t flushes() const;

  /// Memory of its own, above the page cache (RssAnon), in MB: now, and the most since `forget_peak`.
  [[nodiscard]] double memory_mb() const;
  [[nodiscard]] double peak_memory_mb() const;
  void forget_peak();

 private:
  void start(const std::filesystem::path& program);
  std::filesystem::path folder_;
  std::uint16_t port_ = 0;
  std::string token_;
  pid_t process_ = -1;
  std::int64_t* flushes_ = nullptr;
  std::atomic<long> peak_kb_{0};
  std::jthread watcher_;
};

}  // namespace badge::tools
