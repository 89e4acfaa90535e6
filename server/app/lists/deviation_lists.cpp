#include <algorithm>
#include <utility>

#include "server/app/deviation_list.hpp"
#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/listed_unit.hpp"

namespace badge::app {

namespace {

using attendance::Deviation, attendance::ExplanationState;

struct Found {
  std::size_t place;  // of the person
  Deviation deviation;
};

/// By person in the order of papers, then by day.
std::vector<Found> deviations(const ListedUnit& listed, bool (*is_meant)(const Deviation&),
                              attendance::Tally& sessions) {
  std::vector<Found> found;
  listed.for_each_day([&](const ListedUnit::Day& day) {
    sessions += day.tally();
    for (auto& deviation : attendance::deviations_of(&day.judged.facts, day.lines, day.now)) {
      if (is_meant(deviation)) found.push_back({day.place, std::move(deviation)});
    }
  });
  std::ranges::stable_sort(found, {}, &Found::place);
  return found;
}

ListOrNot list_of(const Evidence& evidence, const ListAsked& asked, std::string title,
                  bool (*is_meant)(const Deviation&)) {
  const Say say(asked.language);
  const auto listed = ListedUnit::open(evidence, asked, list_people_max);
  if (!listed) return tl::unexpected(listed.error());
  LookedAt looked_at{listed->people().size(), {}};
  const auto found = deviations(*listed, is_meant, looked_at.sessions);
  const auto today = std::chrono::floor<std::chrono::days>(evidence.now());
  auto list = begin_list(asked, listed->unit(), today, std::move(title));
  list.notes = {looked_at_note(looked_at, say)};
  list.columns = person_columns(say);
  add_columns(list, {{"date", say("Ngày", "Day"), 11, ListingText::date},
                     {"session", say("Buổi", "Session"), 9},
                     {"text", say("Nội dung", "What"), 30},
                     {"in", say("Vào", "In"), 7},
                     {"out", say("Ra", "Out"), 7},
                     {"explanation", say("Giải trình", "Explanation"), 26}});
  for (const auto& [place, deviation] : found) {
    const auto& line = deviation.line;
    auto& row = list.rows.emplace_back(person_cells(listed->name_of(place)));
    add_cells(row, {date_listed(line.date), line.session, describe_deviation(line, asked.language), line.in,
                    line.out, describe_explanation(deviation, asked.language)});
  }
  return list;
}

}  // namespace

ListOrNot HeadLists::unexplained(const ListAsked& asked) const {
  const Say say(asked.language);
  return list_of(evidence_, asked, say("DANH SÁCH CHƯA CÓ GIẢI TRÌNH", "WITHOUT AN EXPLANATION"),
                 [](const Deviation& one) {
                   return one.explanation == ExplanationState::open ||
                          one.explanation == ExplanationState::lacking;
                 });
}

ListOrNot HeadLists::missing(const ListAsked& asked) const {
  const Say say(asked.language);
  return list_of(evidence_, asked, say("DANH SÁCH THIẾU LƯỢT QUÉT THẺ", "MISSING TAPS"),
                 [](const Deviation& one) { return one.line.missing_in || one.line.missing_out; });
}

}  // namespace badge::app
