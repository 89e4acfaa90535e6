#include "server/app/office_time.hpp"

#include <date/tz.h>

#include <algorithm>

namespace badge::app {

using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

tl::expected<OfficeTime, std::string> OfficeTime::load(std::string_view zone) {
  // A local date of the first and last year may lie on a UTC day beside it.
  constexpr sys_seconds from = sys_days(std::chrono::year(2000) / 1 / 1) - std::chrono::days(2);
  constexpr sys_seconds to = sys_days(std::chrono::year(2037) / 12 / 31);
  const date::time_zone* found = nullptr;
  try {
    found = date::locate_zone(std::string(zone));
  } catch (const std::exception&) {
    return tl::unexpected(
        "\"" + std::string(zone) +
        "\" is not in this machine's time zone database (package tzdata); for Viet Nam write "
        "\"Asia/Ho_Chi_Minh\"");
  }
  std::vector<Segment> segments;
  for (auto at = from; at < to;) {
    const auto info = found->get_info(at);
    segments.push_back({segments.empty() ? from : info.begin, info.offset});
    at = info.end;
  }
  return OfficeTime(std::move(segments));
}

const OfficeTime::Segment& OfficeTime::segment_of(sys_seconds at) const {
  const auto next = std::ranges::upper_bound(segments_, at, {}, &Segment::from);
  return next == segments_.begin() ? *next : *std::prev(next);
}

Instant OfficeTime::to_instant(attendance::LocalTime local) const {
  // The first segment that has not ended, by its own clock, when the wall shows `local`.
  for (std::size_t i = 0; i + 1 < segments_.size(); ++i) {
    const sys_seconds at(local.time_since_epoch() - segments_[i].offset);
    if (at < segments_[i + 1].from) return at;
    // Where the clock jumps ahead, the reading belongs to neither: it counts on from before.
    const sys_seconds after(local.time_since_epoch() - segments_[i + 1].offset);
    if (after < segments_[i + 1].from) return at;
  }
  return sys_seconds(local.time_since_epoch() - segments_.back().offset);
}

}  // namespace badge::app
