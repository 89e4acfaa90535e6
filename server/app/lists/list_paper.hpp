#pragma once
#include "server/app/inspections/issuing_body.hpp"
#include "server/app/lists/list_parts.hpp"
#include "server/app/papers/paper_or_not.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// Where a unit stands on the day of a paper.
struct UnitStands {
  std::string above;  // the name of the unit directly above; empty: none
  std::string head;   // the full name of who answers for it; empty: nobody is named
};

/// A list, made in Vietnamese, as an internal paper of its unit: period, mark, rule, what the rows are a part
/// of, the same rows in their order without codes, and who signs. A draft while the period runs. Of `body`
/// only the place. Pure.
[[nodiscard]] documents::Paper list_paper_of(const UnitList& list, const UnitStands& unit,
                                             const IssuingBody& body);

/// … as a file of this name. Any thread; blocks. Throws SqliteError.
[[nodiscard]] PaperOrNot print_list(std::string name, const UnitList& list, const IssuingBody& body,
                                    PaperFormat format, const Evidence& evidence);

}  // namespace badge::app
