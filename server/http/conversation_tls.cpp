#include "server/http/conversation_steps.hpp"

namespace badge::http {

asio::awaitable<void> converse_tls(beast::ssl_stream<beast::tcp_stream> stream, Shared& shared) {
  Conversation<beast::ssl_stream<beast::tcp_stream>> conversation(std::move(stream), shared);
  co_await conversation.run();
}

}  // namespace badge::http
