#pragma once
/// References to checks in a journal whose rows move to a new stream.
#include <cstdint>
#include <string>
#include <string_view>

namespace badge::bridge {

/// "7f0c11aa-40": the row of the presentation that opens a check.
[[nodiscard]] std::string check_ref(std::string_view stream, std::uint64_t seq);

/// Rows of one stream behind `common_seq` become the first ones of another.
struct CheckMove {
  std::string old_stream, new_stream;
  std::uint64_t common_seq = 0;
};

/// The reference after the move; the same where its row stays.
[[nodiscard]] std::string moved_ref(std::string_view ref, const CheckMove& move);

/// A row of the journal with its reference moved, where it has one; else byte for byte.
[[nodiscard]] std::string with_check_moved(std::string line, const CheckMove& move);

}  // namespace badge::bridge
