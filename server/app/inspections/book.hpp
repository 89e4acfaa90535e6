#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/inspection/feedback.hpp"
#include "server/inspection/inspection.hpp"
#include "server/inspection/plan.hpp"
#include "server/inspection/wearing.hpp"
#include "server/store/store.hpp"

namespace badge::app {

/// An inspection with its sums, and without what each inspector said of each person, which is read where it
/// is opened.
struct KnownInspection {
  inspection::Inspection inspection;  // its marks: only those that contradict each other
  inspection::Wearing wearing;
  std::map<std::string, inspection::Wearing> by_unit;  // in which people work
  std::vector<inspection::Listed> without;             // seen without their own badge, worn as it should be
};

/// Every file of inspection, as its steps say. Immutable.
struct InspectionFiles {
  std::map<std::string, std::shared_ptr<const KnownInspection>> inspections;  // by file, as the next
  std::map<std::string, std::shared_ptr<const inspection::Plan>> plans;
  std::map<std::string, std::shared_ptr<const inspection::Feedback>> feedback;
  store::FilesSeen seen;

  [[nodiscard]] const KnownInspection* inspection(std::string_view file) const;  // null: there is none
};

/// Keeps them: what changed since the last question alone is read anew. Any thread; blocks on the store.
class InspectionBook {
 public:
  explicit InspectionBook(const store::Store& store) : store_(store) {}

  /// At least as new as the last write that ended before this call.
  [[nodiscard]] std::shared_ptr<const InspectionFiles> get();

  /// get() before anybody asks: of a thousand inspections the first reading takes a second. A failure is told
  /// in the log, and again to who asks.
  void read_ahead() noexcept;

 private:
  const store::Store& store_;
  std::mutex reading_;  // guards files_; held while files are read, so that each is read once
  std::shared_ptr<const InspectionFiles> files_ = std::make_shared<InspectionFiles>();
};

/// The frozen list, and whoever was marked without standing on it (new since, or of a place without a list),
/// as the steps name them.
[[nodiscard]] std::vector<inspection::Listed> list_with_marked(std::vector<inspection::Listed> listed,
                                                               const inspection::Marks& marks);

}  // namespace badge::app
