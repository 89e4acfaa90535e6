#pragma once
/// The conversation over one connection, for any stream. Included by conversation_plain.cpp and
/// conversation_tls.cpp only: each of the two compiles it for half a minute.
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <type_traits>

#include "server/http/beast_messages.hpp"
#include "server/http/conversation.hpp"
#include "server/http/file_pieces.hpp"
#include "server/http/handling.hpp"

namespace badge::http {

namespace beast_http = beast::http;

/// An answer that a handler owes. Outlives the conversation where the answer comes too late.
struct OwedResponse {
  explicit OwedResponse(asio::io_context& io) : ready(io) {}
  asio::steady_timer ready;  // cancelled when the answer is there
  std::optional<Response> response;
};

/// Errors come back as values: a client that goes away is no exception.
inline constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

template <typename Stream>
class Conversation final : public Connection {
 public:
  Conversation(Stream stream, Shared& shared)
      : stream_(std::move(stream)),
        shared_(shared),
        wake_(shared.io),
        buffer_(header_bytes_max + read_bytes) {
    shared_.connections.insert(this);
    boost::system::error_code error;
    const auto peer = tcp().socket().remote_endpoint(error);
    if (!error) peer_ = peer.address().to_string();
  }
  ~Conversation() { shared_.connections.erase(this); }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  asio::awaitable<void> run() {
    bool goes_on = co_await handshake();
    while (goes_on) goes_on = co_await exchange();
    co_await close();
  }

  void stop() override {
    if (is_waiting_) tcp().close();
    wake_.cancel();
  }

 private:
  using Parser = beast_http::request_parser<beast_http::string_body>;
  static constexpr bool is_tls = !std::is_same_v<Stream, beast::tcp_stream>;

  /// Bytes of a body that count against bodies_bytes_max while it lives.
  class BodyShare {
   public:
    BodyShare(std::size_t& total, std::size_t bytes) : total_(total), bytes_(bytes) { total_ += bytes_; }
    ~BodyShare() { total_ -= bytes_; }
    BodyShare(const BodyShare&) = delete;
    BodyShare& operator=(const BodyShare&) = delete;

   private:
    std::size_t& total_;
    std::size_t bytes_;
  };

  beast::tcp_stream& tcp() { return beast::get_lowest_layer(stream_); }

  asio::awaitable<bool> handshake() {
    if constexpr (is_tls) {
      tcp().expires_after(handshake_max);
      const auto [error] = co_await stream_.async_handshake(asio::ssl::stream_base::server, as_values);
      co_return !error;
    }
    co_return true;
  }

  /// One request and its answer; false where it was the last.
  asio::awaitable<bool> exchange() {
    if (!co_await wait_for_request()) co_return false;
    Parser parser;
    parser.header_limit(header_bytes_max);
    parser.body_limit(boost::none);  // each route has its own: the gate knows
    tcp().expires_after(shared_.patience.header);
    const auto [error, size] = co_await beast_http::async_read_header(stream_, buffer_, parser, as_values);
    if (error) {
      if (auto response = answer_to_bad_header(error)) co_await refuse(*std::move(response));
      co_return false;
    }
    keep_alive_ = parser.keep_alive() && !shared_.stopping;
    version_ = parser.get().version();
    head_only_ = parser.get().method() == beast_http::verb::head;

    auto head = head_of(parser.get());
    head.peer = peer_;
    auto decision = co_await decide(head);
    if (auto* const answered = std::get_if<Gate::Answered>(&decision)) {
      const bool has_body = head.content_length.value_or(0) > 0;
      if (!answered->must_close && !has_body) co_return co_await write(std::move(answered->response));
      co_await refuse(std::move(answered->response));
      co_return false;
    }
    auto& admitted = std::get<Gate::Admitted>(decision);
    const auto body_bytes = static_cast<std::size_t>(head.content_length.value_or(0));
    if (shared_.bodies_bytes + body_bytes > bodies_bytes_max) {
      co_await refuse(busy(503, "Too many large requests at once; try again in a second"));
      co_return false;
    }
    const BodyShare share(shared_.bodies_bytes, body_bytes);
    if (!co_await read_body(parser)) co_return false;
    admitted.request.body = std::move(parser.get().body());

    const auto& route = *admitted.route;
    if (!route.handler && !route.async_handler) {
      co_await stream_events(head, admitted.request, route.topic);
      co_return false;
    }
    auto response = co_await handle(route, std::move(admitted.request));
    co_return co_await write(std::move(response));
  }

