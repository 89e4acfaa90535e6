#pragma once
/// The roster held against the list of another system: who is missing on which side, and who is described
/// otherwise. Stores nothing, changes nothing. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/form_rows.hpp"
#include "server/app/personnel_file.hpp"
#include "server/app/scope.hpp"
#include "server/app/unit_name.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

inline constexpr std::size_t reconciled_listed_max = 2000;  // of each list; a longer one is of the wrong file

/// In the file, and not in service here today. For who sees some units only, somebody of another unit is as
/// missing as somebody who does not exist.
struct MissingHere {
  PersonnelRow row;
  std::string unit_code;                       // ours, where the file's words name one; else empty
  std::optional<attendance::DateSpan> served;  // the last days here, over or to come, that the asker may see
};

struct MissingThere {
  attendance::Posting posting;
  UnitName unit;
};

enum class ReconciledField : std::uint8_t { full_name, unit, position, category };
[[nodiscard]] std::string_view to_string(ReconciledField field);  // the enumerator's name

struct FieldDifference {
  ReconciledField field = ReconciledField::full_name;
  std::string here, there;
};

struct Differs {
  PersonnelRow row;
  attendance::Posting posting;
  UnitName unit;
  std::vector<FieldDifference> fields;
  std::string unit_code;  // that the file's words name; else empty
};

struct Reconciliation {
  std::size_t same = 0;
  std::vector<MissingHere> missing_here;    // in order of lines
  std::vector<MissingThere> missing_there;  // by code
  std::vector<Differs> differs;             // in order of lines
};

/// Compares what the file says with the postings of `today` within the scope. Case and spaces make no
/// difference, and an empty cell says nothing. `unit`: only who is posted to it or below can be missing
/// there; empty: everybody.
[[nodiscard]] Reconciliation reconcile(const PersonnelFile& file, const attendance::RuleBook& book,
                                       const Scope& scope, std::string_view unit, attendance::Date today);

enum class ReconciledList : std::uint8_t { missing_here, missing_there, differs };
[[nodiscard]] std::optional<ReconciledList> parse_reconciled_list(std::string_view text);

/// The rows of a staff file that would make the roster say from a day on what the file says: begins, ends or
/// changes postings. What the file leaves open (a unit that nobody knows) stays empty.
[[nodiscard]] std::vector<FormRow> mending_rows(const Reconciliation& found, ReconciledList list,
                                                attendance::Date from);

/// One list as a table for a spreadsheet, with a heading in the language.
[[nodiscard]] std::string to_csv(const Reconciliation& found, ReconciledList list, Language language);

}  // namespace badge::app
