#pragma once
#include <sys/socket.h>

#include <list>
#include <string_view>

namespace badge::bridge {

/// Sends `text` to every socket without waiting. Whoever cannot take all of it at once has fallen behind what
/// its kernel's buffer holds, or is gone: it is closed, for it must not hold up a person at the reader.
template <typename Socket>
void tell(std::list<Socket>& listeners, std::string_view text) {
  std::erase_if(listeners, [&](Socket& listener) {
    const auto sent = ::send(listener.native_handle(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    return sent != static_cast<ssize_t>(text.size());
  });
}

}  // namespace badge::bridge
