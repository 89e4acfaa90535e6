#include "server/inspection/marks.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace badge::inspection {
namespace {

/// Later by its author's clock; of the same second, by id: the same everywhere.
bool is_later(const Step& one, const Step& other) {
  return std::tie(one.at, one.id) > std::tie(other.at, other.id);
}

using LastOf = std::map<std::pair<std::string, std::string>, const Step*>;  // by person and inspector

LastOf last_words(std::span<const Step> steps) {
  LastOf last;
  for (const auto& step : steps) {
    const auto* marked = std::get_if<Marked>(&step.what);
    if (marked == nullptr) continue;
    auto& kept = last[{marked->staff_code, step.by}];
    if (kept == nullptr || is_later(step, *kept)) kept = &step;
  }
  return last;
}

bool agree(std::span<const Word> words) {
  return std::ranges::all_of(words, [&](const Word& word) { return word.observed == words[0].observed; });
}

/// Whether it says what holds, with every word before its author's eyes. A slip is taken back by whose it is.
bool decides(const Settled& settled, const Seen& seen) {
  return settled.observed != Observed::taken_back && std::ranges::all_of(seen.words, [&](const Word& word) {
           return std::ranges::find(settled.over, word.id) != settled.over.end();
         });
}

}  // namespace

std::string Seen::paper() const {
  const auto named = std::ranges::find_if(words, [](const Word& word) { return !word.paper.empty(); });
  return named == words.end() ? std::string() : named->paper;
}

Marks merged(std::span<const Step> steps) {
  Marks marks;
  for (const auto& [key, step] : last_words(steps)) {
    const auto& marked = std::get<Marked>(step->what);
    auto& seen = marks[marked.staff_code];
    if (marked.observed == Observed::taken_back) continue;
    seen.words.push_back({step->id, step->by, step->at, marked.observed, marked.paper, marked.note});
  }
  for (auto& [person, seen] : marks) {
    if (!seen.words.empty() && agree(seen.words)) seen.holds = seen.words[0].observed;
  }
  std::map<std::string, const Step*, std::less<>> settlements;  // by person
  for (const auto& step : steps) {
    const auto* settled = std::get_if<Settled>(&step.what);
    if (settled == nullptr) continue;
    const auto seen = marks.find(settled->staff_code);
    const bool is_open = seen != marks.end() && seen->second.is_disputed();
    if (!is_open || !decides(*settled, seen->second)) continue;
    auto& kept = settlements[settled->staff_code];
    if (kept == nullptr || is_later(step, *kept)) kept = &step;
  }
  for (const auto& [person, step] : settlements) {
    const auto& settled = std::get<Settled>(step->what);
    auto& seen = marks.find(person)->second;
    seen.holds = settled.observed;
    seen.settled_by = step->by;
    seen.settled_reason = settled.reason;
  }
  return marks;
}

}  // namespace badge::inspection
