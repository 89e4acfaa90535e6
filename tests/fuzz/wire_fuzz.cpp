// Whatever comes over the wire: a row is understood or Unreadable, and what was understood is written and
// read again as the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "reader-config/tap/tap_wire.hpp"

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto row = badge::decode_row(line);
  // A space before it changes nothing of what a line says, but sends it past the short way.
  if (size < badge::row_bytes_max) must(badge::decode_row(' ' + std::string(line)) == row);
  if (const auto* entry = std::get_if<badge::Entry>(&row)) {
    const auto again = badge::encode(*entry);
    // Escapes may make a row longer than it came: then it is no row that a bridge would write.
    if (again.size() <= badge::row_bytes_max) must(badge::decode_row(again) == row);
  } else if (const auto* lost = std::get_if<badge::Lost>(&row)) {
    must(badge::decode_row(badge::encode(*lost)) == row);
  } else {
    must(!std::get<badge::Unreadable>(row).why.empty());
  }
  if (const auto head = badge::decode_head(line)) {
    const auto again = badge::encode(*head);
    if (again.size() <= badge::head_bytes_max) must(badge::decode_head(again) == head);
  }
  if (const auto ack = badge::decode_ack(line)) must(badge::decode_ack(badge::encode(*ack)) == ack);
  return 0;
}
