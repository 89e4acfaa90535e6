#include "server/app/lists/whole_people.hpp"

#include <map>
#include <string_view>

namespace badge::app {

std::vector<PersonRow> whole_people(const PeriodPeople& report) {
  std::vector<PersonRow> people;
  std::map<std::string_view, std::size_t> places;
  for (const auto& row : report.rows) {
    const auto [place, is_new] = places.try_emplace(row.person.staff_code, people.size());
    if (is_new) {
      people.push_back(row.person);
    } else {
      people[place->second].tally += row.person.tally;
    }
  }
  return people;
}

ReportPeriod not_compared(ReportPeriod period) {
  period.before = {period.days.from, period.days.from - std::chrono::days(1)};
  return period;
}

}  // namespace badge::app
