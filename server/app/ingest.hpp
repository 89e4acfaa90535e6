#pragma once
#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/store/batch.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

/// Takes batches of bridges to the store. From any thread; decoding (about 1 µs a row) happens on the
/// caller's.
class Ingest {
 public:
  /// `entrances_changed`: rows were stored that say something of readers, clocks or losses, not of taps. On
  /// the writer's thread; must be quick and must not throw.
  Ingest(store::Store& store, std::function<void()> entrances_changed)
      : store_(store), entrances_changed_(std::move(entrances_changed)) {}

  struct NotTaken {
    bool full = false;    // the store's queue is full: try again in a second
    std::string mistake;  // else: what is wrong with the head of the batch
  };
  using Answer = store::BatchAnswer;  // Ack, Forked or StoreFault

  /// `answer` is called once, on the store's writer thread, after the commit; never where NotTaken is
  /// returned.
  [[nodiscard]] tl::expected<void, NotTaken> submit(const std::string& bridge, std::string_view body,
                                                    std::function<void(Answer)> answer);

 private:
  void note(const Answer& answer);

  store::Store& store_;
  const std::function<void()> entrances_changed_;
  std::atomic<bool> is_faulty_ = false;  // already logged
};

}  // namespace badge::app
