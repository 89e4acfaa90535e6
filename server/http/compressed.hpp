#pragma once
#include "server/http/message.hpp"

namespace badge::http {

inline constexpr std::size_t compressed_from_bytes = 8 * 1024;  // what fits into a few packets gains nothing

/// The answer with its body packed by gzip (RFC 1952), where the client takes that and it is a long text: the
/// report of a province is 1.5 MB, and lines of offices are slow. Any thread.
[[nodiscard]] Response compressed(Response response, bool takes_gzip);

}  // namespace badge::http
