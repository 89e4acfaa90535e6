#include "server/documents/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <span>

namespace badge::documents {

std::optional<QrCode> qr_code(std::string_view text) {
  constexpr int smallest_version = 0;  // chosen by length
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                        smallest_version, QR_ECLEVEL_M),
      &QRcode_free);
  if (code == nullptr) return std::nullopt;
  const auto width = static_cast<std::size_t>(code->width);
  const std::span squares(code->data, width * width);
  QrCode drawn{code->width, {}};
  for (std::size_t row = 0; row < width; ++row) {
    const auto line = squares.subspan(row * width, width);
    const auto is_dark = [&](std::size_t x) { return x < width && (line[x] & 1U) != 0; };
    for (std::size_t x = 0; x < width; ++x) {
      const auto from = x;
      while (is_dark(x)) ++x;
      if (x > from) drawn.path += fmt::format("M{} {}h{}v1h-{}z", from, row, x - from, x - from);
    }
  }
  return drawn;
}

}  // namespace badge::documents
