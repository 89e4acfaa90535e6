#include "tools/load/yardsticks.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "tools/load/latencies.hpp"

namespace badge::tools {
namespace {

using Clock = std::chrono::steady_clock;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class RawDatabase {
 public:
  explicit RawDatabase(const std::filesystem::path& file) : file_(file) {
    sqlite3* opened = nullptr;
    if (sqlite3_open(file.c_str(), &opened) != SQLITE_OK)
      throw std::runtime_error(file.string() + ": cannot be made");
    database_.reset(opened);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  }
  ~RawDatabase() {
    database_.reset();
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + suffix);
  }
  void run(const char* sql) {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(std::string("the yardstick fails: ") + sqlite3_errmsg(database_.get()));
  }
  [[nodiscard]] std::unique_ptr<sqlite3_stmt, Close> prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr);
    return std::unique_ptr<sqlite3_stmt, Close>(statement);
  }

 private:
  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> database_;
};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

FlushProbe probe_flush(const std::filesystem::path& folder) {
  const std::string path = folder / "flush-probe";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error(path + ": cannot be made");
  const std::vector<char> page(4096, 'x');
  Latencies latencies;
  constexpr int probes = 300;
  for (int i = 0; i < probes; ++i) {
    const auto start = Clock::now();
    const bool written = ::pwrite(file, page.data(), page.size(), static_cast<off_t>(page.size()) * i) > 0 &&
                         ::fdatasync(file) == 0;
    if (!written) throw std::runtime_error(path + ": cannot be written");
    latencies.add(Clock::now() - start);
  }
  ::close(file);
  ::unlink(path.c_str());
  return {latencies.percentile_ms(50), latencies.percentile_ms(99)};
}

double raw_appends_per_s(const std::filesystem::path& folder, std::size_t commit_rows, std::size_t rows) {
  RawDatabase database(folder / "raw-appends.db");
  database.run(
      "CREATE TABLE tap_log (position INTEGER PRIMARY KEY, source_no INTEGER NOT NULL, credential BLOB NOT "
      "NULL, "
      "at INTEGER NOT NULL, clock INTEGER NOT NULL, offset_ms INTEGER, seq INTEGER NOT NULL, "
      "monotonic_ms INTEGER NOT NULL, boot TEXT NOT NULL, check_ref TEXT) STRICT");
  const auto insert =
      database.prepare("INSERT INTO tap_log VALUES (?1, 7, ?2, ?3, 0, 3, ?1, ?1, '10adbeef', NULL)");
  std::uint8_t key[8] = {'U', 4, 0, 0, 0, 0, 0, 0x80};
  const auto start = Clock::now();
  for (std::size_t row = 1; row <= rows;) {
    database.run("BEGIN");
    for (std::size_t i = 0; i < commit_rows && row <= rows; ++i, ++row) {
      std::memcpy(key + 4, &row, 3);
      sqlite3_bind_int64(insert.get(), 1, static_cast<sqlite3_int64>(row));
      sqlite3_bind_blob(insert.get(), 2, key, sizeof key, SQLITE_STATIC);
      sqlite3_bind_int64(insert.get(), 3, 1'780'000'000'000 + static_cast<sqlite3_int64>(row));
      sqlite3_step(insert.get());
      sqlite3_reset(insert.get());
    }
    database.run("COMMIT");
  }
  return static_cast<double>(rows) / seconds_since(start);
}

double column_scan_ms(const std::filesystem::path& folder, std::size_t people, std::size_t taps) {
  RawDatabase database(folder / "column-scan.db");
  database.run("CREATE TABLE month (person INTEGER PRIMARY KEY, taps BLOB NOT NULL) STRICT; BEGIN");
  {
    const auto insert = database.prepare("INSERT INTO month VALUES (?1, ?2)");
    std::vector<std::uint64_t> words(taps / people);
    for (std::size_t person = 0; person < people; ++person) {
      for (std::size_t i = 0; i < words.size(); ++i) words[i] = (1'767'571'200ULL + i * 7919 + person) << 32;
      sqlite3_bind_int64(insert.get(), 1, static_cast<sqlite3_int64>(person));
      sqlite3_bind_blob64(insert.get(), 2, words.data(), words.size() * 8, SQLITE_STATIC);
      sqlite3_step(insert.get());
      sqlite3_reset(insert.get());
    }
  }
  database.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");

  double best_ms = 1e9;
  volatile std::uint64_t kept = 0;  // so that the sum is made
  for (int round = 0; round < 5; ++round) {
    const auto select = database.prepare("SELECT taps FROM month");
    const auto start = Clock::now();
    std::uint64_t sum = 0;
    while (sqlite3_step(select.get()) == SQLITE_ROW) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(select.get(), 0));
      const int size = sqlite3_column_bytes(select.get(), 0);
      for (int at = 0; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, sizeof word);
        sum += word >> 32;
      }
    }
    kept = kept + sum;
    best_ms = std::min(best_ms, seconds_since(start) * 1000);
  }
  return best_ms;
}

}  // namespace badge::tools
