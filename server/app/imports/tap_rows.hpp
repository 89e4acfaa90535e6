#pragma once
/// The rows of taps.csv (`at,uid,staff_code,reader`): history from another system. Pure.
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/tap/digest.hpp"
#include "server/app/imports/error.hpp"
#include "server/attendance/facts.hpp"
#include "server/store/tap_import.hpp"

namespace badge::app {

/// What a slice of the file is read against.
struct TapFileContext {
  std::function<bool(std::string_view staff_code)> knows_staff;
  std::function<Instant(attendance::LocalTime)> instant_of;  // of the office's wall clock
  Instant now;                                               // no tap lies after it
};

/// A slice: the header line, then whole records, of which the first stands in line `first_line` of the file
/// (1: the file has no header of its own). `at` with an offset ("2026-03-09T07:31:05+07:00", "…Z") or
/// without, which is the office's wall clock; `uid` or `staff_code` (where both are filled, the staff code
/// says who it was). Errors name lines of the file.
[[nodiscard]] tl::expected<std::vector<store::ImportedTap>, ImportErrors> read_tap_slice(
    std::string_view slice, std::size_t first_line, const TapFileContext& context, Language language);

/// The digest of a file's taps, however it was cut into slices: `before` is that of the slices before.
[[nodiscard]] Digest digest_of(const Digest& before, const std::vector<store::ImportedTap>& taps);

}  // namespace badge::app
