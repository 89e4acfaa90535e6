#include "server/app/iso_time.hpp"

#include <spdlog/fmt/fmt.h>

namespace badge::app {

std::string iso_time(Instant at, const ToLocal& to_local) {
  namespace chrono = std::chrono;
  const auto utc = chrono::floor<chrono::seconds>(at);
  const auto local = to_local(at);
  const auto date = chrono::floor<chrono::days>(local);
  const chrono::year_month_day day(date);
  const chrono::hh_mm_ss time(local - date);
  const auto offset = chrono::floor<chrono::minutes>(local.time_since_epoch() - utc.time_since_epoch());
  const chrono::hh_mm_ss distance(chrono::abs(offset));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     offset.count() < 0 ? '-' : '+', distance.hours().count(), distance.minutes().count());
}

}  // namespace badge::app
