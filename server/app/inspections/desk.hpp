#pragma once
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/inspections/badge_numbers.hpp"
#include "server/app/inspections/badge_shown.hpp"
#include "server/app/inspections/delivery.hpp"
#include "server/app/inspections/person_part.hpp"
#include "server/app/inspections/results.hpp"

namespace badge::app {

/// An inspection opened.
struct OpenedInspection {
  std::shared_ptr<const InspectionFiles> files;
  inspection::Inspection inspection;
  std::vector<inspection::Listed> list;  // with names for those who were marked without standing on it
  inspection::Wearing wearing;
  BadgesShown shown;
  BadgeNumbers numbers;  // while it is under way, for those who follow it up: they look for people by them
  bool whole = false;    // otherwise only what concerns the asker is in it
  Part part;             // the asker's
};

struct PlanWithProgress {
  std::shared_ptr<const inspection::Plan> plan;
  inspection::PlanProgress progress;
};

/// What inspections saw of one person.
struct PersonInspections {
  std::shared_ptr<const InspectionFiles> files;  // into which `inspections` point
  std::vector<InspectionOfPerson> inspections;
};

/// Takes what people write into files of inspection, and opens them for those who may know. Any thread;
/// blocks. Throws what the store throws.
class InspectionDesk {
 public:
  InspectionDesk(store::Store& store, const Evidence& evidence, NowBoard& board, InspectionBook& book)
      : store_(store), evidence_(evidence), board_(board), book_(book) {}

  /// One fate for each step, in their order. A step that is refused does not keep the others back.
  [[nodiscard]] std::vector<StepFate> deliver(const Identity& who, std::span<const SentStep> steps);

  /// Nothing: there is no such inspection that they may know of.
  [[nodiscard]] std::optional<OpenedInspection> open(const Identity& who, std::string_view file) const;

  /// Whether somebody may know of a file, of whatever kind, as it stands now. Any thread; does not block.
  [[nodiscard]] std::function<bool(const Identity&)> who_may_know(const std::string& file) const;

  /// Those that they may know of, the newest first.
  [[nodiscard]] std::vector<std::shared_ptr<const KnownInspection>> list(const Identity& who) const;

  /// What the files say at this moment; findings() points into it.
  [[nodiscard]] std::shared_ptr<const InspectionFiles> files() const { return book_.get(); }
  /// Of the units that they answer for or inspect (results.hpp). Nothing: there is no such unit for them.
  [[nodiscard]] std::optional<InspectionResults> results(const Identity& who, std::string_view unit,
                                                         const attendance::DateSpan& days) const;
  [[nodiscard]] std::vector<FindingInFile> findings(const Identity& who, const InspectionFiles& files) const;

  /// Of inspections that began on these days, on those of them on which `scope` holds the person. Nothing: it
  /// holds them on none.
  [[nodiscard]] std::optional<PersonInspections> of_person(std::string_view staff_code,
                                                           const attendance::DateSpan& days,
                                                           const Scope& scope) const;

  /// By year, the latest first. What has not begun counts for no plan.
  [[nodiscard]] std::vector<PlanWithProgress> plans() const;

  /// Cases that they may see, the newest first.
  [[nodiscard]] std::vector<std::shared_ptr<const inspection::Feedback>> feedback(const Identity& who) const;

 private:
  [[nodiscard]] std::vector<std::string> team_codes(const inspection::Inspection& inspection) const;

  store::Store& store_;
  const Evidence& evidence_;
  NowBoard& board_;
  InspectionBook& book_;
  std::mutex writing_;  // one delivery at a time: a start takes the next number
};

}  // namespace badge::app
