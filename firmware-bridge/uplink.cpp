#include "firmware-bridge/uplink.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "firmware-bridge/private_file.hpp"

namespace badge::bridge {

namespace asio = boost::asio;

namespace {

constexpr std::size_t causes_max = 16;  // of one trouble; there are not so many kinds
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

bool is_forked(const HttpReply& reply) {
  return reply.status == 409 && reply.body.find("\"urn:chuyen-can:forked\"") != std::string::npos;
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace

Uplink::Uplink(asio::io_context& io, const SiteConfig& site, Journal& journal, RosterCache& roster,
               const Clock& clock, Neighbours neighbours)
    : io_(io),
      site_(site),
      journal_(journal),
      roster_(roster),
      clock_(clock),
      neighbours_(std::move(neighbours)),
      http_(io.get_executor(), site.server, site.ca_file),
      pause_(io),
      penance_(io),
      end_(io) {}

void Uplink::start() {
  auto conversation = converse();
  asio::co_spawn(io_, std::move(conversation), [this](std::exception_ptr failed) {
    ended_ = true;
    end_.cancel();
    if (failed) std::rethrow_exception(failed);  // a damaged journal: out of io_context::run
    neighbours_.ended();
  });
}

void Uplink::stop(std::chrono::milliseconds patience) {
  stopping_ = true;
  pause_.cancel();
  penance_.cancel();
  if (ended_) return;
  end_.expires_after(patience);
  end_.async_wait([this](auto error) {
    if (!error) http_.close();
  });
}

asio::awaitable<void> Uplink::wait(std::chrono::milliseconds time, asio::steady_timer& timer) {
  if (stopping_) co_return;
  timer.expires_after(time);
  co_await timer.async_wait(as_result);
}

asio::awaitable<void> Uplink::converse() {
  while (true) {
    auto outcome = co_await deliver();
    if (stopping_ && outcome != Outcome::more) co_return;
    if (outcome == Outcome::done && std::chrono::steady_clock::now() >= roster_due_) {
      outcome = co_await fetch_roster();
    }
    switch (outcome) {
      case Outcome::more:
        break;
      case Outcome::failed:
        co_await wait(backoff_.next(), penance_);
        break;
      case Outcome::done:
        // Rows that came while we talked have found nobody to wake.
        if (!delivery_.has_work(journal_)) co_await wait(time_to_rest(), pause_);
        break;
    }
  }
}

std::chrono::milliseconds Uplink::time_to_rest() const {
  const auto to_roster =
      std::chrono::ceil<std::chrono::milliseconds>(roster_due_ - std::chrono::steady_clock::now());
  return std::clamp<std::chrono::milliseconds>(to_roster, std::chrono::milliseconds(0), alive_every);
}

HttpRequest Uplink::request(std::string method, std::string target) const {
  HttpRequest request;
  request.method = std::move(method);
  request.target = std::move(target);
  return request;
}

asio::awaitable<Uplink::Outcome> Uplink::deliver() {
  auto token = read_private_file(site_.token_file, token_bytes_max);
  if (!token) co_return trouble("token", "token_file " + token.error());
  const auto batch = delivery_.next(journal_);
  const auto sent_at = clock_.read();
  BatchHead head{site_.bridge, journal_.stream(), batch.after,
                 sent_at.wall, std::nullopt,      journal_.last().seq};
  if (batch.reaches_end) head.alive = Alive{journal_.last().seq, neighbours_.alive()};
  auto post = request("POST", "/api/v1/bridge/batches");
  post.content_type = "application/x-ndjson";
  post.bearer_token = without_line_end(*std::move(token));
  post.body = encode(head) + '\n';
  for (const auto& line : batch.lines) post.body += line + '\n';

  const auto reply = co_await http_.exchange(post, answer_bytes_max);
  if (!reply) co_return trouble(reply.error(), "cannot be reached (" + reply.error() + ')');
  if (is_forked(*reply)) {
    carry_out(delivery_.on_forked(journal_));
    co_return Outcome::more;
  }
  if (reply->status == 200) co_return take_ack(batch, *reply, sent_at);
  if (reply->status == 401 || reply->status == 403) {
    co_return trouble("token", "does not accept our token (status " + std::to_string(reply->status) +
                                   "); an administrator makes one: badgectl bridge add " + site_.bridge);
  }
  co_return trouble("status", "answers with status " + std::to_string(reply->status));
}

Uplink::Outcome Uplink::take_ack(const Delivery::Batch& sent, const HttpReply& reply,
                                 const ClockReading& sent_at) {
  const auto received_at = clock_.read();
  const auto received = std::chrono::steady_clock::now();
  const auto ack = decode_ack(reply.body);
  if (!ack) return trouble("answer", "answers with what is no acknowledgement (" + ack.error() + ')');
  const auto effect = delivery_.on_ack(sent, *ack, journal_);
  if (!effect.trouble.empty()) return trouble("answer", effect.trouble);
  trouble_over();
  carry_out(effect);
  neighbours_.server_time(ack->now, sent_at, received_at);
  if (ack->roster && std::exchange(roster_told_, *ack->roster) != *ack->roster &&
      roster_.version() != *ack->roster) {
    roster_due_ = received;
  }
  return delivery_.has_work(journal_) ? Outcome::more : Outcome::done;
}

void Uplink::carry_out(const Delivery::Effect& effect) {
  if (effect.moved_back) {
    spdlog::warn("uplink: the server asks again for the rows behind {} (restored from a backup?)",
                 effect.delivered->seq);
  }
  if (effect.delivered) journal_.set_delivered(*effect.delivered, effect.backed_up_seq);
  if (!effect.fork_behind) return;
  const auto old_stream = journal_.stream();
  const auto moved = journal_.last().seq - *effect.fork_behind;
  journal_.fork(*effect.fork_behind, clock_.read().wall);
  spdlog::error(
      "uplink: another machine continues stream {} (a cloned disk, a restored journal?); {} rows behind {} "
      "moved to the "
      "new stream {}",
      old_stream.substr(0, 8), moved, *effect.fork_behind, journal_.stream().substr(0, 8));
  neighbours_.stream_forked();
}

asio::awaitable<Uplink::Outcome> Uplink::fetch_roster() {
  auto token = read_private_file(site_.token_file, token_bytes_max);
  if (!token) co_return trouble("token", "token_file " + token.error());
  auto get = request("GET", "/api/v1/bridge/roster");
  get.bearer_token = without_line_end(*std::move(token));
  get.if_none_match = roster_.etag();
  const auto reply = co_await http_.exchange(get, roster_bytes_max);
  if (!reply) co_return trouble(reply.error(), "cannot be reached (" + reply.error() + ')');
  if (reply->status != 304) take_roster(*reply);
  roster_due_ = std::chrono::steady_clock::now() + (roster_.size() > 0 ? roster_every : first_roster_every);
  co_return Outcome::done;
}

void Uplink::take_roster(const HttpReply& reply) {
  std::string why;
  if (reply.status == 200) {
    const auto taken = roster_.take(reply.body, reply.etag);
    why = taken ? "" : taken.error();
  } else {
    why = "the server answers with status " + std::to_string(reply.status);
  }
  if (why.empty()) {
    if (roster_.size() > 0) spdlog::info("roster: {} badges", roster_.size());
  } else if (!roster_trouble_logged_) {
    spdlog::warn("roster: {}; the one of before stays in use", why);
  }
  roster_trouble_logged_ = !why.empty();
}

Uplink::Outcome Uplink::trouble(const std::string& cause, const std::string& text) {
  if (logged_causes_.empty()) troubled_since_ = std::chrono::steady_clock::now();
  if (!stopping_ && logged_causes_.size() < causes_max && logged_causes_.insert(cause).second) {
    spdlog::warn("uplink: {}:{} {}; the journal holds {} rows for it, tried again with back-off",
                 site_.server.host, site_.server.port, text, journal_.backlog());
  }
  return Outcome::failed;
}

void Uplink::trouble_over() {
  backoff_.reset();
  if (logged_causes_.empty()) return;
  const auto took = std::chrono::steady_clock::now() - troubled_since_;
  spdlog::info("uplink: back after {:.1f} s; {} rows to deliver", std::chrono::duration<double>(took).count(),
               journal_.backlog());
  logged_causes_.clear();
}

}  // namespace badge::bridge
