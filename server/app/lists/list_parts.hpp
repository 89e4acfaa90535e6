#pragma once
/// What the lists that a head acts on have in common.
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/listing.hpp"
#include "server/app/person_report.hpp"
#include "server/app/report_period.hpp"
#include "server/app/say.hpp"
#include "server/app/scope.hpp"
#include "server/attendance/tally.hpp"

namespace badge::app {

/// A list of a unit with all below it.
struct ListAsked {
  std::string unit;
  ReportPeriod period;
  Scope scope;  // the asker's
  Language language = Language::vi;
};

/// Whoever has more people asks for the units below: one person after the other is judged for these lists,
/// and 2,000 in a month take half a second.
inline constexpr std::size_t list_people_max = 2'000;

/// One of the lists, before it is a listing or a paper.
struct UnitList {
  UnitName unit;
  std::string period;                   // in words: "quý III năm 2026"
  attendance::Date made_on;             // the office's day on which it stood like this
  bool is_provisional = false;          // the period was not over then
  std::string title;                    // in capitals
  std::string mark = {};                // what nobody may overlook: that it concludes nothing, or is internal
  std::vector<std::string> notes = {};  // the rule and its ground; then what the rows are a part of
  std::vector<ListingColumn> columns = {};
  std::vector<std::vector<ListingCell>> rows = {};  // each as long as `columns`
};

enum class NoList : std::uint8_t {
  not_found,        // no such unit in the period, or not within the scope
  too_many_people,  // more than list_people_max
};
using ListOrNot = tl::expected<UnitList, NoList>;

/// Without notes, columns and rows yet.
[[nodiscard]] UnitList begin_list(const ListAsked& asked, UnitName unit, attendance::Date today,
                                  std::string title);

/// "Quý III năm 2026 – Sở Nội vụ"
[[nodiscard]] std::string subject_of(const UnitList& list);

/// The mark first, then the subject, then the notes.
[[nodiscard]] Listing listing_of(UnitList list);

/// The mark of a list that concludes nothing.
[[nodiscard]] std::string hint_mark(const Say& say);

/// Whom a list looked at.
struct LookedAt {
  std::size_t people = 0;
  attendance::Tally sessions;
};
/// "Xét 84 người, 3.864 buổi phải làm việc, trong đó 12 buổi chưa đủ dữ liệu": what its rows are a part of.
[[nodiscard]] std::string looked_at_note(const LookedAt& looked_at, const Say& say);

[[nodiscard]] std::string figure(std::size_t count, const Say& say);  // "3.864"; "3,864"

/// staff_code, full_name, position, unit_code, unit_name.
[[nodiscard]] std::vector<ListingColumn> person_columns(const Say& say);
[[nodiscard]] std::vector<ListingCell> person_cells(const PersonName& person);

[[nodiscard]] ListingCell count_cell(std::size_t count);

/// Behind the columns of a person.
void add_columns(UnitList& list, std::vector<ListingColumn> columns);
void add_cells(std::vector<ListingCell>& row, std::vector<ListingCell> cells);

}  // namespace badge::app
