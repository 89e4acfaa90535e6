#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/weekly_programme.hpp"

namespace badge::app {

/// Brings the programme of a week into the papers of those whom it sends out. What the same programme (its
/// number, its week, people of the unit) said before and says no more is withdrawn in the same commit. Any
/// thread; blocks; throws what the store throws.
class WeeklyProgrammes {
 public:
  WeeklyProgrammes(const Evidence& evidence, FactImports& imports) : evidence_(evidence), imports_(imports) {}

  struct Asked {
    std::string_view text;
    ProgrammeOf of;
    std::string unit;  // whose people it speaks of, with all below; empty: of all of the scope
    Scope scope;       // the author's
    std::string author, file;
    bool dry_run = false;
    Language language = Language::vi;
  };
  /// A paper of an earlier version of the programme that is taken back.
  struct Withdrawn {
    std::string staff_code, full_name;
    attendance::Absence paper;
  };
  struct Outcome {
    std::vector<ProgrammeRow> rows;
    ImportCounts counts;
    std::vector<Withdrawn> withdrawn;
  };
  /// The unit must be within the scope. Errors name the lines of the programme.
  [[nodiscard]] tl::expected<Outcome, ImportErrors> take(const Asked& asked);

 private:
  const Evidence& evidence_;
  FactImports& imports_;
};

}  // namespace badge::app
