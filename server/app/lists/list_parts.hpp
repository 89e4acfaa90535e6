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

enum class NoList : std::uint8_t {
  not_found,        // no such unit in the period, or not within the scope
  too_many_people,  // more than list_people_max
};
using ListOrNot = tl::expected<Listing, NoList>;

/// "Quý III năm 2026 – Sở Nội vụ": the first note of every list.
[[nodiscard]] std::string subject_note(const ReportPeriod& period, const UnitName& unit);

/// What stands on a list that concludes nothing.
[[nodiscard]] std::string hint_note(const Say& say);

/// staff_code, full_name, position, unit_code, unit_name.
[[nodiscard]] std::vector<ListingColumn> person_columns(const Say& say);
[[nodiscard]] std::vector<ListingCell> person_cells(const PersonName& person);

[[nodiscard]] ListingCell count_cell(std::size_t count);

/// Behind the columns of a person.
void add_columns(Listing& listing, std::vector<ListingColumn> columns);
void add_cells(std::vector<ListingCell>& row, std::vector<ListingCell> cells);

}  // namespace badge::app
