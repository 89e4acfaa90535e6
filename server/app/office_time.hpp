#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::app {

/// The wall clock of the office: UTC to local time and back, for one time zone. A value; any thread; a few
/// nanoseconds a call. The only file that knows the time zone library.
///
/// Good for the years 2000 to 2037: the library is wrong after them. An instant outside gets the offset of
/// the nearest year inside, and the wire and the imports refuse such instants before they come here.
class OfficeTime {
 public:
  /// `zone` as the tz database names it: "Asia/Ho_Chi_Minh". The error is a sentence.
  [[nodiscard]] static tl::expected<OfficeTime, std::string> load(std::string_view zone);

  [[nodiscard]] attendance::LocalTime to_local(std::chrono::sys_seconds at) const {
    // The clocks of most zones, Viet Nam's among them, have not been changed for years.
    const auto& segment = at >= segments_.back().from ? segments_.back() : segment_of(at);
    return attendance::LocalTime(at.time_since_epoch() + segment.offset);
  }
  [[nodiscard]] attendance::LocalTime to_local(Instant at) const {
    return to_local(std::chrono::floor<std::chrono::seconds>(at));
  }
  [[nodiscard]] attendance::Date date_of(Instant at) const {
    return std::chrono::floor<std::chrono::days>(to_local(at));
  }

  /// The instant of a wall clock reading. One that comes twice (the clock was set back) is the earlier; one
  /// that never came (it was set ahead) counts on from before the change.
  [[nodiscard]] Instant to_instant(attendance::LocalTime local) const;

 private:
  struct Segment {
    std::chrono::sys_seconds from;  // until the next segment
    std::chrono::seconds offset;    // local minus UTC
  };
  [[nodiscard]] const Segment& segment_of(std::chrono::sys_seconds at) const;
  explicit OfficeTime(std::vector<Segment> segments) : segments_(std::move(segments)) {}

  std::vector<Segment> segments_;  // never empty; ascending
};

}  // namespace badge::app
