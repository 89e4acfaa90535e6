#include "tests/e2e/stored_taps.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>

#include "firmware-bridge/journal.hpp"
#include "tests/support/eventually.hpp"

namespace badge::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Waits until the server has stored nothing new for a while. What that proves is checked afterwards.
void wait_for_quiet(ServerUnderTest& server, Clock::time_point deadline) {
  std::string last;
  auto since = Clock::now();
  (void)eventually(
      [&] {
        std::string now = stored_marks(server);
        if (now != last) {
          last = std::move(now);
          since = Clock::now();
        }
        return Clock::now() - since > 400ms;
      },
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()));
}

bool holds_all_of(ServerUnderTest& server, const std::string& journal_file) {
  const bridge::OpenedJournal opened = bridge::open_journal(
      journal_file, {},
      std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()));
  if (!opened.set_aside.empty()) return false;  // damaged: nothing that a killed program may leave behind
  bool found = false;
  server.with_store([&](const store::Snapshot& stored) {
    const auto streams = stored.streams();
    found = std::any_of(streams.begin(), streams.end(), [&](const store::StreamStatus& stream) {
      return stream.stream == opened.journal->stream() && stream.stored == opened.journal->last();
    });
  });
  return found;
}

}  // namespace

std::string invented_uid(int number) {
  char uid[15];
  std::snprintf(uid, sizeof uid, "04C0FFEE%06X", static_cast<unsigned>(number) & 0xFFFFFFU);
  return uid;
}

int times_stored(const store::Snapshot& stored, const std::string& uid) {
  const store::TapKey keys[] = {store::TapKey::card(Credential::parse(uid).value())};
  const Instant always = Instant(std::chrono::hours(24 * 365 * 200));
  return static_cast<int>(stored.taps_of(keys, Instant(), always).size());
}

std::string stored_marks(ServerUnderTest& server) {
  const auto status = boost::json::parse(server.get("/api/v1/status"));
  std::string marks;
  for (const auto& stream : status.at("streams").as_array())
    marks += std::string(stream.at("stream").as_string()) + " " +
             boost::json::serialize(stream.at("stored_seq")) + "\n";
  return marks;
}

bool deliver_everything(ServerUnderTest& server, EntranceUnderTest& entrance,
                        std::chrono::milliseconds limit) {
  const auto deadline = Clock::now() + limit;
  do {
    if (!entrance.running()) entrance.start();
    wait_for_quiet(server, deadline);
    entrance.kill();  // a termination would write one row more
    if (holds_all_of(server, entrance.journal())) return true;
  } while (Clock::now() < deadline);
  return false;
}

}  // namespace badge::test
