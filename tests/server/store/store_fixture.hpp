#pragma once
/// A store in a folder of its own, and journals as bridges keep them.
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <string>
#include <vector>

#include "server/store/store.hpp"
#include "tests/support/eventually.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {

using namespace std::chrono_literals;

inline Instant at(std::chrono::sys_days day, std::chrono::milliseconds time) { return Instant(day) + time; }
inline constexpr std::chrono::sys_days july_9 = std::chrono::year(2026) / 7 / 9;

inline Credential card(std::uint32_t number) {
  const std::array<std::uint8_t, 4> uid{0x04, static_cast<std::uint8_t>(number >> 16),
                                        static_cast<std::uint8_t>(number >> 8),
                                        static_cast<std::uint8_t>(number)};
  return *Credential::from_bytes(uid);
}

inline Tap tap(Credential credential, Instant when) {
  return {.reader = "cong-a-1",
          .entrance = "cong-a",
          .direction = Direction::both,
          .credential = credential,
          .at = when,
          .monotonic_ms = 1000,
          .boot = "1f0c9a3e",
          .clock = ClockState::synchronised,
          .offset_ms = -12,
          .check_ref = {}};
}

/// What a bridge keeps: lines with a chained digest. Copying it is cloning the journal.
class Journal {
 public:
  explicit Journal(std::string stream = "0123456789abcdef0123456789abcdef") : stream_(std::move(stream)) {}

  std::uint64_t add(const Record& record) {
    add_line(encode(Entry{last().seq + 1, record}));
    return last().seq;
  }
  void add_line(const std::string& line) {
    const auto digest = chain(last().digest, line);
    lines_.push_back(line);
    marks_.push_back({last().seq + 1, digest});
  }
  [[nodiscard]] const Mark& mark(std::uint64_t seq) const { return marks_.at(seq); }
  [[nodiscard]] const Mark& last() const { return marks_.back(); }
  [[nodiscard]] const std::string& stream() const { return stream_; }

  /// Rows first … last (none where last < first) as they are sent.
  [[nodiscard]] store::Batch batch(std::uint64_t first, std::uint64_t last,
                                   std::optional<Alive> alive = std::nullopt) const {
    std::string body = head(mark(first - 1), std::move(alive));
    for (auto seq = first; seq <= last; ++seq) body += lines_.at(seq - 1) + "\n";
    return *store::read_batch("cong-a", body);
  }
  [[nodiscard]] store::Batch all() const { return batch(1, last().seq); }
  /// Rows that begin with "lost" for everything before `first`.
  [[nodiscard]] store::Batch lost_before(std::uint64_t first, const Mark& after) const {
    const auto when = at(july_9, 7h);
    std::string body = head(after, {});
    body += encode(Lost{after.seq + 1, first - 1, when, when, mark(first - 1).digest}) + "\n";
    for (auto seq = first; seq <= last().seq; ++seq) body += lines_.at(seq - 1) + "\n";
    return *store::read_batch("cong-a", body);
  }

 private:
  [[nodiscard]] std::string head(const Mark& after, std::optional<Alive> alive) const {
    return encode(BatchHead{"cong-a", stream_, after, at(july_9, 8h), std::move(alive)}) + "\n";
  }
  std::string stream_;
  std::vector<std::string> lines_;
  std::vector<Mark> marks_{Mark{}};
};

class StoreTest : public testing::Test {
 protected:
  StoreTest() { open(); }

  void open(std::uint32_t pages_max = 0) {
    store_.reset();
    store_ = std::make_unique<store::Store>(store::StoreOptions{.data_folder = data(),
                                                                .create = true,
                                                                .now = [this] { return now_.load(); },
                                                                .on_committed = on_committed_,
                                                                .pages_max = pages_max});
  }
  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }

  store::BatchAnswer send(store::Batch batch) {
    std::promise<store::BatchAnswer> answered;
    auto answer = answered.get_future();
    const bool taken = store_->ingest(
        std::move(batch), [&answered](store::BatchAnswer a) { answered.set_value(std::move(a)); });
    return taken ? answer.get() : store::BatchAnswer(store::StoreFault{"busy"});
  }
  /// The mark of an acknowledgement; fails where it is something else.
  Mark acknowledged(store::Batch batch) {
    const auto answer = send(std::move(batch));
    const auto* ack = std::get_if<Ack>(&answer);
    EXPECT_NE(ack, nullptr) << "not acknowledged: variant " << answer.index();
    return ack == nullptr ? Mark{} : ack->stored;
  }
  [[nodiscard]] std::vector<std::uint64_t> words_of(const Credential& credential,
                                                    std::chrono::year_month month = std::chrono::year(2026) /
                                                                                    7) const {
    std::vector<std::uint64_t> words;
    store_->snapshot().for_each_credential_month(month, [&](const store::CredentialMonth& found) {
      if (found.key != store::TapKey::card(credential)) return;
      for (const auto t : found.taps) words.push_back(t.word);
    });
    return words;
  }
  [[nodiscard]] std::size_t taps_in(std::chrono::year_month month = std::chrono::year(2026) / 7) const {
    std::size_t count = 0;
    store_->snapshot().for_each_credential_month(
        month, [&](const store::CredentialMonth& found) { count += found.taps.size(); });
    return count;
  }
  void expect_verified() const {
    const auto report = store_->verify();
    for (const auto& difference : report.differences) ADD_FAILURE() << difference;
  }

  TempDir folder_;
  std::atomic<Instant> now_{at(july_9, 10h)};
  std::function<void(std::span<const store::LiveTap>)> on_committed_;
  std::unique_ptr<store::Store> store_;
};

}  // namespace badge::test
