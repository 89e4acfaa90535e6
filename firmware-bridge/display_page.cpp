#include "firmware-bridge/display_page.hpp"

#include <fcntl.h>
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "firmware-bridge/listeners.hpp"
#include "firmware-bridge/page_answers.hpp"

namespace badge::bridge {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

/// Opens `acceptor` there.
error_code listen_at(tcp::acceptor& acceptor, const ListenAddress& listen) {
  error_code error;
  const auto address = asio::ip::make_address(listen.address, error);
  const tcp::endpoint endpoint(address, listen.port);
  if (!error) acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(PageDisplay::visits_max, error);
  if (!error) ::fcntl(acceptor.native_handle(), F_SETFD, FD_CLOEXEC);
  if (error) {
    error_code ignored;
    acceptor.close(ignored);
  }
  return error;
}

}  // namespace

/// Who listens, and what a screen that comes must be told first.
struct PageAudience {
  PageAudience(asio::io_context& io, const SiteConfig& site, OnPress pressed)
      : display(site.display), on_press(std::move(pressed)), acceptor(io), pause(io) {}

  void admit(tcp::socket screen, const std::string& head) {
    error_code ignored;
    screen.set_option(asio::socket_base::send_buffer_size(PageDisplay::screen_buffer_bytes), ignored);
    screen.set_option(tcp::no_delay(true), ignored);
    std::list<tcp::socket> newcomer;
    newcomer.push_back(std::move(screen));
    tell(newcomer, head + newest_state);
    screens.splice(screens.end(), newcomer);
  }

  const DisplayConfig& display;
  const OnPress on_press;
  tcp::acceptor acceptor;
  asio::steady_timer pause;  // before it tries again to listen, or to accept
  std::list<tcp::socket> screens;
  std::string newest_state;
  std::size_t visits = 0;
  bool trouble_logged = false;
};

namespace {

using Request = http::request_parser<http::empty_body>;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

PageRequest request_of(const Request& parser) {
  const auto& message = parser.get();
  return {view(message.method_string()),      view(message.target()),
          view(message[http::field::host]),   view(message[http::field::if_none_match]),
          view(message[http::field::origin]), view(message["Sec-Fetch-Site"]),
          view(message["X-Badge-Page"])};
}

/// One connection: one request, one answer; or the events, and then the socket belongs to the audience.
asio::awaitable<void> converse(std::shared_ptr<PageAudience> audience, tcp::socket socket) {
  beast::tcp_stream stream(std::move(socket));
  stream.expires_after(PageDisplay::visit_time_max);
  beast::flat_buffer buffer(PageDisplay::request_bytes_max);
  Request parser;
  parser.header_limit(PageDisplay::request_bytes_max);
  auto [read_error, read] = co_await http::async_read_header(stream, buffer, parser, as_result);
  if (read_error) co_return;
  auto page = answer(request_of(parser), audience->display);
  if (page.press) page.text = press_answer(audience->on_press(*page.press));
  if (page.is_stream && audience->screens.size() < PageDisplay::screens_max) {
    audience->admit(stream.release_socket(), page.text);
    co_return;
  }
  if (page.is_stream) page.text = unavailable();
  const auto bytes = asio::buffer(page.text);
  (void)co_await asio::async_write(stream, bytes, as_result);
  error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> listen(std::shared_ptr<PageAudience> audience) {
  const auto& where = *audience->display.listen;
  while (const auto error = listen_at(audience->acceptor, where)) {
    if (!std::exchange(audience->trouble_logged, true)) {
      spdlog::error(
          "display: the page cannot be shown at {}:{} ({}); taps are recorded as ever, tried again every {} "
          "s",
          where.address, where.port, error.message(), PageDisplay::try_again_after.count());
    }
    audience->pause.expires_after(PageDisplay::try_again_after);
    auto [stopped] = co_await audience->pause.async_wait(as_result);
    if (stopped) co_return;
  }
  const auto endpoint = audience->acceptor.local_endpoint();
  spdlog::info("display: the page for the screen at the door is at http://{}:{}/",
               endpoint.address().is_v6() ? '[' + where.address + ']' : where.address, endpoint.port());
  while (true) {
    auto [error, socket] = co_await audience->acceptor.async_accept(as_result);
    if (error == asio::error::operation_aborted) co_return;
    if (error) {  // no file descriptor is left, or the visitor has gone: neither may end the page for good
      audience->pause.expires_after(std::chrono::seconds(1));
      auto [stopped] = co_await audience->pause.async_wait(as_result);
      if (stopped) co_return;
      continue;
    }
    ::fcntl(socket.native_handle(), F_SETFD, FD_CLOEXEC);
    if (audience->visits >= PageDisplay::visits_max) continue;  // closes it
    ++audience->visits;
    auto executor = socket.get_executor();
    auto conversation = converse(audience, std::move(socket));
    asio::co_spawn(executor, std::move(conversation),
                   [audience](const std::exception_ptr&) { --audience->visits; });
  }
}

}  // namespace

PageDisplay::PageDisplay(asio::io_context& io, const SiteConfig& site, OnPress on_press)
    : audience_(std::make_shared<PageAudience>(io, site, std::move(on_press))) {
  auto listening = listen(audience_);
  asio::co_spawn(io, std::move(listening), asio::detached);
}

PageDisplay::~PageDisplay() {
  error_code ignored;
  audience_->acceptor.close(ignored);
  audience_->pause.cancel();
  audience_->screens.clear();
}

void PageDisplay::show(const std::string& entrance, const Feedback& feedback) {
  if (!audience_->screens.empty()) tell(audience_->screens, tap_event(entrance, feedback));
}

void PageDisplay::state(const EntranceState& state) {
  audience_->newest_state = state_event(state, audience_->display);
  tell(audience_->screens, audience_->newest_state);
}

tl::expected<bool, std::string> is_taken(const ListenAddress& listen) {
  asio::io_context io;
  tcp::acceptor acceptor(io);
  const auto error = listen_at(acceptor, listen);
  if (error && error != asio::error::address_in_use) return tl::unexpected(error.message());
  return error == asio::error::address_in_use;
}

}  // namespace badge::bridge
