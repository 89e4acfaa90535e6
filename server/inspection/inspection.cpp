#include "server/inspection/inspection.hpp"

#include <algorithm>
#include <tuple>

namespace badge::inspection {
namespace {

/// Takes the steps that concern an inspection as a whole, in the order of their time.
class Course {
 public:
  Course(Inspection& inspection, const Step& step) : inspection_(inspection), step_(step) {}

  void operator()(const Prepared& prepared) const {
    const bool is_first = inspection_.prepared_first.by.empty();
    if (inspection_.started && !is_first) return;
    if (is_first) inspection_.prepared_first = said();
    inspection_.prepared = prepared;
  }
  void operator()(const Joined& joined) const {
    leave(joined.login, joined.full_name);
    inspection_.team.push_back(joined);
  }
  void operator()(const Left& left) const { leave(left.login, left.full_name); }
  void operator()(const Dropped& dropped) const {
    if (inspection_.started) return;
    inspection_.state = State::dropped;
    inspection_.dropped_reason = dropped.reason;
  }
  void operator()(const Started& started) const {
    if (inspection_.started) return;  // once
    inspection_.started = started;
    inspection_.started_at = step_.at;
    inspection_.state = State::started;
  }
  void operator()(const Ended& ended) const {
    inspection_.ended = ended;
    inspection_.ended_at = step_.at;
    inspection_.state = State::ended;
  }
  void operator()(const Answered& answered) const {
    auto& lines = inspection_.answers;
    std::erase_if(lines, [&](const AnsweredLine& line) {
      return line.answered.list == answered.list && line.answered.line == answered.line;
    });
    lines.push_back({said(), answered});
  }
  void operator()(const Issued& issued) const {
    std::erase_if(inspection_.papers, [&](const Issued& one) { return one.paper == issued.paper; });
    inspection_.papers.push_back(issued);
  }
  template <class Other>
  void operator()(const Other&) const {}

 private:
  [[nodiscard]] Said said() const { return {step_.by, step_.at}; }
  void leave(const std::string& login, const std::string& full_name) const {
    std::erase_if(inspection_.team, [&](const Joined& one) {
      return login.empty() ? one.login.empty() && one.full_name == full_name : one.login == login;
    });
  }

  Inspection& inspection_;
  const Step& step_;
};

}  // namespace

const Issued* Inspection::paper(Paper kind) const {
  const auto found = std::ranges::find(papers, kind, &Issued::paper);
  return found == papers.end() ? nullptr : &*found;
}

const Joined* Inspection::member(std::string_view login) const {
  const auto found =
      std::ranges::find_if(team, [&](const Joined& one) { return !one.login.empty() && one.login == login; });
  return found == team.end() ? nullptr : &*found;
}

std::vector<Step> in_order(std::span<const Step> steps) {
  std::vector<Step> ordered(steps.begin(), steps.end());
  std::ranges::sort(ordered, [](const Step& one, const Step& other) {
    return std::tie(one.at, one.no, one.id) < std::tie(other.at, other.no, other.id);
  });
  const auto repeats = std::ranges::unique(ordered, {}, &Step::id);
  ordered.erase(repeats.begin(), repeats.end());
  return ordered;
}

std::optional<Inspection> inspection_of(std::span<const Step> steps) {
  const auto ordered = in_order(steps);
  Inspection inspection;
  for (const auto& step : ordered) {
    inspection.file = step.file;
    std::visit(Course(inspection, step), step.what);
  }
  if (inspection.prepared_first.by.empty()) return std::nullopt;
  std::ranges::stable_sort(inspection.team, {},
                           [](const Joined& one) { return std::tuple(one.role, one.full_name); });
  std::ranges::stable_sort(inspection.answers, {}, [](const AnsweredLine& line) {
    return std::tie(line.answered.list, line.answered.line);
  });
  inspection.marks = merged(ordered);
  inspection.findings = findings_of(ordered);
  return inspection;
}

}  // namespace badge::inspection
