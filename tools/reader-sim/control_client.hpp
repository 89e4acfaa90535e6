#pragma once
#include <string>

namespace badge::tools {

/// Sends one command line to the reader-sim that listens at `socket_path` and gives its answer, all lines of
/// it. Throws std::runtime_error if nobody listens there or the answer does not come to its end.
[[nodiscard]] std::string ask_reader_sim(const std::string& socket_path, const std::string& command);

}  // namespace badge::tools