  /// What the asker may do is read anew where it may have changed: on a worker, and before the body is read.
  asio::awaitable<Gate::Decision> decide(const Head& head) {
    const auto& gate = shared_.services.gate;
    auto decision = gate.admit(head);
    const auto* const outdated = std::get_if<Gate::Outdated>(&decision);
    if (outdated == nullptr) co_return decision;
    const auto since = outdated->since;
    const auto renew = [&](Responder respond) {
      start_renewal(gate, head, shared_.services.handling, std::move(respond));
    };
    auto renewed = co_await answer_of(renew);
    if (renewed.status != no_content().status) co_return Gate::Answered{std::move(renewed)};
    co_return gate.admit(head, since);
  }

  asio::awaitable<bool> wait_for_request() {
    if (buffer_.size() > 0) co_return !shared_.stopping;  // the client did not wait for the last answer
    if (shared_.stopping) co_return false;
    is_waiting_ = true;
    tcp().expires_after(shared_.patience.idle);
    const auto space = buffer_.prepare(read_bytes);
    const auto [error, size] = co_await stream_.async_read_some(space, as_values);
    is_waiting_ = false;
    buffer_.commit(size);
    co_return !error && !shared_.stopping;
  }

  asio::awaitable<bool> read_body(Parser& parser) {
    tcp().expires_after(shared_.patience.body);
    if (beast::iequals(parser.get()[beast_http::field::expect], "100-continue")) {
      constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      const auto text = asio::buffer(go_on);
      const auto [error, size] = co_await asio::async_write(stream_, text, as_values);
      if (error) co_return false;
    }
    const auto [error, size] = co_await beast_http::async_read(stream_, buffer_, parser, as_values);
    co_return !error;
  }

  asio::awaitable<Response> handle(const Route& route, Request request) {
    const auto start = [&](Responder respond) {
      start_handling(route, std::move(request), shared_.services.handling, std::move(respond));
    };
    co_return co_await answer_of(start);
  }

  /// Has something begun and waits for its answer, wherever it is made.
  template <class Start>
  asio::awaitable<Response> answer_of(const Start& start) {
    const auto owed = std::make_shared<OwedResponse>(shared_.io);
    Responder respond = [owed, &io = shared_.io](Response response) {
      asio::post(io, [owed, response = std::move(response)]() mutable {
        owed->response = std::move(response);
        owed->ready.cancel();
      });
    };
    tcp().expires_never();
    owed->ready.expires_after(handler_max);
    start(std::move(respond));
    co_await owed->ready.async_wait(as_values);
    if (!owed->response)
      co_return problem(504, "urn:chuyen-can:too-slow", "The answer took too long to make");
    co_return *std::move(owed->response);
  }

  /// False where the connection cannot go on.
  asio::awaitable<bool> write(Response response) {
    keep_alive_ = keep_alive_ && !shared_.stopping;
    if (!response.file.empty()) co_return co_await write_file(response);
    auto message = to_beast(std::move(response), version_, keep_alive_, head_only_);
    tcp().expires_after(shared_.patience.write + seconds(message.body().size() / write_bytes_per_s_min));
    const auto [error, size] = co_await beast_http::async_write(stream_, message, as_values);
    co_return !error && keep_alive_;
  }

