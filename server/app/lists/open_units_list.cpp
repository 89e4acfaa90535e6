#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "server/app/judged_month.hpp"
#include "server/app/lists/head_lists.hpp"
#include "server/app/unit_people.hpp"

namespace badge::app {

namespace {

std::string state_text(Progress state, const Say& say) {
  switch (state) {
    case Progress::open:
      return say("chưa lập bảng công", "not prepared");
    case Progress::prepared:
      return say("đã lập", "prepared");
    case Progress::confirmed:
      return say("đã xác nhận", "confirmed");
    case Progress::preliminary:
      return say("chốt tạm", "closed for the time being");
    case Progress::nobody:
    case Progress::closed:
      break;
  }
  return {};
}

/// Who does the next step.
std::string waits_for(const UnitProgress& progress, const Say& say) {
  if (progress.open_sessions > 0) {
    return say("người chấm công (còn buổi chưa xử lý)", "the timekeeper (sessions are not settled)");
  }
  switch (progress.state) {
    case Progress::open:
      return say("người chấm công", "the timekeeper");
    case Progress::prepared:
      return say("phụ trách bộ phận", "the head of division");
    default:
      return say("người đứng đầu", "the head");
  }
}

/// Parents before children; those that had ended by then come last.
std::vector<UnitProgress> in_tree_order(std::vector<UnitProgress> progress, const attendance::UnitTree& units,
                                        attendance::Date date) {
  std::map<std::string_view, std::size_t> places;
  for (const auto& place : units.order_on(date)) places.emplace(units.code(place.unit), places.size());
  std::ranges::stable_sort(progress, {}, [&](const UnitProgress& one) {
    const auto place = places.find(one.unit_code);
    return place == places.end() ? places.size() : place->second;
  });
  return progress;
}

}  // namespace

ListOrNot HeadLists::open_units(const ListAsked& asked) const {
  const Say say(asked.language);
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  const auto top = unit_within(book->units(), asked.unit, asked.period.days, asked.scope);
  if (!top) return tl::unexpected(NoList::not_found);
  auto list =
      begin_list(asked, *top, today(), say("DANH SÁCH ĐƠN VỊ CHƯA CHỐT CÔNG", "UNITS THAT HAVE NOT CLOSED"));
  list.columns = {{"unit_code", say("Mã đơn vị", "Unit code"), 10, ListingText::code},
                  {"unit_name", say("Đơn vị", "Unit"), 30},
                  {"month", say("Tháng", "Month"), 10, ListingText::month},
                  {"to", say("Hết kỳ ngày", "Ended on"), 11, ListingText::date},
                  {"state", say("Tình trạng", "State"), 20},
                  {"waits_for", say("Đang chờ", "Waits for"), 26},
                  {"head", say("Người đứng đầu", "Head"), 24},
                  {"open_sessions", say("Buổi chưa xử lý", "Sessions not settled"), 9}};
  const Scope below({asked.unit}, {});
  std::size_t over = 0;
  for (const auto& days : months_of(asked.period.days, today())) {
    const auto month = month_of(days);
    const auto month_cell =
        fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    for (const auto& progress : in_tree_order(sign_off_.progress(month, below), book->units(), days.to)) {
      const bool is_over = progress.days.to < today();
      if (!is_over || progress.state == Progress::nobody) continue;
      ++over;
      if (progress.state == Progress::closed) continue;
      const auto unit = book->units().find(progress.unit_code);
      if (!unit) continue;
      const auto seen_on = progress.days.to;
      list.rows.push_back({progress.unit_code, book->units().full_name_on(*unit, seen_on), month_cell,
                           date_listed(seen_on), state_text(progress.state, say), waits_for(progress, say),
                           head_name(*book, *unit, seen_on), count_cell(progress.open_sessions)});
    }
  }
  list.notes = {fmt::format(
      fmt::runtime(say("Trong {} bảng công đã hết kỳ (mỗi đơn vị mỗi tháng một bảng), {} bảng chưa chốt",
                       "Of {} sheets whose period is over (one of each unit a month), {} are not closed")),
      figure(over, say), figure(list.rows.size(), say))};
  return list;
}

}  // namespace badge::app
