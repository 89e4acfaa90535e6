#include "server/app/inspections/book.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace badge::app {
namespace {

bool is_without(inspection::Observed observed) {
  switch (observed) {
    case inspection::Observed::worn_wrongly:
    case inspection::Observed::not_worn:
    case inspection::Observed::someone_elses:
    case inspection::Observed::not_issued:
      return true;
    case inspection::Observed::worn:
    case inspection::Observed::exempt:
    case inspection::Observed::absent_with_paper:
    case inspection::Observed::absent_without:
    case inspection::Observed::taken_back:
      return false;
  }
  return false;
}

std::shared_ptr<const KnownInspection> known(inspection::Inspection inspection,
                                             std::vector<inspection::Listed> frozen) {
  const auto list = list_with_marked(std::move(frozen), inspection.marks);
  auto known = std::make_shared<KnownInspection>();
  known->wearing = wearing_of(list, inspection.marks);
  known->by_unit = wearing_by_unit(list, inspection.marks);
  for (const auto& listed : list) {
    const auto* seen = seen_of(inspection.marks, listed.staff_code);
    if (seen != nullptr && seen->holds && is_without(*seen->holds)) known->without.push_back(listed);
  }
  std::erase_if(inspection.marks, [](const auto& seen) { return !seen.second.is_disputed(); });
  known->inspection = std::move(inspection);
  return known;
}

void read(const store::Store& store, const std::string& file, InspectionFiles& files) {
  const auto steps = store.steps(file);
  if (auto inspection = inspection::inspection_of(steps)) {
    files.inspections[file] = known(*std::move(inspection), store.listed(file));
  } else if (auto plan = inspection::plan_of(steps)) {
    files.plans[file] = std::make_shared<const inspection::Plan>(*std::move(plan));
  } else if (auto feedback = inspection::feedback_of(steps)) {
    files.feedback[file] = std::make_shared<const inspection::Feedback>(*std::move(feedback));
  }
}

}  // namespace

const KnownInspection* InspectionFiles::inspection(std::string_view file) const {
  const auto found = inspections.find(std::string(file));
  return found == inspections.end() ? nullptr : found->second.get();
}

std::shared_ptr<const InspectionFiles> InspectionBook::get() {
  const std::lock_guard lock(reading_);
  const auto changed = store_.changed_files(files_->seen);
  if (changed.seen == files_->seen) return files_;
  const bool is_same = changed.seen.erasures == files_->seen.erasures;
  auto files = is_same ? std::make_shared<InspectionFiles>(*files_) : std::make_shared<InspectionFiles>();
  for (const auto& file : changed.files) read(store_, file, *files);
  files->seen = changed.seen;
  files_ = std::move(files);
  return files_;
}

void InspectionBook::read_ahead() noexcept {
  try {
    static_cast<void>(get());
  } catch (const std::exception& failure) {
    spdlog::warn("inspections could not be read ahead: {}", failure.what());
  }
}

std::vector<inspection::Listed> list_with_marked(std::vector<inspection::Listed> listed,
                                                 const inspection::Marks& marks) {
  std::vector<std::string> known;
  known.reserve(listed.size());
  for (const auto& one : listed) known.push_back(one.staff_code);
  std::ranges::sort(known);
  for (const auto& [staff_code, seen] : marks) {
    if (seen.words.empty() || std::ranges::binary_search(known, staff_code)) continue;
    inspection::Listed found;
    found.staff_code = staff_code;
    found.presence = inspection::Presence::unknown;
    listed.push_back(std::move(found));
  }
  return listed;
}

}  // namespace badge::app
