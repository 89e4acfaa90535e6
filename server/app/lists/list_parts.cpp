#include "server/app/lists/list_parts.hpp"

#include <iterator>
#include <utility>

#include "server/documents/unicode.hpp"

namespace badge::app {

std::string subject_note(const ReportPeriod& period, const UnitName& unit) {
  return documents::capitalized(period.name) + " – " + unit.name;
}

std::string hint_note(const Say& say) {
  return say("Gợi ý để xem xét, không phải kết luận", "A hint to look at, not a conclusion");
}

std::vector<ListingColumn> person_columns(const Say& say) {
  return {{"staff_code", say("Mã số", "Staff code"), 10},
          {"full_name", say("Họ và tên", "Name"), 24},
          {"position", say("Chức vụ", "Position"), 18},
          {"unit_code", say("Mã đơn vị", "Unit code"), 10},
          {"unit_name", say("Đơn vị", "Unit"), 26}};
}

std::vector<ListingCell> person_cells(const PersonName& person) {
  return {person.code, person.full_name, person.position, person.unit.code, person.unit.name};
}

ListingCell count_cell(std::size_t count) { return static_cast<std::int64_t>(count); }

void add_columns(Listing& listing, std::vector<ListingColumn> columns) {
  std::ranges::move(columns, std::back_inserter(listing.columns));
}

void add_cells(std::vector<ListingCell>& row, std::vector<ListingCell> cells) {
  std::ranges::move(cells, std::back_inserter(row));
}

}  // namespace badge::app
