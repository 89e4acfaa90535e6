#include "server/app/ingest.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "server/store/store.hpp"

namespace badge::app {

tl::expected<void, Ingest::NotTaken> Ingest::submit(const std::string& bridge, std::string_view body,
                                                    std::function<void(Answer)> answer) {
  auto batch = store::read_batch(bridge, body);
  if (!batch) return tl::unexpected(NotTaken{false, batch.error()});
  const bool tells_of_entrances = std::ranges::any_of(batch->rows, [](const store::BatchRow& row) {
    const auto* entry = std::get_if<Entry>(&row.row);
    return entry == nullptr || !std::holds_alternative<Tap>(entry->record);
  });
  auto noted = [this, bridge, tells_of_entrances, answer = std::move(answer)](Answer result) {
    note(result);
    if (tells_of_entrances && std::holds_alternative<Ack>(result)) entrances_changed_();
    if (const auto* forked = std::get_if<store::Forked>(&result)) {
      spdlog::warn(
          "bridge {}: stream {} holds other rows than the server from seq {} on; it goes on as a new stream",
          bridge, forked->stream, forked->known.seq);
    }
    answer(std::move(result));
  };
  if (!store_.ingest(*std::move(batch), std::move(noted))) return tl::unexpected(NotTaken{true, {}});
  return {};
}

// A full disk fails every batch of every bridge, again and again: it is one event, and its end is another.
void Ingest::note(const Answer& answer) {
  const auto* fault = std::get_if<store::StoreFault>(&answer);
  const bool was_faulty = is_faulty_.exchange(fault != nullptr);
  if (fault != nullptr && !was_faulty) {
    spdlog::error("store: taps cannot be stored: {}; the bridges keep them and try again", fault->message);
  } else if (fault == nullptr && was_faulty) {
    spdlog::info("store: taps are stored again");
  }
}

}  // namespace badge::app
