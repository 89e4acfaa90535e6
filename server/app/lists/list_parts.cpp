#include "server/app/lists/list_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "server/documents/paper_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {

UnitList begin_list(const ListAsked& asked, UnitName unit, attendance::Date today, std::string title) {
  return {.unit = std::move(unit),
          .period = asked.period.name,
          .made_on = today,
          .is_provisional = asked.period.days.to >= today,
          .title = std::move(title)};
}

std::string subject_of(const UnitList& list) {
  return documents::capitalized(list.period) + " – " + list.unit.name;
}

Listing listing_of(UnitList list) {
  Listing listing;
  if (!list.mark.empty()) listing.notes.push_back(list.mark);
  listing.notes.push_back(subject_of(list));
  std::ranges::move(list.notes, std::back_inserter(listing.notes));
  listing.title = std::move(list.title);
  listing.columns = std::move(list.columns);
  listing.rows = std::move(list.rows);
  return listing;
}

std::string hint_mark(const Say& say) {
  return say("Gợi ý để xem xét, không phải kết luận", "A hint to look at, not a conclusion");
}

std::string looked_at_note(const LookedAt& looked_at, const Say& say) {
  const auto& sessions = looked_at.sessions;
  auto text =
      fmt::format(fmt::runtime(say("Xét {} người, {} buổi phải làm việc", "Of {} people, {} sessions due")),
                  figure(looked_at.people, say), figure(sessions.sessions_due, say));
  if (sessions.provisional > 0) {
    text +=
        fmt::format(fmt::runtime(say(", trong đó {} buổi chưa đủ dữ liệu", ", {} of them not known enough")),
                    figure(sessions.provisional, say));
  }
  return text;
}

std::string figure(std::size_t count, const Say& say) {
  auto text = documents::figure_text(static_cast<std::int64_t>(count));
  if (say.language() == Language::en) std::ranges::replace(text, '.', ',');
  return text;
}

std::vector<ListingColumn> person_columns(const Say& say) {
  return {{"staff_code", say("Mã số", "Staff code"), 10, ListingText::code},
          {"full_name", say("Họ và tên", "Name"), 24},
          {"position", say("Chức vụ", "Position"), 18},
          {"unit_code", say("Mã đơn vị", "Unit code"), 10, ListingText::code},
          {"unit_name", say("Đơn vị", "Unit"), 26}};
}

std::vector<ListingCell> person_cells(const PersonName& person) {
  return {person.code, person.full_name, person.position, person.unit.code, person.unit.name};
}

ListingCell count_cell(std::size_t count) { return static_cast<std::int64_t>(count); }

void add_columns(UnitList& list, std::vector<ListingColumn> columns) {
  std::ranges::move(columns, std::back_inserter(list.columns));
}

void add_cells(std::vector<ListingCell>& row, std::vector<ListingCell> cells) {
  std::ranges::move(cells, std::back_inserter(row));
}

}  // namespace badge::app
