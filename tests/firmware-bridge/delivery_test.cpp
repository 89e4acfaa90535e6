#include "firmware-bridge/delivery.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "tests/firmware-bridge/facts.hpp"

namespace badge::bridge::test {
namespace {

/// A stream in memory, as careful as the journal: rows, marks, pruning, forks.
class MemoryStream final : public StreamView {
 public:
  explicit MemoryStream(std::string id = std::string(32, 'a')) : id_(std::move(id)) {}

  void add(const std::string& text) {
    const auto seq = last().seq + 1;
    lines_.push_back(encode(Entry{seq, Deaf{"r", morning, text}}));
    digests_.push_back(chain(digests_.back(), lines_.back()));
  }
  void set_delivered(const Mark& mark) { delivered_ = mark; }
  void prune(std::uint64_t seq) { pruned_to_ = seq; }
  /// As Journal::fork does.
  void fork(std::uint64_t common, std::string id) {
    MemoryStream fresh(std::move(id));
    for (auto seq = common; seq < lines_.size(); ++seq) {
      fresh.add(std::get<Deaf>(std::get<Entry>(decode_row(lines_[seq])).record).cause);
    }
    *this = fresh;
  }

  [[nodiscard]] const std::string& stream() const override { return id_; }
  [[nodiscard]] Mark last() const override { return {lines_.size(), digests_.back()}; }
  [[nodiscard]] Mark delivered() const override { return delivered_; }
  [[nodiscard]] std::uint64_t pruned_to() const override { return pruned_to_; }
  [[nodiscard]] std::optional<Digest> digest_at(std::uint64_t seq) const override {
    if (seq >= digests_.size() || (seq > 0 && seq < pruned_to_)) return std::nullopt;
    return digests_[seq];
  }
  [[nodiscard]] std::vector<std::string> lines_after(std::uint64_t seq,
                                                     std::size_t lines_max) const override {
    std::vector<std::string> lines;
    if (seq < pruned_to_) {
      lines.push_back(encode(Lost{seq + 1, pruned_to_, morning, morning, digests_[pruned_to_]}));
      seq = pruned_to_;
    }
    for (; seq < lines_.size() && lines.size() < lines_max; ++seq) lines.push_back(lines_[seq]);
    return lines;
  }

 private:
  std::string id_;
  std::vector<std::string> lines_;
  std::vector<Digest> digests_{Digest{}};
  Mark delivered_;
  std::uint64_t pruned_to_ = 0;
};

/// The server's side of tap_wire.hpp.
class ModelServer {
 public:
  struct Stream {
    Mark mark;
    std::vector<std::string> facts;
  };
  std::map<std::string, Stream> streams;
  Mark backed_up;