  asio::awaitable<bool> write_file(const Response& response) {
    FilePieces file(response.file);
    if (!file.is_open()) {
      spdlog::error("http: {} cannot be read to be sent", response.file);
      co_return co_await write(problem(500, "urn:chuyen-can:fault", "The file cannot be read"));
    }
    auto header = to_beast_header(response, file.size(), version_, keep_alive_);
    beast_http::response_serializer<beast_http::empty_body> serializer(header);
    tcp().expires_after(shared_.patience.write);
    const auto [error, size] = co_await beast_http::async_write_header(stream_, serializer, as_values);
    if (error) co_return false;
    for (auto piece = file.next(); !piece.empty(); piece = file.next()) {
      tcp().expires_after(shared_.patience.write);
      const auto bytes = asio::buffer(piece);
      const auto [piece_error, piece_size] = co_await asio::async_write(stream_, bytes, as_values);
      if (piece_error) co_return false;
    }
    co_return file.is_whole() && keep_alive_;  // else the client sees that bytes are missing
  }

  /// An answer while more of the request may be on its way: the client is given time to read it.
  asio::awaitable<void> refuse(Response response) {
    keep_alive_ = false;
    co_await write(std::move(response));
    boost::system::error_code ignored;
    tcp().socket().shutdown(asio::socket_base::shutdown_send, ignored);
    tcp().expires_after(linger_max);
    buffer_.clear();
    for (std::size_t thrown_away = 0; thrown_away < linger_bytes_max;) {
      const auto space = buffer_.prepare(read_bytes);
      const auto [error, size] = co_await tcp().async_read_some(space, as_values);
      if (error) break;
      thrown_away += size;
    }
  }

  asio::awaitable<void> stream_events(const Head& head, const Request& request, Topic topic) {
    const auto wake = [this, alive = std::weak_ptr(alive_), &io = shared_.io] {
      asio::post(io, [this, alive] {
        if (!alive.expired()) wake_.cancel();
      });
    };
    const auto subscription = shared_.services.events.subscribe(request.scope, wake, topic, request.who);
    if (subscription == nullptr) {
      co_await write(busy(503, "Too many live pages are open; close one or try again later", 30));
      co_return;
    }
    auto text = event_stream_header();
    auto look_again = std::chrono::steady_clock::now() + heartbeat;
    is_waiting_ = true;
    while (!shared_.stopping) {
      tcp().expires_after(shared_.patience.write);
      const auto bytes = asio::buffer(text);
      const auto [error, size] = co_await asio::async_write(stream_, bytes, as_values);
      if (error) break;
      // The page stays open for hours: whoever was signed out, or may see less by now, sees no more.
      if (const auto now = std::chrono::steady_clock::now(); now >= look_again) {
        const auto decision = co_await decide(head);
        const auto* const admitted = std::get_if<Gate::Admitted>(&decision);
        if (admitted == nullptr || admitted->request.scope != request.scope) break;
        look_again = now + heartbeat;
      }
      text = subscription->take();
      if (!text.empty()) continue;
      wake_.expires_after(heartbeat);
      co_await wake_.async_wait(as_values);
      text = subscription->take();
      if (text.empty()) text = ":\n\n";
    }
    is_waiting_ = false;
  }

  asio::awaitable<void> close() {
    if constexpr (is_tls) {
      tcp().expires_after(linger_max);
      co_await stream_.async_shutdown(as_values);
    }
    tcp().close();
  }

  Stream stream_;
  std::string peer_;  // address
  Shared& shared_;
  asio::steady_timer wake_;
  beast::flat_buffer buffer_;                             // what was read and not yet parsed
  std::shared_ptr<int> alive_ = std::make_shared<int>();  // lets a late wake-up see that we are gone
  bool is_waiting_ = false;                               // nothing is lost if the connection is closed now
  bool keep_alive_ = false, head_only_ = false;           // of the present request
  unsigned version_ = 11;
};

}  // namespace badge::http
