#pragma once
/// Facts in force as files that can be imported again and change nothing. Pure.
#include <chrono>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/plan.hpp"

namespace badge::app {

/// Whether facts of this kind can be taken out as a table. Not what people are known by at a door: numbers of
/// cards stay where they are. Not rulings on readers and clocks: they belong to one server's taps.
[[nodiscard]] bool has_fact_file(ImportKind kind);

/// In the order of their keys, each with every column of its kind. Empty of a kind that has no file.
[[nodiscard]] std::vector<FormRow> rows_in_force(ImportKind kind, const store::RosterFacts& facts,
                                                 const ImportAids& aids = {});

/// With a byte order mark; a text that a spreadsheet would take for a formula is guarded (csv_writer.hpp).
[[nodiscard]] std::string fact_csv(ImportKind kind, const std::vector<FormRow>& rows);
/// Every cell a text, so that no code loses its zeros. The error is a sentence of the library.
[[nodiscard]] tl::expected<std::string, std::string> fact_workbook(ImportKind kind,
                                                                   const std::vector<FormRow>& rows,
                                                                   std::chrono::sys_seconds made_at);

/// The other kind of file that schedules can be stated in.
[[nodiscard]] std::string schedules_toml(const std::vector<attendance::Schedule>& schedules);

}  // namespace badge::app
