#include "server/app/unit_sheet.hpp"

#include <algorithm>
#include <tuple>

#include "server/app/unit_report.hpp"

namespace badge::app {

using attendance::DateSpan;
using attendance::PersonNo;
using attendance::UnitNo;
using std::chrono::days;

Moment::Moment(const Evidence& evidence, const store::Snapshot& snapshot, std::optional<std::uint64_t> as_of)
    : evidence_(evidence), snapshot_(snapshot), as_of_(as_of) {
  if (!as_of) {
    book_ = evidence.rule_book(snapshot);
    return;
  }
  book_ = std::make_shared<const attendance::RuleBook>(snapshot.roster_facts(as_of));
  later_taps_ = snapshot.taps_since(*as_of);
  std::ranges::sort(later_taps_);
}

Evidence::PersonTaps Moment::taps_of(PersonNo person, const DateSpan& span) const {
  auto found = evidence_.taps_of(snapshot_, *book_, person, span, as_of_);
  if (later_taps_.empty()) return found;
  // The same second at the same reader may have been tapped before and again later: take away as many.
  auto later = later_taps_;
  std::erase_if(found.taps, [&](const attendance::Tap& tap) {
    const auto& detail = found.details[tap.source];
    const std::pair stamped(detail.key, detail.ruled ? detail.ruled->stamped : detail.tap);
    const auto place = std::ranges::lower_bound(later, stamped);
    if (place == later.end() || *place != stamped) return false;
    later.erase(place);
    return true;
  });
  return found;
}

namespace {

struct Listed {
  std::int32_t list_order;
  PersonNo person;
  const attendance::KeptPosting* posting;  // the last one there
};

/// In the order in which papers list them.
std::vector<Listed> people_of(const attendance::RuleBook& book, UnitNo unit, const DateSpan& span) {
  std::vector<Listed> people;
  for (PersonNo person = 0; person < book.people().size(); ++person) {
    const attendance::KeptPosting* posting = nullptr;
    for (const auto& stay : book.stays(person)) {
      if (stay.unit == unit && stay.days.overlaps(span)) posting = stay.posting;
    }
    if (posting != nullptr) people.push_back({posting->list_order, person, posting});
  }
  std::ranges::sort(people, {}, [](const Listed& row) { return std::tuple(row.list_order, row.person); });
  return people;
}

}  // namespace

std::optional<JudgedSheet> judge_sheet(const Moment& moment, std::string_view unit_code, const DateSpan& span,
                                       attendance::LocalTime now) {
  const auto& book = moment.book();
  const auto unit = book.units().find(unit_code);
  const auto* row = unit ? book.units().last_during(*unit, span) : nullptr;
  if (row == nullptr) return std::nullopt;

  const auto around = attendance::with_neighbours(span);
  const auto coverage = moment.coverage(around.to + days(1));
  const attendance::InForce in_force(book, coverage, around);
  JudgedSheet judged;
  judged.sheet = {row->code, row->name, head_name(book, *unit, std::min(span.to, row->valid.to)), span, {}};
  for (const auto& listed : people_of(book, *unit, span)) {
    auto taps = moment.taps_of(listed.person, span);
    attendance::PersonDays person_days(in_force, listed.person, span, taps.taps, now);
    const auto& posting = *listed.posting;
    attendance::SheetPerson person{
        std::string(posting.staff_code), std::string(posting.full_name), std::string(posting.position), {}};
    judged.inputs = chain(judged.inputs, person.staff_code);
    while (const auto* day = person_days.next()) {
      if (day->stay->unit != *unit) continue;
      attendance::add_lines(*day, person);
      judged.inputs = chain(judged.inputs, attendance::inputs_text(*day));
    }
    judged.sheet.people.push_back(std::move(person));
  }
  return judged;
}

}  // namespace badge::app
