#include "server/http/conversation_steps.hpp"

namespace badge::http {

asio::awaitable<void> converse_plain(beast::tcp_stream stream, Shared& shared) {
  Conversation<beast::tcp_stream> conversation(std::move(stream), shared);
  co_await conversation.run();
}

}  // namespace badge::http
