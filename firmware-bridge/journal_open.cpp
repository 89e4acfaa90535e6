#include <ctime>
#include <fstream>

#include "firmware-bridge/journal.hpp"

namespace badge::bridge {
namespace {

namespace fs = std::filesystem;

std::string utc_stamp(Instant now) {
  const auto seconds =
      static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  const auto size = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &parts);
  return {text.data(), size};
}

/// Renames the file and its write-ahead log, which belongs to it. Two damages within a second keep both.
fs::path set_aside(const fs::path& file, Instant now) {
  const auto base = file.native() + ".damaged-" + utc_stamp(now);
  fs::path aside = base;
  for (int copy = 2; fs::exists(aside); ++copy) aside = base + '-' + std::to_string(copy);
  fs::rename(file, aside);
  if (fs::exists(file.native() + "-wal")) fs::rename(file.native() + "-wal", aside.native() + "-wal");
  return aside;
}

}  // namespace

OpenedJournal open_journal(const fs::path& file, Journal::Options options, Instant now) {
  std::string why;
  try {
    try {
      return {std::make_unique<Journal>(file, options, now), {}, {}};
    } catch (const JournalDamaged& damaged) {
      why = damaged.what();
    } catch (const DatabaseError& error) {
      if (error.is_locked()) throw std::runtime_error("another badge-bridge is using it");
      if (!error.is_corrupt()) throw;
      why = error.what();
    }
    const auto aside = set_aside(file, now);
    return {std::make_unique<Journal>(file, options, now), aside, why};
  } catch (const std::exception& error) {
    throw std::runtime_error("the journal " + file.native() + " cannot be opened: " + error.what());
  }
}

}  // namespace badge::bridge
