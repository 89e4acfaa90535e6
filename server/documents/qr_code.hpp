#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace badge::documents {

/// A QR code as a drawing: the dark squares of a `size` × `size` grid as one path of SVG, in units of a
/// square. The reader needs a light margin of 4 squares around it.
struct QrCode {
  int size = 0;
  std::string path;  // "M0 0h7v1h-7z…", a rectangle for each run of dark squares in a row
};

/// Nothing: the text is too long, or empty. Correction level M: a scratched screen or a poor print still
/// reads.
[[nodiscard]] std::optional<QrCode> qr_code(std::string_view text);

}  // namespace badge::documents
