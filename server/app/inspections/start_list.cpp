#include "server/app/inspections/start_list.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "server/app/imports/words.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::UnitNo;
using inspection::Listed;
using One = PresentPeople::One;

Date day_of(const PresentPeople& people) { return std::chrono::floor<std::chrono::days>(people.at); }

/// The two enumerations say the same in two layers that may not know each other.
inspection::Presence presence_of(attendance::Presence presence) {
  switch (presence) {
    case attendance::Presence::off:
      return inspection::Presence::off;
    case attendance::Presence::exempt:
      return inspection::Presence::exempt;
    case attendance::Presence::away:
      return inspection::Presence::away;
    case attendance::Presence::present:
      return inspection::Presence::present;
    case attendance::Presence::not_seen:
      return inspection::Presence::not_seen;
    case attendance::Presence::unknown:
      return inspection::Presence::unknown;
  }
  return inspection::Presence::unknown;
}

inspection::HeadRole role_of(attendance::HeadRole role) {
  switch (role) {
    case attendance::HeadRole::head:
      return inspection::HeadRole::head;
    case attendance::HeadRole::acting:
      return inspection::HeadRole::acting;
    case attendance::HeadRole::in_charge:
      return inspection::HeadRole::in_charge;
    case attendance::HeadRole::delegated:
      return inspection::HeadRole::delegated;
  }
  return inspection::HeadRole::head;
}

/// "no_badge", "no_entrance", "silent:cong-b": what a page says of it in either language.
std::string doubt_of(const One& one) {
  if (one.now.presence != attendance::Presence::unknown || !one.now.doubt) return {};
  if (one.now.doubt->silence != nullptr) return "silent:" + one.now.doubt->silence->entrance;
  if (one.now.doubt->code == attendance::ReasonCode::no_badge) return "no_badge";
  if (one.now.doubt->code == attendance::ReasonCode::no_entrance) return "no_entrance";
  return "silent:";
}

Listed listed(const PresentPeople& people, const One& one) {
  const auto& units = people.book->units();
  const auto& posting = *one.stay->posting;
  Listed row;
  row.staff_code = people.book->people().code(one.person);
  row.full_name = posting.full_name;
  row.job = posting.position;
  row.unit_code = units.code(one.stay->works_at);
  row.unit_name = units.full_name_on(one.stay->works_at, day_of(people));
  row.presence = presence_of(one.now.presence);
  if (one.now.first_tap >= 0) {
    row.first_tap = day_of(people) + one.first;
    row.last_tap = day_of(people) + one.last;
  }
  if (one.now.presence == attendance::Presence::away && one.now.paper != nullptr) {
    row.paper_kind = code_of(one.now.paper->kind, absence_words());
    row.paper = one.now.paper->paper;
    row.reported_at = one.now.paper->reported_at;
  }
  row.doubt = doubt_of(one);
  return row;
}

/// Null: nobody is named.
const attendance::Head* answers_for(const attendance::RuleBook& book, UnitNo unit, Date date,
                                    const std::function<bool(std::string_view)>& away) {
  const auto* head = book.head_on(unit, date);
  if (head == nullptr || !away(head->staff_code)) return head;
  const auto heads = book.heads(unit);
  const auto deputy = std::ranges::find_if(heads, [&](const attendance::Head& other) {
    return other.role == attendance::HeadRole::delegated && other.valid.contains(date);
  });
  return deputy == heads.end() ? head : &*deputy;
}

}  // namespace

std::vector<Listed> start_list(const PresentPeople& people, std::string_view unit) {
  const auto& units = people.book->units();
  const auto top = units.find(unit);
  if (!top) return {};
  std::map<UnitNo, std::size_t> place;  // in the order of the tree
  for (const auto below : units.subtree_on(*top, day_of(people))) place.emplace(below, place.size());
  std::vector<const One*> there;
  for (const auto& one : people.people) {
    if (place.contains(one.stay->works_at)) there.push_back(&one);
  }
  std::ranges::stable_sort(there, {}, [&](const One* one) {
    return std::tuple(place.at(one->stay->works_at), one->stay->posting->list_order, one->person);
  });
  std::vector<Listed> list;
  list.reserve(there.size());
  for (const auto* one : there) list.push_back(listed(people, *one));
  return list;
}

inspection::Responsible responsible_for(const attendance::RuleBook& book, std::string_view unit, Date date,
                                        const std::function<bool(std::string_view)>& away) {
  inspection::Responsible responsible;
  const auto no = book.units().find(unit);
  const auto* head = no ? answers_for(book, *no, date, away) : nullptr;
  if (head == nullptr) return responsible;
  responsible.code = head->staff_code;
  responsible.paper = head->paper;
  responsible.role = role_of(head->role);
  const auto person = book.people().find(head->staff_code);
  const auto* posting = person ? book.people().posting_on(*person, date) : nullptr;
  if (posting != nullptr) {
    responsible.name = posting->full_name;
    responsible.job = posting->position;
  }
  return responsible;
}

inspection::Started start_of(const PresentPeople& people, std::string_view unit) {
  inspection::Started started;
  const auto& units = people.book->units();
  const auto no = units.find(unit);
  const auto* row = no ? units.on(*no, day_of(people)) : nullptr;
  if (row == nullptr) return started;
  started.unit_name = units.full_name_on(*no, day_of(people));
  started.unit_kind = row->kind;
  started.head = responsible_for(*people.book, unit, day_of(people), [&](std::string_view staff_code) {
    return std::ranges::any_of(people.people, [&](const One& one) {
      return one.now.presence == attendance::Presence::away &&
             people.book->people().code(one.person) == staff_code;
    });
  });
  return started;
}

}  // namespace badge::app
