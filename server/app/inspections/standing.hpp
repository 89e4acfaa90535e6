#pragma once
/// Who may know of an inspection, and who may write what into it. Pure.
#include <optional>
#include <string>
#include <string_view>

#include "server/app/identity.hpp"
#include "server/attendance/rule_book.hpp"
#include "server/inspection/feedback.hpp"
#include "server/inspection/inspection.hpp"
#include "server/inspection/plan.hpp"

namespace badge::app {

/// What somebody may do by their roles, before one looks at any file.
class Inspecting {
 public:
  Inspecting(const Identity& who, const attendance::UnitTree& units, attendance::Date today);

  [[nodiscard]] const Identity& who() const { return who_; }
  [[nodiscard]] bool is_inspector() const { return inspects_.has_value(); }  // of any unit
  [[nodiscard]] bool inspects(std::string_view unit) const;     // as an inspector of it or of one above
  [[nodiscard]] bool answers_for(std::string_view unit) const;  // as its head or its HR officer
  [[nodiscard]] bool inspects_all() const;                      // every unit

 private:
  const Identity& who_;
  const attendance::UnitTree& units_;
  attendance::Date today_;
  std::optional<Scope> inspects_, answers_;
};

/// Why a step is not taken. What somebody may not know of is `not_found`, as what does not exist.
enum class StepRefused : std::uint8_t {
  not_found,
  not_yours,      // who knows of the file may not do this in it
  begun_already,  // what is prepared is not changed after the start
  not_begun,      // nothing is seen before the start
  not_ended,      // no paper is issued before the end
  no_such_unit,   // or a unit, and no place, is missing
  no_such_plan,   // or case of feedback
  no_such_person,
  no_such_login,
  no_such_finding,
  no_leader,      // an inspection is not started without somebody who leads it
  nobody_signed,  // neither a signature nor the reason why there is none
  case_has_gaps,  // what closing a case demands is not all there
  disputed,       // marks that contradict each other are settled before the end
  nothing_to_review,
};
[[nodiscard]] std::string_view to_string(StepRefused refused);  // the enumerator's name

/// What somebody is to one inspection.
struct Part {
  bool team = false;        // made it, or is of the team
  bool leads = false;       // made it, leads it or keeps its papers
  bool follows_up = false;  // of the team, or inspects the unit
  bool answers = false;     // for the unit
};
[[nodiscard]] Part part_of(const Inspecting& asker, const inspection::Inspection& inspection);

/// Whether somebody may know of the inspection at all. Before the start: who made it and its team alone,
/// whatever roles anybody holds.
[[nodiscard]] bool may_know(const Inspecting& asker, const inspection::Inspection& inspection);

/// Whether they see it whole: the team, inspectors of the unit, and those who answer for it; not those whom a
/// finding names.
[[nodiscard]] bool may_see_whole(const Inspecting& asker, const inspection::Inspection& inspection);

/// Whether this step may be written next. `inspection` null: the file is new.
[[nodiscard]] std::optional<StepRefused> objection(const Inspecting& asker,
                                                   const inspection::Inspection* inspection,
                                                   const inspection::What& what);

/// The sender of feedback, and cases at all: inspectors of the unit alone.
[[nodiscard]] bool may_see(const Inspecting& asker, const inspection::Feedback& feedback);

}  // namespace badge::app
