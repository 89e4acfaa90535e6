#include <fmt/format.h>

#include <set>
#include <utility>

#include "server/app/lists/head_lists.hpp"
#include "server/app/lists/listed_unit.hpp"

namespace badge::app {

namespace {

using attendance::Absence, attendance::Date;

constexpr std::size_t any_number = SIZE_MAX;  // nobody is judged for it

/// Each by its person and its first day, as reports name them.
std::set<std::pair<std::string, Date>> reported_trips(const store::Snapshot& snapshot) {
  std::set<std::pair<std::string, Date>> trips;
  for (const auto& report : snapshot.trip_reports()) trips.emplace(report.staff_code, report.trip_from);
  return trips;
}

}  // namespace

ListOrNot HeadLists::trips(const ListAsked& asked) const {
  const Say say(asked.language);
  const auto listed = ListedUnit::open(evidence_, asked, any_number);
  if (!listed) return tl::unexpected(listed.error());
  auto list = begin_list(asked, listed->unit(), today(),
                         say("DANH SÁCH ĐI CÔNG TÁC CHƯA CÓ BÁO CÁO", "BUSINESS TRIPS WITHOUT A REPORT"));
  list.columns = person_columns(say);
  add_columns(list, {{"from", say("Từ ngày", "From"), 11, ListingText::date},
                     {"to", say("Đến ngày", "To"), 11, ListingText::date},
                     {"paper", say("Văn bản cử đi", "Paper"), 18},
                     {"days_since", say("Số ngày từ khi về", "Days since"), 9}});
  const auto reported = reported_trips(listed->snapshot());
  const Scope below({asked.unit}, {});
  const auto has_ended = [&](const Absence& paper, attendance::PersonNo person) {
    if (paper.kind != attendance::AbsenceKind::business_trip) return false;
    if (!asked.period.days.contains(paper.days.to) || paper.days.to >= today()) return false;
    const auto* stay = listed->book().stay_on(person, paper.days.to);
    return stay != nullptr && below.holds(listed->book().units(), stay->unit, paper.days.to);
  };
  std::size_t ended = 0;
  for (std::size_t place = 0; place < listed->people().size(); ++place) {
    const auto person = listed->people()[place].person;
    for (const auto& paper : listed->book().absences(person)) {
      if (!has_ended(paper, person)) continue;
      ++ended;
      if (reported.contains({paper.staff_code, paper.days.from})) continue;
      auto& row = list.rows.emplace_back(person_cells(listed->name_of(place)));
      add_cells(row, {date_listed(paper.days.from), date_listed(paper.days.to), paper.paper,
                      count_cell(static_cast<std::size_t>((today() - paper.days.to).count()))});
    }
  }
  list.notes = {fmt::format(
      fmt::runtime(say("Trong {} đợt công tác kết thúc trong kỳ, {} đợt chưa ghi nhận báo cáo kết quả",
                       "Of {} trips that ended in the period, no report is stated on {}")),
      figure(ended, say), figure(list.rows.size(), say))};
  return list;
}

}  // namespace badge::app