  /// Nothing: forked.
  std::optional<Ack> take(const std::string& id, const Delivery::Batch& batch) {
    auto& stream = streams[id];
    if (batch.after.seq == stream.mark.seq && batch.after.digest != stream.mark.digest) return std::nullopt;
    auto digest = batch.after.digest;
    std::vector<std::pair<Mark, std::string>> fresh;
    for (const auto& line : batch.lines) {
      const auto row = decode_row(line);
      const auto* lost = std::get_if<Lost>(&row);
      const auto seq = lost != nullptr ? lost->last : std::get<Entry>(row).seq;
      digest = lost != nullptr ? lost->digest : chain(digest, line);
      if (seq == stream.mark.seq && digest != stream.mark.digest) return std::nullopt;
      if (seq > stream.mark.seq) {
        fresh.push_back(
            {{seq, digest}, lost != nullptr ? "lost" : std::get<Deaf>(std::get<Entry>(row).record).cause});
      }
    }
    if (batch.after.seq <= stream.mark.seq) {
      for (const auto& [mark, fact] : fresh) {
        stream.mark = mark;
        stream.facts.push_back(fact);
      }
    }
    return Ack{id, stream.mark, backed_up, morning};
  }
};

/// One exchange; a lost answer is one that the bridge never hears.
Delivery::Effect exchange(Delivery& delivery, MemoryStream& journal, ModelServer& server) {
  const auto batch = delivery.next(journal);
  const auto ack = server.take(journal.stream(), batch);
  auto effect = ack ? delivery.on_ack(batch, *ack, journal) : delivery.on_forked(journal);
  if (effect.delivered) journal.set_delivered(*effect.delivered);
  return effect;
}

MemoryStream stream_of(int rows) {
  MemoryStream journal;
  for (int row = 1; row <= rows; ++row) journal.add("row " + std::to_string(row));
  return journal;
}

TEST(Delivery, SendsWhatIsBehindTheDeliveredMark) {
  auto journal = stream_of(5);
  journal.set_delivered({2, *journal.digest_at(2)});
  const auto batch = Delivery().next(journal);
  EXPECT_EQ(batch.after, journal.delivered());
  EXPECT_EQ(batch.lines, journal.lines_after(2, 10));
  EXPECT_TRUE(batch.reaches_end);
}

TEST(Delivery, SendsNoMoreThanABatchAtOnceAndThenTheRest) {
  auto journal = stream_of(static_cast<int>(batch_rows_max) + 7);
  ModelServer server;
  Delivery delivery;
  const auto first = delivery.next(journal);
  EXPECT_EQ(first.lines.size(), batch_rows_max);
  EXPECT_FALSE(first.reaches_end);  // nobody may be said to be alive up to rows that are not sent
  exchange(delivery, journal, server);
  EXPECT_TRUE(delivery.has_work(journal));
  const auto second = delivery.next(journal);
  EXPECT_EQ(second.lines.size(), 7U);
  EXPECT_TRUE(second.reaches_end);
  exchange(delivery, journal, server);
  EXPECT_FALSE(delivery.has_work(journal));
  EXPECT_EQ(journal.delivered(), journal.last());
}

TEST(Delivery, SendsAgainAfterALostAnswerAndTheServerKeepsOneOfEach) {
  auto journal = stream_of(3);
  ModelServer server;
  Delivery delivery;
  server.take(journal.stream(), delivery.next(journal));
  journal.add("row 4");
  exchange(delivery, journal, server);
  EXPECT_EQ(server.streams[journal.stream()].facts.size(), 4U);
}

TEST(Delivery, SendsAgainFromWhereARestoredServerStands) {
  auto journal = stream_of(6);
  ModelServer server;
  Delivery delivery;
  exchange(delivery, journal, server);
  const auto backup = ModelServer{};
  server = backup;
  auto effect = exchange(delivery, journal, server);
  EXPECT_TRUE(effect.moved_back);
  EXPECT_EQ(journal.delivered().seq, 0U);
  exchange(delivery, journal, server);
  EXPECT_EQ(server.streams[journal.stream()].facts.size(), 6U);
  EXPECT_EQ(journal.delivered(), journal.last());
}

TEST(Delivery, SaysWhatIsLostWhenARestoredServerAsksForPrunedRows) {
  auto journal = stream_of(6);
  ModelServer server;
  Delivery delivery;
  exchange(delivery, journal, server);
  journal.prune(4);
  server = {};
  exchange(delivery, journal, server);
  const auto batch = delivery.next(journal);
  EXPECT_EQ(batch.lines.size(), 3U);
  EXPECT_TRUE(batch.reaches_end);
  exchange(delivery, journal, server);
  EXPECT_EQ(server.streams[journal.stream()].facts, (std::vector<std::string>{"lost", "row 5", "row 6"}));
  EXPECT_EQ(journal.delivered(), journal.last());
}

TEST(Delivery, ForksWhereTheServerHoldsOtherRows) {
  auto journal = stream_of(3);
  ModelServer server;
  Delivery delivery;
  exchange(delivery, journal, server);
  auto clone = journal;
  Delivery clones_delivery;
  journal.add("here");
  clone.add("there");
  exchange(clones_delivery, clone, server);
  const auto effect = exchange(delivery, journal, server);
  EXPECT_EQ(effect.fork_behind, 3U);
}

TEST(Delivery, ForksWhereTheMarkOfTheAnswerIsNotItsOwn) {
  auto journal = stream_of(3);
  Delivery delivery;
  const auto batch = delivery.next(journal);
  const Ack other{journal.stream(), {2, *journal.digest_at(3)}, {}, morning};
  const auto effect = delivery.on_ack(batch, other, journal);
  EXPECT_EQ(effect.fork_behind, 0U);
  EXPECT_FALSE(effect.delivered);
}

TEST(Delivery, BeginsANewStreamFromItsFirstRow) {
  auto journal = stream_of(3);
  ModelServer server;
  Delivery delivery;
  exchange(delivery, journal, server);
  journal.add("row 4");
  delivery.on_forked(journal);
  journal.fork(3, std::string(32, 'c'));
  EXPECT_TRUE(delivery.has_work(journal));
  EXPECT_EQ(delivery.next(journal).after, Mark{});
}

TEST(Delivery, ForksWhereTheServersMarkLiesAheadOfOurLastRow) {
  auto journal = stream_of(3);
  const auto image = journal;
  ModelServer server;
  Delivery delivery;
  journal.add("row 4");
  exchange(delivery, journal, server);
  auto restored = image;
  restored.set_delivered({2, *restored.digest_at(2)});
  Delivery after_restore;
  EXPECT_EQ(exchange(after_restore, restored, server).fork_behind, 2U);
}

TEST(Delivery, TakesOnlyABackupMarkThatIsItsOwn) {
  auto journal = stream_of(4);
  ModelServer server;
  Delivery delivery;
  server.backed_up = {2, *journal.digest_at(2)};
  EXPECT_EQ(exchange(delivery, journal, server).backed_up_seq, 2U);
  server.backed_up = {2, *journal.digest_at(3)};
  EXPECT_EQ(exchange(delivery, journal, server).backed_up_seq, 0U);
  server.backed_up = {9, Digest{}};
  EXPECT_EQ(exchange(delivery, journal, server).backed_up_seq, 4U);  // never beyond what is stored
}

TEST(Delivery, WaitsWhereTheAnswerMakesNoSense) {
  auto journal = stream_of(2);
  Delivery delivery;
  const auto batch = delivery.next(journal);
  EXPECT_FALSE(delivery.on_ack(batch, {std::string(32, 'b'), {}, {}, morning}, journal).trouble.empty());
  EXPECT_EQ(delivery.on_ack(batch, {journal.stream(), {}, {}, morning}, journal).trouble,
            "the server took none of the rows behind 0");
  EXPECT_EQ(journal.delivered(), Mark{});
}

// Whatever is lost on the way, restored or cloned: every row is at the server exactly once.
RC_GTEST_PROP(DeliveryLaw, BringsEveryRowExactlyOnce, ()) {
  MemoryStream here;
  MemoryStream clone;
  bool cloned = false;
  Delivery here_delivery;
  Delivery clone_delivery;
  ModelServer server;
  ModelServer backup;
  std::vector<std::string> expected;
  int streams = 0;
  const auto talk = [&](Delivery& delivery, MemoryStream& journal) {
    const auto effect = exchange(delivery, journal, server);
    RC_ASSERT(effect.trouble.empty());
    if (!effect.fork_behind) return;
    std::string id = std::to_string(++streams);
    journal.fork(*effect.fork_behind, std::string(32 - id.size(), '0') + id);
  };
  const auto add = [&](MemoryStream& journal) {
    expected.push_back("fact " + std::to_string(expected.size()));
    journal.add(expected.back());
  };
  for (int step = *rc::gen::inRange(0, 40); step > 0; --step) {
    switch (*rc::gen::inRange(0, 7)) {
      case 0:
      case 1:
        add(here);
        break;
      case 2:
        talk(here_delivery, here);
        break;
      case 3:
        (void)server.take(here.stream(), here_delivery.next(here));
        break;  // the answer is lost
      case 4:
        here_delivery = {};
        break;  // the bridge was killed
      case 5:
        if (cloned) {
          add(clone);
          talk(clone_delivery, clone);
        } else {
          do {
            talk(here_delivery, here);
          } while (here_delivery.has_work(here));  // an image of a bridge at rest, as the server knows it
          clone = here;
          cloned = true;
        }
        break;
      default:
        if (cloned) break;  // a server restored behind a clone's back: see the header
        if (*rc::gen::arbitrary<bool>()) {
          backup = server;
        } else {
          server = backup;
        }
    }
  }
  for (int round = 0; round < 6; ++round) {
    talk(here_delivery, here);
    if (cloned) talk(clone_delivery, clone);
  }
  std::vector<std::string> stored;
  for (const auto& [id, stream] : server.streams)
    stored.insert(stored.end(), stream.facts.begin(), stream.facts.end());
  std::ranges::sort(stored);
  std::ranges::sort(expected);
  RC_ASSERT(stored == expected);
}

}  // namespace
}  // namespace badge::bridge::test
