#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/app/inspections/book.hpp"
#include "server/app/inspections/standing.hpp"
#include "server/app/now_board.hpp"
#include "server/inspection/step_fields.hpp"

namespace badge::app {

inline constexpr std::size_t steps_delivered_max = 200;  // of one request; a phone sends the rest in the next

/// A step as somebody sends it.
struct SentStep {
  std::string id, file, kind;
  std::optional<Instant> at;  // by their own clock; nothing: it shows a year that no zone is known for
  inspection::Fields fields;
};

/// What became of it. A step that was taken before is taken.
struct StepTaken {};
using StepFate = std::variant<StepTaken, inspection::FieldFault, StepRefused>;

/// What a delivery reads and writes.
struct DeliverySources {
  store::Store& store;
  const Evidence& evidence;
  NowBoard& board;
  InspectionBook& book;
};

/// Takes the steps of one request. One at a time in the whole program: a start takes the next number. Throws
/// what the store throws.
class StepDelivery {
 public:
  StepDelivery(const DeliverySources& sources, const Identity& who);

  /// It is written at the latest by commit().
  StepFate take(const SentStep& sent);
  void commit();

 private:
  using Refused = std::optional<StepRefused>;
  using Step = inspection::Step;

  /// A file as it is with the steps that were taken of this request.
  struct Open {
    std::vector<Step> steps;
    std::optional<inspection::Inspection> inspection;
    bool is_known = false;  // somebody wrote into it before
  };
  Open& file(const std::string& id);
  void accept(Step step);

  // By what a step is: whether it may be written.
  Refused judge(const Step& step, inspection::PlanStated& stated);
  Refused judge(const Step& step, inspection::PlanLine& line);
  Refused judge(const Step& step, inspection::Received& received);
  Refused judge(const Step& step, inspection::Replied& replied);
  template <class Other>
  Refused judge(const Step& step, Other& what);  // all others are of an inspection

  // What a step names must exist; and what the server fills in.
  Refused complete(const Open& open, const inspection::Prepared& prepared);
  Refused complete(const Open& open, inspection::Joined& joined);
  Refused complete(const Open& open, inspection::Started& started);
  Refused complete(const Open& open, const inspection::Marked& marked);
  Refused complete(const Open& open, const inspection::Named& named);
  Refused complete(const Open& open, inspection::Found& found);
  template <class Other>
  Refused complete(const Open&, const Other&) {
    return std::nullopt;
  }

  [[nodiscard]] Refused unit_fault(std::string_view unit) const;
  [[nodiscard]] Refused person_fault(std::string_view staff_code) const;
  [[nodiscard]] Refused feedback_fault(const std::string& file) const;
  [[nodiscard]] std::string next_number() const;

  const DeliverySources sources_;
  const Identity& who_;
  const inspection::LocalTime now_;
  const std::shared_ptr<const InspectionFiles> files_;
  const std::shared_ptr<const attendance::RuleBook> book_;
  const Inspecting asker_;
  std::map<std::string, Open> open_;
  std::vector<Step> waiting_;
  std::shared_ptr<const PresentPeople> at_start_;  // of a start: its list and its head are of one moment
  std::int64_t last_no_ = files_->seen.last_step;  // the store counts on from the same, in the same order
};

}  // namespace badge::app
