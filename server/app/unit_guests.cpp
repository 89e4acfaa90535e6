#include "server/app/unit_guests.hpp"

#include <algorithm>
#include <tuple>

namespace badge::app {

std::vector<GuestRow> guests_of(const JudgedMonth& judged, attendance::UnitNo host) {
  struct Found {
    const attendance::GuestMonth* guest;
    const attendance::KeptPosting* posting;  // the last one there
  };
  std::vector<Found> found;
  for (const auto& guest : judged.report.guests) {
    if (guest.host == host)
      found.push_back({&guest, judged.book->stay_on(guest.person, guest.days.to)->posting});
  }
  std::ranges::sort(found, {}, [](const Found& row) {
    return std::tuple(row.guest->home, row.posting->list_order, row.guest->person);
  });
  const auto& units = judged.book->units();
  std::vector<GuestRow> rows;
  for (const auto& [guest, posting] : found) {
    rows.push_back({std::string(posting->staff_code),
                    std::string(posting->full_name),
                    {units.code(guest->home), units.full_name_on(guest->home, guest->days.to)},
                    guest->days,
                    guest->tally});
  }
  return rows;
}

}  // namespace badge::app
