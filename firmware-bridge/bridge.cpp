#include "firmware-bridge/bridge.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "firmware-bridge/service_notify.hpp"

namespace badge::bridge {

Bridge::Bridge(const SiteConfig& site, std::filesystem::path reader_program, Journal& journal,
               const Clock& clock)
    : site_(site),
      journal_(journal),
      clock_(clock),
      roster_(site.journal.native() + ".roster"),
      recorder_(site, journal, clock, roster_),
      displays_(make_displays(io_, site, [this](const CheckPress& pressed) { return press(pressed); })),
      uplink_(io_, site, journal, roster_, clock,
              {[this] { return recorder_.alive_readers(); },
               [this](Instant server_now, const ClockReading& sent, const ClockReading& received) {
                 recorder_.server_time(server_now, sent, received);
               },
               [this] { recorder_.stream_forked(); }, [this] { one_ended(); }}),
      signals_(io_, SIGTERM, SIGINT),
      timer_(io_) {
  for (std::size_t reader = 0; reader < site.readers.size(); ++reader) connect_reader(reader, reader_program);
}

void Bridge::connect_reader(std::size_t reader, const std::filesystem::path& program) {
  Supervisor::Callbacks callbacks;
  callbacks.opened = [this, reader] {
    recorder_.opened(reader);
    show_state();
    uplink_.wake();
  };
  callbacks.alive = [this, reader] { recorder_.alive(reader); };
  callbacks.card = [this, reader](const CardSeen& card) { on_card(reader, card); };
  callbacks.removed = [this, reader] { recorder_.removed(reader); };
  callbacks.deaf = [this, reader](std::string cause) {
    recorder_.deaf(reader, std::move(cause));
    show_state();
    uplink_.wake();
  };
  callbacks.stopped = [this] { one_ended(); };
  supervisors_.push_back(
      std::make_unique<Supervisor>(io_, site_.readers[reader], program, std::move(callbacks)));
}

void Bridge::run() {
  if (const auto loaded = roster_.load(); !loaded) {
    spdlog::warn("roster: {}; badges are unknown until the server sends it", loaded.error());
  }
  recorder_.start();
  for (std::size_t i = 0; i < supervisors_.size(); ++i)
    supervisors_[i]->show_check(recorder_.check_is_open(i));
  spdlog::info("bridge {}: stream {}, {} rows, {} to deliver, {} badges known, {} reader(s)", site_.bridge,
               journal_.stream().substr(0, 8), journal_.last().seq, journal_.backlog(), roster_.size(),
               site_.readers.size());
  signals_.async_wait([this](auto error, int) {
    if (!error) stop();
  });
  running_ = supervisors_.size() + 1;
  for (auto& supervisor : supervisors_) supervisor->start();
  uplink_.start();
  tick();
  notify_service_manager("READY=1");
  io_.run();
  spdlog::info("bridge {}: ended; {} rows, {} to deliver", site_.bridge, journal_.last().seq,
               journal_.backlog());
}

void Bridge::on_card(std::size_t reader, const CardSeen& card) {
  std::optional<Feedback> feedback;
  try {
    feedback = recorder_.card(reader, card);
  } catch (const JournalDamaged&) {
    // The person at the reader must not go away believing; then the service starts anew, with a new journal.
    supervisors_[reader]->show(Light::red);
    show(reader, not_recorded());
    throw;
  }
  if (!feedback) return;
  supervisors_[reader]->show(feedback->light);
  show(reader, *feedback);
  if (recorder_.check_is_open(reader)) show_state();
  uplink_.wake();
}

/// A check has begun or ended at this reader.
void Bridge::check_changed(std::size_t reader) {
  const bool open = recorder_.check_is_open(reader);
  supervisors_[reader]->show_check(open);
  show(reader, open ? check_begins() : check_ended(recorder_.check(reader).ended()));
}

Pressed Bridge::press(const CheckPress& press) {
  const auto found = std::ranges::find(site_.readers, press.reader, &ReaderConfig::id);
  if (found == site_.readers.end()) return Pressed::no_such_check;
  const auto reader = static_cast<std::size_t>(found - site_.readers.begin());
  const bool ends = press.key == CheckPress::Key::end;
  const auto pressed =
      ends ? recorder_.end_check(reader, press.check)
           : recorder_.count_without_badge(reader, press.check, press.key == CheckPress::Key::undo ? -1 : 1);
  if (pressed != Pressed::done) return pressed;
  if (ends) check_changed(reader);
  show_state();
  uplink_.wake();
  return pressed;
}

void Bridge::show(std::size_t reader, const Feedback& feedback) {
  for (auto& display : displays_) display->show(site_.readers[reader].place(), feedback);
}

void Bridge::show_state() {
  if (displays_.empty()) return;
  EntranceState state{clock_.read().wall, recorder_.recording(), {}};
  for (std::size_t i = 0; i < site_.readers.size(); ++i) {
    state.readers.push_back(
        {site_.readers[i].id, site_.readers[i].place(), recorder_.hears(i), recorder_.check(i).open()});
  }
  for (auto& display : displays_) display->state(state);
}

void Bridge::tick() {
  if (stopping_) return;
  for (const auto reader : recorder_.tick()) check_changed(reader);
  const auto now = std::chrono::steady_clock::now();
  if (now >= remember_due_ || !recorder_.recording()) {
    recorder_.remember();
    remember_due_ = now + Recorder::remember_every;
  }
  if (now >= maintain_due_) {
    if (const auto pruned = journal_.maintain(clock_.read().wall); pruned > 0) {
      spdlog::info("journal: {} old rows pruned, all of them delivered", pruned);
    }
    maintain_due_ = now + maintain_every;
  }
  show_state();
  notify_service_manager("WATCHDOG=1");
  timer_.expires_after(tick_every);
  timer_.async_wait([this](auto error) {
    if (!error) tick();
  });
}

void Bridge::stop() {
  stopping_ = true;
  notify_service_manager("STOPPING=1");
  recorder_.stop();
  for (auto& supervisor : supervisors_) supervisor->stop();
  uplink_.stop(deliver_at_end);
  timer_.expires_after(end_at_latest);
  timer_.async_wait([this](auto error) {
    if (!error) io_.stop();
  });
}

void Bridge::one_ended() {
  if (--running_ == 0) io_.stop();
}

}  // namespace badge::bridge
