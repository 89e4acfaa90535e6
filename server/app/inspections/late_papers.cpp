#include "server/app/inspections/late_papers.hpp"

#include "server/app/imports/words.hpp"

namespace badge::app {
namespace {

/// Whether the paper covers that minute. One that names sessions counts where it says itself that it was
/// reported later: which session the minute lies in, the day's plan alone would tell.
bool covers(const attendance::Absence& paper, inspection::LocalTime at) {
  const auto date = std::chrono::floor<std::chrono::days>(at);
  const auto weekday = std::chrono::weekday(date).iso_encoding() - 1;
  if (!paper.days.contains(date) || (paper.weekdays & (1U << weekday)) == 0) return false;
  if (!paper.sessions.empty()) return paper.reported_at && *paper.reported_at > at;
  if (!paper.time) return true;
  return date + paper.time->from <= at && at < date + paper.time->to;
}

}  // namespace

std::map<std::string, LatePaper, std::less<>> late_papers(const attendance::RuleBook& book,
                                                          std::span<const inspection::Listed> list,
                                                          inspection::LocalTime started_at) {
  std::map<std::string, LatePaper, std::less<>> papers;
  for (const auto& listed : list) {
    const auto person = book.people().find(listed.staff_code);
    // Where a paper that covers the minute was known, they were away by it.
    if (listed.presence == inspection::Presence::away || !person) continue;
    for (const auto& paper : book.absences(*person)) {
      if (!covers(paper, started_at)) continue;
      papers[listed.staff_code] = {code_of(paper.kind, absence_words()), paper.paper, paper.reported_at};
    }
  }
  return papers;
}

}  // namespace badge::app
